/// Text that cannot drive a terminal or deceive its reader, whatever it was made from.
///
/// The only thing that stdout, stderr and reports take. Controls, direction changes and hidden text
/// are shown as ‹U+202E›, what merely takes no room is left out, and at most four marks stand on one
/// character. Line feeds stay when asked for, and CR LF counts as one.
package struct SafeText: Hashable, Sendable, CustomStringConvertible {
  package let string: String

  /// - Complexity: O(length); a plain text is scanned once and not copied.
  package init(_ raw: String, keepingLines: Bool = true) {
    if SafeText.isPlain(raw, keepingLines: keepingLines) {
      string = raw
      return
    }
    // Some more signs stay as they are.
    let harmless = raw.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0x7E, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: true
      case 0x0A: keepingLines
      default: false
      }
    }
    string = harmless ? raw : SafeText.neutralised(raw, keepingLines: keepingLines)
  }

  package var description: String { string }

  /// Whether a text is ASCII and common ideographs, as nearly all text is, told by its bytes.
  private static func isPlain(_ raw: String, keepingLines: Bool) -> Bool {
    var raw = raw
    return raw.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20 && byte < 0x7F || byte == 0x0A && keepingLines {
          index += 1
        } else if byte >= 0xE4, byte <= 0xE9, byte > 0xE4 || bytes[index + 1] >= 0xB8 {
          // Sound UTF-8, so three bytes: U+4E00 to U+9FFF.
          index += 3
        } else {
          return false
        }
      }
      return true
    }
  }

  private static func neutralised(_ raw: String, keepingLines: Bool) -> String {
    var safe = String.UnicodeScalarView()
    var marks = 0
    let scalars = raw.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      switch ScalarClass(scalar) {
      // What is left out does not begin a new pile of marks, and a joiner does not end one.
      case .invisible, .bidiMark: continue
      case .joiner: safe.append(scalar)
      case .mark, .variationSelector:
        marks += 1
        if marks <= 4 { safe.append(scalar) }
      case .printable, .blank:
        marks = 0
        safe.append(scalar)
      case .lineBreak where scalar == "\n" && keepingLines:
        marks = 0
        safe.append(scalar)
      case .lineBreak where scalar == "\r" && keepingLines && isBeforeLineFeed(index, scalars):
        continue
      case .null, .control, .lineBreak, .bidiControl, .tag, .nonCharacter:
        marks = 0
        safe.append(contentsOf: SafeText.mark(for: scalar).unicodeScalars)
      }
    }
    return String(safe)
  }

  private static func isBeforeLineFeed(_ index: String.Index, _ scalars: String.UnicodeScalarView)
    -> Bool
  {
    let next = scalars.index(after: index)
    return next < scalars.endIndex && scalars[next] == "\n"
  }

  /// The visible stand-in of a scalar that must not be drawn: ‹U+202E›.
  package static func mark(for scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "›"
  }
}
