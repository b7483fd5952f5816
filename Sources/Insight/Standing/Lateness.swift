package import Pipeline

/// What an open card adds to the warnings over the board.
package struct Lateness: Hashable, Sendable {
  package let isOverdue: Bool
  package let isStale: Bool

  init(isOverdue: Bool, isStale: Bool) {
    self.isOverdue = isOverdue
    self.isStale = isStale
  }
}

extension Pipeline {
  /// What is late about a project at a moment; nil when it had not begun or is closed.
  ///
  /// The same as its ageing says, told from a glance where that is enough: now, when it was never on
  /// hold and nothing of it lies in the future.
  ///
  /// - Complexity: O(1), or O(history of the project).
  package func lateness(
    of id: ProjectID, at moment: Moment, thresholds: StaleThresholds = .standard
  ) -> Lateness? {
    guard moment.cutoff == nil else { return followedLateness(of: id, at: moment, thresholds) }
    return glance(at: id).flatMap { lateness(of: id, $0, at: moment, thresholds: thresholds) }
  }

  /// The same for a caller that has the glance at hand.
  func lateness(
    of id: ProjectID, _ glance: Glance, at moment: Moment, thresholds: StaleThresholds
  ) -> Lateness? {
    if case .now(let today) = moment {
      if !glance.status.isOpen { return nil }
      if !glance.hasBeenHeld, glance.lastSign.map({ $0 <= today }) ?? true {
        let quiet = glance.lastSign.map { today.days(since: $0) }
        let limit = thresholds[glance.stage]
        let isStale = if let quiet, let limit { quiet > limit } else { false }
        return Lateness(isOverdue: glance.due.map { $0 < today } ?? false, isStale: isStale)
      }
    }
    return followedLateness(of: id, at: moment, thresholds)
  }

  private func followedLateness(
    of id: ProjectID, at moment: Moment, _ thresholds: StaleThresholds
  ) -> Lateness? {
    var course = Course()
    guard follow(id, into: &course) else { return nil }
    return lateness(of: course, at: moment, thresholds: thresholds)
  }

  /// What is late about each of many projects, told to `body`; those that had not begun or are closed
  /// are left out.
  package func forEachLateness(
    of ids: some Sequence<ProjectID>, at moment: Moment, thresholds: StaleThresholds = .standard,
    _ body: (Lateness) -> Void
  ) {
    var course = Course()
    for id in ids {
      if moment.cutoff == nil {
        if let late = lateness(of: id, at: moment, thresholds: thresholds) { body(late) }
      } else if follow(id, into: &course),
        let late = lateness(of: course, at: moment, thresholds: thresholds)
      {
        body(late)
      }
    }
  }

  /// The same as the project's ageing says, from its course.
  private func lateness(
    of course: borrowing Course, at moment: Moment, thresholds: StaleThresholds
  ) -> Lateness? {
    let status = course.status(asOf: moment.cutoff)
    guard status.isOpen, let last = course.lastEntry(asOf: moment.cutoff) else { return nil }
    let due = keptGlance(at: course.id).map(\.due) ?? self[course.id]?.next?.due
    let day = moment.day
    let isOverdue = due.map { $0 < day } ?? false
    guard status == .ongoing, let limit = thresholds[course.entries[last].stage] else {
      return Lateness(isOverdue: isOverdue, isStale: false)
    }
    var sign = course.entries[last].on.settled.map { min($0, day) }
    for active in course.signs where active <= day {
      if sign.map({ active > $0 }) ?? true { sign = active }
    }
    guard let sign, day.days(since: sign) > limit else {
      return Lateness(isOverdue: isOverdue, isStale: false)
    }
    let held = Holds(of: course, asOf: moment.limit).days(from: sign, to: day)
    return Lateness(isOverdue: isOverdue, isStale: day.days(since: sign) - held > limit)
  }
}
