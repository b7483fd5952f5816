extension Pipeline {
  /// Makes a change of a register part of the state.
  mutating func take(_ change: RegisterChange, _ now: SequenceNumber) {
    if case .merger(let merger) = change.old { unlink(merger, now) }
    if let old = change.old, old.key != change.new?.key { registers[old.key] = nil }
    if let new = change.new {
      registers[new.key] = new
      for date in new.dates { meet(date) }
    }
    if case .merger(let merger) = change.new { link(merger, now) }
    for id in change.projects { touch(id, now) { _ in } }
  }

  /// What stands in the way of making a change, or of taking its inverse back; nil when nothing
  /// does.
  func obstacle(toTaking change: RegisterChange, _ uses: inout RegisterUses) -> UndoObstacle? {
    if registers[change.key] != change.old { return .entryChanged(change.key) }
    if change.projects.contains(where: { self[$0] == nil }) { return .gone }
    if case .matter(let matter) = change.old, change.new == nil,
      uses.request(matter.code, registers)
    {
      return .entryChanged(change.key)
    }
    if case .merger(let merger) = change.old, let kept = self[merger.into] {
      // What another merger lent on has to come back first, so that all stands as it stood.
      for number in merger.activities {
        guard let last = activities[number]?.facts.projects.last else { return .gone }
        if last != kept.id { return .inUse(last) }
      }
      for number in merger.milestones {
        guard let last = milestones[number]?.facts.projects.last else { return .gone }
        if last != kept.id { return .inUse(last) }
      }
      let lent = Set(merger.activities)
      let isEvidence = kept.entries.contains { $0.evidence.contains { lent.contains($0.number) } }
      if isEvidence { return .inUse(kept.id) }
    }
    if case .merger(let merger) = change.new {
      let isThere =
        merger.activities.allSatisfy { activity(ActivityID($0)) != nil }
        && merger.milestones.allSatisfy { milestone(MilestoneID($0)) != nil }
      if !isThere { return .gone }
    }
    return nil
  }

  private mutating func link(_ merger: Merger, _ now: SequenceNumber) {
    guard self[merger.into] != nil else { return }
    for number in merger.activities {
      guard var activity = activities[number], !activity.facts.projects.contains(merger.into)
      else { continue }
      activity.facts.projects.append(merger.into)
      activities[number] = activity
      touch(merger.into, now) { $0.activities.insert(activity.id, inOrderOf: \.number) }
    }
    for number in merger.milestones {
      guard var milestone = milestones[number], !milestone.facts.projects.contains(merger.into)
      else { continue }
      milestone.facts.projects.append(merger.into)
      milestones[number] = milestone
      touch(merger.into, now) { $0.milestones.insert(milestone.id, inOrderOf: \.number) }
    }
  }

  private mutating func unlink(_ merger: Merger, _ now: SequenceNumber) {
    for number in merger.activities {
      guard var activity = activities[number] else { continue }
      activity.facts.projects.removeAll { $0 == merger.into }
      activities[number] = activity
    }
    for number in merger.milestones {
      guard var milestone = milestones[number] else { continue }
      milestone.facts.projects.removeAll { $0 == merger.into }
      milestones[number] = milestone
    }
    if merger.activities.isEmpty, merger.milestones.isEmpty { return }
    let (lentActivities, lentMilestones) = (Set(merger.activities), Set(merger.milestones))
    touch(merger.into, now) { project in
      project.activities.removeAll { lentActivities.contains($0.number) }
      project.milestones.removeAll { lentMilestones.contains($0.number) }
    }
  }
}
