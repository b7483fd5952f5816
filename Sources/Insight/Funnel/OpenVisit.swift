internal import Pipeline

/// The visit a project is in the middle of, as far as its age goes: a few numbers, from which the age
/// on any day follows until something happens to the project.
struct OpenVisit: Sendable {
  private let stageIndex: UInt8
  /// The day it began.
  let first: Day
  /// Days on hold since, of holds that are over.
  private let over: Int32
  /// From when every day is one on hold.
  private let goesOnFrom: Day?

  /// A visit that began on a day known to the day.
  init(stage: Int, from first: Day, _ holds: Holds) {
    stageIndex = UInt8(stage)
    self.first = first
    let held = holds.since(first)
    over = Int32(clamping: held.over)
    goesOnFrom = held.goesOnFrom
  }

  /// By `Stage.index`.
  var stage: Int { Int(stageIndex) }

  /// The days on hold by a day; more than it has in all where holds overlap.
  func heldDays(by day: Day) -> Int {
    Int(over) + (goesOnFrom.map { max(0, day.days(since: $0)) } ?? 0)
  }
}
