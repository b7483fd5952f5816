/// Why a table is not read: the row and column as a spreadsheet counts them, no sentence.
package struct CSVError: Error, Hashable, Sendable {
  /// From 1, blank rows counted.
  package let row: Int
  /// From 1.
  package let column: Int
  package let problem: Problem

  package init(row: Int, column: Int, problem: Problem) {
    self.row = row
    self.column = column
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    /// The file ends inside a quoted cell.
    case openQuote
    /// Something follows the closing quotation mark of a cell.
    case textAfterQuote
    case cellTooLong(limit: Int)
    case rowTooLong(limit: Int)
    case tooManyColumns(limit: Int)
    case tooManyRows(limit: Int)
  }
}

/// How much of a table is read before it is refused.
package struct CSVLimits: Hashable, Sendable {
  package var cellBytes = 256 << 10
  package var rowBytes = 1 << 20
  package var columns = 1024
  package var rows = 1_000_000

  package static let standard = CSVLimits()

  package init() {}
}
