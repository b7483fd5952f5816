/// The words behind a command's own, as they were typed; one between quotation marks may have blanks.
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
    var text: String?
    var start = typed.startIndex
    var isQuoted = false
    func end(at index: String.Index) {
      if let text { words.append(Word(text: text, range: start..<index)) }
    }
    for index in typed.indices {
      let character = typed[index]
      if !isQuoted, character == " " || character == "　" {
        end(at: index)
        text = nil
        continue
      }
      if text == nil { (text, start) = ("", index) }
      if ["\"", "“", "”"].contains(character) {
        isQuoted.toggle()
      } else {
        text?.append(character)
      }
    }
    end(at: typed.endIndex)
    self.words = words
    self.isQuoted = isQuoted
  }

  /// A value as one word.
  static func word(_ value: String) -> String {
    value.contains(" ") ? "\"" + value.filter { $0 != "\"" } + "\"" : value
  }
}
