/// A spreadsheet file to be written: sheets with a title, a table and notes.
package struct Workbook: Hashable, Sendable {
  /// What stands in one cell.
  package enum Cell: Hashable, Sendable {
    case text(String)
    /// A number, and how many digits of it are shown behind the point.
    case number(Double, decimals: Int)
    case share(Double)
    case day(year: Int, month: Int, day: Int)
  }

  package struct Column: Hashable, Sendable {
    package let heading: String
    package let isNumber: Bool

    package init(heading: String, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  package struct Sheet: Hashable, Sendable {
    package var name: String
    /// Merged across the table, then a merged row for each line.
    package var title: String
    package var lines: [String]
    /// None for a sheet without a table.
    package var columns: [Column]
    package var rows: [[Cell]]
    /// Whether the last row adds the others up.
    package var hasTotal: Bool
    package var notes: [String]
    /// How many columns stay in sight while the rest is scrolled across.
    package var frozenColumns = 0

    package init(
      name: String, title: String, lines: [String] = [], columns: [Column] = [],
      rows: [[Cell]] = [], hasTotal: Bool = false, notes: [String] = []
    ) {
      self.name = name
      self.title = title
      self.lines = lines
      self.columns = columns
      self.rows = rows
      self.hasTotal = hasTotal
      self.notes = notes
    }
  }

  package var title: String
  /// Seconds since 1970, for the file's properties.
  package var created: Int64
  package var sheets: [Sheet]

  package init(title: String, created: Int64, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }

  /// Whether this build can write and read workbooks at all.
  package static var isBuiltIn: Bool {
    #if Excel
      true
    #else
      false
    #endif
  }

  /// What no spreadsheet program takes more of: UTF-16 units in a cell, rows of a sheet.
  package static let cellLimit = 32_767
  package static let rowLimit = 1_048_576
}
