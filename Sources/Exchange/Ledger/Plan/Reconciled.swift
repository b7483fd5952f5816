/// A count or sum that the file states, beside what was read.
package struct Reconciled: Hashable, Sendable {
  /// The row that states it, from 1.
  package let row: Int
  /// The section it is of; nil for the table.
  package let section: String?
  package let subject: Subject
  package let stated: String
  package let read: String
  package let agrees: Bool
  /// Whether rows were left out between, so that it cannot agree.
  package var isExplained = false

  /// Whether it could not be compared, as the file holds a formula that was never worked out.
  package var isOpen = false

  package enum Subject: Hashable, Sendable {
    case projects, firms, trips, days
    case column(String)
  }
}
