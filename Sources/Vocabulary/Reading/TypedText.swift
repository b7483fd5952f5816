internal import SafeText

/// How typed text is brought to one form before it is read.
enum TypedText {
  /// The scalars in ASCII width and lower case, without blanks at the ends.
  static func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var scalars = FullWidth.folded(text).lowercased().unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return Array(scalars)
  }

  /// Whether nothing stands there, or a word or a dash that says so.
  static func isBlank(_ folded: some Collection<Unicode.Scalar>) -> Bool {
    if folded.allSatisfy({ isDash($0) || $0 == "/" || $0 == "\\" }) { return true }
    return folded.count <= 4 && blankWords.contains(String(folded))
  }

  private static let blankWords: Set = ["无", "暂无", "空", "n/a", "na", "nil", "null", "none"]

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
