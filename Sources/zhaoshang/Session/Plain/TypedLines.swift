internal import Glibc

/// The lines that are typed, or come from a pipe.
struct TypedLines {
  enum Line {
    case text(String)
    /// Bytes that are no UTF-8: nothing is guessed of them.
    case unreadable
  }

  private var pending: [UInt8] = []
  private var hasEnded = false
  /// A line longer than any that means something is cut off rather than kept for ever.
  private static let limit = 1 << 20

  /// The next line without its end; nil after the last one.
  mutating func next() -> Line? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return TypedLines.line(pending[..<end])
      }
      if hasEnded || pending.count > TypedLines.limit {
        defer { pending = [] }
        return pending.isEmpty ? nil : TypedLines.line(pending[...])
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        pending += buffer.prefix(count)
      } else if count == 0 || errno != EINTR {
        hasEnded = true
      }
    }
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> Line {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return String(validating: bytes, as: UTF8.self).map(Line.text) ?? .unreadable
  }
}
