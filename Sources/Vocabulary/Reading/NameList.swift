package import Pipeline
internal import SafeText

/// Several names in one line or cell.
package enum NameList {
  /// What a comma does between names.
  package enum Kind: Hashable, Sendable {
    /// Firms and units: a comma is part of a Latin name (`Sakura Mold Co., Ltd.`) and of a number, and
    /// parts Chinese ones.
    case firms
    /// Tags, towns and people: a comma parts them, but before Ltd and its like.
    case words
  }

  /// The names, without blanks around them and without empty ones.
  ///
  /// 、 and semicolons of either width and line ends part them; commas by the kind.
  ///
  /// - Complexity: O(length).
  package static func parts(of text: String, _ kind: Kind) -> [String] {
    if text.utf8.allSatisfy(isPlain) {
      let name = trimmed(text.unicodeScalars[...])
      return name.isEmpty ? [] : [name]
    }
    var parts: [String] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    for place in scalars.indices where isEnd(place, in: scalars, kind) {
      parts.append(trimmed(scalars[start..<place]))
      start = scalars.index(after: place)
    }
    parts.append(trimmed(scalars[start...]))
    return parts.filter { !$0.isEmpty }
  }

  /// Where the name that is being typed begins, the last of a text.
  package static func startOfLast(in text: String, _ kind: Kind) -> String.Index {
    let scalars = text.unicodeScalars
    return scalars.indices.last { isEnd($0, in: scalars, kind) }.map(scalars.index(after:))
      ?? scalars.startIndex
  }

  /// Whether a byte cannot belong to anything that parts names.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    // A comma, a semicolon, line ends, and what 、 and ，and ；and U+2028 begin with.
    case 0x2C, 0x3B, 0x0A...0x0D, 0xC2, 0xE2, 0xE3, 0xEF: false
    default: true
    }
  }

  private static func isEnd(
    _ place: String.Index, in text: String.UnicodeScalarView, _ kind: Kind
  ) -> Bool {
    switch text[place] {
    case "、", ";", "；", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
      return true
    case ",", "，": break
    default: return false
    }
    let rest = text[text.index(after: place)...].drop { $0.properties.isWhitespace }
    if isLegalForm(rest) { return false }
    guard let next = rest.first,
      let last = text[..<place].last(where: { !$0.properties.isWhitespace })
    else { return true }
    // 1,200亩 is one number whatever it is a list of.
    if isDigit(last), isDigit(next), text[place] == "," { return false }
    return kind == .words || !(isLatin(last) && isLatin(next))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Letters, digits and signs of names that are not written in ideographs.
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    let scalar = FullWidth.folded(scalar)
    return scalar.value < 0x2E80
  }

  private static let legalForms: Set = [
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "lp", "plc", "corp", "corporation", "co",
    "company", "gmbh", "ag", "kg", "kgaa", "se", "sa", "sas", "sarl", "spa", "srl", "bv", "nv",
    "ab",
    "as", "asa", "oy", "oyj", "aps", "pte", "pty", "pvt", "sdn", "bhd", "kk", "pjsc", "ooo", "jsc",
  ]

  /// Whether a text begins with the legal form of a firm: Ltd., S.A., GmbH.
  private static func isLegalForm(_ text: Substring.UnicodeScalarView) -> Bool {
    var word = ""
    for scalar in text.prefix(16) {
      let folded = FullWidth.folded(scalar)
      if folded == "." { continue }
      guard folded.properties.isAlphabetic, folded.isASCII else { break }
      word.unicodeScalars.append(folded)
    }
    return legalForms.contains(word.lowercased())
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    var text = text
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return String(Substring(text))
  }
}

extension NameList.Kind {
  /// What a comma does in a field that holds a list.
  package init(_ field: Field) {
    self = field == .tags || field == .attachments ? .words : .firms
  }
}
