extension Pipeline {
  /// Makes a recorded event part of the state; cannot fail.
  ///
  /// An event that does not fit (a foreign or damaged history) changes what it can and nothing else.
  ///
  /// - Complexity: O(1), plus O(cards in the column) when a card enters or leaves one.
  package mutating func apply(_ recorded: RecordedEvent) {
    take(
      recorded.event, sequence: recorded.sequence, part: recorded.part, parts: recorded.parts,
      uid: recorded.by.uid)
  }

  /// Makes an event part of the state that nobody else holds, so that it is moved there and not
  /// copied: what its record says beside it, without the texts that no state keeps.
  package mutating func take(
    _ event: consuming Event, sequence: SequenceNumber, part: Int, parts: Int, uid: UInt32
  ) {
    version = sequence
    if part == parts - 1 {
      remember(
        event,
        CommitReference(
          first: SequenceNumber(sequence.number - UInt64(part)), count: parts, uid: uid))
    }
    apply(event, as: sequence, at: sequence)
  }

  /// Applies an event.
  ///
  /// - Parameters:
  ///   - sequence: The event that entries are to name: its own number, also when it is redone.
  ///   - now: The event being applied.
  mutating func apply(
    _ event: consuming Event, as sequence: SequenceNumber, at now: SequenceNumber
  ) {
    switch consume event {
    case .projectAdded(let added): add(added, sequence, now)
    case .fieldsChanged(let id, let changes):
      touch(id, now) { project in
        for change in changes { project[change.field] = change.new }
      }
    case .moved(let id, let move):
      meet(move.on)
      leaveColumn(id)
      touch(id, now) { project in
        project.entries.append(
          StageEntry(
            sequence: sequence, stage: move.to, from: move.from, on: move.on, kind: move.kind,
            reason: move.reason, evidence: move.evidence))
      }
      enterColumn(id, atTop: move.isToTop)
      settle(id, in: move.slot, now)
    case .statusChanged(let id, let change):
      meet(change.on)
      let wasOpen = openColumn(of: id) != nil
      if wasOpen && !change.new.isOpen { leaveColumn(id) }
      touch(id, now) { project in
        project.statuses.append(
          StatusEntry(
            sequence: sequence, status: change.new, on: change.on, reason: change.reason))
      }
      if !wasOpen && change.new.isOpen {
        enterColumn(id, atTop: true)
        settle(id, in: change.slot, now)
      }
    case .placed(let id, let placement): place(id, after: placement.newAfter, now)
    case .activityLogged(let id, let facts):
      guard activity(id) == nil else { return }
      meet(facts.on)
      let projects = facts.projects
      activities[id.number] = Activity(id: id, facts: facts, sequence: sequence)
      for project in projects {
        touch(project, now) { $0.activities.insert(id, inOrderOf: \.number) }
      }
    case .milestoneReached(let id, let facts):
      guard milestone(id) == nil else { return }
      meet(facts.on)
      let projects = facts.projects
      milestones[id.number] = Milestone(id: id, facts: facts, sequence: sequence)
      for project in projects {
        touch(project, now) { $0.milestones.insert(id, inOrderOf: \.number) }
      }
    case .noted(let id, let text, let on):
      touch(id, now) { project in
        project.notes.insert(
          Note(sequence: sequence, text: text, on: on), inOrderOf: \.sequence.number)
      }
    case .directoryChanged(let old, let new):
      if let key = (new ?? old)?.key { directory[key] = new }
    case .registerChanged(let change): take(change, now)
    case .undone(let undone, let event): revert(event, undone, at: now)
    case .storeRecovered, .reminded: break
    case .unknown:
      unknownEvents += 1
      lastUnknown = now
    }
  }

  private mutating func add(
    _ added: ProjectAdded, _ sequence: SequenceNumber, _ now: SequenceNumber
  ) {
    // A number is given once; a second card under it would stand in two columns.
    guard self[added.id] == nil else { return }
    meet(added.on)
    var project = Project(
      id: added.id, name: "", kind: .investment, investors: [], lead: [], owner: nil,
      industry: nil, cluster: nil, amount: nil, next: nil, tags: [], details: [],
      entries: [
        StageEntry(
          sequence: sequence, stage: added.stage, from: nil, on: added.on, kind: .start,
          reason: nil, evidence: [])
      ],
      statuses: [], activities: [], milestones: [], notes: [], version: now)
    for (field, value) in added.fields { project[field] = value }
    projects[added.id.number] = project
    enterColumn(added.id, atTop: false)
    settle(added.id, in: added.slot, now)
  }

  mutating func touch(
    _ id: ProjectID, _ now: SequenceNumber, _ change: (inout Project) -> Void
  ) {
    projects.update(id.number) { project in
      change(&project)
      project.version = now
    }
  }

  // MARK: Columns

  mutating func leaveColumn(_ id: ProjectID) {
    guard let column = openColumn(of: id) else { return }
    // An import that is taken back has the card that goes next on top or at the foot.
    if columns[column].first == id {
      columns[column].removeFirst()
    } else if let index = columns[column].lastIndex(of: id) {
      columns[column].remove(at: index)
    }
  }

  mutating func enterColumn(_ id: ProjectID, atTop: Bool) {
    guard let column = openColumn(of: id) else { return }
    columns[column].insert(id, at: atTop ? 0 : columns[column].count)
  }

  /// The index of the column that a card stands in, or should; nil when it is not on the board.
  private func openColumn(of id: ProjectID) -> Int? {
    projects.ask(id.number) { $0.status.isOpen ? $0.stage.index : nil } ?? nil
  }

  /// Puts a card right under another one, or on top; does nothing when the other is not there.
  mutating func place(_ id: ProjectID, after other: ProjectID?, _ now: SequenceNumber) {
    guard let column = openColumn(of: id) else { return }
    // From the end: an import that comes back has its cards there, a hundred thousand of them.
    if let other, other == id || columns[column].lastIndex(of: other) == nil { return }
    leaveColumn(id)
    let index = other.flatMap { columns[column].lastIndex(of: $0) }.map { $0 + 1 } ?? 0
    columns[column].insert(id, at: index)
    touch(id, now) { _ in }
  }

  /// Puts a card where it stood when it was taken away, if it says so.
  private mutating func settle(_ id: ProjectID, in slot: Slot?, _ now: SequenceNumber) {
    switch slot {
    case nil: return
    case .top: place(id, after: nil, now)
    case .under(let other): place(id, after: other, now)
    }
  }

  // MARK: Undo lists

  /// Files a finished commit under what can be undone or redone.
  private mutating func remember(_ event: Event, _ commit: CommitReference) {
    switch event {
    case .undone(_, .undone(let original, _)):
      // Undone last to first, so the last event of a redo names the undo's first event, and holds
      // the last event of the original commit.
      if case .undone(let undo, _) = event { redoable.removeAll { $0.first == undo } }
      let first = SequenceNumber(original.number - UInt64(commit.count - 1))
      undoable.removeAll { $0.first == first }
      undoable.append(
        CommitReference(
          first: first, count: commit.count, uid: commit.uid, latest: commit.first))
    case .undone(let original, _):
      undoable.removeAll { $0.first == original }
      redoable.append(commit)
    // Nobody's step: what could be taken back or done again before still can.
    case .storeRecovered, .reminded: break
    default:
      undoable.append(commit)
      // Many at a time: moving the list up for each event took an eighth of a replay.
      if undoable.count == Pipeline.undoLimit + Pipeline.undoSlack {
        undoable.removeFirst(Pipeline.undoSlack)
      }
      redoable.removeAll { $0.uid == commit.uid }
    }
  }
}

extension Array {
  /// Inserts a record by its number: at the end when it is new, at its old place when redone.
  mutating func insert(
    _ record: Element, inOrderOf number: (Element) -> some Comparable
  ) {
    let place = lastIndex { number($0) < number(record) }.map { $0 + 1 } ?? 0
    insert(record, at: place)
  }
}
