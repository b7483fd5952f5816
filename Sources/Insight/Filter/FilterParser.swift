package import Pipeline
internal import Vocabulary

extension Filter {
  /// Reads a filter; what it cannot read is reported, and left out.
  ///
  /// `stage:visit,3 owner:me amount>1亿 -tag:急 雷达` and `阶段：考察，回访 责任人：本人 总投资＞1亿 －标签：急 雷达`
  /// are the same. `owner=王磊` and `owner:"王磊"` are the whole name, `owner:王*` is a part of one;
  /// `owner:王磊` is the whole name as soon as a project has it.
  ///
  /// - Parameters:
  ///   - scope: What to start from when no status is asked for.
  ///   - me: Whom `owner:me` stands for; nil when nobody is known.
  ///   - pipeline: Whose names the values are looked up among; without one, those that might be whole
  ///     are parts, and nobody is missed.
  /// - Complexity: O(text), and O(projects) when names are looked up.
  package static func parse(
    _ text: String, scope: FilterScope = .open, me: String? = nil,
    thresholds: StaleThresholds = .standard, in pipeline: Pipeline? = nil
  ) -> (filter: Filter, problems: [FilterProblem]) {
    var parser = FilterParser(
      filter: Filter(scope: scope, thresholds: thresholds), me: me)
    for token in FilterToken.words(of: text) { parser.read(token) }
    var (filter, problems) = (parser.filter, parser.problems)
    if filter.asksForStatus { filter.scope = .everything }
    filter.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let pipeline { problems += filter.settleNames(in: pipeline) }
    return (filter, problems)
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

  private static let operators: Set<UInt32> = Set(":<>=".unicodeScalars.map(\.value))
  private static let minus: UInt32 = 0x2D

  mutating func read(_ token: FilterToken) {
    var letters = token.letters[...]
    if token.isUnclosed { report(.closingQuote, letters, at: token.position) }
    var isExcluded = false
    if letters.count > 1, letters.first?.sign == Self.minus {
      isExcluded = true
      letters.removeFirst()
    }
    let split = letters.firstIndex { $0.sign.map(Self.operators.contains) ?? false }
    guard let split, split > letters.startIndex else { return readWord(letters, isExcluded) }
    var name = letters[..<split]
    // owner!=王磊
    if name.last?.sign == 0x21, name.count > 1 {
      isExcluded.toggle()
      name.removeLast()
    }
    let key: FilterKey
    switch FilterKey.typed(name.text) {
    case .one(let found): key = found
    case .several(let keys):
      report(.oneKey(keys), name)
      return readWord(letters, isExcluded)
    case .none:
      report(.key, name)
      return readWord(letters, isExcluded)
    }
    let signs = letters[split...].prefix { $0.sign.map(Self.operators.contains) ?? false }
    let value = letters[signs.endIndex...]
    guard !value.isEmpty || key == .stale || key == .overdue else {
      return report(.value(key), name)
    }
    let clause = clause(of: key, Comparison(signs.folded), value, name)
    if let clause {
      filter.conditions.append(Filter.Condition(clause: clause, isExcluded: isExcluded))
    }
  }

  private mutating func readWord(_ letters: Letters, _ isExcluded: Bool) {
    let word = letters.text
    if word.isEmpty { return }
    guard let query = TextQuery(word) else { return report(.shorterWord, letters) }
    if isExcluded { filter.excludedWords.append(query) } else { filter.words.append(query) }
  }

  /// What stands between a key and its value.
  private enum Comparison {
    case has, whole, less, lessOrEqual, more, moreOrEqual

    init?(_ signs: String) {
      switch signs {
      case ":": self = .has
      case "=", "==", ":=": self = .whole
      case "<", ":<": self = .less
      case "<=", ":<=": self = .lessOrEqual
      case ">", ":>": self = .more
      case ">=", ":>=": self = .moreOrEqual
      default: return nil
      }
    }

    var isOrder: Bool { self != .has && self != .whole }
  }

  private mutating func clause(
    of key: FilterKey, _ comparison: Comparison?, _ value: Letters, _ name: Letters
  ) -> Filter.Clause? {
    let alternatives = alternatives(of: value)
    let isYesOrNo = key == .stale || key == .overdue
    guard let comparison, !alternatives.isEmpty || isYesOrNo else {
      report(.value(key), name)
      return nil
    }
    if comparison.isOrder, !key.hasOrder {
      report(.noComparison(key), name)
      return nil
    }
    switch key {
    case .stale: return yesOrNo(value).map(Filter.Clause.stale)
    case .overdue: return yesOrNo(value).map(Filter.Clause.overdue)
    case .number: return numbers(alternatives).map(Filter.Clause.number)
    case .stage:
      return mask(of: alternatives, .stage) { word in
        Stage.typed(word).map { 1 << UInt16($0.index) }
      }.map { .stage(UInt8($0)) }
    case .status:
      return mask(of: alternatives, .status) { FilterParser.statusBits($0) }
        .map(Filter.Clause.status)
    case .days: return days(alternatives, comparison).map { .days(.inStage, $0) }
    case .idle: return days(alternatives, comparison).map { .days(.idle, $0) }
    case .due: return dates(alternatives, comparison).map { .date(.due, $0) }
    case .entered: return dates(alternatives, comparison).map { .date(.entered, $0) }
    case .field(let field):
      switch field.form {
      case .kind:
        return mask(of: alternatives, .kind) { word in
          ProjectKind.typed(word).map { UInt16(Filter.mask([$0], among: ProjectKind.allCases)) }
        }.map { .kind(UInt8($0)) }
      case .amount: return amounts(alternatives, comparison).map { .amount(field, $0) }
      case .date: return dates(alternatives, comparison).map { .date(.field(field), $0) }
      case .name, .line, .note, .list, .next, .json:
        return texts(alternatives, of: field, comparison)
      }
    }
  }

  // MARK: Words of closed sets

  private static func statusBits(_ word: String) -> UInt16? {
    let places = Status.Kind.allCases.count
    func bits(_ statuses: [Status.Kind], isSigning: Bool) -> UInt16 {
      UInt16(Filter.mask(statuses, among: Status.Kind.allCases)) << (isSigning ? places : 0)
    }
    if let group = StatusGroup(spoken: word) ?? StatusGroup.inPinyin(word) {
      return bits(group.statuses, isSigning: false)
        | (group.admitsSigning ? bits(group.statuses, isSigning: true) : 0)
    }
    guard let status = Status.Kind.typed(word) else { return nil }
    return bits([status], isSigning: false) | bits([status], isSigning: true)
  }

  private mutating func yesOrNo(_ value: Letters) -> Bool? {
    if value.isEmpty { return true }
    switch FilterWord(spoken: value.text) {
    case .yes, .anything: return true
    case .no, .nothing: return false
    default:
      report(.yesOrNo, value)
      return nil
    }
  }

  private mutating func numbers(_ alternatives: [Letters]) -> Set<UInt32>? {
    var numbers: Set<UInt32> = []
    for letters in alternatives {
      let digits = letters.folded.drop { $0 == "#" }
      if let number = UInt32(digits) { numbers.insert(number) } else { report(.number, letters) }
    }
    return numbers.isEmpty ? nil : numbers
  }

  private mutating func mask(
    of alternatives: [Letters], _ expected: FilterProblem.Expectation,
    _ bits: (String) -> UInt16?
  ) -> UInt16? {
    var mask: UInt16 = 0
    for letters in alternatives {
      if let bits = bits(letters.text) { mask |= bits } else { report(expected, letters) }
    }
    return mask == 0 ? nil : mask
  }

  // MARK: Names

  private mutating func texts(
    _ alternatives: [Letters], of field: Field, _ comparison: Comparison
  ) -> Filter.Clause? {
    var wanted = Filter.TextAlternatives()
    for letters in alternatives {
      var letters = letters
      let isQuoted = letters.contains { $0.isQuoted }
      let isWhole = isQuoted || comparison == .whole
      var word = letters.text
      var isKnown = false
      if !isQuoted {
        switch FilterWord(spoken: word) {
        case .nothing:
          wanted.allowsNone = true
          continue
        case .anything:
          wanted.allowsAny = true
          continue
        case .me where field == .owner:
          if let me { (word, isKnown) = (me, true) }
        default: break
        }
      }
      let isPart = !isWhole && !isKnown && letters.count > 1 && letters.last?.scalar == "*"
      if isPart {
        letters.removeLast()
        word = letters.text
      }
      let look: Filter.TextAlternative.Look
      if isWhole || isKnown {
        look = .whole([WholeText(word)])
      } else if let query = TextQuery(word) {
        look = .part(query)
      } else {
        report(.shorterWord, letters)
        continue
      }
      wanted.texts.append(
        Filter.TextAlternative(
          text: word, position: letters.first?.position ?? 0, look: look,
          isLoose: !isWhole && !isPart && !isKnown, isKnown: isKnown))
    }
    if field == .next, wanted.texts.isEmpty {
      // Whether there is one at all is known without reading it.
      return wanted.allowsAny == wanted.allowsNone ? nil : .next(wanted.allowsAny)
    }
    return wanted.allowsNone || wanted.allowsAny || !wanted.texts.isEmpty
      ? .text(field, wanted) : nil
  }

  // MARK: Amounts, days and dates

  private mutating func amounts(_ alternatives: [Letters], _ comparison: Comparison)
    -> [Filter.AmountTest]?
  {
    var tests: [Filter.AmountTest] = []
    for letters in alternatives {
      if let test = amount(letters.folded, comparison) {
        tests.append(test)
      } else {
        report(.amount, letters)
      }
    }
    return tests.isEmpty ? nil : tests
  }

  private func amount(_ text: String, _ comparison: Comparison) -> Filter.AmountTest? {
    if !comparison.isOrder {
      switch FilterWord(spoken: text) {
      case .undisclosed: return .undisclosed
      case .nothing: return .missing
      case .anything: return .present
      default: break
      }
      if let (low, high) = bounds(text), let minimum = Money(spoken: low),
        let maximum = Money(spoken: high), minimum.currency == maximum.currency
      {
        return .within(minimum: minimum.minor, maximum: maximum.minor, minimum.currency)
      }
    }
    guard let money = Money(spoken: text) else { return nil }
    let (sum, currency) = (money.minor, money.currency)
    switch comparison {
    case .has, .whole: return .within(minimum: sum, maximum: sum, currency)
    // Beyond the largest sum there is none.
    case .more: return .within(minimum: sum == .max ? sum : sum + 1, maximum: .max, currency)
    case .moreOrEqual: return .within(minimum: sum, maximum: .max, currency)
    case .less: return .within(minimum: 0, maximum: sum - 1, currency)
    case .lessOrEqual: return .within(minimum: 0, maximum: sum, currency)
    }
  }

  private mutating func days(_ alternatives: [Letters], _ comparison: Comparison)
    -> [ClosedRange<Int>]?
  {
    var tests: [ClosedRange<Int>] = []
    for letters in alternatives {
      if let test = days(letters.folded, comparison) {
        tests.append(test)
      } else {
        report(.days, letters)
      }
    }
    return tests.isEmpty ? nil : tests
  }

  private func days(_ text: String, _ comparison: Comparison) -> ClosedRange<Int>? {
    func count(_ text: some StringProtocol) -> Int? {
      let digits = text.prefix { $0 >= "0" && $0 <= "9" }
      guard digits.utf8.count <= 6, ["", "天", "日", "d"].contains(text.dropFirst(digits.count))
      else { return nil }
      return Int(digits)
    }
    if !comparison.isOrder, let (low, high) = bounds(text) {
      guard let low = count(low), let high = count(high), low <= high else { return nil }
      return low...high
    }
    guard let days = count(text) else { return nil }
    switch comparison {
    case .has, .whole: return days...days
    case .more: return (days + 1)...Int.max
    case .moreOrEqual: return days...Int.max
    case .less: return Int.min...(days - 1)
    case .lessOrEqual: return Int.min...days
    }
  }

  private mutating func dates(_ alternatives: [Letters], _ comparison: Comparison)
    -> [Filter.DateTest]?
  {
    var tests: [Filter.DateTest] = []
    for letters in alternatives {
      if let test = date(letters.folded, comparison) {
        tests.append(test)
      } else {
        report(.date, letters)
      }
    }
    return tests.isEmpty ? nil : tests
  }

  private func date(_ text: String, _ comparison: Comparison) -> Filter.DateTest? {
    if !comparison.isOrder {
      switch FilterWord(spoken: text) {
      case .nothing: return .missing
      case .anything: return .present
      default: break
      }
      if let (low, high) = bounds(text) {
        guard let first = span(low)?.first, let last = span(high)?.last, first <= last else {
          return nil
        }
        return .within(first, last)
      }
    }
    guard let (first, last) = span(text) else { return nil }
    let (beginning, end) = (Day(number: .min), Day(number: .max))
    switch comparison {
    case .has, .whole: return .within(first, last)
    case .more: return .within(last.adding(1), end)
    case .moreOrEqual: return .within(first, end)
    case .less: return .within(beginning, first.adding(-1))
    case .lessOrEqual: return .within(beginning, last)
    }
  }

  /// The days of `2026-11-22`, `2026-11` or `2026`.
  private func span(_ text: some StringProtocol) -> (first: Day, last: Day)? {
    if text.utf8.count == 4, let first = Day("\(text)-01-01"), let last = Day("\(text)-12-31") {
      return (first, last)
    }
    guard let date = BusinessDate(text), let first = date.earliest, let last = date.settled else {
      return nil
    }
    return (first, last)
  }

  private func bounds(_ text: String) -> (Substring, Substring)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    return (text[..<dots.lowerBound], text[dots.upperBound...])
  }

  // MARK: Parts

  /// The alternatives of a value: what stands between commas, empty ones left out.
  private func alternatives(of value: Letters) -> [Letters] {
    value.split { $0.sign.map(FilterToken.isBetweenAlternatives) ?? false }
  }

  private mutating func report(
    _ expected: FilterProblem.Expectation, _ letters: Letters, at position: Int? = nil
  ) {
    problems.append(
      FilterProblem(
        position: position ?? letters.first?.position ?? 0, text: letters.text, expected: expected))
  }
}

extension Money {
  /// Reads a typed sum; nil for anything else.
  fileprivate init?(spoken: some StringProtocol) {
    guard case .known(let money)? = Amount(spoken: spoken) else { return nil }
    self = money
  }
}

extension FilterKey {
  /// Whether its values come one after another, so that one can ask for more and for less.
  var hasOrder: Bool {
    switch self {
    case .days, .idle, .due, .entered: true
    case .number, .stage, .status, .stale, .overdue: false
    case .field(let field): field.form == .amount || field.form == .date
    }
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
