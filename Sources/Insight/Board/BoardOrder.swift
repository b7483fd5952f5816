/// How the cards of a column stand on the board.
package enum BoardOrder: String, CaseIterable, Hashable, Sendable {
  /// What is overdue, then what is stale, then the rest; each as it stands by hand.
  case lateFirst = "late"
  /// As people put them.
  case byHand = "hand"
}
