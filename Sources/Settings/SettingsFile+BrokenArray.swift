extension SettingsFile {
  /// The first line where an array goes on with what can begin no value.
  ///
  /// The parser takes a `}` and some line ends for a value there, and aborts. Strings are not told
  /// apart, because a string of several lines could then hide the rest: who writes `[}` or `,}`
  /// into one is refused too.
  static func brokenArrayLine(of text: String) -> Int? {
    var line = 1
    /// Whether nothing but blanks, line ends and comments came after a `[` or a comma.
    var isBeforeValue = false
    /// Whether that was so where what may be a comment began.
    var isBeforeComment = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        line += 1
        isBeforeValue = isBeforeValue || isBeforeComment
        isBeforeComment = false
      case "}", "\u{85}", "\u{2028}", "\u{2029}":
        if isBeforeValue { return line }
      case " ", "\t", "\r": continue
      case "#":
        isBeforeComment = isBeforeComment || isBeforeValue
        isBeforeValue = false
      case "[", ",": isBeforeValue = true
      default: isBeforeValue = false
      }
    }
    return nil
  }
}
