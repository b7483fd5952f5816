internal import Pipeline
internal import SafeText
package import Vocabulary
internal import Wording

/// What headings, words of stages and states, and units mean: data, not code.
package struct LedgerVocabulary: Hashable, Sendable {
  /// A heading's meaning, with what it says itself of a unit.
  package struct Heading: Hashable, Sendable {
    package let meaning: ColumnMeaning
    package let unit: AmountScale?
  }

  private var headings: [String: Heading] = [:]
  /// The headings of tables whose rows are records; they hold for no other table.
  private var recordHeadings: [LedgerKind: [String: Heading]] = [:]
  private var knowsOwnHeadings = true
  private var words: [String: WordMeaning] = [:]
  private(set) var units = UnitGrammar()
  /// What the values' system is called; nil for ledgers of bureaus.
  package private(set) var system: String?
  /// The headings that a program's export is known by.
  package private(set) var marks: [String] = []
  /// What the program writes for no amount, beside nothing: 0.
  package private(set) var emptyAmount: String?

  /// Knows our own headings and words alone.
  package init() {}

  /// Adds an entry of a map; it goes before what was there.
  ///
  /// - Returns: False when it means nothing.
  package mutating func add(_ entry: MapText.Entry) -> Bool {
    switch entry.section {
    case "headings": return addHeading(entry.word, means: entry.meaning)
    case "words":
      guard let meaning = WordMeaning(entry.meaning) else { return false }
      words[Self.folded(entry.word)] = meaning
      return true
    case "units": return units.add(entry.word, means: entry.meaning)
    case "file":
      switch entry.word {
      case "system": system = entry.meaning
      case "known_by":
        marks = entry.meaning.split(separator: ",").map { HeadingText(String($0)).whole }
      case "empty": emptyAmount = entry.meaning
      default: return false
      }
      return true
    default:
      guard let kind = LedgerKind(rawValue: entry.section), kind.isOfRecords,
        let known = heading(meaning: entry.meaning)
      else { return false }
      recordHeadings[kind, default: [:]][HeadingText(entry.word).whole] = known
      return true
    }
  }

  /// The tables of records that a heading alone may stand for: 节点, 诉求内容, 签约金额.
  func kinds(toldBy heading: HeadingText) -> [LedgerKind] {
    recordHeadings.compactMap { kind, headings in
      guard let known = headings[heading.whole] ?? headings[heading.name] else { return nil }
      return known.meaning.tells(kind) ? kind : nil
    }
  }

  /// The same for tables of a kind of records: their headings, and the answers' words.
  func reading(_ kind: LedgerKind) -> LedgerVocabulary {
    var vocabulary = self
    vocabulary.headings = recordHeadings[kind] ?? [:]
    vocabulary.knowsOwnHeadings = false
    return vocabulary
  }

  /// Adds a heading and its meaning, perhaps with a unit in brackets: amount (万美元).
  package mutating func addHeading(_ heading: String, means text: String) -> Bool {
    guard let known = self.heading(meaning: text) else { return false }
    let key = HeadingText(heading)
    if key.whole.isEmpty { return false }
    headings[key.whole] = known
    // A heading with its unit says what the same heading means with another, but for the unit.
    let namesUnit = key.asides.contains { units.unit($0) != nil }
    if namesUnit, headings[key.name] == nil, !key.name.isEmpty {
      headings[key.name] = Heading(meaning: known.meaning, unit: nil)
    }
    return true
  }

  /// Reads the meaning that a map, an option or the preview gives a column.
  package func heading(meaning text: String) -> Heading? {
    if text == "-" { return Heading(meaning: .nothing, unit: nil) }
    if let meaning = ColumnMeaning(text) {
      return Heading(meaning: meaning, unit: unit(inAsidesOf: text))
    }
    guard let bracket = text.firstIndex(of: "("),
      let meaning = ColumnMeaning(text[..<bracket]), meaning.isAmount
    else { return nil }
    let unit = unit(inAsidesOf: text)
    return unit == nil ? nil : Heading(meaning: meaning, unit: unit)
  }

  private func unit(inAsidesOf text: String) -> AmountScale? {
    HeadingText(text).asides.lazy.compactMap { self.units.unit($0) }.first
  }

  /// Adds every entry of a text that is shipped.
  package mutating func add(_ map: MapText) { for entry in map.entries { _ = add(entry) } }

  // MARK: Asking

  /// What a heading names; nil when it is not known.
  func heading(_ text: HeadingText) -> Heading? {
    if let known = headings[text.whole] ?? headings[text.name] { return known }
    if !knowsOwnHeadings { return nil }
    // Our own heading of that name, with or without what stands in brackets.
    return OwnHeadings.column(named: text.name).map { Heading(meaning: .ledger($0), unit: nil) }
  }

  /// What a word of a stage or state means; nil when it is not known.
  package func word(_ text: String) -> WordMeaning? {
    words[Self.folded(text)] ?? WordMeaning(text).flatMap { $0 == .asks ? nil : $0 }
  }

  /// The unit that a text names: 万美元; nil for anything else.
  package func unit(_ text: String) -> AmountScale? { units.unit(text) }

  private static func folded(_ text: String) -> String {
    FullWidth.folded(text).lowercased().filter { !$0.isWhitespace }
  }
}
