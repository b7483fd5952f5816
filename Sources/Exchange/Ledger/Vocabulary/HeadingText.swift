internal import SafeText

/// One heading taken apart: what it names, and what stands in brackets behind it.
struct HeadingText: Hashable, Sendable {
  /// The heading without blanks, case, width and brackets.
  let name: String
  /// The same with what stands in brackets.
  let whole: String
  /// What stands in brackets, or behind a stroke or colon.
  let asides: [String]

  init(_ text: String) {
    var name = ""
    var aside = ""
    var asides: [String] = []
    var depth = 0
    for character in FullWidth.folded(text).lowercased()
    where !character.isWhitespace && character != "*" {
      switch character {
      case "(", "[", "【", "〔":
        depth += 1
        if depth == 1 { aside = "" }
      case ")", "]", "】", "〕":
        depth -= 1
        if depth == 0, !aside.isEmpty { asides.append(aside) }
      default:
        if depth <= 0 { name.append(character) } else { aside.append(character) }
      }
    }
    if depth > 0, !aside.isEmpty { asides.append(aside) }
    while let last = name.last, ":：,、。；;".contains(last) { name.removeLast() }
    self.name = name
    self.asides = asides
    whole = FullWidth.folded(text).lowercased().filter { !$0.isWhitespace && $0 != "*" }
  }

  static func bare(_ text: String) -> String { HeadingText(text).name }
}
