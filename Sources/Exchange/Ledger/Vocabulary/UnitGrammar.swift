internal import Pipeline
internal import SafeText
internal import Vocabulary

/// The units that headings, tables and answers name: those that are read everywhere, and the further
/// words of a map.
struct UnitGrammar: Hashable, Sendable {
  private var further: [String: AmountScale] = [:]

  /// Adds a word for a unit: 100m for 亿.
  mutating func add(_ word: String, means meaning: String) -> Bool {
    guard let scale = unit(meaning) else { return false }
    further[UnitGrammar.folded(word)] = scale
    return true
  }

  /// The unit that a whole text is; nil when there is more or nothing in it.
  ///
  /// A currency alone is one of it.
  func unit(_ text: some StringProtocol) -> AmountScale? {
    var rest = UnitGrammar.folded(text)[...]
    for word in ["单位:", "单位"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    guard var scale = further[String(rest)] ?? AmountScale(spoken: rest) ?? foreign(rest) else {
      return nil
    }
    if scale.unit == nil { scale.unit = AmountUnit(.one) }
    return scale
  }

  /// 亿元美元: the foreign one of two currencies is meant.
  private func foreign(_ text: Substring) -> AmountScale? {
    for (place, mark) in zip(text.indices, text).dropFirst() where mark == "元" {
      guard let local = AmountScale(spoken: text[...place]), local.currency == .yuan,
        let other = AmountScale(spoken: text[place...].dropFirst()), other.currency != nil
      else { continue }
      return AmountScale(unit: local.unit ?? other.unit, currency: other.currency)
    }
    return nil
  }

  /// The currency that a whole text names; nil for anything else.
  func currency(_ text: some StringProtocol) -> Currency? {
    let folded = UnitGrammar.folded(text)
    if let scale = AmountScale(spoken: folded), (scale.unit?.exponent ?? 0) == 0 {
      return scale.currency
    }
    return Currency(code: folded.uppercased())
  }

  /// The longest unit that a text ends in, and what stands before it.
  func unitAtEnd(of text: String) -> (AmountScale, before: String)? {
    let folded = Array(UnitGrammar.folded(text))
    for start in folded.indices.dropFirst() {
      if let unit = unit(String(folded[start...])) {
        return (unit, String(folded[..<start]))
      }
    }
    return nil
  }

  private static func folded(_ text: some StringProtocol) -> String {
    FullWidth.folded(text).lowercased().filter { !$0.isWhitespace }
  }
}
