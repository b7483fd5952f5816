/// What a worksheet says of its cells beside their texts.
package struct SheetMarks: Hashable, Sendable {
  /// Rows and columns that are not shown, from 0.
  package var hiddenRows: Set<Int> = []
  package var hiddenColumns: Set<Int> = []
  /// Rows in which a filled cell is struck through.
  package var struckRows: Set<Int> = []
  /// Cells that stand under the one they were merged with, and have its text.
  package var spread: Set<SheetTable.Place> = []
  /// Cells merged across, by their first: how many columns they cover.
  package var widths: [SheetTable.Place: Int] = [:]
  package var comments: [SheetTable.Place: String] = [:]
  /// Whether a number of a day counts from 1904, as on old Macintoshes.
  package var isFrom1904 = false

  package init() {}
}
