internal import JSON
internal import Pipeline

extension EventReader {
  mutating func projectAdded() throws(JSONFault) -> Event {
    var id: ProjectID?
    var stage: Stage?
    var on: BusinessDate?
    var fields: [Field: FieldValue] = [:]
    var slot: Slot?
    fields.reserveCapacity(12)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "stage": stage = try word(Words.stages)
      case "on": on = try date()
      case "after": slot = try self.slot()
      case "fields":
        try json.beginObject()
        while let name = try json.nextMember() {
          // A field of a newer version is passed over; it stays in the record.
          guard let field = Words.fields.value(name.bytes) else {
            try json.skipValue()
            continue
          }
          fields[field] = try fieldValue(field)
        }
      default: try json.skipValue()
      }
    }
    var added = ProjectAdded(
      id: try required(id), fields: fields, stage: try required(stage), on: try required(on))
    added.slot = slot
    return .projectAdded(added)
  }

  /// Where a card stood: under another one, or with 0 at the top.
  private mutating func slot() throws(JSONFault) -> Slot {
    let other = try project()
    return other.number == 0 ? .top : .under(other)
  }

  mutating func fieldsChanged() throws(JSONFault) -> Event {
    var id: ProjectID?
    var changes: [FieldChange] = []
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "changes":
        try json.beginArray()
        while try json.nextElement() {
          if let change = try fieldChange() { changes.append(change) }
        }
      default: try json.skipValue()
      }
    }
    return .fieldsChanged(try required(id), changes)
  }

  /// A change; nil when it is of a field that only a newer version knows.
  private mutating func fieldChange() throws(JSONFault) -> FieldChange? {
    var field: Field?
    var change = FieldChange(field: .name, old: nil, new: nil)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "field":
        if let bytes = try json.plainString() { field = Words.fields.value(bytes) }
      case "old":
        if let field { change.old = try fieldValue(field) } else { try json.skipValue() }
      case "new":
        if let field { change.new = try fieldValue(field) } else { try json.skipValue() }
      default: try json.skipValue()
      }
    }
    guard let field else { return nil }
    change.field = field
    return change
  }

  mutating func moved() throws(JSONFault) -> Event {
    var id: ProjectID?
    var (from, to): (Stage?, Stage?)
    var on: BusinessDate?
    var kind: MoveKind?
    var reason: String?
    var evidence: [ActivityID] = []
    var isToTop = false
    var oldAfter: ProjectID?
    var slot: Slot?
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "from": from = try word(Words.stages)
      case "to": to = try word(Words.stages)
      case "on": on = try date()
      case "step": kind = try word(Words.moveKinds)
      case "reason": reason = try json.string()
      case "evidence": evidence = try numbers(ActivityID.init)
      case "top": isToTop = try json.bool()
      case "old_after": oldAfter = try project()
      case "after": slot = try self.slot()
      default: try json.skipValue()
      }
    }
    var move = Move(
      from: try required(from), to: try required(to), on: try required(on),
      kind: try required(kind), reason: reason, evidence: evidence, isToTop: isToTop,
      oldAfter: oldAfter)
    move.slot = slot
    return .moved(try required(id), move)
  }

  mutating func statusChanged() throws(JSONFault) -> Event {
    var id: ProjectID?
    var (old, new): (Status?, Status?)
    var on: BusinessDate?
    var reason: String?
    var oldAfter: ProjectID?
    var slot: Slot?
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "old": old = try status()
      case "new": new = try status()
      case "on": on = try date()
      case "reason": reason = try json.string()
      case "old_after": oldAfter = try project()
      case "after": slot = try self.slot()
      default: try json.skipValue()
      }
    }
    var change = StatusChange(
      old: try required(old), new: try required(new), on: try required(on), reason: reason,
      oldAfter: oldAfter)
    change.slot = slot
    return .statusChanged(try required(id), change)
  }

  private mutating func status() throws(JSONFault) -> Status {
    var kind: Status.Kind?
    var review: Day?
    var (reason, place, note): (String?, String?, String?)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "is": kind = try word(Words.statuses)
      case "review": review = try day()
      case "reason": reason = try json.string()
      case "place": place = try json.string()
      case "note": note = try json.string()
      default: try json.skipValue()
      }
    }
    switch try required(kind) {
    case .ongoing: return .ongoing
    case .hold: return .onHold(review: try required(review), reason: try required(reason))
    case .lost:
      let code = LossReason(rawValue: try required(reason))
      return .lost(try required(code), place: place, note: note)
    case .withdrawn: return .withdrawn(reason: try required(reason))
    case .archived: return .archived(reason: try required(reason))
    }
  }

  mutating func placed() throws(JSONFault) -> Event {
    var id: ProjectID?
    var placement = Placement(oldAfter: nil, newAfter: nil)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "old_after": placement.oldAfter = try project()
      case "after": placement.newAfter = try project()
      default: try json.skipValue()
      }
    }
    return .placed(try required(id), placement)
  }

  mutating func noted() throws(JSONFault) -> Event {
    var id: ProjectID?
    var text: String?
    var on: BusinessDate?
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "project": id = try project()
      case "text": text = try json.string()
      case "on": on = try date()
      default: try json.skipValue()
      }
    }
    return .noted(try required(id), text: try required(text), on: try required(on))
  }

  mutating func undone() throws(JSONFault) -> Event {
    var sequence: UInt64?
    var body = Body()
    try json.beginObject()
    while let key = try json.nextMember() {
      if try take(key, &body) { continue }
      switch key {
      case "seq": sequence = try json.integer()
      default: try json.skipValue()
      }
    }
    return .undone(SequenceNumber(try required(sequence)), try event(of: body))
  }
}
