/// What a Unicode scalar may do to a screen, a file or a reader.
///
/// The table is an allow-list at heart: everything that is not known to be harmless is named here
/// and handled by ``TextRule`` (on the way in) and by ``SafeText`` (on the way out).
package enum ScalarClass: Equatable, Sendable {
  /// Draws itself in its own cells.
  case printable
  /// Draws over the character before it.
  case mark
  /// U+0000, which no store and no C string can hold.
  case null
  /// C0, DEL and C1: drives a terminal.
  case control
  /// Line feed, carriage return, NEL, LS, PS, VT and FF: ends a line.
  case lineBreak
  /// Changes the order of the text around it.
  case bidiControl
  /// A direction mark: harmless, invisible.
  case bidiMark
  /// Takes no cell and shows nothing: zero-width space, BOM, soft hyphen and their like.
  case invisible
  /// Joins emoji.
  case joiner
  /// Chooses a glyph variant of the character before it.
  case variationSelector
  /// Invisible text: language tags.
  case tag
  /// Looks like nothing but takes room: no-break and typographic spaces, Hangul and Braille blanks.
  case blank
  /// Not a character, by definition of Unicode.
  case nonCharacter

  package init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: self = .printable
    case 0: self = .null
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0x01...0x1F, 0x7F...0x9F: self = .control
    case 0x202A...0x202E, 0x2066...0x2069: self = .bidiControl
    case 0x200E, 0x200F, 0x061C: self = .bidiMark
    case 0x200D: self = .joiner
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: self = .variationSelector
    case 0xE0000...0xE007F: self = .tag
    case 0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A:
      self = .invisible
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000, 0x115F, 0x1160, 0x3164,
      0xFFA0:
      self = .blank
    case 0xFDD0...0xFDEF: self = .nonCharacter
    case 0x4E00...0x9FFF, 0x3001...0x303F, 0xFF01...0xFF60: self = .printable
    default:
      if value & 0xFFFE == 0xFFFE {
        self = .nonCharacter
      } else {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: self = .mark
        case .unassigned where scalar.properties.isDefaultIgnorableCodePoint: self = .invisible
        default: self = .printable
        }
      }
    }
  }
}
