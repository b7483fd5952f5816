internal import JSON
internal import Pipeline

/// Writes events in the words of the format, members always in the same order.
///
/// A member without a value is left out.
struct EventWriter {
  var json = JSONWriter()

  /// The version written of every kind.
  static let kindVersion = 1

  /// Writes the members `kind`, `v` and `data` of an event.
  mutating func event(_ event: Event) {
    if case .unknown(let kind, let body) = event {
      json.member("kind", kind)
      // The remaining members as they came, without the braces around them.
      json.literal(String(body.dropFirst().dropLast()))
      return
    }
    json.member("kind", event.kind?.rawValue ?? "")
    json.member("v", EventWriter.kindVersion)
    json.key("data")
    json.beginObject()
    data(of: event)
    json.endObject()
  }

  private mutating func data(of event: Event) {
    switch event {
    case .projectAdded(let added):
      json.member("project", added.id.number)
      json.member("stage", added.stage.code)
      json.member("on", added.on.description)
      json.key("fields")
      json.beginObject()
      for field in Field.ordered(added.fields) {
        guard let value = added.fields[field] else { continue }
        json.key(field.rawValue)
        fieldValue(value)
      }
      json.endObject()
      slot(added.slot)
    case .fieldsChanged(let id, let changes):
      json.member("project", id.number)
      json.key("changes")
      json.beginArray()
      for change in changes { fieldChange(change) }
      json.endArray()
    case .moved(let id, let move):
      json.member("project", id.number)
      self.move(move)
    case .statusChanged(let id, let change):
      json.member("project", id.number)
      json.key("old")
      status(change.old)
      json.key("new")
      status(change.new)
      json.member("on", change.on.description)
      optional("reason", change.reason)
      optional("old_after", change.oldAfter?.number)
      slot(change.slot)
    case .placed(let id, let placement):
      json.member("project", id.number)
      optional("old_after", placement.oldAfter?.number)
      optional("after", placement.newAfter?.number)
    case .activityLogged(let id, let facts):
      json.member("activity", id.number)
      activity(facts)
    case .milestoneReached(let id, let facts):
      json.member("milestone", id.number)
      milestone(facts)
    case .noted(let id, let text, let on):
      json.member("project", id.number)
      json.member("text", text)
      json.member("on", on.description)
    case .directoryChanged(let old, let new):
      if let old {
        json.key("old")
        entry(old)
      }
      if let new {
        json.key("new")
        entry(new)
      }
    case .registerChanged(let change): registerChange(change)
    case .undone(let sequence, let event):
      json.member("seq", sequence.number)
      self.event(event)
    case .storeRecovered(let recovery): self.recovery(recovery)
    case .reminded(let reminder):
      json.member("person", reminder.person)
      json.member("day", reminder.day.description)
      json.member("step", reminder.step.rawValue)
      json.member("count", reminder.count)
    case .unknown: break
    }
  }

  private mutating func recovery(_ recovery: StoreRecovery) {
    json.member("what", recovery.kind.rawValue)
    texts("files", recovery.files)
    texts("kept", recovery.kept)
    json.member("bytes", recovery.bytes)
    optional("first", recovery.first?.number)
    optional("last", recovery.last?.number)
  }

  private mutating func move(_ move: Move) {
    json.member("from", move.from.code)
    json.member("to", move.to.code)
    json.member("on", move.on.description)
    json.member("step", move.kind.rawValue)
    optional("reason", move.reason)
    numbers("evidence", move.evidence.map(\.number))
    if move.isToTop {
      json.key("top")
      json.bool(true)
    }
    optional("old_after", move.oldAfter?.number)
    slot(move.slot)
  }

  /// The card it stood under when it was taken back; 0 for the top, which is no card's number.
  private mutating func slot(_ slot: Slot?) {
    switch slot {
    case nil: return
    case .top: json.member("after", 0)
    case .under(let other): json.member("after", other.number)
    }
  }

  private mutating func activity(_ facts: Activity.Facts) {
    numbers("projects", facts.projects.map(\.number))
    json.member("kind", facts.kind.rawValue)
    json.member("on", facts.on.description)
    optional("place", facts.place)
    texts("sites", facts.sites)
    texts("lead", facts.lead)
    texts("counterparts", facts.counterparts)
    if let leader = facts.leader {
      json.key("leader")
      json.beginObject()
      json.member("name", leader.name)
      optional("title", leader.title)
      json.endObject()
    }
    texts("team", facts.team)
    optional("trip", facts.trip)
    optional("line", facts.line)
    if facts.times != 1 { json.member("times", facts.times) }
    optional("headcount", facts.headcount)
    optional("days", facts.days)
    optional("outcome", facts.outcome?.code)
    optional("outcome_text", facts.outcomeText)
    optional("note", facts.note)
    optional("unknown_members", facts.unknownMembers)
  }

  private mutating func milestone(_ facts: Milestone.Facts) {
    numbers("projects", facts.projects.map(\.number))
    json.member("kind", facts.kind.rawValue)
    json.member("on", facts.on.description)
    optional("name", facts.name)
    optional("subject", facts.subject)
    optional("cluster", facts.cluster)
    if facts.count != 1 { json.member("count", facts.count) }
    if let amount = facts.amount {
      json.key("amount")
      self.amount(amount)
    }
    optional("document", facts.document)
    optional("note", facts.note)
    optional("unknown_members", facts.unknownMembers)
  }

  private mutating func fieldChange(_ change: FieldChange) {
    json.beginObject()
    json.member("field", change.field.rawValue)
    if let old = change.old {
      json.key("old")
      fieldValue(old)
    }
    if let new = change.new {
      json.key("new")
      fieldValue(new)
    }
    json.endObject()
  }

  private mutating func fieldValue(_ value: FieldValue) {
    switch value {
    case .text(let text): json.string(text)
    case .list(let texts):
      json.beginArray()
      for text in texts { json.string(text) }
      json.endArray()
    case .amount(let amount): self.amount(amount)
    case .date(let date): json.string(date.description)
    case .kind(let kind): json.string(kind.rawValue)
    case .next(let step):
      json.beginObject()
      json.member("text", step.text)
      optional("due", step.due?.description)
      optional("who", step.who)
      json.endObject()
    }
  }

  private mutating func amount(_ amount: Amount) {
    switch amount {
    case .undisclosed: json.string("undisclosed")
    case .known(let money):
      json.beginObject()
      json.member("value", money.value)
      json.member("unit", money.unit.rawValue)
      json.member("currency", money.currency.code)
      json.endObject()
    }
  }

  private mutating func status(_ status: Status) {
    json.beginObject()
    json.member("is", status.kind.rawValue)
    switch status {
    case .ongoing: break
    case .onHold(let review, let reason):
      json.member("review", review.description)
      json.member("reason", reason)
    case .lost(let reason, let place, let note):
      json.member("reason", reason.rawValue)
      optional("place", place)
      optional("note", note)
    case .withdrawn(let reason), .archived(let reason): json.member("reason", reason)
    }
    json.endObject()
  }

  private mutating func entry(_ entry: DirectoryEntry) {
    json.beginObject()
    json.key(entry.key.kind.rawValue)
    json.beginObject()
    switch entry {
    case .organisation(let organisation):
      json.member("name", organisation.name)
      texts("aliases", organisation.aliases)
      optional("kind", organisation.kind)
      optional("credit_code", organisation.creditCode)
      optional("place", organisation.place)
      optional("note", organisation.note)
      optional("unknown_members", organisation.unknownMembers)
    case .person(let person):
      json.member("name", person.name)
      optional("organisation", person.organisation)
      optional("title", person.title)
      optional("phone", person.phone)
      optional("note", person.note)
      optional("unknown_members", person.unknownMembers)
    case .cluster(let cluster):
      json.member("name", cluster.name)
      texts("segments", cluster.segments)
      optional("target", cluster.target)
      optional("rd_place", cluster.researchPlace)
      optional("production_place", cluster.productionPlace)
      optional("note", cluster.note)
      optional("unknown_members", cluster.unknownMembers)
    }
    json.endObject()
    json.endObject()
  }

  // MARK: Members that may be missing

  private mutating func optional(_ name: String, _ text: String?) {
    if let text { json.member(name, text) }
  }

  private mutating func optional(_ name: String, _ number: (some BinaryInteger)?) {
    if let number { json.member(name, number) }
  }

  private mutating func texts(_ name: String, _ texts: [String]) {
    if texts.isEmpty { return }
    json.key(name)
    json.beginArray()
    for text in texts { json.string(text) }
    json.endArray()
  }

  private mutating func numbers(_ name: String, _ numbers: [UInt32]) {
    if numbers.isEmpty { return }
    json.key(name)
    json.beginArray()
    for number in numbers { json.integer(number) }
    json.endArray()
  }
}
