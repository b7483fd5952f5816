/// Text that cannot drive a terminal or deceive its reader, whatever it was made from.
///
/// The only thing that stdout, stderr and reports take. Controls, direction changes and invisible
/// scalars are shown as ‹U+202E›; line feeds stay when asked for.
package struct SafeText: Hashable, Sendable, CustomStringConvertible {
  package let string: String

  /// - Complexity: O(length); a plain text is scanned once and not copied.
  package init(_ raw: String, keepingLines: Bool = true) {
    let harmless = raw.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    string = harmless ? raw : SafeText.neutralised(raw, keepingLines: keepingLines)
  }

  package var description: String { string }

  private static func neutralised(_ raw: String, keepingLines: Bool) -> String {
    var safe = String.UnicodeScalarView()
    var marks = 0
    for scalar in raw.unicodeScalars {
      let kind = ScalarClass(scalar)
      marks = kind == .mark || kind == .variationSelector ? marks + 1 : 0
      switch kind {
      case .printable, .blank, .joiner: safe.append(scalar)
      case .mark, .variationSelector: if marks <= 4 { safe.append(scalar) }
      case .lineBreak where scalar == "\n" && keepingLines: safe.append(scalar)
      case .invisible, .bidiMark: break
      case .null, .control, .lineBreak, .bidiControl, .tag, .nonCharacter:
        safe.append(contentsOf: SafeText.mark(for: scalar).unicodeScalars)
      }
    }
    return String(safe)
  }

  /// The visible stand-in of a scalar that must not be drawn: ‹U+202E›.
  package static func mark(for scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "›"
  }
}
