internal import Canvas
internal import Exchange
internal import SafeText

/// Rows under headings, for people in aligned columns and for spreadsheets as CSV.
struct Table {
  struct Column {
    let heading: String
    var alignment: TextWidth.Alignment = .leading
    /// Whether it gives way when the terminal is narrow.
    var isFlexible = false
    /// Whether it is left out, before others are cut short, where there is no room for all.
    var isDispensable = false

    static func text(
      _ heading: String, isFlexible: Bool = false, isDispensable: Bool = false
    ) -> Column {
      Column(heading: heading, isFlexible: isFlexible, isDispensable: isDispensable)
    }

    static func number(_ heading: String, isDispensable: Bool = false) -> Column {
      Column(heading: heading, alignment: .trailing, isDispensable: isDispensable)
    }
  }

  let columns: [Column]
  var rows: [[String]] = []
  /// The same for a spreadsheet, with bare numbers in columns of their own; empty where this one is so.
  private var sheet: [[String]] = []

  init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table with what a spreadsheet gets instead.
  func with(sheet headings: [String], _ rows: [[String]]) -> Table {
    var table = self
    table.sheet = [headings] + rows
    return table
  }

  /// Aligned text; nothing at all when there are no rows.
  ///
  /// - Parameter limit: The terminal's columns; nil keeps every cell whole.
  func text(columns limit: Int?) -> String {
    rows.isEmpty ? "" : lines(headings: true, columns: limit).joined(separator: "\n")
  }

  /// The lines of the aligned text.
  func lines(headings: Bool, columns limit: Int?) -> [String] {
    let cells = ((headings ? [columns.map(\.heading)] : []) + rows).map { row in
      row.map(Cell.init)
    }
    var widths = columns.indices.map { column in
      cells.lazy.map { $0[column].width }.max() ?? 0
    }
    if let limit {
      for column in columns.indices.reversed()
      where columns[column].isDispensable && least(widths) > limit {
        widths[column] = 0
      }
      shrink(&widths, to: limit)
    }
    return cells.map { line($0, widths) }
  }

  /// A cell's text, which is measured once.
  private struct Cell {
    let text: String
    let width: Int

    init(_ raw: String) {
      text = SafeText(raw, keepingLines: false).string
      width = TextWidth.columns(of: text)
    }
  }

  /// The columns the table takes when every flexible one gives way.
  private func least(_ widths: [Int]) -> Int {
    widths.indices.reduce(-2) { sum, column in
      let width = columns[column].isFlexible ? min(widths[column], 8) : widths[column]
      return sum + (width == 0 ? 0 : width + 2)
    }
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    var line = ""
    // Blanks are put in front of what follows them, so that none stand at the end.
    var gap = 0
    for (index, cell) in cells.enumerated() where widths[index] > 0 {
      let isCut = cell.width > widths[index]
      let text = isCut ? TextWidth.clipped(cell.text, to: widths[index]) : cell.text
      let room = widths[index] - (isCut ? TextWidth.columns(of: text) : cell.width)
      let isTrailing = columns[index].alignment == .trailing
      if isTrailing { gap += room }
      if !text.isEmpty {
        for _ in 0..<gap { line.append(" ") }
        line += text
        gap = 0
      }
      gap += 2 + (isTrailing ? 0 : room)
    }
    let end = line.utf8.lastIndex { $0 != 0x20 }
    return end.map { String(line[..<line.utf8.index(after: $0)]) } ?? ""
  }

  /// Takes columns from the widest flexible ones until the table fits, leaving each eight.
  private func shrink(_ widths: inout [Int], to limit: Int) {
    var excess = widths.reduce(-2) { $0 + ($1 == 0 ? 0 : $1 + 2) } - limit
    while excess > 0 {
      let flexible = widths.indices.filter { columns[$0].isFlexible && widths[$0] > 8 }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  /// The table for a spreadsheet: see `CSVWriter`; with a byte-order mark.
  var csv: String {
    "\u{FEFF}"
      + CSVWriter.text(
        (sheet.isEmpty ? [columns.map(\.heading)] + rows : sheet).map {
          $0.map { SafeText($0).string }
        })
  }
}
