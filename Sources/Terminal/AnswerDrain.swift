internal import Glibc

/// Takes in answers of the terminal that are still on their way, so that none of them reaches the
/// shell as if it had been typed.
enum AnswerDrain {
  /// Asks what the terminal is: all of them answer that, and in the order of the questions.
  static let endMark = "\u{1B}[c"

  /// Reads until the answer to the end mark has come.
  ///
  /// - Parameters:
  ///   - descriptor: In raw mode.
  ///   - patience: The most milliseconds to wait.
  /// - Returns: Whether the answer came.
  static func drain(_ descriptor: Int32, patience: Int32) -> Bool {
    var scanner = AnswerScanner()
    let end = milliseconds() + Int64(patience)
    while true {
      let left = end - milliseconds()
      guard left > 0 else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&waiting, 1, Int32(left))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      var bytes = [UInt8](repeating: 0, count: 256)
      let size = read(descriptor, &bytes, bytes.count)
      guard size > 0 else { return false }
      for byte in bytes.prefix(size) where scanner.isEnd(byte) { return true }
    }
  }

  private static func milliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }
}

/// Looks for the answer to the end mark: `ESC [ ? … c`.
struct AnswerScanner {
  private enum Place { case outside, escape, bracket, answer }
  private var place = Place.outside

  /// Whether the answer ends with this byte.
  mutating func isEnd(_ byte: UInt8) -> Bool {
    switch (place, byte) {
    case (_, 0x1B): place = .escape
    case (.escape, 0x5B): place = .bracket
    case (.bracket, 0x3F): place = .answer
    case (.answer, 0x63): return true
    case (.answer, 0x30...0x3B): break
    default: place = .outside
    }
    return false
  }
}
