/// The words behind a command's own, as they were typed; one between quotation marks may have blanks.
///
/// A mark opens at the beginning of a word and closes at its end; elsewhere it is a sign like any other,
/// as in a name of the trade: 专精特新“小巨人”.
struct TypedArguments {
  struct Word: Hashable {
    /// Without its quotation marks.
    let text: String
    /// Where it stands, with them.
    let range: Range<String.Index>
  }

  let words: [Word]
  /// Whether the last quotation mark has no other.
  let isQuoted: Bool

  init(_ typed: String) {
    var words: [Word] = []
    var rest = typed[...]
    var isQuoted = false
    while let start = rest.firstIndex(where: { !TypedArguments.isBlank($0) }) {
      rest = rest[start...]
      let closing = TypedArguments.closing(rest[start])
      if closing != nil { rest.removeFirst() }
      let text = rest.prefix { closing != nil || !TypedArguments.isBlank($0) }
      guard let closing else {
        rest = rest[text.endIndex...]
        words.append(Word(text: String(text), range: start..<text.endIndex))
        continue
      }
      let end = text.indices.first {
        closing.contains(text[$0])
          && text[text.index(after: $0)...].first.map(TypedArguments.isBlank) ?? true
      }
      isQuoted = end == nil
      rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
      words.append(
        Word(text: String(text[..<(end ?? text.endIndex)]), range: start..<rest.startIndex))
    }
    self.words = words
    self.isQuoted = isQuoted
  }

  /// All that is left of a line, without the marks that hold it together.
  static func whole(_ typed: String) -> String {
    let words = TypedArguments(typed).words
    return words.count == 1 ? words[0].text : typed
  }

  /// A value as one word, which is read as that value again.
  static func word(_ value: String) -> String {
    let isWord = !value.contains(where: isBlank) && value.first.flatMap(closing) == nil
    return isWord ? value : "\"" + value + "\""
  }

  /// A value as all that is left of a line, which is read as that value again.
  static func rest(_ value: String) -> String {
    let words = TypedArguments(value).words
    return words.count == 1 && words[0].text != value ? word(value) : value
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "　"
  }

  /// What closes what a sign opens; nil when it opens nothing.
  private static func closing(_ opening: Character) -> String? {
    switch opening {
    case "\"": "\""
    // An input method gives either of the two.
    case "“", "”": "“”"
    default: nil
    }
  }
}
