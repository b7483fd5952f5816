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
    if case .now(let today) = moment {
      guard let glance = glance(at: id) else { return nil }
      if !glance.status.isOpen { return nil }
      if !glance.hasBeenHeld, glance.lastSign.map({ $0 <= today }) ?? true {
        let quiet = glance.lastSign.map { today.days(since: $0) }
        let limit = thresholds[glance.stage]
        let isStale = if let quiet, let limit { quiet > limit } else { false }
        return Lateness(isOverdue: glance.due.map { $0 < today } ?? false, isStale: isStale)
      }
    }
    guard let project = self[id], let standing = project.standing(asOf: moment.cutoff),
      standing.status.isOpen
    else { return nil }
    let ageing = ageing(of: project, standing, at: moment, thresholds: thresholds)
    return Lateness(isOverdue: ageing.isOverdue, isStale: ageing.isStale)
  }
}
