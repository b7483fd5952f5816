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
}
