/// What parts the cells of a table in text.
package enum TableSeparator: String, CaseIterable, Hashable, Sendable {
  case comma = ","
  case tab = "\t"
  case semicolon = ";"
  case wideComma = "，"

  var bytes: [UInt8] { Array(rawValue.utf8) }
}

extension CSVTable {
  /// How many rows are looked at to see what parts the cells.
  private static let sample = 60

  /// Reads a table by the separator whose cells hold the most headings; of those that hold as many,
  /// by the one that parts the rows most evenly.
  ///
  /// - Parameter headings: How many headings a few rows hold at best.
  /// - Throws: What is wrong with the table when it is parted so.
  static func read(
    _ bytes: [UInt8], limits: CSVLimits = .standard, headings: ([[String]]) -> Int
  ) throws(CSVError) -> (CSVTable, TableSeparator) {
    var best: (separator: TableSeparator, headings: Int, even: Int)?
    for separator in TableSeparator.allCases {
      let rows = CSVReader.firstRows(bytes, sample, separator, limits: limits)
      let counts = rows.map(\.count).filter { $0 > 1 }
      if counts.isEmpty, separator != .comma { continue }
      let even = Dictionary(grouping: counts) { $0 }.values.map(\.count).max() ?? 0
      let found = headings(rows)
      if best.map({ (found, even) > ($0.headings, $0.even) }) ?? true {
        best = (separator, found, even)
      }
    }
    let separator = best?.separator ?? .comma
    return (try CSVTable(bytes, separator: separator, limits: limits), separator)
  }
}
