/// Asks a terminal how many columns a character of ambiguous width takes: draws one and asks where
/// the cursor is.
package enum WidthProbe {
  /// The row it is drawn in, from 1.
  ///
  /// Of the first row the answer could be taken for Shift-F3.
  static let row = 2

  /// Draws `…` at the start of that row and asks for the cursor.
  package static let question = "\u{1B}[\(row);1H\u{2026}\u{1B}[6n"

  /// Whether the sign took two columns; anything but one or two is no answer to this question.
  static func isWide(cursorIn column: Int) -> Bool? {
    switch column {
    case 2: false
    case 3: true
    default: nil
    }
  }
}
