/// Reads a TOML text piece by piece: blanks, comments, line ends, and what the extensions add.
///
/// - Complexity: Every byte is looked at a bounded number of times, also for the places, as long as
///   these are asked for in the order of the text.
struct TOMLScanner {
  let bytes: [UInt8]
  /// The byte that is read next.
  var position = 0
  private let start: Int
  /// The last place that was asked for, from which the next one is counted.
  private var known: (offset: Int, place: TOMLPlace)

  init(_ text: String) {
    bytes = Array(text.utf8)
    // Some editors set a byte order mark in front; it is no part of the text.
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = start
    known = (start, TOMLPlace(line: 1, column: 1))
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The byte that is read next, or one after it; 0 behind the end, where TOML has no such byte.
  func byte(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  /// Steps over `expected`, if it is next.
  mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard byte() == UInt8(ascii: expected), !isAtEnd else { return false }
    position += 1
    return true
  }

  // MARK: Between the values

  mutating func skipBlanks() {
    while byte() == UInt8(ascii: " ") || byte() == UInt8(ascii: "\t") { position += 1 }
  }

  /// Whether a line ends here: with a line feed, or a carriage return and a line feed.
  var isAtLineEnd: Bool { byte() == 0x0A || byte() == 0x0D && byte(1) == 0x0A }

  /// Steps over the end of a line, if it is next.
  mutating func skipLineEnd() -> Bool {
    guard isAtLineEnd else { return false }
    position += byte() == 0x0A ? 1 : 2
    return true
  }

  /// Steps over blanks, comments and line ends.
  mutating func skipToContent() throws(TOMLError) {
    repeat {
      skipBlanks()
      try skipComment()
    } while skipLineEnd()
  }

  /// Makes sure that nothing but a comment is left on the line, and steps over its end.
  mutating func finishLine() throws(TOMLError) {
    skipBlanks()
    try skipComment()
    guard isAtEnd || skipLineEnd() else { throw error(.lineEnd) }
  }

  private mutating func skipComment() throws(TOMLError) {
    guard byte() == UInt8(ascii: "#") else { return }
    while !isAtEnd, !isAtLineEnd {
      try refuseControl()
      position += 1
    }
  }

  /// Refuses a control character that is next, other than a tab.
  mutating func refuseControl() throws(TOMLError) {
    guard byte() < 0x20 && byte() != 0x09 || byte() == 0x7F else { return }
    let digits = String(byte(), radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    throw error(.noControl, found: name)
  }

  // MARK: Places and errors

  /// The place of a byte; of the one that is read next, without an offset.
  ///
  /// - Complexity: O(bytes since the place that was asked for last); O(offset) for an earlier one.
  mutating func place(of offset: Int? = nil) -> TOMLPlace {
    let offset = offset ?? position
    if offset < known.offset { known = (start, TOMLPlace(line: 1, column: 1)) }
    for byte in bytes[known.offset..<offset] {
      if byte == 0x0A {
        known.place.line += 1
        known.place.column = 1
      } else if byte & 0xC0 != 0x80 {
        known.place.column += 1
      }
    }
    known.offset = offset
    return known.place
  }

  /// The error at a byte, with the word that stands there.
  mutating func error(
    _ expected: TOMLError.Expectation, at offset: Int? = nil, found: String? = nil
  ) -> TOMLError {
    let offset = offset ?? position
    return TOMLError(place: place(of: offset), found: found ?? word(at: offset), expected: expected)
  }

  /// What stands at a byte: up to a blank or a sign with a meaning, the beginning of what is long.
  private func word(at offset: Int) -> String {
    var end = offset
    while end < bytes.count, end - offset < 60, !TOMLScanner.endsWord(bytes[end]) { end += 1 }
    if end == offset, end < bytes.count, bytes[end] > 0x20 { end += 1 }
    // Never half a character.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
