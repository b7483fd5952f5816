extension Pipeline {
  /// Takes a project for the same as another.
  ///
  /// The other gets the values it lacks, the names of both in its lists, and the activities and
  /// milestones of both; the project keeps its own history and closes as a duplicate.
  func merging(_ id: ProjectID, into other: ProjectID, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    let (gone, kept) = (try project(id), try project(other))
    if id == other { throw .register(.mergedWithItself(id)) }
    if !gone.status.isOpen { throw .closed(id, gone.status) }
    if kept.status.isRemoved { throw .register(.mergedIntoRemoved(other)) }
    try requireNotFuture(on, today: today)
    if on == .unknown { throw .dateMissing(id, .lost) }
    var merger = Merger(id, into: other, on: on)
    merger.activities = gone.activities.filter { !kept.activities.contains($0) }.map(\.number)
    merger.milestones = gone.milestones.filter { !kept.milestones.contains($0) }.map(\.number)
    let status = Status.lost(.duplicate, place: nil, note: "\(other) \(kept.name)")
    return try editing(kept, gathering(gone, into: kept)) + [
      change(gone, to: try cleaned(status, id), on: on, reason: nil),
      .registerChanged(
        RegisterChange(
          from: registers[RegisterEntry.merger(merger).key], to: .merger(merger))),
    ]
  }

  /// What one project knows and the other does not.
  private func gathering(_ gone: Project, into kept: Project) -> [FieldEdit] {
    Field.editable.compactMap { field in
      switch (field, kept[field], gone[field]) {
      case (_, nil, let value?): return FieldEdit(field, to: value)
      case (.investors, .list(let mine)?, .list(let theirs)?),
        (.tags, .list(let mine)?, .list(let theirs)?):
        // One company under two spellings is one investor.
        let known = Set(mine.map { ProjectKey($0) })
        let new = theirs.filter { !known.contains(ProjectKey($0)) }
        // More than a field takes: the kept one's own go first.
        return new.isEmpty ? nil : FieldEdit(field, to: .list(Array((mine + new).prefix(64))))
      default: return nil
      }
    }
  }

  /// Takes a merger back when the project is reopened; nothing when there was none.
  func parting(_ id: ProjectID) throws(Refusal) -> [Event] {
    guard let merger = merger(of: id) else { return [] }
    let change = RegisterChange(removing: .merger(merger))
    if obstacle(toTaking: change) != nil { throw .register(.mergerInUse(merger.into)) }
    return [.registerChanged(change)]
  }
}
