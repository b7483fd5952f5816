/// Texts and keys as they are written into a TOML file.
package enum TOMLText {
  /// A text on one line, between double quotation marks.
  ///
  /// Whatever an editor or a terminal could take for something else than a character of the text is
  /// written as an escape: controls, separators of lines, a byte order mark.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// A key, in quotation marks where it has to be.
  package static func key(_ key: String) -> String {
    !key.isEmpty && key.utf8.allSatisfy(TOMLScanner.isBare) ? key : quoted(key)
  }
}
