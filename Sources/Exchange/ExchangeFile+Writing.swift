internal import JSON
package import Pipeline

extension ExchangeFile {
  /// A pipeline as an exchange file: indented JSON with a line feed at the end.
  ///
  /// Keys are the numbers the projects have in the pipeline. The same pipeline gives the same bytes.
  ///
  /// - Parameter pace: Told how far it is.
  /// - Complexity: O(everything).
  package static func bytes(of pipeline: Pipeline, pace: WorkPace? = nil) -> [UInt8] {
    let keys = pipeline.projects.map { "P\($0.id.number)" }
    pace?.reach(0.1)
    let intake = Intake(pipeline)
    pace?.reach(0.3)
    return bytes(of: intake, keys: keys, pace ?? .none)
  }

  /// An intake as an exchange file.
  package static func bytes(of intake: Intake) -> [UInt8] {
    bytes(of: intake, keys: (0..<intake.projects.count).map { "P\($0 + 1)" })
  }

  private static func bytes(of intake: Intake, keys: [String], _ pace: WorkPace = .none) -> [UInt8]
  {
    pace.begin(intake.projects.count + intake.activities.count, upTo: 0.8)
    let writer = ExchangeWriter(keys: keys, pace: pace)
    return JSONWriter.bytes(of: .object(writer.file(intake)), .indented) + [0x0A]
  }
}

/// Makes the parsed form of a file.
struct ExchangeWriter {
  /// The key of each project of the intake.
  let keys: [String]
  let pace: WorkPace

  func file(_ intake: Intake) -> JSONObject {
    var file = JSONObject()
    file["format"] = .string(ExchangeFile.format)
    file["version"] = .integer(ExchangeFile.version)
    var organisations: [JSONValue] = []
    var people: [JSONValue] = []
    var clusters: [JSONValue] = []
    for entry in intake.directory {
      switch entry {
      case .organisation(let organisation): organisations.append(value(organisation))
      case .person(let person): people.append(value(person))
      case .cluster(let cluster): clusters.append(value(cluster))
      }
    }
    file["organisations"] = .array(organisations)
    file["people"] = .array(people)
    file["clusters"] = .array(clusters)
    file["projects"] = .array(zip(keys, intake.projects).map(project))
    file["activities"] = .array(intake.activities.map(activity))
    file["milestones"] = .array(intake.milestones.map(milestone))
    putRegisters(of: intake, into: &file)
    return file
  }

  private func projects(_ ids: [ProjectID]) -> JSONValue {
    .array(ids.compactMap(key(of:)).map(JSONValue.string))
  }

  func key(of id: ProjectID) -> String? {
    let index = Int(id.number) - 1
    return keys.indices.contains(index) ? keys[index] : nil
  }

  // MARK: Projects

  /// The fields of the contract in its order; the rest follow in the order of `Field`.
  private static let firstFields: [Field] = [
    .name, .kind, .investors, .lead, .owner, .cluster, .industry, .source, .origin, .amount, .tags,
  ]

  private func project(_ key: String, _ arrival: Intake.Arrival) -> JSONValue {
    pace.step()
    var object = JSONObject()
    object["key"] = .string(key)
    let rest = Field.editable.filter { !Self.firstFields.contains($0) }
    for field in Self.firstFields + rest {
      if let value = arrival.fields[field] {
        object[field.rawValue] = self.value(value)
      } else if field == .amount {
        // Whether an amount is known is a question everybody asks: the answer is always written.
        object[field.rawValue] = JSONValue.null
      }
    }
    object["stages"] = .array(arrival.stages.map(step))
    object["status"] = arrival.status.map(status) ?? JSONValue.null
    object.put("earlier_statuses", arrival.earlierStatuses.map(status))
    object.put(
      "notes",
      arrival.notes.map { ["text": .string($0.text), "on": .string($0.on.description)] })
    if case .text(let json) = arrival.fields[.unknownMembers] { object.put(unknown: json) }
    return .object(object)
  }

  private func value(_ value: FieldValue) -> JSONValue {
    switch value {
    case .text(let text): return .string(text)
    case .list(let items): return .array(items.map(JSONValue.string))
    case .amount(let amount): return self.amount(amount)
    case .date(let date): return .string(date.description)
    case .kind(let kind): return .string(kind.rawValue)
    case .next(let step):
      var object = JSONObject()
      object["text"] = .string(step.text)
      object.put("due", step.due?.description)
      object.put("who", step.who)
      return .object(object)
    }
  }

  func amount(_ amount: Amount) -> JSONValue {
    guard case .known(let money) = amount else { return "undisclosed" }
    return [
      "value": .string(money.value), "unit": .string(money.unit.rawValue),
      "currency": .string(money.currency.code),
    ]
  }

  private func step(_ step: Intake.Step) -> JSONValue {
    var object = JSONObject()
    object["stage"] = .string(step.stage.code)
    object["on"] = .string(step.on.description)
    object.put("reason", step.reason)
    return .object(object)
  }

  private func status(_ change: StatusChange) -> JSONValue {
    var object = JSONObject()
    object["is"] = .string(change.new.kind.rawValue)
    object["on"] = .string(change.on.description)
    switch change.new {
    case .ongoing: object.put("reason", change.reason)
    case .onHold(let review, let reason):
      object["review"] = .string(review.description)
      object["reason"] = .string(reason)
    case .lost(let reason, let place, let note):
      object["reason"] = .string(reason.rawValue)
      object.put("place", place)
      object.put("note", note)
    case .withdrawn(let reason), .archived(let reason): object["reason"] = .string(reason)
    }
    return .object(object)
  }

  // MARK: Activities and milestones

  private func activity(_ facts: Activity.Facts) -> JSONValue {
    pace.step()
    var object = JSONObject()
    object["projects"] = projects(facts.projects)
    object["kind"] = .string(facts.kind.rawValue)
    if case .range(let first, let last) = facts.on {
      object["on"] = .string(first.description)
      object["end"] = .string(last.description)
    } else {
      object["on"] = .string(facts.on.description)
    }
    object.put("place", facts.place)
    object.put("sites", facts.sites.map(JSONValue.string))
    object.put("lead", facts.lead.map(JSONValue.string))
    object.put("counterparts", facts.counterparts.map(JSONValue.string))
    if let leader = facts.leader {
      var person = JSONObject()
      person["name"] = .string(leader.name)
      person.put("title", leader.title)
      object["leader"] = .object(person)
    }
    object.put("team", facts.team.map(JSONValue.string))
    object.put("trip", facts.trip)
    object.put("line", facts.line)
    if facts.times != 1 { object["times"] = .integer(facts.times) }
    object["headcount"] = facts.headcount.map { .integer($0) }
    object["days"] = facts.days.map { .integer($0) }
    object.put("outcome", facts.outcome?.code)
    object.put("outcome_text", facts.outcomeText)
    object.put("note", facts.note)
    object.put(unknown: facts.unknownMembers)
    return .object(object)
  }

  private func milestone(_ facts: Milestone.Facts) -> JSONValue {
    var object = JSONObject()
    object["projects"] = projects(facts.projects)
    object["kind"] = .string(facts.kind.rawValue)
    object["on"] = .string(facts.on.description)
    object.put("name", facts.name)
    object.put("subject", facts.subject)
    object.put("cluster", facts.cluster)
    if facts.count != 1 { object["count"] = .integer(facts.count) }
    object["amount"] = facts.amount.map(amount)
    object.put("document", facts.document)
    object.put("note", facts.note)
    object.put(unknown: facts.unknownMembers)
    return .object(object)
  }

  // MARK: The directory

  private func value(_ organisation: Organisation) -> JSONValue {
    var object = JSONObject()
    object["name"] = .string(organisation.name)
    object.put("aliases", organisation.aliases.map(JSONValue.string))
    object.put("kind", organisation.kind)
    object.put("credit_code", organisation.creditCode)
    object.put("place", organisation.place)
    object.put("note", organisation.note)
    object.put(unknown: organisation.unknownMembers)
    return .object(object)
  }

  private func value(_ person: Person) -> JSONValue {
    var object = JSONObject()
    object["name"] = .string(person.name)
    object.put("organisation", person.organisation)
    object.put("title", person.title)
    object.put("phone", person.phone)
    object.put("note", person.note)
    object.put(unknown: person.unknownMembers)
    return .object(object)
  }

  private func value(_ cluster: Cluster) -> JSONValue {
    var object = JSONObject()
    object["name"] = .string(cluster.name)
    object.put("segments", cluster.segments.map(JSONValue.string))
    object.put("target", cluster.target)
    object.put("rd_place", cluster.researchPlace)
    object.put("production_place", cluster.productionPlace)
    object.put("note", cluster.note)
    object.put(unknown: cluster.unknownMembers)
    return .object(object)
  }
}

extension JSONObject {
  /// Writes a text, if there is one.
  fileprivate mutating func put(_ name: String, _ text: String?) {
    self[name] = text.map(JSONValue.string)
  }

  /// Writes a list, unless it is empty.
  fileprivate mutating func put(_ name: String, _ items: [JSONValue]) {
    if !items.isEmpty { self[name] = .array(items) }
  }

  /// Writes the members kept from another version's file; a member of ours stands before them.
  mutating func put(unknown json: String?) {
    guard let json, let kept = try? JSONValue.parse(json).object else { return }
    for member in kept where self[member.key] == nil { self[member.key] = member.value }
  }
}
