package import Pipeline

/// How much of a year has passed: where a year's target would be, taken evenly (时序进度).
package struct YearPace: Hashable, Sendable {
  package let year: Int
  /// Days of the year that have passed, the day asked on among them.
  package let passed: Int
  package let days: Int

  /// - Parameter day: Before the year nothing of it has passed, after it all.
  package init(of year: Int, on day: Day) {
    self.year = year
    let length = Day.length(ofMonth: 2, year: year) == 29 ? 366 : 365
    days = length
    passed =
      Day(year: year, month: 1, day: 1).map { min(max(0, day.days(since: $0) + 1), length) } ?? 0
  }

  package var share: Double { Double(passed) / Double(days) }
  /// In whole hundredths, halves up.
  package var percent: Int { (passed * 100 + days / 2) / days }
}

/// How a target stands against the year.
package enum TargetStanding: Hashable, Sendable {
  /// Less is reached than of the year has passed.
  case behind
  /// As much as of the year has passed, and not all.
  case onPace
  case reached
  /// More than was asked for.
  case exceeded
}

extension TargetProgress {
  /// Nil where the share is not known.
  package func standing(at pace: YearPace) -> TargetStanding? {
    share.map { share in
      share > 1 ? .exceeded : share == 1 ? .reached : share < pace.share ? .behind : .onPace
    }
  }
}
