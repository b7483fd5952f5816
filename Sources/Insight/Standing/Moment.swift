package import Pipeline

/// When a question is asked of the pipeline.
package enum Moment: Hashable, Sendable {
  /// With everything recorded so far; days are counted to today.
  case now(today: Day)
  /// As it was known to stand at the end of a day.
  case asOf(Day)

  /// The day that ages and due dates are measured at.
  package var day: Day {
    switch self {
    case .now(let today): today
    case .asOf(let day): day
    }
  }

  /// The last day whose events count; nil when all do.
  package var cutoff: Day? {
    switch self {
    case .now: nil
    case .asOf(let day): day
    }
  }
}
