internal import Glibc
internal import Pipeline
internal import SafeText
internal import Wording

/// The program's two ways out; nothing else prints.
///
/// Only safe text passes: no control, escape or direction change from data reaches a terminal.
enum Output {
  /// Writes a result to stdout; `text` gets a line feed when it has none.
  ///
  /// - Throws: ``Failure`` when stdout takes no more, so that a full disk is not taken for success.
  static func result(_ text: String) throws(Failure) {
    guard !text.isEmpty else { return }
    try write(SafeText(ended(text)).string)
  }

  /// Writes what came of something that was done.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/doneUntold``, also when the reader has gone.
  static func outcome(_ text: String, saved: SequenceNumber? = nil, _ words: Words)
    throws(Failure)
  {
    guard !text.isEmpty else { return }
    let error = send(Array(SafeText(ended(text)).string.utf8), to: STDOUT_FILENO)
    guard error != 0 else { return }
    if let saved { say(words.saved(saved)) }
    throw Failure(.doneUntold, words.doneUntold(words.system(error)))
  }

  /// Writes a file's bytes to stdout: a format of ours, which is safe by its own rules.
  static func document(_ text: String) throws(Failure) {
    try write(ended(text))
  }

  /// Writes a file's bytes to stdout as they are, in whatever character set.
  static func document(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes)
  }

  /// Writes what stands before the place where a line is typed.
  static func prompt(_ text: String) throws(Failure) {
    try write(SafeText(text).string)
  }

  /// Says something beside the result, on stderr; it is nobody's loss when that is closed.
  static func say(_ text: String) {
    _ = send(Array((SafeText(text).string + "\n").utf8), to: STDERR_FILENO)
  }

  /// Asks something on stderr; the answer is typed behind it.
  static func ask(_ text: String) {
    _ = send(Array(SafeText(text).string.utf8), to: STDERR_FILENO)
  }

  /// With a line feed at the end; CRLF is one Character, so the bytes are asked.
  private static func ended(_ text: String) -> String {
    text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
  }

  private static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  private static func write(_ bytes: [UInt8]) throws(Failure) {
    let error = send(bytes, to: STDOUT_FILENO)
    guard error != 0 else { return }
    if error == EPIPE {
      // The reader has seen enough (`| head`): end as the signal would have ended us.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    throw Failure(.storeFailed, Help.words.outputRefused(error))
  }

  /// Writes all bytes; 0, or the error that stopped it.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
