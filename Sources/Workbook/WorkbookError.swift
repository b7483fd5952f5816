/// Why a workbook is not read or written: the place and the fact, no sentence.
package struct WorkbookError: Error, Hashable, Sendable {
  package var sheet: String?
  /// From 1; 0 when the file or the sheet as a whole is meant.
  package var row = 0
  /// From 1; nil when the row as a whole is meant.
  package var column: Int?
  package let problem: Problem

  package init(_ problem: Problem) { self.problem = problem }

  package enum Problem: Hashable, Sendable {
    /// The program was built without the trait `Excel`.
    case notBuiltIn
    case libraryMissing(String)
    case cannotWrite(code: Int)
    case notAWorkbook
    /// The container of .xls, and of what a password protects.
    case oldFormat
    case encrypted
    case partMissing(String)
    /// Damaged in the archive, or not XML; the line when it is the latter.
    case broken(part: String, line: Int?)
    /// It declares entities, which no spreadsheet program does.
    case documentType(part: String)
    case tooManyParts(limit: Int)
    case tooLarge(part: String, limit: Int)
    case packedTooTight(part: String, limit: Int)
    case tooDeep(part: String, limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)
    case tooManyCells(limit: Int)
    case cellTooLong(limit: Int)
    case badReference(String)
    case unknownText(String)
    case noSheet(String)
  }
}

/// How much of a workbook is read before it is refused: a small file can unpack into any size.
package struct WorkbookLimits: Hashable, Sendable {
  package var parts = 10_000
  package var partBytes = 1 << 30
  /// Bytes a packed byte may become, beyond the first mebibyte.
  package var ratio = 200
  package var depth = 64
  package var rows = 1_000_000
  package var columns = 1024
  /// Cells of a sheet, the empty ones before a filled one counted.
  package var cells = 8_000_000
  package var cellBytes = 256 << 10
  /// Bytes of all the texts that cells share.
  package var textBytes = 256 << 20

  package static let standard = WorkbookLimits()

  package init() {}
}
