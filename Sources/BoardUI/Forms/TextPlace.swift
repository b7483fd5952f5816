internal import Canvas

/// A text being typed that a click can be in.
package enum TextPlace: Hashable, Sendable {
  case form(Int)
  case palette, filter, filing, importing, own
}

extension LineEditor {
  /// Puts the caret before the character that covers a column, counted from a character on.
  ///
  /// Both halves of a wide character are that character; past the end is the end.
  mutating func placeCaret(columns: Int, after skipped: Int) {
    var index = min(max(0, skipped), characters.count)
    var x = 0
    while index < characters.count {
      x += TextWidth.columns(of: String(characters[index]))
      if columns < x { break }
      index += 1
    }
    moveCaret(to: index)
  }
}

extension UIState {
  /// Goes to the text that was clicked, and to the character in it.
  mutating func placeCaret(in place: TextPlace, columns: Int, after skipped: Int) {
    switch (place, overlay) {
    case (.form(let index), .form):
      focusEntry(index)
      guard case .form(var form) = overlay, form.entries.indices.contains(index) else { return }
      form.entries[index].editor.placeCaret(columns: columns, after: skipped)
      overlay = .form(form)
    case (.palette, .palette(var palette)):
      palette.editor.placeCaret(columns: columns, after: skipped)
      overlay = .palette(palette)
    case (.filter, .filter(var editor, let before, let card)):
      editor.placeCaret(columns: columns, after: skipped)
      overlay = .filter(editor, before: before, on: card)
    case (.filing, .filing(var filing)) where !filing.isTaken:
      filing.editor.placeCaret(columns: columns, after: skipped)
      overlay = .filing(filing)
    case (.own, .own(.asking(var asking))):
      asking.editor.placeCaret(columns: columns, after: skipped)
      overlay = .own(.asking(asking))
    case (.importing, .importing(var state)):
      state.editor?.placeCaret(columns: columns, after: skipped)
      overlay = .importing(state)
    default: break
    }
  }
}
