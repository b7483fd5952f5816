extension Pipeline {
  /// Takes a project for the same as another.
  ///
  /// The other gets the values it lacks, the names of both in its lists, the stages beyond its own,
  /// and what hangs on the project in the registers; the project keeps its own history and closes as
  /// a duplicate. All of it is told by events that every version knows, so each reads it alike.
  func merging(_ id: ProjectID, into other: ProjectID, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    let (gone, kept) = (try project(id), try project(other))
    if id == other { throw .register(.mergedWithItself(id)) }
    if !gone.status.isOpen { throw .closed(id, gone.status) }
    if kept.status.isRemoved { throw .register(.mergedIntoRemoved(other)) }
    // An open project would leave the board, and every figure of it, with one that is closed.
    if !kept.status.isOpen { throw .closed(other, kept.status) }
    try requireNotFuture(on, today: today)
    if on == .unknown { throw .dateMissing(id, .lost) }
    var merger = Merger(id, into: other, on: on)
    let (activities, milestones) = (Set(kept.activities), Set(kept.milestones))
    merger.activities = gone.activities.filter { !activities.contains($0) }.map(\.number)
    merger.milestones = gone.milestones.filter { !milestones.contains($0) }.map(\.number)
    var work = Imagination(self)
    work.add(try editing(kept, gathering(gone, into: kept, &merger)))
    work.add(rehanging(gone.id, onto: kept.id, &merger))
    let before = work.events.count
    let further = gone.entries(beyond: kept.furthest)
    for entry in further {
      work.add(work.pipeline.repeating(entry, of: gone, on: kept.id))
    }
    let known = Set(kept.notes.map { WrittenNote(text: $0.text, on: $0.on) })
    for note in gone.notes where !known.contains(WrittenNote(text: note.text, on: note.on)) {
      work.add([.noted(other, text: note.text, on: note.on)])
    }
    let steps = work.events.count - before
    merger.steps = steps == 0 ? [] : (1...UInt32(steps)).reversed()
    let status = Status.lost(.duplicate, place: nil, note: "\(other) \(kept.name)")
    work.add([
      work.pipeline.change(
        gone, to: try cleaned(status, id), on: further.firstDay(before: on), reason: nil),
      .registerChanged(
        RegisterChange(from: registers[RegisterEntry.merger(merger).key], to: .merger(merger))),
    ])
    return work.events
  }

  /// What a merger would carry over, and what it would leave behind; nil when it would be refused.
  package func imagineMerger(of id: ProjectID, into other: ProjectID, on: BusinessDate, today: Day)
    -> (merger: Merger, left: [LeftBehind])?
  {
    guard let events = try? merging(id, into: other, on: on, today: today),
      case .registerChanged(let change)? = events.last, case .merger(let merger)? = change.new
    else { return nil }
    var work = Imagination(self)
    work.add(events)
    return (merger, work.pipeline.leftBehind(by: merger))
  }

  /// What one project knows and the other does not.
  private func gathering(_ gone: Project, into kept: Project, _ merger: inout Merger)
    -> [FieldEdit]
  {
    var edits: [FieldEdit] = []
    for field in Field.editable {
      switch (field, kept[field], gone[field]) {
      case (.investors, let mine, .list(let theirs)?), (.tags, let mine, .list(let theirs)?):
        var items: [String] = []
        if case .list(let list) = mine { items = list }
        // One company under two spellings is one investor.
        let known = Set(items.map { ProjectKey($0) })
        // More than a field takes: the kept one's own go first.
        let new = theirs.filter { !known.contains(ProjectKey($0)) }
          .prefix(max(0, 64 - items.count))
        if new.isEmpty { continue }
        if field == .tags { merger.tags = Array(new) } else { merger.investors = Array(new) }
        edits.append(FieldEdit(field, to: .list(items + new)))
      case (_, nil, let value?):
        merger.fields.append(field.rawValue)
        edits.append(FieldEdit(field, to: value))
      default: continue
      }
    }
    return edits
  }

  /// A step of one project's way as a step of another's; nothing when it stands there already.
  private func repeating(_ entry: StageEntry, of gone: Project, on id: ProjectID) -> [Event] {
    guard let project = self[id], project.stage != entry.stage else { return [] }
    return [
      .moved(
        id,
        Move(
          from: project.stage, to: entry.stage, on: entry.on,
          kind: kind(from: project.stage, to: entry.stage),
          reason: entry.reason ?? "\(gone.id) \(gone.name)", evidence: [], isToTop: false,
          oldAfter: cardAbove(project)))
    ]
  }
}

/// A pipeline and the events that were thought of for it, each on what those before it made.
struct Imagination {
  private(set) var pipeline: Pipeline
  private(set) var events: [Event] = []

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  mutating func add(_ new: [Event]) {
    for event in new { pipeline.imagine(event) }
    events += new
  }
}

extension Project {
  /// The way it went from where it first came further than a stage.
  fileprivate func entries(beyond stage: Stage) -> ArraySlice<StageEntry> {
    entries.firstIndex { $0.stage > stage }.map { entries[$0...] } ?? []
  }
}

extension ArraySlice<StageEntry> {
  /// From when one project stands for both: the first day of the stages it took over, so that no
  /// picture of an earlier day counts them twice; the day of the merger when there are none.
  fileprivate func firstDay(before merger: BusinessDate) -> BusinessDate {
    var first = merger
    for entry in self {
      guard let day = entry.on.settled else { continue }
      if first.settled.map({ day < $0 }) ?? true { first = entry.on }
    }
    return first
  }
}

/// What two projects' notes are the same by.
private struct WrittenNote: Hashable {
  let text: String
  let on: BusinessDate
}
