/// How two scalars are compared in a search: without case, and without full and half width.
enum Folding {
  /// The scalar that stands for all its forms.
  ///
  /// Letters of the Latin, Greek and Cyrillic alphabets lose their case, full-width forms and the
  /// ideographic space become ASCII. Nothing else changes, so a text keeps its length in scalars.
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0...0x7F: scalar
    case 0xFF01...0xFF5E: fold(scalar - 0xFEE0)
    case 0x3000, 0xA0: 0x20
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x391...0x3A1, 0x3A3...0x3A9: scalar + 0x20
    case 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }

  /// Whether a scalar may be passed over inside a match: blanks, brackets, stops and dashes.
  static func isSeparator(_ folded: UInt32) -> Bool {
    switch folded {
    case 0x20, 0x28, 0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x5F, 0xB7, 0x2010...0x2015,
      0x2018...0x201D, 0x3001, 0x3002, 0x3008...0x3011, 0x30FB:
      true
    default: false
    }
  }
}
