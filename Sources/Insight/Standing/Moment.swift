package import Pipeline

/// When a question is asked of the pipeline.
package enum Moment: Hashable, Sendable {
  /// With everything recorded so far, of which nothing is dated after today.
  case now(today: Day)
  /// With what a cut-off lets in.
  case upTo(Cutoff)

  /// As it was known to stand at the end of a past day.
  package static func asOf(_ day: Day) -> Moment { .upTo(Cutoff(day)) }

  /// The day that ages and due dates are measured at.
  package var day: Day { limit.day }

  /// Up to when events count; nil when all of them do.
  package var cutoff: Cutoff? {
    switch self {
    case .now: nil
    case .upTo(let cutoff): cutoff
    }
  }

  /// Whether something with this date counts; now, everything does.
  package func counts(_ date: BusinessDate) -> Bool {
    cutoff.map { date.isSettled(by: $0) } ?? true
  }

  /// Up to when events count, also of what is told record by record.
  package var limit: Cutoff {
    switch self {
    case .now(let today): .today(today)
    case .upTo(let cutoff): cutoff
    }
  }

  /// Whether it is today, or a day to come.
  package var isPresent: Bool { limit.begunBy != nil }
}

extension Pipeline {
  /// The one cut-off of every question: a day that was asked for, else today.
  ///
  /// What is dated later has not happened yet, and is left out until its day. As long as there is
  /// nothing of that kind all that is recorded counts, and need not be gone through date by date.
  ///
  /// - Parameter asOf: The day a picture is asked for; nil for today.
  /// - Complexity: O(1) when nothing is dated after today, else O(all that has a date).
  package func moment(today: Day, asOf: Day? = nil) -> Moment {
    if let asOf, asOf != today { return .upTo(Cutoff(asOf, today: today)) }
    let cutoff = Cutoff.today(today)
    return laterDates(than: cutoff).onBoard == 0 ? .now(today: today) : .upTo(cutoff)
  }
}
