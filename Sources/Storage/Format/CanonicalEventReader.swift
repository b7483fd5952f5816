internal import Pipeline

/// Reads the frequent kinds of event in the form in which ``EventWriter`` writes them: members in
/// its order, no escapes, no blanks.
///
/// It compares bytes and asks no scanner. Whatever is not written so, and whatever a rule refuses,
/// is left to ``EventReader``, which reads every form and gives an equal event for this one.
struct CanonicalEventReader {
  var bytes: CanonicalBytes
  let lists: RepeatedLists

  /// The event whose members come next; nil when they are written in another way.
  mutating func event(_ kind: Event.Kind) -> Event? {
    switch kind {
    case .activityLogged: activityLogged()
    case .moved: moved()
    case .projectAdded: projectAdded()
    case .noted: noted()
    case .fieldsChanged: fieldsChanged()
    case .statusChanged: statusChanged()
    case .placed: placed()
    case .milestoneReached, .directoryChanged, .registerChanged, .storeRecovered, .reminded,
      .undone:
      nil
    }
  }

  // MARK: Kinds

  private mutating func activityLogged() -> Event? {
    bytes.force("{\"activity\":")
    let id = ActivityID(bytes.number32())
    var projects: [ProjectID] = []
    if bytes.take(",\"projects\":[") { projects = numbers(ProjectID.init) }
    bytes.force(",\"kind\":\"")
    guard let kind = Words.activities.value(bytes.plainText()), bytes.take(",\"on\":\""),
      let on = date()
    else { return nil }
    var facts = Activity.Facts(projects: projects, kind: kind, on: on)
    if bytes.take(",\"place\":\"") { facts.place = bytes.text() }
    if bytes.take(",\"sites\":[") { facts.sites = texts() }
    if bytes.take(",\"lead\":[") { facts.lead = texts() }
    if bytes.take(",\"counterparts\":[") { facts.counterparts = texts() }
    if bytes.take(",\"leader\":{\"name\":\"") {
      facts.leader = Leader(name: bytes.text(), title: nil)
      if bytes.take(",\"title\":\"") { facts.leader?.title = bytes.text() }
      bytes.force("}")
    }
    if bytes.take(",\"team\":[") { facts.team = texts() }
    if bytes.take(",\"trip\":\"") { facts.trip = bytes.text() }
    if bytes.take(",\"line\":\"") { facts.line = bytes.text() }
    if bytes.take(",\"times\":") { facts.times = Int(bytes.number32()) }
    if bytes.take(",\"headcount\":") { facts.headcount = Int(bytes.number32()) }
    if bytes.take(",\"days\":") { facts.days = Int(bytes.number32()) }
    if bytes.take(",\"outcome\":\"") {
      guard let outcome = Words.outcomes.value(bytes.plainText()) else { return nil }
      facts.outcome = outcome
    }
    if bytes.take(",\"outcome_text\":\"") { facts.outcomeText = bytes.text() }
    if bytes.take(",\"note\":\"") { facts.note = bytes.text() }
    return isFinished ? .activityLogged(id, facts) : nil
  }

  private mutating func moved() -> Event? {
    let id = project()
    bytes.force(",\"from\":\"")
    let from = Words.stages.value(bytes.plainText())
    bytes.force(",\"to\":\"")
    let to = Words.stages.value(bytes.plainText())
    guard let from, let to, bytes.take(",\"on\":\""), let on = date(), bytes.take(",\"step\":\""),
      let kind = Words.moveKinds.value(bytes.plainText())
    else { return nil }
    var move = Move(
      from: from, to: to, on: on, kind: kind, reason: nil, evidence: [], isToTop: false,
      oldAfter: nil)
    if bytes.take(",\"reason\":\"") { move.reason = bytes.text() }
    if bytes.take(",\"evidence\":[") { move.evidence = numbers(ActivityID.init) }
    if bytes.take(",\"top\":true") { move.isToTop = true }
    move.oldAfter = oldAfter()
    return isFinished ? .moved(id, move) : nil
  }

  private mutating func projectAdded() -> Event? {
    let id = project()
    bytes.force(",\"stage\":\"")
    guard let stage = Words.stages.value(bytes.plainText()), bytes.take(",\"on\":\""),
      let on = date(), bytes.take(",\"fields\":{")
    else { return nil }
    var fields: [Field: FieldValue] = [:]
    fields.reserveCapacity(12)
    if !bytes.take("}") {
      repeat {
        bytes.force("\"")
        guard let field = Words.fields.value(bytes.plainText()), bytes.take(":"),
          let value = value(of: field), fields.updateValue(value, forKey: field) == nil
        else { return nil }
      } while bytes.take(",")
      bytes.force("}")
    }
    guard isFinished else { return nil }
    return .projectAdded(ProjectAdded(id: id, fields: fields, stage: stage, on: on))
  }

  private mutating func noted() -> Event? {
    let id = project()
    bytes.force(",\"text\":\"")
    let text = bytes.text()
    guard bytes.take(",\"on\":\""), let on = date(), isFinished else { return nil }
    return .noted(id, text: text, on: on)
  }

  private mutating func fieldsChanged() -> Event? {
    let id = project()
    var changes: [FieldChange] = []
    bytes.force(",\"changes\":[")
    repeat {
      bytes.force("{\"field\":\"")
      guard let field = Words.fields.value(bytes.plainText()) else { return nil }
      var change = FieldChange(field: field, old: nil, new: nil)
      if bytes.take(",\"old\":") {
        guard let value = value(of: field) else { return nil }
        change.old = value
      }
      if bytes.take(",\"new\":") {
        guard let value = value(of: field) else { return nil }
        change.new = value
      }
      bytes.force("}")
      changes.append(change)
    } while bytes.take(",")
    bytes.force("]")
    return isFinished ? .fieldsChanged(id, changes) : nil
  }

  /// The two most frequent changes of status: lost, and back again.
  private mutating func statusChanged() -> Event? {
    let id = project()
    guard bytes.take(",\"old\":"), let old = status(), bytes.take(",\"new\":"), let new = status(),
      bytes.take(",\"on\":\""), let on = date()
    else { return nil }
    var change = StatusChange(old: old, new: new, on: on, reason: nil)
    if bytes.take(",\"reason\":\"") { change.reason = bytes.text() }
    change.oldAfter = oldAfter()
    return isFinished ? .statusChanged(id, change) : nil
  }

  private mutating func status() -> Status? {
    if bytes.take("{\"is\":\"ongoing\"}") { return .ongoing }
    guard bytes.take("{\"is\":\"lost\",\"reason\":\""),
      let reason = Words.losses.value(bytes.plainText())
    else { return nil }
    let place = bytes.take(",\"place\":\"") ? bytes.text() : nil
    let note = bytes.take(",\"note\":\"") ? bytes.text() : nil
    bytes.force("}")
    return .lost(reason, place: place, note: note)
  }

  private mutating func placed() -> Event? {
    let id = project()
    var placement = Placement(oldAfter: oldAfter(), newAfter: nil)
    if bytes.take(",\"after\":") { placement.newAfter = ProjectID(bytes.number32()) }
    return isFinished ? .placed(id, placement) : nil
  }

  // MARK: Values

  /// Takes the brace that ends the members; whether all was as it had to be.
  private var isFinished: Bool {
    mutating get {
      bytes.force("}")
      return bytes.isSound
    }
  }

  private mutating func project() -> ProjectID {
    bytes.force("{\"project\":")
    return ProjectID(bytes.number32())
  }

  private mutating func oldAfter() -> ProjectID? {
    bytes.take(",\"old_after\":") ? ProjectID(bytes.number32()) : nil
  }

  /// A date behind its opening quote; one of another form than a day is left to others.
  private mutating func date() -> BusinessDate? { day().map(BusinessDate.day) }

  private mutating func day() -> Day? {
    let text = bytes.plainText()
    return text.count == 10 ? EventReader.day(text, at: 0) : nil
  }

  /// Numbers behind the opening bracket.
  private mutating func numbers<Value>(_ make: (UInt32) -> Value) -> [Value] {
    let first = make(bytes.number32())
    if bytes.take("]") { return [first] }
    var values = [first]
    while bytes.take(",") { values.append(make(bytes.number32())) }
    bytes.force("]")
    return values
  }

  /// Texts behind the opening bracket.
  private mutating func texts() -> [String] {
    let start = bytes.position
    var again = bytes
    repeat {
      bytes.force("\"")
      _ = bytes.plainText()
    } while bytes.take(",")
    bytes.force("]")
    guard bytes.isSound else { return [] }
    let texts = lists.list(bytes.bytes(from: start)) {
      var texts: [String] = []
      repeat {
        again.force("\"")
        texts.append(again.text())
      } while again.take(",")
      return again.isSound ? texts : nil
    }
    if texts == nil { bytes.fail() }
    return texts ?? []
  }

  private mutating func value(of field: Field) -> FieldValue? {
    switch field.form {
    case .name, .line, .note, .json: bytes.take("\"") ? .text(bytes.text()) : nil
    case .list: bytes.take("[") ? .list(texts()) : nil
    case .amount: amount().map(FieldValue.amount)
    case .date: bytes.take("\"") ? date().map(FieldValue.date) : nil
    case .kind:
      bytes.take("\"") ? Words.projectKinds.value(bytes.plainText()).map(FieldValue.kind) : nil
    case .next: nextStep().map(FieldValue.next)
    }
  }

  private mutating func nextStep() -> NextStep? {
    guard bytes.take("{\"text\":\"") else { return nil }
    var step = NextStep(text: bytes.text(), due: nil)
    if bytes.take(",\"due\":\"") {
      guard let due = day() else { return nil }
      step.due = due
    }
    if bytes.take(",\"who\":\"") { step.who = bytes.text() }
    bytes.force("}")
    return step
  }

  private mutating func amount() -> Amount? {
    if bytes.take("\"undisclosed\"") { return .undisclosed }
    guard bytes.take("{\"value\":\"") else { return nil }
    let value = bytes.plainText()
    guard bytes.take(",\"unit\":\""), let unit = Words.units.value(bytes.plainText()),
      bytes.take(",\"currency\":\"CNY\"}"),
      let money = Money(canonical: value, unit: unit, currency: .yuan)
    else { return nil }
    return .known(money)
  }
}
