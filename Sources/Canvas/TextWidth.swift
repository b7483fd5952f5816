internal import CGlibc
internal import Glibc
internal import SafeText

/// The one width function: how many terminal columns a text takes.
///
/// glibc's `wcwidth` on the scalars that are drawn, because ncurses and tmux on the same machine
/// agree with it for every printable scalar (measured: 97,483 of them). Layout, clipping, carets
/// and hit regions all ask here, so that they cannot disagree.
package enum TextWidth {
  /// Columns of one scalar as it is drawn: 0 for a mark, 1 or 2 otherwise.
  ///
  /// Emoji modifiers, joiners and variation selectors count 0 because they are not drawn: kept in a
  /// cell they put tmux and ncurses out of step.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return 1 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    switch drawing(of: scalar) {
    case .nothing, .mark: return 0
    case .cell(_, let width): return width
    case .twin: return 2
    }
  }

  /// Columns of a text drawn on one line.
  package static func columns(of text: some StringProtocol) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += columns(of: scalar) }
    return total
  }

  /// The same of a text that lies in one piece, as nearly all do: ASCII and ideographs are told by
  /// their bytes.
  package static func columns(of text: String) -> Int {
    var text = text
    return text.withUTF8 { plainColumns(of: $0) } ?? columns(of: text[...])
  }

  /// The columns of ASCII and common ideographs; nil for a text with anything else.
  private static func plainColumns(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var total = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        total += 1
        index += 1
      } else if byte >= 0xE4, byte <= 0xE9, index + 2 < bytes.count,
        byte > 0xE4 || bytes[index + 1] >= 0xB8
      {
        total += 2
        index += 3
      } else {
        return nil
      }
    }
    return total
  }

  /// What a scalar becomes on the screen.
  enum Drawing: Equatable {
    /// Left out.
    case nothing
    /// Drawn over the cell before it.
    case mark
    /// Drawn in a cell of its own, or U+FFFD in its place.
    case cell(UInt32, width: Int)
    /// Drawn as two narrow cells.
    case twin(UInt32, UInt32)
  }

  /// How a scalar is drawn; the width and the frame both ask here.
  static func drawing(of scalar: Unicode.Scalar) -> Drawing {
    if scalar.value >= 0x1F3FB && scalar.value <= 0x1F3FF { return .nothing }
    switch ScalarClass(scalar) {
    case .joiner, .variationSelector, .invisible, .bidiMark: return .nothing
    case .null, .control, .lineBreak, .bidiControl, .tag, .nonCharacter:
      return missing
    case .printable, .mark, .blank: break
    }
    _ = utf8CharacterType
    switch wcwidth(wchar_t(bitPattern: scalar.value)) {
    case 0: return .mark
    case 1:
      let isWide = AmbiguousScalars.contains(scalar.value) && ambiguousIsWide
      return isWide ? wideDrawing(of: scalar.value) : .cell(scalar.value, width: 1)
    case 2: return .cell(scalar.value, width: 2)
    // A scalar younger than this glibc: ncurses would draw a blank and tmux nothing at all.
    default: return missing
    }
  }

  /// What stands for what cannot be drawn; the usual sign for it is itself of ambiguous width.
  private static var missing: Drawing { .cell(ambiguousIsWide ? 0x3F : 0xFFFD, width: 1) }

  /// `wcwidth` answers by the character type of the locale; a bureau's ssh session may have none.
  private static let utf8CharacterType: Bool = {
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      return true
    }
    return false
  }()
}

extension TextWidth {
  /// The longest beginning of `text` that fits, ending in `..` when something was cut.
  package static func clipped(_ text: String, to limit: Int, ellipsis: String = "..") -> String {
    guard limit > 0 else { return "" }
    if columns(of: text) <= limit { return text }
    let mark = columns(of: ellipsis) < limit ? ellipsis : ""
    let room = limit - columns(of: mark)
    var used = 0
    var kept = ""
    for character in text {
      let width = columns(of: String(character))
      if used + width > room { break }
      used += width
      kept.append(character)
    }
    return kept + mark
  }

  /// `text` clipped or filled with blanks to exactly `width` columns.
  package static func padded(_ text: String, to width: Int, alignment: Alignment = .leading)
    -> String
  {
    let clipped = clipped(text, to: width)
    let gap = String(repeating: " ", count: max(0, width - columns(of: clipped)))
    return alignment == .leading ? clipped + gap : gap + clipped
  }

  package enum Alignment: Sendable { case leading, trailing }
}
