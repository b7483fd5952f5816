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
    return [
      .projectAdded(
        ProjectAdded(id: nextProject, fields: fields, stage: new.stage, on: new.on))
    ]
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
      if case .value(let expected) = edit.expected, expected != old, new != old {
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

  func placing(_ project: Project, _ direction: Command.Direction) throws(Refusal) -> [Event] {
    let column = columns[project.stage.index]
    guard let index = column.firstIndex(of: project.id) else {
      throw .closed(project.id, project.status)
    }
    let oldAfter = index > 0 ? column[index - 1] : nil
    let newAfter: ProjectID?
    switch direction {
    case .up:
      guard index > 0 else { throw .lastInColumn(project.id) }
      newAfter = index > 1 ? column[index - 2] : nil
    case .down:
      guard index + 1 < column.count else { throw .lastInColumn(project.id) }
      newAfter = column[index + 1]
    }
    return [.placed(project.id, Placement(oldAfter: oldAfter, newAfter: newAfter))]
  }

  func putting(_ project: Project, under above: ProjectID?) throws(Refusal) -> [Event] {
    let column = columns[project.stage.index]
    guard column.contains(project.id) else { throw .closed(project.id, project.status) }
    if let above, above == project.id || !column.contains(above) {
      let other = try self.project(above)
      // It was in this column when somebody aimed at it.
      throw other.status.isOpen
        ? .movedMeanwhile(above, now: other.stage) : .closed(above, other.status)
    }
    let old = cardAbove(project)
    return old == above ? [] : [.placed(project.id, Placement(oldAfter: old, newAfter: above))]
  }

  func saving(_ entry: DirectoryEntry) throws(Refusal) -> [Event] {
    let cleaned = try cleaned(entry)
    let old = directory[cleaned.key]
    return old == cleaned ? [] : [.directoryChanged(old: old, new: cleaned)]
  }

  private func cleaned(_ entry: DirectoryEntry) throws(Refusal) -> DirectoryEntry {
    func line(_ raw: String?) throws(Refusal) -> String? {
      try raw.flatMap { raw throws(Refusal) in try text(raw, .note) }
    }
    func name(_ raw: String) throws(Refusal) -> String {
      guard let name = try text(raw, .name, rule: .name) else {
        throw .text(.name, TextFault(.nothingVisible, at: 0))
      }
      return name
    }
    switch entry {
    case .organisation(var organisation):
      organisation.name = try name(organisation.name)
      organisation.aliases = try texts(organisation.aliases, .name)
      organisation.kind = try line(organisation.kind)
      organisation.creditCode = try line(organisation.creditCode)
      organisation.place = try line(organisation.place)
      organisation.note = try line(organisation.note)
      return .organisation(organisation)
    case .person(var person):
      person.name = try name(person.name)
      person.organisation = try line(person.organisation)
      person.title = try line(person.title)
      person.phone = try line(person.phone)
      person.note = try line(person.note)
      return .person(person)
    case .cluster(var cluster):
      cluster.name = try name(cluster.name)
      cluster.segments = try texts(cluster.segments, .name)
      cluster.target = try line(cluster.target)
      cluster.researchPlace = try line(cluster.researchPlace)
      cluster.productionPlace = try line(cluster.productionPlace)
      cluster.note = try line(cluster.note)
      return .cluster(cluster)
    }
  }
}
