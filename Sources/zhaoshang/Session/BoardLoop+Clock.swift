internal import Glibc
internal import Pipeline

extension BoardLoop {
  /// The time, as the loop is told it.
  struct Clock {
    /// Today, or the fixed day that was asked for.
    let today: () -> Day
    /// Milliseconds to the next day; nil when today is fixed.
    let untilMidnight: () -> Int32?
    /// Milliseconds on a clock that never goes back.
    let ticks: () -> Int64
  }
}

extension BoardLoop.Clock {
  static var machine: Self {
    Self(
      today: { Surroundings.today }, untilMidnight: { Surroundings.millisecondsToMidnight },
      ticks: { Surroundings.ticks })
  }

  static func fixed(on day: Day) -> Self {
    Self(today: { day }, untilMidnight: { nil }, ticks: { Surroundings.ticks })
  }
}
