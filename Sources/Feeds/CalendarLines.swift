internal import SafeText

/// Content lines (RFC 5545, 3.1): at most 75 octets each, folded between characters, ended by CRLF.
struct CalendarLines {
  private var bytes: [UInt8] = []
  /// The octets of the line that is being written, since it was last folded.
  private var octets = 0

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A value that is written as it is.
  mutating func put(_ name: String, _ value: String) {
    begin(name)
    for byte in value.utf8 { put(byte) }
    end()
  }

  /// TEXT values (3.3.11), without anything that drives a terminal.
  mutating func put(_ name: String, texts: [String]) {
    begin(name)
    for (index, text) in texts.enumerated() {
      if index > 0 { put(UInt8(ascii: ",")) }
      for byte in SafeText(text).string.utf8 {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
          put(UInt8(ascii: "\\"))
          put(byte)
        case UInt8(ascii: "\n"):
          put(UInt8(ascii: "\\"))
          put(UInt8(ascii: "n"))
        default: put(byte)
        }
      }
    }
    end()
  }

  private mutating func begin(_ name: String) {
    octets = 0
    for byte in name.utf8 { put(byte) }
    put(UInt8(ascii: ":"))
  }

  private mutating func end() {
    bytes.append(13)
    bytes.append(10)
  }

  /// The next byte; a character that would reach beyond the line begins another.
  private mutating func put(_ byte: UInt8) {
    let size =
      switch byte {
      case ..<0x80: 1
      // Within a character.
      case ..<0xC0: 0
      case ..<0xE0: 2
      case ..<0xF0: 3
      default: 4
      }
    if octets + size > 75 {
      bytes += [13, 10, UInt8(ascii: " ")]
      octets = 1
    }
    octets += size
    bytes.append(byte)
  }
}
