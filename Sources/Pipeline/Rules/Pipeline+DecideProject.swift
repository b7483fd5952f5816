internal import SafeText

extension Pipeline {
  func adding(_ new: NewProject, today: Day) throws(Refusal) -> [Event] {
    try requireNotFuture(new.on, today: today)
    let fields = try cleaned(new.fields)
    guard case .text = fields[.name] else {
      throw .text(.field(.name), TextFault(.nothingVisible, at: 0))
    }
    guard case .list = fields[.investors] else {
      throw .missing(nil, entering: new.stage, [.organisation])
    }
    if new.stage == .signing, new.on == .unknown {
      throw .missing(nil, entering: .signing, [.signingDate])
    }
    var events = [
      Event.projectAdded(
        ProjectAdded(id: nextProject, fields: fields, stage: new.stage, on: new.on))
    ]
    for note in new.notes {
      events.append(.noted(nextProject, text: try requiredText(note, .note), on: .day(today)))
    }
    return events
  }

  /// The fields with a value, cleaned, with a kind.
  func cleaned(_ raw: [Field: FieldValue]) throws(Refusal) -> [Field: FieldValue] {
    // Nearly all are clean as they come, and then shared.
    var fields = raw
    for field in Field.ordered(raw) {
      let given = raw[field]
      let value = try value(given, of: field)
      if value != given { fields[field] = value }
    }
    if fields[.kind] == nil { fields[.kind] = .kind(.investment) }
    return fields
  }

  func editing(_ project: Project, _ edits: [FieldEdit]) throws(Refusal) -> [Event] {
    // A field named twice takes its last value, as one change: each change must be undoable.
    var edited = project
    var order: [Field] = []
    for edit in edits {
      let new = try value(edit.value, of: edit.field)
      let old = project[edit.field]
      if case .value(let expected) = edit.expected, new != old,
        !isSame(expected, as: old, of: edit.field)
      {
        throw .conflict(project.id, edit.field, theirs: old, mine: new)
      }
      if new == nil {
        switch edit.field {
        case .name: throw .text(.field(.name), TextFault(.nothingVisible, at: 0))
        case .investors: throw .missing(project.id, entering: project.stage, [.organisation])
        case .kind: continue
        default: break
        }
      }
      edited[edit.field] = new
      if !order.contains(edit.field) { order.append(edit.field) }
    }
    let changes = order.filter { edited[$0] != project[$0] }.map { field in
      FieldChange(field: field, old: project[field], new: edited[field])
    }
    return changes.isEmpty ? [] : [.fieldsChanged(project.id, changes)]
  }

  /// Whether what a person saw is what is there; what they typed is taken as it would be stored.
  private func isSame(_ seen: FieldValue?, as old: FieldValue?, of field: Field) -> Bool {
    if seen == old { return true }
    do { return try value(seen, of: field) == old } catch { return false }
  }

  func reordering(_ project: Project, _ way: Command.Reordering) throws(Refusal) -> [Event] {
    let column = columns[project.stage.index]
    guard let index = column.firstIndex(of: project.id) else {
      throw .closed(project.id, project.status)
    }
    let oldAfter = index > 0 ? column[index - 1] : nil
    let newAfter: ProjectID?
    switch way {
    case .up:
      guard index > 0 else { throw .lastInColumn(project.id) }
      newAfter = index > 1 ? column[index - 2] : nil
    case .down:
      guard index + 1 < column.count else { throw .lastInColumn(project.id) }
      newAfter = column[index + 1]
    case .under(let above):
      if let above, above == project.id || !column.contains(above) {
        let other = try self.project(above)
        // It was in this column when somebody aimed at it.
        throw other.status.isOpen
          ? .movedMeanwhile(above, now: other.stage) : .closed(above, other.status)
      }
      if above == oldAfter { return [] }
      newAfter = above
    }
    return [.placed(project.id, Placement(oldAfter: oldAfter, newAfter: newAfter))]
  }
}
