package import Pipeline

/// Where a project stood on a day, with all words: its stage, since when, and its status.
///
/// The descriptive fields of a project have no history, so they are today's whatever the day.
package struct Standing: Hashable, Sendable {
  package let stage: Stage
  /// When that stage was entered.
  package let entered: BusinessDate
  /// The place of that entry in `project.entries`.
  package let entry: Int
  package let status: Status
  /// When the status began; nil when it was never changed.
  package let statusDate: BusinessDate?

  /// The same without words.
  package var figures: StandingFigures {
    StandingFigures(
      stage: stage, status: status.kind, isRemoved: status.isRemoved, entered: entered.settled)
  }
}

extension Project {
  /// Where the project stood in a picture, nil for one of everything recorded; nil when it had not begun.
  ///
  /// - Complexity: O(entries and changes of status).
  package func standing(asOf cutoff: Cutoff?) -> Standing? {
    let history = history
    guard let last = history.lastEntry(asOf: cutoff) else { return nil }
    let change = history.lastChange(asOf: cutoff)
    return Standing(
      stage: entries[last].stage, entered: entries[last].on, entry: last,
      status: change.map { statuses[$0].status } ?? .ongoing,
      statusDate: change.map { statuses[$0].on })
  }

  /// Where the project stood at the end of a past day.
  package func standing(asOf day: Day) -> Standing? { standing(asOf: Cutoff(day)) }
}
