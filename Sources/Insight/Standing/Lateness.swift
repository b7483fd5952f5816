package import Pipeline

/// What an open card adds to the warnings over the board.
package struct Lateness: Hashable, Sendable {
  package let isOverdue: Bool
  package let isStale: Bool
}

/// What the title over a board warns of.
package struct LateCounts: Hashable, Sendable {
  /// Open cards.
  package var open = 0
  /// Of these, those whose next step is overdue.
  package var overdue = 0
  /// Of these, those that are stale.
  package var stale = 0

  package init() {}

  package mutating func add(_ late: Lateness) {
    open += 1
    if late.isOverdue { overdue += 1 }
    if late.isStale { stale += 1 }
  }

  package mutating func add(_ other: LateCounts) {
    open += other.open
    overdue += other.overdue
    stale += other.stale
  }
}

extension Pipeline {
  /// What is late about a project at a moment; nil when it had not begun or is closed.
  ///
  /// - Complexity: O(1) now, else O(history of the project).
  package func lateness(
    of id: ProjectID, at moment: Moment, thresholds: StaleThresholds = .standard
  ) -> Lateness? {
    var asking = LatenessQuestion(pipeline: self, moment: moment, thresholds: thresholds)
    show(id, to: &asking)
    return asking.lateness
  }

  /// The same for a caller that has the project at hand.
  func lateness(
    of project: some ProjectReading, _ standing: StandingFigures, at moment: Moment,
    thresholds: StaleThresholds
  ) -> Lateness? {
    if !standing.status.isOpen { return nil }
    return Lateness(
      isOverdue: project.overdueDays(standing, on: moment.day) != nil,
      isStale: project.isStale(standing, by: thresholds, at: moment, in: self))
  }
}

private struct LatenessQuestion: ProjectVisitor {
  let pipeline: Pipeline
  let moment: Moment
  let thresholds: StaleThresholds
  var lateness: Lateness?

  mutating func visit(_ project: some ProjectReading) {
    guard let standing = project.figures(asOf: moment.cutoff, in: pipeline) else { return }
    lateness = pipeline.lateness(of: project, standing, at: moment, thresholds: thresholds)
  }
}
