/// A worksheet as it was read: every cell as the text that stands in it.
package struct SheetTable: Hashable, Sendable {
  package let name: String
  package internal(set) var rows: [[String]] = []
  /// Cells that hold no value: a formula that failed, or one that nobody has worked out.
  package internal(set) var faults: [Place: String] = [:]
  package internal(set) var marks = SheetMarks()

  package init(name: String, rows: [[String]] = [], marks: SheetMarks = SheetMarks()) {
    self.name = name
    self.rows = rows
    self.marks = marks
  }

  /// Both from 0.
  package struct Place: Hashable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Where a reference such as AB12 points; nil when it is none.
  static func place(_ reference: some StringProtocol) -> Place? {
    var column = 0
    var row = 0
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      if column > 1 << 20 || row > 1 << 30 { return nil }
    }
    return column > 0 && row > 0 ? Place(row: row - 1, column: column - 1) : nil
  }

  /// Gives every row of a merged range what stands in its first: a unit written once for three projects.
  ///
  /// Not across: a title merged over the columns stays one cell.
  mutating func fillDown(_ from: Place, to last: Place) {
    guard rows.indices.contains(from.row), rows[from.row].indices.contains(from.column) else {
      return
    }
    let text = rows[from.row][from.column]
    let end = min(last.row, rows.count - 1)
    if text.isEmpty || end <= from.row { return }
    for row in (from.row + 1)...end {
      let missing = from.column + 1 - rows[row].count
      if rows[row].isEmpty { continue }
      if missing > 0 { rows[row] += Array(repeating: "", count: missing) }
      if rows[row][from.column].isEmpty {
        rows[row][from.column] = text
        marks.spread.insert(Place(row: row, column: from.column))
      }
    }
  }
}
