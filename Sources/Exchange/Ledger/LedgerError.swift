package import Pipeline

/// Why a row of a ledger, or the whole of it, is not taken: row, column and value, no sentence.
package struct LedgerError: Error, Hashable, Sendable {
  /// From 1, as a spreadsheet counts; 0 for the file as a whole.
  package let row: Int
  /// From 1; nil when the row as a whole is meant.
  package let column: Int?
  package let problem: Problem

  package enum Problem: Hashable, Sendable {
    case notATable(CSVError.Problem)
    case noHeadings
    case missingColumns([LedgerColumn])
    case columnTwice(heading: String)
    case nameMissing
    case severalProjects(name: String, [ProjectID], more: Int)
    /// A cell that is not what its column holds.
    case unreadable(heading: String, value: String, Expectation)
    case refused(heading: String?, value: String, Refusal)
  }

  package enum Expectation: Hashable, Sendable {
    case form(Field.Form)
    case day, stage, status, lossReason
    /// A value where a formula failed, or was never worked out.
    case value
  }
}
