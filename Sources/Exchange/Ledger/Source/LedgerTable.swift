package import Workbook

/// One table of a file, as it stood: rows of texts, and what the file says of them beside.
package struct LedgerTable: Sendable {
  /// The worksheet's name; nil for a file that is one table.
  package let name: String?
  package let rows: LedgerRows
  /// Cells without a value, of a workbook: a formula that failed.
  let faults: [SheetTable.Place: String]
  let marks: SheetMarks

  package init(_ table: SheetTable) {
    name = table.name
    rows = LedgerRows(table.rows)
    faults = table.faults
    marks = table.marks
  }

  init(name: String? = nil, rows: LedgerRows) {
    self.name = name
    self.rows = rows
    faults = [:]
    marks = SheetMarks()
  }

  package init(rows: [[String]]) { self.init(rows: LedgerRows(rows)) }

  /// A cell's text without blanks at its ends; empty where none stands.
  func text(row: Int, column: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let cells = rows[row]
    return cells.indices.contains(column) ? cells[column].trimmingBlanks : ""
  }
}
