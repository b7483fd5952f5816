/// Reads a comma-separated table row by row, after RFC 4180.
///
/// Any line end ends a row (LF, CR LF, CR); a quoted cell may hold them all. A blank line is a row
/// without cells. The apostrophe that the writer puts before a formula is taken off again. Nothing
/// is guessed: what stands after a closing quotation mark is an error, and so is one left open.
///
/// Our own, because the readers there are want Foundation or trap on hostile bytes.
package struct CSVReader: ~Copyable {
  private let bytes: [UInt8]
  private let limits: CSVLimits
  private var position = 0
  /// The row read last, from 1.
  package private(set) var row = 0

  /// - Parameter bytes: UTF-8; see ``DecodedText``. What is not shows as U+FFFD.
  package init(_ bytes: [UInt8], limits: CSVLimits = .standard) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: CSVWriter.byteOrderMark) { position = 3 }
  }

  /// The next row's cells; nil after the last.
  ///
  /// - Complexity: O(bytes of the row).
  package mutating func next() throws(CSVError) -> [String]? {
    guard position < bytes.count else { return nil }
    row += 1
    if row > limits.rows { throw fault(.tooManyRows(limit: limits.rows), 1) }
    let start = position
    if endLine() { return [] }
    var cells: [String] = []
    while true {
      if cells.count == limits.columns {
        throw fault(.tooManyColumns(limit: limits.columns), cells.count + 1)
      }
      cells.append(try cell(cells.count + 1, rowStart: start))
      if position == bytes.count || endLine() { return cells }
      position += 1
    }
  }

  /// All rows of a table.
  package static func rows(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(CSVError)
    -> [[String]]
  {
    var reader = CSVReader(bytes, limits: limits)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  private mutating func cell(_ column: Int, rowStart: Int) throws(CSVError) -> String {
    var text: [UInt8] = []
    func check() throws(CSVError) {
      if text.count > limits.cellBytes {
        throw fault(.cellTooLong(limit: limits.cellBytes), column)
      }
      if position - rowStart > limits.rowBytes {
        throw fault(.rowTooLong(limit: limits.rowBytes), column)
      }
    }
    guard position < bytes.count, bytes[position] == Self.quote else {
      while position < bytes.count, !Self.endsCell(bytes[position]) {
        text.append(bytes[position])
        position += 1
        try check()
      }
      return CSVGuard.removed(from: String(decoding: text, as: UTF8.self))
    }
    position += 1
    while true {
      guard position < bytes.count else { throw fault(.openQuote, column) }
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        position += 1
      }
      text.append(byte)
      try check()
    }
    if position < bytes.count, !Self.endsCell(bytes[position]) {
      throw fault(.textAfterQuote, column)
    }
    return CSVGuard.removed(from: String(decoding: text, as: UTF8.self))
  }

  /// Passes over a line end; false when none stands here.
  private mutating func endLine() -> Bool {
    switch bytes[position] {
    case 0x0A: position += 1
    case 0x0D:
      position += 1
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    default: return false
    }
    return true
  }

  private func fault(_ problem: CSVError.Problem, _ column: Int) -> CSVError {
    CSVError(row: row, column: column, problem: problem)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}
