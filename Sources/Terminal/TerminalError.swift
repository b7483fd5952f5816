/// Why a terminal cannot be used: the fact, no sentence.
package enum TerminalError: Error, Hashable, Sendable {
  /// The descriptor is a file or a pipe.
  case notATerminal(descriptor: Int32)
  /// TERM is unset or empty.
  case noTerminalName
  /// TERM names nothing that terminfo knows.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor, as TERM=dumb.
  case noCursorAddressing(String)
  /// No locale of this machine can do UTF-8.
  case noUTF8
  /// A system call failed.
  case system(call: String, errno: Int32)
}
