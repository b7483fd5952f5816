extension SettingsFile {
  /// The first line that writes U+0000 as an escape, `\u0000` or `\U00000000`.
  ///
  /// The parser hands keys and texts over as C strings and aborts where one ends too early. Strings
  /// are not told apart: who writes the same into one between single quotation marks is refused too.
  static func nullLine(of text: String) -> Int? {
    var line = 1
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\\"), let letter = bytes.popFirst() else { continue }
      if letter == UInt8(ascii: "\n") { line += 1 }
      let digits = letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
      let code = bytes.prefix(digits)
      if digits > 0, code.count == digits, code.allSatisfy({ $0 == UInt8(ascii: "0") }) {
        return line
      }
    }
    return nil
  }
}
