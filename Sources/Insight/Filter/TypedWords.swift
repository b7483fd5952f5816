internal import Pipeline
internal import Vocabulary

// The words of the vocabulary as a person types them in a filter: in full, in pinyin, in initials.

extension FilterKey {
  enum Typed { case one(FilterKey), several([FilterKey]), none }

  /// The key that a word names; a beginning or a part of its name is none.
  static func typed(_ word: String) -> Typed {
    if let key = FilterKey(spoken: word) { return .one(key) }
    guard let query = TextQuery(word), word.allSatisfy(\.isASCII) else { return .none }
    // The labels on the screens before other words for them.
    for names in [{ (key: FilterKey) in [key.term.zh] }, { $0.term.synonyms }] {
      let fitting = all.filter { key in names(key).contains(where: query.spellsAll) }
      if fitting.count == 1 { return .one(fitting[0]) }
      if fitting.count > 1 { return .several(fitting) }
    }
    return .none
  }
}

extension TextQuery {
  /// Whether the word is the whole of a text, in pinyin or initials.
  func spellsAll(_ text: String) -> Bool {
    ranges(in: text).first == text.startIndex..<text.endIndex
  }
}

extension Named {
  /// The case whose Chinese name a word is the pinyin or the initials of; nil for none and several.
  static func inPinyin(_ word: String) -> Self? {
    guard word.allSatisfy({ $0.isASCII && $0.isLetter }), let query = TextQuery(word) else {
      return nil
    }
    let fitting = allCases.filter { query.spellsAll($0.term.zh) }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The case that a word names, in full or in pinyin.
  static func typed(_ word: String) -> Self? { Self(spoken: word) ?? inPinyin(word) }
}

extension Stage {
  /// The same, and the beginning of a code: `v` is visit.
  static func typed(_ word: String) -> Stage? {
    if let stage = Stage(spoken: word) { return stage }
    let folded = word.lowercased()
    let beginning = allCases.filter { !folded.isEmpty && $0.code.hasPrefix(folded) }
    return beginning.count == 1 ? beginning.first : inPinyin(word)
  }
}
