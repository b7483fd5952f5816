/// What ends a work that is asked to stop and does not listen.
///
/// From ``begin(saying:)`` on a timer looks whether SIGTERM, SIGHUP or SIGINT waits to be read, or the
/// board's terminal is gone. Found twice in a row, half a second apart at most, it gives the terminal
/// back and ends the process with 128 and the signal's number: nobody waits for what is worked out.
/// Only for work that leaves nothing half done wherever it ends; never around a commit.
package enum Overtime {
  /// So long a work is left alone, and so often it is looked at from then on.
  private static let patience: Int32 = 250

  /// - Parameter words: What is said on stderr when it comes to that; nil for a board, which has a
  ///   terminal to give back instead.
  package static func begin(saying words: String? = nil) {
    CrashHandlers.beginOvertime(milliseconds: patience, saying: words)
  }

  /// Ends the innermost watch.
  package static func end() { CrashHandlers.endOvertime() }
}
