extension Pipeline {
  /// Works out the events that take a commit back, last event first.
  ///
  /// An event can be taken back while the state still holds what it wrote, and nothing that this
  /// version cannot read may rest on it.
  ///
  /// - Complexity: O(events in the commit), and one pass over the registers where it made projects or
  ///   matters.
  func undoing(_ events: [RecordedEvent]) throws(Refusal) -> [Event] {
    guard !events.isEmpty else { throw .nothingToUndo }
    var imagined = self
    var undone: [Event] = []
    var uses = RegisterUses()
    for recorded in events.reversed() {
      // Taking a redo back is taking the first event back once more, so that events never nest
      // deeper than a redo however often somebody goes to and fro.
      let (sequence, taken): (SequenceNumber, Event) =
        if case .undone(_, .undone(let original, let event)) = recorded.event {
          (original, event)
        } else {
          (recorded.sequence, recorded.event)
        }
      let obstacle =
        imagined.newerObstacle(to: taken, sequence)
        ?? imagined.obstacle(to: taken, sequence, &uses)
      if let obstacle {
        throw .cannotUndo(recorded.sequence, obstacle)
      }
      let event = Event.undone(sequence, imagined.keepingPlace(taken))
      undone.append(event)
      imagined.imagine(event)
      uses.follow(event)
    }
    return undone
  }

  /// An event about to be taken back, with the place its card has now: what was undone is done again
  /// at that place, and what is done again goes back to it.
  func keepingPlace(_ event: Event) -> Event {
    switch event {
    case .projectAdded(var added):
      added.slot = slot(of: added.id)
      return .projectAdded(added)
    case .moved(let id, var move):
      move.slot = slot(of: id)
      return .moved(id, move)
    case .statusChanged(let id, var change) where change.new.isOpen && !change.old.isOpen:
      change.slot = slot(of: id)
      return .statusChanged(id, change)
    case .undone(let original, .moved(let id, var move)):
      move.oldAfter = self[id].flatMap(cardAbove)
      return .undone(original, .moved(id, move))
    case .undone(let original, .statusChanged(let id, var change)):
      change.oldAfter = self[id].flatMap(cardAbove)
      return .undone(original, .statusChanged(id, change))
    default: return event
    }
  }

  /// Where a card stands; nil off the board.
  private func slot(of id: ProjectID) -> Slot? {
    guard let project = self[id], project.status.isOpen else { return nil }
    return cardAbove(project).map(Slot.under) ?? .top
  }

  /// Whether a record that this version does not know may rest on an event, which then stays; nil
  /// when none can.
  ///
  /// Such a record may name whatever was there when it was written, and nothing tells us what.
  private func newerObstacle(to event: Event, _ sequence: SequenceNumber) -> UndoObstacle? {
    lastUnknown > sequence && event.makesNameable ? .inNewerUse(lastUnknown) : nil
  }

  /// What stands in the way of taking one event back; nil when nothing does.
  private func obstacle(
    to event: Event, _ sequence: SequenceNumber, _ uses: inout RegisterUses
  ) -> UndoObstacle? {
    switch event {
    case .projectAdded(let added):
      guard let project = self[added.id] else { return .gone }
      let isUntouched =
        project.entries.count == 1 && project.statuses.isEmpty && project.activities.isEmpty
        && project.milestones.isEmpty && project.notes.isEmpty
        && !uses.speak(of: added.id, registers)
      if !isUntouched { return .inUse(added.id) }
      for field in Field.allCases where project[field] != added.fields[field] {
        return .fieldChanged(added.id, field)
      }
      return nil
    case .fieldsChanged(let id, let changes):
      guard let project = self[id] else { return .gone }
      for change in changes where project[change.field] != change.new {
        return .fieldChanged(id, change.field)
      }
      return nil
    case .moved(let id, _):
      guard let project = self[id] else { return .gone }
      return project.entries.last?.sequence == sequence && project.status.isOpen
        ? nil : .changedSince(id)
    case .statusChanged(let id, let change):
      guard let project = self[id] else { return .gone }
      if project.statuses.last?.sequence != sequence { return .changedSince(id) }
      // Only a reopened card could move; it must not end up closed further on than it was.
      let hasMoved = project.entries.contains { $0.sequence > sequence }
      return hasMoved && !change.old.isOpen ? .changedSince(id) : nil
    case .placed(let id, let placement):
      guard let project = self[id] else { return .gone }
      return canPlace(project, from: placement.newAfter, to: placement.oldAfter)
        ? nil : .changedSince(id)
    case .activityLogged(let id, let facts):
      guard let logged = activity(id) else { return .gone }
      // Only a merger changes what an activity says.
      if logged.facts != facts { return .inUse(logged.facts.projects.last ?? ProjectID(0)) }
      let user = facts.projects.first { project in
        self[project]?.entries.contains { $0.evidence.contains(id) } ?? false
      }
      return user.map(UndoObstacle.inUse)
    case .milestoneReached(let id, let facts):
      guard let reached = milestone(id) else { return .gone }
      return reached.facts == facts ? nil : .inUse(reached.facts.projects.last ?? ProjectID(0))
    case .noted(let id, _, _):
      guard let project = self[id] else { return .gone }
      return project.notes.contains { $0.sequence == sequence } ? nil : .gone
    case .directoryChanged(let old, let new):
      return (new ?? old).flatMap { directory[$0.key] } == new ? nil : .gone
    case .registerChanged(let change): return obstacle(toTaking: change.inverse, &uses)
    case .undone(let original, let event): return obstacle(toRedoing: event, original, &uses)
    case .storeRecovered, .reminded: return .noStep
    case .unknown: return .unknownEvent
    }
  }

  /// What stands in the way of doing an undone event again; nil when nothing does.
  private func obstacle(
    toRedoing event: Event, _ original: SequenceNumber, _ uses: inout RegisterUses
  ) -> UndoObstacle? {
    switch event {
    case .projectAdded(let added): return self[added.id] == nil ? nil : .changedSince(added.id)
    case .fieldsChanged(let id, let changes):
      guard let project = self[id] else { return .gone }
      for change in changes where project[change.field] != change.old {
        return .fieldChanged(id, change.field)
      }
      return nil
    case .moved(let id, let move):
      guard let project = self[id] else { return .gone }
      guard project.stage == move.from, project.status.isOpen else { return .changedSince(id) }
      return move.evidence.allSatisfy { activity($0) != nil } ? nil : .gone
    case .statusChanged(let id, let change):
      guard let project = self[id] else { return .gone }
      return project.status == change.old ? nil : .changedSince(id)
    case .placed(let id, let placement):
      guard let project = self[id] else { return .gone }
      return canPlace(project, from: placement.oldAfter, to: placement.newAfter)
        ? nil : .changedSince(id)
    case .activityLogged(let id, let facts):
      return activity(id) == nil && facts.projects.allSatisfy { self[$0] != nil } ? nil : .gone
    case .milestoneReached(let id, let facts):
      return milestone(id) == nil && facts.projects.allSatisfy { self[$0] != nil } ? nil : .gone
    case .noted(let id, _, _):
      guard let project = self[id] else { return .gone }
      return project.notes.contains { $0.sequence == original } ? .changedSince(id) : nil
    case .directoryChanged(let old, let new):
      if new == nil, case .cluster(let cluster) = old, let user = user(of: cluster.name) {
        return user.obstacle
      }
      return (new ?? old).flatMap { directory[$0.key] } == old ? nil : .gone
    case .registerChanged(let change): return obstacle(toTaking: change, &uses)
    case .storeRecovered, .reminded: return .noStep
    case .undone, .unknown: return .unknownEvent
    }
  }

  /// Whether a card still stands under one card, and the one it is to go under is there.
  private func canPlace(_ project: Project, from: ProjectID?, to: ProjectID?) -> Bool {
    let column = column(project.stage)
    return project.status.isOpen && cardAbove(project) == from
      && to.map { column.contains($0) } ?? true
  }

  /// Takes an event's effect back; the records it made are removed by its own number.
  mutating func revert(_ event: Event, _ sequence: SequenceNumber, at now: SequenceNumber) {
    switch event {
    case .projectAdded(let added):
      leaveColumn(added.id)
      projects[added.id.number] = nil
    case .fieldsChanged(let id, let changes):
      touch(id, now) { project in
        for change in changes { project[change.field] = change.old }
      }
    case .moved(let id, let move):
      leaveColumn(id)
      touch(id, now) { project in
        guard project.entries.count > 1 else { return }
        project.entries.removeAll { $0.sequence == sequence && $0.kind != .start }
      }
      enterColumn(id, atTop: true)
      place(id, after: move.oldAfter, now)
    case .statusChanged(let id, let change):
      if !change.new.isOpen || !change.old.isOpen { leaveColumn(id) }
      touch(id, now) { $0.statuses.removeAll { $0.sequence == sequence } }
      if !change.new.isOpen && change.old.isOpen {
        enterColumn(id, atTop: true)
        place(id, after: change.oldAfter, now)
      }
    case .placed(let id, let placement): place(id, after: placement.oldAfter, now)
    case .activityLogged(let id, let facts):
      activities[id.number] = nil
      for project in facts.projects { touch(project, now) { $0.activities.removeAll { $0 == id } } }
    case .milestoneReached(let id, let facts):
      milestones[id.number] = nil
      for project in facts.projects { touch(project, now) { $0.milestones.removeAll { $0 == id } } }
    case .noted(let id, _, _):
      touch(id, now) { $0.notes.removeAll { $0.sequence == sequence } }
    case .directoryChanged(let old, let new):
      if let key = (new ?? old)?.key { directory[key] = old }
    case .registerChanged(let change): take(change.inverse, now)
    case .undone(let original, let event): apply(event, as: original, at: now)
    case .storeRecovered, .reminded, .unknown: break
    }
  }
}
