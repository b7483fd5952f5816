extension SettingsFile {
  /// The first line with a value of ten characters like a date, a blank and a single digit:
  /// `2026-11-22 5`.
  ///
  /// The parser takes the digit for the beginning of a time, looks for more of it and aborts. Strings
  /// are not told apart: who writes `, 2026-11-22 5 ` into one is refused too.
  static func brokenDateLine(of text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    var line = 1
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\n" { line += 1 }
      guard scalar == " ", place + 2 < scalars.count, isDigit(scalars[place + 1]),
        endsValue(scalars[place + 2]), isDateAlone(scalars[..<place])
      else { continue }
      return line
    }
    return nil
  }

  /// Whether the last ten scalars, underscores not counted, look like a date to the parser and stand
  /// where a value may begin.
  private static func isDateAlone(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = scalars
    var date: [Unicode.Scalar] = []
    while date.count < 10 {
      guard let last = rest.popLast(), !endsValue(last) else { return false }
      if last != "_" { date.append(last) }
    }
    // Read backwards: the signs stand before the last two and the two before them.
    guard isDigit(date[9]), date[5] == "-", date[2] == "-" else { return false }
    while let last = rest.popLast() {
      if last == "\n" { return true }
      if !isBlank(last) { return last == "=" || last == "," || last == "[" }
    }
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// What ends a value to the parser, and a little more.
  private static func endsValue(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || scalar == "]" || scalar == "}" || scalar == "," || scalar == "#"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{180E}" || scalar == "\u{FEFF}"
  }
}
