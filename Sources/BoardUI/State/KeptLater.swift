internal import Pipeline

/// What is dated after today, and of which pipeline and day that was counted.
struct KeptLater: Hashable, Sendable {
  var dates = LaterDates()
  var version: SequenceNumber?
  var today: Day?
}
