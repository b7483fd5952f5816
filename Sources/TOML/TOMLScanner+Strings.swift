extension TOMLScanner {
  private static let backslash = UInt8(ascii: "\\")

  /// Reads a text of any of the four kinds, from its first quotation mark.
  mutating func string() throws(TOMLError) -> String {
    let quote = byte()
    return byte(1) == quote && byte(2) == quote ? try multilineString() : try lineString()
  }

  /// Reads a text that ends on its line: `"…"` with escapes, `'…'` without.
  mutating func lineString() throws(TOMLError) -> String {
    let quote = byte()
    position += 1
    var text: [UInt8] = []
    while !isAtEnd, !isAtLineEnd {
      let byte = byte()
      if byte == quote {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == TOMLScanner.backslash, quote == UInt8(ascii: "\"") {
        try escape(into: &text)
      } else {
        try refuseControl()
        text.append(byte)
        position += 1
      }
    }
    throw error(.closing(String(UnicodeScalar(quote))))
  }

  /// Reads a text between three quotation marks each; it keeps its line ends as they are.
  private mutating func multilineString() throws(TOMLError) -> String {
    let start = position
    let quote = byte()
    position += 3
    // A line end right after the marks is no part of the text.
    _ = skipLineEnd()
    var text: [UInt8] = []
    while !isAtEnd {
      let byte = byte()
      if byte == quote {
        // Up to two marks may stand before the three that close.
        var marks = 1
        while marks < 5, self.byte(marks) == quote { marks += 1 }
        position += marks
        text.append(contentsOf: repeatElement(quote, count: marks < 3 ? marks : marks - 3))
        if marks >= 3 { return String(decoding: text, as: UTF8.self) }
      } else if byte == TOMLScanner.backslash, quote == UInt8(ascii: "\"") {
        if try !skipBrokenLine() { try escape(into: &text) }
      } else {
        if isAtLineEnd {
          // The line feed follows in the next round.
          if byte == 0x0D { text.append(byte) }
          _ = skipLineEnd()
          text.append(0x0A)
          continue
        }
        try refuseControl()
        text.append(byte)
        position += 1
      }
    }
    let marks = String(repeating: String(UnicodeScalar(quote)), count: 3)
    throw error(.closing(marks), at: start)
  }

  /// Steps over a backslash that ends its line, and over all blanks and line ends after it.
  private mutating func skipBrokenLine() throws(TOMLError) -> Bool {
    let start = position
    position += 1
    skipBlanks()
    guard isAtLineEnd else {
      position = start
      return false
    }
    while skipLineEnd() { skipBlanks() }
    return true
  }

  /// Reads an escape and appends what it stands for.
  private mutating func escape(into text: inout [UInt8]) throws(TOMLError) {
    let start = position
    position += 2
    switch byte(-1) {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case TOMLScanner.backslash: text.append(TOMLScanner.backslash)
    case UInt8(ascii: "u"): try codePoint(digits: 4, from: start, into: &text)
    case UInt8(ascii: "U"): try codePoint(digits: 8, from: start, into: &text)
    default:
      position = start
      throw error(.escape)
    }
  }

  private mutating func codePoint(
    digits: Int, from start: Int, into text: inout [UInt8]
  ) throws(TOMLError) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = TOMLNumber.digit(byte()), digit < 16 else {
        throw error(.escape, at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.scalarValue, at: start) }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
