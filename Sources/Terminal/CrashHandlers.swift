internal import CCurses
internal import Glibc

/// The only caller of the crash handlers in C: their state is static to this file.
enum CrashHandlers {
  /// From here on a crash leaves the screen, gives back the captured words, and ends as it would.
  ///
  /// Swift's own handler would leave the terminal raw and ask an invisible question for 30 seconds.
  ///
  /// - Parameter before: The terminal's modes from before curses took it.
  static func arm(_ captured: CapturedErrors, before: termios) {
    var before = before
    let farewell = Array(ScreenModes.farewell().utf8CString)
    zs_crash_arm(
      &before, farewell, Int32(farewell.count - 1), captured.memory, captured.original)
  }

  static func disarm() { zs_crash_disarm() }

  /// - Parameter words: What is said on stderr at such an end; nil for a board.
  static func beginOvertime(milliseconds: Int32, saying words: String?) {
    guard let words else { return zs_overtime_begin(milliseconds, nil, -1) }
    let bytes = Array(words.utf8CString)
    zs_overtime_begin(milliseconds, bytes, Int32(bytes.count - 1))
  }

  static func endOvertime() { zs_overtime_end() }
}
