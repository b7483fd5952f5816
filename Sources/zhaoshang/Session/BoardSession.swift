internal import Insight

/// The board on a terminal.
enum BoardSession {
  /// Whether the board can be opened here: both ends are a terminal.
  ///
  /// Until the event loop is there, the board is printed as text everywhere.
  static var isPossible: Bool { false }

  /// Opens the board and returns when it is left.
  static func run(
    _ workplace: Workplace, filter: Filter, appearance: AppearanceOptions
  ) throws(Failure) {
    _ = (workplace, filter, appearance)
  }
}
