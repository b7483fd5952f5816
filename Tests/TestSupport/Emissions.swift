/// What a text or a stream to a terminal holds that no data may bring there.
package enum Emissions {
  /// Scalars of a printed text that drive a terminal or turn the text around.
  package static func forbidden(inText text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || isNeverSent($0)
    }
  }

  /// What is wrong with the bytes a board sent to its terminal: anything but the sequences that
  /// move, colour, clear and set the board's own modes.
  package static func forbidden(inStream stream: String) -> [String] {
    var wrong: [String] = []
    var rest = Array(stream.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n", "\r", "\u{8}", "\u{E}", "\u{F}": continue
      case "\u{1B}":
        let sequence = takeSequence(&rest)
        if !isOurs(sequence) { wrong.append("ESC \(sequence)") }
      default:
        if scalar.value < 0x20 || isNeverSent(scalar) {
          wrong.append("U+" + String(scalar.value, radix: 16))
        }
      }
    }
    return wrong
  }

  private static func isNeverSent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E...0x200F, 0x61C, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func takeSequence(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    guard let first = rest.popFirst() else { return "" }
    var sequence = String(first)
    if first == "(" || first == ")" {
      if let set = rest.popFirst() { sequence.unicodeScalars.append(set) }
    } else if first == "[" {
      while let next = rest.popFirst() {
        sequence.unicodeScalars.append(next)
        if next.value >= 0x40 && next.value <= 0x7E { break }
      }
    }
    return sequence
  }

  private static func isOurs(_ sequence: String) -> Bool {
    if ["(B", "(0", ")0", "7", "8", "=", ">", "M"].contains(sequence) { return true }
    guard sequence.hasPrefix("["), let end = sequence.unicodeScalars.last else { return false }
    // No report is asked for, no window changed, nothing printed.
    if end == "h" || end == "l" {
      return [
        "4", "1", "25", "12", "1000", "1002", "1004", "1006", "1049", "2004", "2026", "7", "34",
      ]
      .contains(sequence.dropFirst().dropLast().drop { $0 == "?" })
    }
    return "ABCDEFGHJKLMPSTXZ@`abdfgmr".unicodeScalars.contains(end)
  }
}
