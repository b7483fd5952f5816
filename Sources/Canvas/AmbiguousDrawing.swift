// What is drawn where the terminal gives two columns to scalars that curses counts as one.
//
// Their true glyphs would shift the rest of the row, since curses cannot be told. Each is drawn as
// something every terminal gives two columns to; the text itself stays as it is.
extension TextWidth {
  /// Whether the terminal draws scalars of ambiguous width in two columns.
  ///
  /// Set around the life of a screen, once it is known.
  @TaskLocal package static var ambiguousIsWide = false

  /// What stands for an ambiguous scalar of two columns.
  static func wideDrawing(of scalar: UInt32) -> Drawing {
    switch scalar {
    case 0x2018, 0x2019: return .cell(0xFF07, width: 2)
    case 0x201C, 0x201D: return .cell(0xFF02, width: 2)
    case 0x2010, 0x2013...0x2015: return .cell(0xFF0D, width: 2)
    case 0xB7: return .cell(0x30FB, width: 2)
    case 0xD7: return .cell(0xFF58, width: 2)
    case 0x25A0...0x25FF, 0x2605, 0x2606: return .cell(0xFF0A, width: 2)
    case 0x2460...0x2468: return twin(0x31 + scalar - 0x2460, ")")
    case 0x2469...0x2473: return number(scalar - 0x2469 + 10)
    case 0x2474...0x247C: return twin(0x31 + scalar - 0x2474, ")")
    case 0x2488...0x2490: return twin(0x31 + scalar - 0x2488, ".")
    case 0xA1...0xFF, 0x2025...0x2193, 0x2103, 0x2116, 0x2160...0x2169:
      if let text = spellings[scalar] { return twin(text.0.value, text.1) }
    default: break
    }
    // 〓 stands for a glyph that is missing, wherever Chinese is set.
    return .cell(0x3013, width: 2)
  }

  private static func number(_ number: UInt32) -> Drawing {
    .twin(0x30 + number / 10, 0x30 + number % 10)
  }

  private static func twin(_ first: UInt32, _ second: Unicode.Scalar) -> Drawing {
    .twin(first, second.value)
  }

  private static let spellings: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = [
    0xA7: ("S", "."), 0xAE: ("(", "R"), 0xB0: ("o", " "), 0xB1: ("+", "-"), 0xB2: ("^", "2"),
    0xB3: ("^", "3"), 0xF7: (":", "-"), 0x2025: (".", "."), 0x2026: (".", "."), 0x2030: ("%", "o"),
    0x2103: ("C", " "), 0x2116: ("N", "o"), 0x2160: ("I", " "), 0x2161: ("I", "I"),
    0x2162: ("3", " "), 0x2163: ("I", "V"), 0x2164: ("V", " "), 0x2165: ("V", "I"),
    0x2166: ("7", " "), 0x2167: ("8", " "), 0x2168: ("I", "X"), 0x2169: ("X", " "),
    0x2190: ("<", "-"), 0x2191: ("^", " "), 0x2192: ("-", ">"), 0x2193: ("v", " "),
  ]
}

extension Glyphs {
  /// These glyphs, or those of ASCII where the terminal might give them two columns.
  package var fitting: Glyphs { TextWidth.ambiguousIsWide ? .ascii : self }
}
