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
  /// The separator's first byte, and the bytes behind it.
  private let separator: UInt8
  private let separatorRest: [UInt8]
  private var position = 0
  /// The row read last, from 1.
  package private(set) var row = 0

  /// - Parameter bytes: UTF-8; see ``DecodedText``. What is not shows as U+FFFD.
  package init(
    _ bytes: [UInt8], separator: TableSeparator = .comma, limits: CSVLimits = .standard
  ) {
    self.bytes = bytes
    self.limits = limits
    self.separator = separator.bytes[0]
    separatorRest = Array(separator.bytes.dropFirst())
    if bytes.starts(with: CSVWriter.byteOrderMark) { position = 3 }
  }

  /// Goes on with a row whose beginning is known.
  fileprivate init(
    _ bytes: [UInt8], _ separator: TableSeparator, from position: Int, row: Int, limits: CSVLimits
  ) {
    self.bytes = bytes
    self.limits = limits
    self.separator = separator.bytes[0]
    separatorRest = Array(separator.bytes.dropFirst())
    self.position = position
    self.row = row
  }

  /// The next row's cells; nil after the last.
  ///
  /// - Complexity: O(bytes of the row).
  package mutating func next() throws(CSVError) -> [String]? {
    var cells: [String] = []
    let isThere = try pass { reader, cell in cells.append(reader.text(of: cell)) }
    return isThere ? cells : nil
  }

  /// Where the next row begins, which is passed over; nil after the last.
  ///
  /// - Throws: What ``next()`` would throw.
  fileprivate mutating func skip() throws(CSVError) -> Int? {
    let start = position
    return try pass { _, _ in } ? start : nil
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

  /// The first rows of a table, as far as they can be read.
  static func firstRows(
    _ bytes: [UInt8], _ count: Int, _ separator: TableSeparator, limits: CSVLimits
  ) -> [[String]] {
    var reader = CSVReader(bytes, separator: separator, limits: limits)
    var rows: [[String]] = []
    while rows.count < count, let row = try? reader.next() { rows.append(row) }
    return rows
  }

  /// Where a cell's text stands.
  private struct Cell {
    var range: Range<Int>
    /// Whether quotation marks in it are doubled.
    var hasDoubles = false
  }

  /// Goes over the next row, cell by cell; false after the last row.
  @inline(__always)
  private mutating func pass(_ body: (borrowing CSVReader, Cell) -> Void) throws(CSVError) -> Bool {
    guard position < bytes.count else { return false }
    row += 1
    if row > limits.rows { throw fault(.tooManyRows(limit: limits.rows), 1) }
    let start = position
    if endLine() { return true }
    var count = 0
    while true {
      if count == limits.columns {
        throw fault(.tooManyColumns(limit: limits.columns), count + 1)
      }
      count += 1
      let cell = try cell(count, rowStart: start)
      body(self, cell)
      if position == bytes.count || endLine() { return true }
      position += 1 + separatorRest.count
    }
  }

  private mutating func cell(_ column: Int, rowStart: Int) throws(CSVError) -> Cell {
    if position < bytes.count, bytes[position] == Self.quote {
      return try quotedCell(column, rowStart: rowStart)
    }
    let start = position
    while position < bytes.count, !endsCell(at: position) { position += 1 }
    // Whichever limit was passed first.
    let (cellEnd, rowEnd) = (start + limits.cellBytes, rowStart + limits.rowBytes)
    if position > start, position > min(cellEnd, rowEnd) {
      throw cellEnd <= rowEnd
        ? fault(.cellTooLong(limit: limits.cellBytes), column)
        : fault(.rowTooLong(limit: limits.rowBytes), column)
    }
    return Cell(range: start..<position)
  }

  private mutating func quotedCell(_ column: Int, rowStart: Int) throws(CSVError) -> Cell {
    position += 1
    var cell = Cell(range: position..<position)
    var length = 0
    while true {
      guard position < bytes.count else { throw fault(.openQuote, column) }
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        position += 1
        cell.hasDoubles = true
      }
      length += 1
      if length > limits.cellBytes { throw fault(.cellTooLong(limit: limits.cellBytes), column) }
      if position - rowStart > limits.rowBytes {
        throw fault(.rowTooLong(limit: limits.rowBytes), column)
      }
    }
    cell.range = cell.range.lowerBound..<position - 1
    if position < bytes.count, !endsCell(at: position) {
      throw fault(.textAfterQuote, column)
    }
    return cell
  }

  /// A cell's text, without what the writer did to it.
  private func text(of cell: Cell) -> String {
    guard cell.hasDoubles else {
      return CSVGuard.removed(from: String(decoding: bytes[cell.range], as: UTF8.self))
    }
    var text: [UInt8] = []
    text.reserveCapacity(cell.range.count)
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      text.append(bytes[index])
      // Within a cell a quotation mark always has a second one behind it.
      index += bytes[index] == Self.quote ? 2 : 1
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

  private func endsCell(at position: Int) -> Bool {
    let byte = bytes[position]
    if byte == 0x0A || byte == 0x0D { return true }
    return byte == separator && (separatorRest.isEmpty || isSeparated(at: position))
  }

  private func isSeparated(at position: Int) -> Bool {
    let rest = position + 1..<position + 1 + separatorRest.count
    return rest.upperBound <= bytes.count && bytes[rest].elementsEqual(separatorRest)
  }
}

/// A table whose rows are read again each time they are asked for, so that a hundred thousand of
/// them are no more than their bytes.
struct CSVTable: Hashable, Sendable {
  private let bytes: [UInt8]
  private let limits: CSVLimits
  private let separator: TableSeparator
  /// Where each row begins.
  private var starts: [Int] = []

  /// Looks at every row.
  ///
  /// - Throws: The first thing that is wrong with any of them.
  init(
    _ bytes: [UInt8], separator: TableSeparator = .comma, limits: CSVLimits = .standard
  ) throws(CSVError) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    var reader = CSVReader(bytes, separator: separator, limits: limits)
    while let start = try reader.skip() { starts.append(start) }
  }

  var count: Int { starts.count }

  /// A row's cells.
  func row(_ index: Int) -> [String] {
    var reader = CSVReader(bytes, separator, from: starts[index], row: index, limits: limits)
    // Nothing is wrong with it: it was read once already.
    return (try? reader.next()) ?? []
  }
}
