package import Pipeline

/// What the head of a board says about cards as they stand today: their amounts, and how many are late.
package struct BoardTally: Hashable, Sendable {
  package private(set) var totals = AmountTotals()
  package private(set) var open = 0
  package private(set) var overdue = 0
  package private(set) var stale = 0
}

extension Pipeline {
  /// Counts the cards of a column.
  ///
  /// - Complexity: O(cards), some nanoseconds for one that nothing has touched since the checkpoint.
  package func tally(
    of ids: [ProjectID], today: Day, thresholds: StaleThresholds = .standard
  ) -> BoardTally {
    var board = BoardTally()
    var plain = GlanceTally(today: today) { thresholds[$0] }
    tally(ids, into: &plain) { id in
      board.add(glance(at: id)?.amount ?? .missing)
      if let late = lateness(of: id, at: .now(today: today), thresholds: thresholds) {
        board.add(late)
      }
    }
    board.add(plain)
    return board
  }
}

extension BoardTally {
  fileprivate mutating func add(_ amount: Glance.AmountGlance) { totals.add(amount) }

  fileprivate mutating func add(_ late: Lateness) {
    open += 1
    overdue += late.isOverdue ? 1 : 0
    stale += late.isStale ? 1 : 0
  }

  fileprivate mutating func add(_ plain: GlanceTally) {
    totals.add(plain)
    open += plain.count
    overdue += plain.overdue
    stale += plain.stale
  }
}
