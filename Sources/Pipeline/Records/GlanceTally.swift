/// What the board counts of many cards at once, as far as their kept glances say it plainly.
package struct GlanceTally {
  /// The day it is counted at, by its number.
  package let today: Int32
  /// The most days a card may be quiet before it is stale, by the stage's raw value.
  package let limits: SIMD8<Int32>

  /// Cards in all; every one of them is open.
  package var count = 0
  /// Those with a known amount, in yuan, and its sum in the smallest unit.
  package var known = 0
  package var yuan: Int64 = 0
  package var undisclosed = 0
  /// Those whose next step should have been done.
  package var overdue = 0
  package var stale = 0

  /// - Parameter limit: The most quiet days of a stage; nil where nothing goes stale.
  package init(today: Day, limit: (Stage) -> Int?) {
    self.today = today.number
    var limits = SIMD8<Int32>(repeating: .max)
    for stage in Stage.allCases {
      if let limit = limit(stage) { limits[Int(stage.rawValue)] = Int32(clamping: limit) }
    }
    self.limits = limits
  }
}

extension Pipeline {
  /// Adds cards to a tally; those that it cannot take are given to `rest`, to be looked at one by one.
  package func tally(
    _ ids: [ProjectID], into tally: inout GlanceTally, _ rest: (ProjectID) -> Void
  ) {
    guard let source = glances.source else {
      for id in ids { rest(id) }
      return
    }
    var asleep: [ProjectID] = []
    asleep.reserveCapacity(ids.count)
    for id in ids {
      if projects.isAsleep(id.number) { asleep.append(id) } else { rest(id) }
    }
    source.tally(asleep, into: &tally, rest)
  }
}
