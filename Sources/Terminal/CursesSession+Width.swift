internal import CCurses
internal import Glibc

extension CursesSession {
  /// Asks the terminal in how many columns it draws characters of ambiguous width.
  ///
  /// Before the first frame only, and nothing waits: the answer comes among the inputs, sooner or
  /// later or never; see ``takeWidthAnswer()``.
  package mutating func askWidth() {
    // On the screen of our own, so that nothing stays on the shell's.
    wrefresh(zs_stdscr())
    ScreenModes.write(WidthProbe.question)
    isWidthAsked = true
    redrawAll()
  }

  /// Whether the terminal draws them in two columns, told once, after ``readInputs()`` came upon it;
  /// nil while it has not said so.
  package mutating func takeWidthAnswer() -> Bool? {
    guard isWidthAsked, let column = takeReportedColumn() else { return nil }
    isWidthAsked = false
    return WidthProbe.isWide(cursorIn: column)
  }
}
