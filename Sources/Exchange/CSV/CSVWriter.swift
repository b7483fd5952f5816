/// Writes a table for spreadsheets: every cell quoted, CR LF, and none that would run as a formula.
///
/// What ``CSVReader`` reads of it is what was written, whatever the cells hold.
package enum CSVWriter {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The rows as text without a byte-order mark; a row without cells is a blank line.
  package static func text(_ rows: [[String]]) -> String {
    var text = ""
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        text += "\""
        for scalar in CSVGuard.added(to: cell).unicodeScalars {
          if scalar == "\"" { text.unicodeScalars.append(scalar) }
          text.unicodeScalars.append(scalar)
        }
        text += "\""
      }
      text += "\r\n"
    }
    return text
  }

  /// The rows as UTF-8 behind a byte-order mark, without which Excel takes Chinese for garbage.
  package static func bytes(_ rows: [[String]]) -> [UInt8] {
    byteOrderMark + Array(text(rows).utf8)
  }
}

/// The apostrophe that keeps a spreadsheet from running a cell.
///
/// A cell gets one when, behind any apostrophes of its own, it begins as a formula may; so taking one
/// off such a cell brings back every text, also one that began with an apostrophe.
enum CSVGuard {
  static func added(to cell: String) -> String { isRisky(cell) ? "'" + cell : cell }

  static func removed(from cell: String) -> String {
    guard cell.unicodeScalars.first == "'", isRisky(cell) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  /// Whether a cell is a number below zero, which no spreadsheet runs: -3, -0.25.
  private static func isPlainNumber(_ cell: String) -> Bool {
    let bare = cell.utf8.drop { $0 == UInt8(ascii: "'") }
    guard bare.first == UInt8(ascii: "-") else { return false }
    let parts = bare.dropFirst().split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  // By scalars: to a Character, = with an accent on it is another letter, to a spreadsheet it is not.
  private static func isRisky(_ cell: String) -> Bool {
    if isPlainNumber(cell) { return false }
    return switch cell.unicodeScalars.first(where: { $0 != "'" }) {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
