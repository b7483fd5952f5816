/// A text as one word of a shell's command line.
///
/// One rule for bash, zsh and fish: what is plain means itself in each of them, quoted or not, inside
/// open quotation marks, and after history expansion; everything else has to be quoted, or not to
/// be offered at all.
package enum ShellWord {
  /// Whether a text is a word that no shell reads anything into.
  ///
  /// Letters and digits of any script, marks of Chinese punctuation, and `-_.,+` but in front.
  ///
  /// - Complexity: O(length).
  package static func isPlain(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, isPlain(first), !isOption(first) else {
      return false
    }
    return text.unicodeScalars.allSatisfy(isPlain)
  }

  /// A text with a middle dot for each run of what is not plain: to be shown where it might be run.
  package static func plain(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        scalars.append(scalar)
      } else if scalars.last != "·" {
        scalars.append("·")
      }
    }
    return String(scalars)
  }

  /// A text as a word that a person can paste into any of the three shells.
  package static func quoted(_ text: String) -> String {
    isPath(text) ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// Whether a path can stand as it is: plain between its slashes.
  private static func isPath(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0 == "/" || isPlain($0) && !isOption($0) } ?? false
      && text.unicodeScalars.allSatisfy { $0 == "/" || isPlain($0) }
  }

  private static func isOption(_ scalar: Unicode.Scalar) -> Bool {
    "-+.,_".unicodeScalars.contains(scalar)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ",", "+": return true
    case "\u{0}"..."\u{7F}": return false
    case "·", "、", "。", "，", "：", "；", "（", "）", "《", "》", "「", "」", "【", "】", "—", "…", "“", "”":
      return true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        // Some letters draw nothing: U+3164, U+FFA0.
        return ScalarClass(scalar) == .printable && !scalar.properties.isDefaultIgnorableCodePoint
      default: return false
      }
    }
  }
}
