internal import Pipeline

extension Filter {
  /// Reads a filter; what it cannot read is reported, and left out.
  ///
  /// `stage:visit,3 owner:me amount>1亿 雷达` and `阶段：考察，回访 负责人：本人 金额＞1亿 雷达` are the same.
  ///
  /// - Parameters:
  ///   - scope: What to start from when no status is asked for.
  ///   - me: Whom `owner:me` stands for; nil when nobody is known.
  /// - Complexity: O(text).
  package static func parse(
    _ text: String, scope: FilterScope = .open, me: String? = nil,
    thresholds: StaleThresholds = .standard
  ) -> (filter: Filter, problems: [FilterProblem]) {
    var parser = FilterParser(
      filter: Filter(scope: scope, thresholds: thresholds), me: me)
    for token in FilterToken.words(of: text) { parser.read(token) }
    return (parser.filter, parser.problems)
  }
}

/// A filter text being read.
private struct FilterParser {
  typealias Letters = ArraySlice<FilterToken.Letter>

  var filter: Filter
  var problems: [FilterProblem] = []
  let me: String?

  init(filter: Filter, me: String?) {
    self.filter = filter
    self.me = me
  }

  mutating func read(_ token: FilterToken) {
    if token.isUnclosed { report(.closingQuote, token.letters[...], at: token.position) }
    let split = token.letters.firstIndex { letter in
      letter.sign.map { Self.operators.contains($0) } ?? false
    }
    guard let split, split > 0 else { return readWord(token.letters[...], at: token.position) }
    let name = token.letters[..<split]
    guard let key = FilterVocabulary.key(name.folded) else {
      report(.key, name, at: token.position)
      return readWord(token.letters[...], at: token.position)
    }
    let sign = token.letters[split].sign
    if key == .amount { return readAmount(token.letters[split...], at: token.position) }
    guard sign == 0x3A || sign == 0x3D else {
      report(.value, name, at: token.position)
      return
    }
    let value = token.letters[(split + 1)...]
    read(value, of: key, at: token.letters[split].position + 1)
  }

  private static let operators: Set<UInt32> = Set(":<>=".unicodeScalars.map(\.value))

  private mutating func readWord(_ letters: Letters, at position: Int) {
    let word = letters.text
    if word.isEmpty { return }
    if let query = TextQuery(word) {
      filter.words.append(query)
    } else {
      report(.shorterWord, letters, at: position)
    }
  }

  private mutating func read(_ value: Letters, of key: FilterKey, at position: Int) {
    switch key {
    case .stale:
      if let wanted = yesOrNo(value, at: position) { filter.clauses.append(.stale(wanted)) }
      return
    case .overdue:
      if let wanted = yesOrNo(value, at: position) { filter.clauses.append(.overdue(wanted)) }
      return
    default: break
    }
    let alternatives = alternatives(of: value)
    if alternatives.isEmpty { return report(.value, value, at: position) }
    switch key {
    case .stage:
      let mask = mask(of: alternatives, .stage) { word in
        FilterVocabulary.stage(word).map { 1 << UInt8($0.index) }
      }
      if let mask { filter.clauses.append(.stage(mask)) }
    case .status:
      let mask = mask(of: alternatives, .status) { word in
        let kinds = FilterVocabulary.statuses(word)
        return kinds.isEmpty ? nil : Filter.mask(kinds, among: Status.Kind.allCases)
      }
      guard let mask else { return }
      filter.clauses.append(.status(mask))
      filter.scope = .everything
    case .kind:
      let mask = mask(of: alternatives, .kind) { word in
        FilterVocabulary.kind(word).map { Filter.mask([$0], among: ProjectKind.allCases) }
      }
      if let mask { filter.clauses.append(.kind(mask)) }
    case .text(let key): readTexts(alternatives, of: key)
    case .next: readPresence(alternatives)
    case .amount, .stale, .overdue: break
    }
  }

  private mutating func readTexts(_ alternatives: [Letters], of key: Filter.TextKey) {
    var wanted = Filter.TextAlternatives()
    for letters in alternatives {
      var word = letters.text
      let isQuoted = letters.contains { $0.isQuoted }
      if !isQuoted, FilterVocabulary.isNone(letters.folded) {
        wanted.allowsNone = true
        continue
      }
      if key == .owner, !isQuoted, FilterVocabulary.isMe(letters.folded), let me { word = me }
      if let query = TextQuery(word) {
        wanted.queries.append(query)
      } else {
        report(.shorterWord, letters, at: letters.first?.position ?? 0)
      }
    }
    if wanted.allowsNone || !wanted.queries.isEmpty { filter.clauses.append(.text(key, wanted)) }
  }

  private mutating func readPresence(_ alternatives: [Letters]) {
    var wanted: Set<Bool> = []
    for letters in alternatives {
      if FilterVocabulary.isNone(letters.folded) {
        wanted.insert(false)
      } else if FilterVocabulary.isAny(letters.folded) {
        wanted.insert(true)
      } else {
        report(.presence, letters, at: letters.first?.position ?? 0)
      }
    }
    if wanted.count == 1 { filter.clauses.append(.next(wanted.contains(true))) }
  }

  /// Reads what follows the word 金额, from the operator on.
  private mutating func readAmount(_ letters: Letters, at position: Int) {
    let signs = letters.prefix { $0.sign.map { Self.operators.contains($0) } ?? false }
    let value = letters.dropFirst(signs.count)
    let alternatives = alternatives(of: value)
    if alternatives.isEmpty { return report(.value, letters, at: position) }
    var tests: [Filter.AmountTest] = []
    for letters in alternatives {
      if let test = Filter.AmountTest(letters.folded, comparison: signs.folded) {
        tests.append(test)
      } else {
        report(.amount, letters, at: letters.first?.position ?? position)
      }
    }
    if !tests.isEmpty { filter.clauses.append(.amount(tests)) }
  }

  private mutating func yesOrNo(_ value: Letters, at position: Int) -> Bool? {
    let answer = FilterVocabulary.yesOrNo(value.folded)
    if answer == nil { report(.yesOrNo, value, at: position) }
    return answer
  }

  /// The alternatives of a value: what stands between commas, empty ones left out.
  private func alternatives(of value: Letters) -> [Letters] {
    value.split { letter in
      letter.sign == UInt32(UInt8(ascii: ",")) || letter.sign == 0x3001
    }
  }

  private mutating func mask(
    of alternatives: [Letters], _ expected: FilterProblem.Expectation,
    _ bits: (String) -> UInt8?
  ) -> UInt8? {
    var mask: UInt8 = 0
    for letters in alternatives {
      if let bits = bits(letters.folded) {
        mask |= bits
      } else {
        report(expected, letters, at: letters.first?.position ?? 0)
      }
    }
    return mask == 0 ? nil : mask
  }

  private mutating func report(
    _ expected: FilterProblem.Expectation, _ letters: Letters, at position: Int
  ) {
    problems.append(
      FilterProblem(position: position, text: letters.text, expected: expected))
  }
}

extension Filter {
  /// A bit for each value, by its place among all.
  static func mask<Value: Equatable>(_ values: [Value], among all: [Value]) -> UInt8 {
    var mask: UInt8 = 0
    for value in values {
      if let place = all.firstIndex(of: value) { mask |= 1 << UInt8(place) }
    }
    return mask
  }
}
