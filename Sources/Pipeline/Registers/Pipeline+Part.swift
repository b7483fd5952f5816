extension Pipeline {
  /// Takes a merger back when the project is reopened: what the other one got by it goes back.
  ///
  /// What was changed since stays as it is now. Nothing when there was no merger.
  func parting(_ gone: Project) throws(Refusal) -> [Event] {
    guard let merger = merger(of: gone.id), let kept = self[merger.into] else { return [] }
    if let further = self.merger(of: kept.id) {
      throw .register(.mergedFurther(kept.id, into: further.into))
    }
    let removal = RegisterChange(removing: .merger(merger))
    var uses = RegisterUses()
    switch obstacle(toTaking: removal, &uses) {
    case nil: break
    case .inUse(let other) where other != kept.id:
      throw .register(.mergedFurther(kept.id, into: other))
    default: throw .register(.mergerInUse(kept.id))
    }
    // First, so that the step is not taken for an undo: what is undone stands in the middle of it.
    var work = Imagination(self)
    work.add([.registerChanged(removal)])
    try work.retrace(merger, closing: gone, on: kept)
    work.closeAnew(gone, on: merger.on)
    work.add(try editing(kept, giving(back: merger, gone, kept)))
    work.add(work.pipeline.returning(merger))
    return work.events
  }

  /// The fields a merger filled, as they were, unless they hold something else by now.
  private func giving(back merger: Merger, _ gone: Project, _ kept: Project) -> [FieldEdit] {
    var edits = merger.fields.compactMap(Field.init(rawValue:)).filter { kept[$0] == gone[$0] }
      .map { FieldEdit($0, to: nil) }
    let investors = kept.investors.filter { !merger.investors.contains($0) }
    if !investors.isEmpty { edits.append(FieldEdit(.investors, to: .list(investors))) }
    let tags = kept.tags.filter { !merger.tags.contains($0) }
    edits.append(FieldEdit(.tags, to: tags.isEmpty ? nil : .list(tags)))
    return edits
  }
}

extension Imagination {
  /// Takes back the stages and notes that a merger repeated.
  fileprivate mutating func retrace(_ merger: Merger, closing gone: Project, on kept: Project)
    throws(Refusal)
  {
    let closing = gone.statuses.last { $0.status.isDuplicate }?.sequence.number ?? 0
    let steps = Set(merger.steps.map { SequenceNumber(closing &- UInt64($0)) })
    let entries = kept.entries.filter { steps.contains($0.sequence) }
    if !entries.isEmpty {
      if !kept.status.isOpen { throw .closed(kept.id, kept.status) }
      if Array(kept.entries.suffix(entries.count)) != entries {
        throw .register(.movedSinceMerger(kept.id))
      }
    }
    for note in kept.notes.reversed() where steps.contains(note.sequence) {
      add([.undone(note.sequence, .noted(kept.id, text: note.text, on: note.on))])
    }
    for entry in entries.reversed() {
      let move = Move(
        from: entry.from ?? entry.stage, to: entry.stage, on: entry.on, kind: entry.kind,
        reason: entry.reason, evidence: entry.evidence, isToTop: false, oldAfter: nil)
      add([.undone(entry.sequence, pipeline.keepingPlace(.moved(kept.id, move)))])
    }
  }

  /// Closes a project on the day of the merger instead of the day since which the other one stood
  /// for both: between the two it would be missing in every figure, now that the other one has given
  /// its stages back.
  fileprivate mutating func closeAnew(_ gone: Project, on day: BusinessDate) {
    guard let first = gone.statuses.lastIndex(where: { $0.status.isDuplicate }),
      gone.statuses[first].on != day
    else { return }
    // It may have been filed away since.
    for place in (first..<gone.statuses.count).reversed() {
      let closed = gone.statuses[place]
      let change = StatusChange(
        old: place > 0 ? gone.statuses[place - 1].status : .ongoing, new: closed.status,
        on: closed.on, reason: closed.reason, oldAfter: nil)
      add([.undone(closed.sequence, pipeline.keepingPlace(.statusChanged(gone.id, change)))])
    }
    for closed in gone.statuses[first...] {
      guard let open = pipeline[gone.id] else { return }
      add([
        pipeline.change(
          open, to: closed.status, on: closed.status.isDuplicate ? day : closed.on,
          reason: closed.reason)
      ])
    }
  }
}

/// What a project that was merged keeps to itself, because the other one has its own.
package enum LeftBehind: Hashable, Sendable {
  case field(Field, FieldValue)
  /// A stage that it alone reached, or reached before the other one.
  case stage(Stage, BusinessDate)
  /// It was on hold, and the other one is not.
  case hold(Status)
  case decision(Decision)
  case phase(Phase)
  case handOver(HandOver)
}

extension Pipeline {
  /// What a merger left with the one that is gone, and so outside every figure.
  package func leftBehind(by merger: Merger) -> [LeftBehind] {
    guard let gone = self[merger.project], let kept = self[merger.into] else { return [] }
    let shared: [Field] = [.name, .investors, .tags]
    var left = Field.editable.filter { !shared.contains($0) && gone[$0] != kept[$0] }
      .compactMap { field in gone[field].map { LeftBehind.field(field, $0) } }
    for stage in Stage.allCases {
      guard let theirs = gone.entries.first(where: { $0.stage == stage })?.on else { continue }
      let mine = kept.entries.first { $0.stage == stage }?.on
      let isEarlier =
        if let theirs = theirs.settled, let mine = mine?.settled { theirs < mine } else { false }
      if mine == nil || isEarlier { left.append(.stage(stage, theirs)) }
    }
    let before = gone.statuses.lastIndex { $0.status.isDuplicate }.flatMap { place in
      place > 0 ? gone.statuses[place - 1].status : nil
    }
    if let before, before.kind == .hold, kept.status.kind != .hold { left.append(.hold(before)) }
    // One that was exchanged for the other's is no loss.
    left += decisions(of: gone.id).filter { !merger.decisions.contains($0.name) }
      .map(LeftBehind.decision)
    left += phases.filter { $0.project == gone.id && !merger.phases.contains($0.name) }.map(
      LeftBehind.phase)
    left += handOvers.filter { $0.project == gone.id && $0.answer == nil }.map(LeftBehind.handOver)
    return left
  }
}
