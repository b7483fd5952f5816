/// Up to when what happened belongs to a picture.
///
/// A month or a range counts from its last day, for only then is it sure to have happened. One that
/// has begun by today counts today all the same: it was recorded as done. What has no date always
/// counts.
package struct Cutoff: Hashable, Sendable {
  /// The last day that counts.
  package let day: Day
  /// Today, by which a month or a range need only have begun; nil in a picture of a past day.
  package let begunBy: Day?

  /// The end of a day, whatever today is.
  package init(_ day: Day) {
    self.day = day
    begunBy = nil
  }

  /// The end of a day as it is known today.
  ///
  /// - Parameter today: Nil when it does not matter, for a past day.
  package init(_ day: Day, today: Day?) {
    self.day = day
    begunBy = today.flatMap { $0 <= day ? $0 : nil }
  }

  /// Another day's, as it is known on the same day as this one.
  package func moved(to day: Day) -> Cutoff { Cutoff(day, today: begunBy) }

  package static func today(_ today: Day) -> Cutoff { Cutoff(today, today: today) }
}

extension BusinessDate {
  /// Whether an event with this date belongs to a picture.
  package func isSettled(by cutoff: Cutoff) -> Bool {
    guard let settled, settled > cutoff.day else { return true }
    guard let begunBy = cutoff.begunBy, let earliest else { return false }
    return earliest <= begunBy
  }
}
