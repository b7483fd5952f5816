extension TextQuery {
  /// The words that fit what is typed: those that begin with it, by text and then by pinyin, before
  /// those that only hold it; in their order otherwise.
  ///
  /// Nothing typed fits all of them.
  package static func fitting(_ typed: String, among words: [String]) -> [String] {
    guard let query = TextQuery(typed) else { return typed.isEmpty ? words : [] }
    let folded = typed.lowercased()
    var fitting: [[String]] = [[], [], []]
    for word in words {
      if word.lowercased().hasPrefix(folded) {
        fitting[0].append(word)
      } else if let range = query.ranges(in: word).first {
        fitting[range.lowerBound == word.startIndex ? 1 : 2].append(word)
      }
    }
    return fitting.flatMap { $0 }
  }
}
