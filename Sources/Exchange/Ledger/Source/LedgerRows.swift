/// The rows of a ledger, from 0: a table's are made when they are asked for.
package struct LedgerRows: RandomAccessCollection, Hashable, Sendable {
  private enum Source: Hashable, Sendable {
    case cells([[String]])
    case table(CSVTable)
  }

  private let source: Source

  init(_ rows: [[String]]) { source = .cells(rows) }
  init(_ table: CSVTable) { source = .table(table) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch source {
    case .cells(let rows): rows.count
    case .table(let table): table.count
    }
  }

  /// - Complexity: O(bytes of the row) for a table in CSV.
  package subscript(row: Int) -> [String] {
    switch source {
    case .cells(let rows): rows[row]
    case .table(let table): table.row(row)
    }
  }
}
