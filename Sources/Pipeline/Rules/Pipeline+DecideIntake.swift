internal import SafeText

extension Pipeline {
  /// Takes in what an import brings, as one step.
  ///
  /// The file is a record of what happened, so soft requirements are not asked for; hard ones,
  /// texts and dates are held to the same rules as anywhere.
  ///
  /// - Complexity: O(records in the intake).
  func taking(_ intake: Intake, today: Day) throws(Refusal) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(intake.leastEvents)
    for (index, entry) in intake.directory.enumerated() {
      events += try at(.directory(index)) { () throws(Refusal) in
        try saving(DirectorySaving(entry, expected: .anything))
      }
    }
    let firstProject = projects.lastNumber
    for (index, arrival) in intake.projects.enumerated() {
      let id = ProjectID(firstProject + UInt32(index) + 1)
      try take(arrival, as: id, index: index, today: today, into: &events)
    }
    var activity = activities.lastNumber
    for (index, facts) in intake.activities.enumerated() {
      var facts = try at(.activity(index)) { () throws(Refusal) in
        try requireArrivals(facts.projects, of: intake)
        return try cleaned(facts, today: today)
      }
      facts.projects = facts.projects.map { ProjectID(firstProject + $0.number) }
      activity += 1
      events.append(.activityLogged(ActivityID(activity), facts))
    }
    var milestone = milestones.lastNumber
    for (index, facts) in intake.milestones.enumerated() {
      var facts = try at(.milestone(index)) { () throws(Refusal) in
        try requireArrivals(facts.projects, of: intake)
        return try cleaned(facts, today: today)
      }
      facts.projects = facts.projects.map { ProjectID(firstProject + $0.number) }
      milestone += 1
      events.append(.milestoneReached(MilestoneID(milestone), facts))
    }
    events += try takingRegisters(of: intake, after: events, today: today)
    return events
  }

  private func take(
    _ arrival: Intake.Arrival, as id: ProjectID, index: Int, today: Day, into events: inout [Event]
  ) throws(Refusal) {
    let steps =
      arrival.stages.isEmpty ? [Intake.Step(stage: .contact, on: .unknown)] : arrival.stages
    let fields = try at(.project(index)) { () throws(Refusal) in
      let fields = try cleaned(arrival.fields)
      guard case .text = fields[.name] else {
        throw .text(.field(.name), TextFault(.nothingVisible, at: 0))
      }
      guard case .list = fields[.investors] else {
        throw .missing(nil, entering: steps[0].stage, [.organisation])
      }
      return fields
    }
    var current = steps[0].stage
    for (place, step) in steps.enumerated() {
      try at(.stage(project: index, stage: place)) { () throws(Refusal) in
        try requireNotFuture(step.on, today: today)
        if step.stage == .signing, step.on == .unknown {
          throw .missing(nil, entering: .signing, [.signingDate])
        }
        if place == 0 {
          events.append(
            .projectAdded(ProjectAdded(id: id, fields: fields, stage: step.stage, on: step.on)))
        } else if step.stage != current {
          let reason = try step.reason.flatMap { raw throws(Refusal) in try text(raw, .reason) }
          events.append(
            .moved(
              id,
              Move(
                from: current, to: step.stage, on: step.on,
                kind: kind(from: current, to: step.stage), reason: reason, evidence: [],
                isToTop: false, oldAfter: nil)))
          current = step.stage
        }
      }
    }
    events += try takingStatuses(of: arrival, as: id, index: index, today: today)
    for (place, note) in arrival.notes.enumerated() {
      try at(.note(project: index, note: place)) { () throws(Refusal) in
        events.append(.noted(id, text: try requiredText(note.text, .note), on: note.on))
      }
    }
  }

  private func takingStatuses(
    of arrival: Intake.Arrival, as id: ProjectID, index: Int, today: Day
  ) throws(Refusal) -> [Event] {
    if arrival.status == nil, arrival.earlierStatuses.isEmpty { return [] }
    var changes = arrival.earlierStatuses.enumerated().map { place, change in
      (site: Refusal.IntakeSite.earlierStatus(project: index, change: place), change: change)
    }
    if let status = arrival.status { changes.append((.status(project: index), status)) }
    var events: [Event] = []
    var old = Status.ongoing
    for (site, change) in changes where change.new != old {
      try at(site) { () throws(Refusal) in
        try requireNotFuture(change.on, today: today)
        if case .onHold(let review, _) = change.new {
          try requireReview(review, after: change.on, today: today)
        }
        let reason = try change.reason.flatMap { raw throws(Refusal) in try text(raw, .reason) }
        let new = try cleaned(change.new, id)
        events.append(
          .statusChanged(id, StatusChange(old: old, new: new, on: change.on, reason: reason)))
        old = new
      }
    }
    return events
  }

  /// Every number must be a place in the intake's own list of projects.
  func requireArrivals(_ ids: [ProjectID], of intake: Intake) throws(Refusal) {
    for id in ids where id.number < 1 || id.number > intake.projects.count {
      throw .unknownProject(id)
    }
  }

  func at<Result>(
    _ site: Refusal.IntakeSite, _ work: () throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    do { return try work() } catch { throw .intake(site, error) }
  }
}

extension Intake {
  /// How many events it makes at least, so that their list is not moved again and again.
  fileprivate var leastEvents: Int {
    projects.reduce(directory.count + activities.count + milestones.count + registers.count) {
      $0 + max(1, $1.stages.count) + $1.notes.count + $1.earlierStatuses.count
        + ($1.status == nil ? 0 : 1)
    }
  }
}
