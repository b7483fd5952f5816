internal import JSON
internal import Pipeline

extension ExchangeReader {
  private static let projectMembers: Set<String> = Set(
    Field.editable.map(\.rawValue) + ["key", "stages", "status", "earlier_statuses", "notes"])

  mutating func project(_ node: ExchangeNode) throws(ExchangeFault) -> Intake.Arrival {
    try register(node)
    _ = try node.required("name", .name)
    var fields: [Field: FieldValue] = [:]
    for field in try node.fields() {
      if let member = try node.member(field.rawValue) {
        fields[field] = try value(member, of: field)
      }
    }
    if let unknown = try unknownMembers(of: node, known: Self.projectMembers) {
      fields[.unknownMembers] = .text(unknown)
    }
    var arrival = Intake.Arrival(fields: fields, stages: [])
    for stage in try node.list("stages") { arrival.stages.append(try step(stage)) }
    var current = Status.ongoing
    for change in try node.list("earlier_statuses") {
      arrival.earlierStatuses.append(try statusChange(change, from: current))
      current = arrival.earlierStatuses.last?.new ?? current
    }
    if let status = try node.member("status") {
      arrival.status = try statusChange(status, from: current)
    }
    for note in try node.list("notes") {
      arrival.notes.append(
        Intake.Remark(text: try note.required("text", .name).text(), on: try date(of: note)))
      self.note(note, known: ["text", "on"])
    }
    return arrival
  }

  /// The fields that go by the names of members.
  fileprivate static let fields = Dictionary(
    uniqueKeysWithValues: Field.editable.map { ($0.rawValue, $0) })

  private mutating func value(_ node: ExchangeNode, of field: Field) throws(ExchangeFault)
    -> FieldValue
  {
    switch field.form {
    case .name, .line, .note, .json: return .text(try node.text())
    case .list: return .list(try node.texts())
    case .amount: return .amount(try amount(node))
    case .date: return .date(try node.date())
    case .kind: return .kind(try node.word(ProjectKind.self))
    case .next:
      note(node, known: ["text", "due", "who"])
      return .next(
        NextStep(
          text: try node.required("text", .name).text(),
          due: try node.member("due").map { due throws(ExchangeFault) in try due.day() },
          who: try node.text("who")))
    }
  }

  /// The date of a record; one that has none is not dated.
  func date(of node: ExchangeNode) throws(ExchangeFault) -> BusinessDate {
    try node.member("on").map { on throws(ExchangeFault) in try on.date() } ?? .unknown
  }

  private mutating func step(_ node: ExchangeNode) throws(ExchangeFault) -> Intake.Step {
    let stage = try node.required("stage", .word(Stage.allCases.map(\.code)))
    note(node, known: ["stage", "on", "reason"])
    return Intake.Step(
      stage: try stage.word { (stage: Stage) in stage.code }, on: try date(of: node),
      reason: try node.text("reason"))
  }

  /// A change of status: `reason` is the code of a loss, and otherwise a text.
  private mutating func statusChange(_ node: ExchangeNode, from old: Status)
    throws(ExchangeFault) -> StatusChange
  {
    let kind = try node.required("is", .word(Status.Kind.allCases.map(\.rawValue)))
      .word(Status.Kind.self)
    let reason = try node.text("reason")
    var known: Set = ["is", "on", "reason"]
    let new: Status
    switch kind {
    case .ongoing: new = .ongoing
    case .hold:
      known.insert("review")
      new = .onHold(review: try node.required("review", .day).day(), reason: reason ?? "")
    case .lost:
      known.formUnion(["place", "note"])
      let code = try node.required("reason", .word(LossReason.allCases.map(\.rawValue)))
      new = .lost(
        try code.word(LossReason.self), place: try node.text("place"), note: try node.text("note"))
    case .withdrawn: new = .withdrawn(reason: reason ?? "")
    case .archived: new = .archived(reason: reason ?? "")
    }
    note(node, known: known)
    return StatusChange(
      old: old, new: new, on: try date(of: node), reason: kind == .ongoing ? reason : nil)
  }
}

extension ExchangeNode {
  /// The fields of a project that have a member here, in the order of ``Field/editable``.
  fileprivate func fields() throws(ExchangeFault) -> [Field] {
    var fields: [Field] = []
    fields.reserveCapacity(16)
    for member in try object() {
      if let field = ExchangeReader.fields[member.key] { fields.append(field) }
    }
    return Field.ordered(fields)
  }
}
