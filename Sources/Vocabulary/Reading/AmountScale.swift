package import Pipeline
internal import SafeText

/// What a bare number counts: a unit, a currency, or both, as 万美元 says it.
///
/// A cell, a heading and a table can each tell one; see ``AmountContext``.
package struct AmountScale: Hashable, Sendable {
  package var unit: AmountUnit?
  package var currency: Currency?

  package init(unit: AmountUnit? = nil, currency: Currency? = nil) {
    self.unit = unit
    self.currency = currency
  }

  /// Reads 万元, 百万美元, 亿, USD, ￥ or `m USD`, in any width and case; nil for anything else.
  ///
  /// Two words for one currency are one (万元人民币); two currencies are none.
  package init?(spoken text: some StringProtocol) {
    var scalars = TypedText.folded(text).filter { !$0.properties.isWhitespace }[...]
    guard !scalars.isEmpty, let scale = AmountScale(takingFrom: &scalars), scalars.isEmpty else {
      return nil
    }
    self = scale
    if unit == nil, isCounted { unit = AmountUnit(.one) }
    isCounted = false
  }

  /// Takes currency and unit off both ends of a text; nil when it names two currencies.
  init?(takingFrom text: inout ArraySlice<Unicode.Scalar>) {
    var last: [Unicode.Scalar]?
    while let match = CurrencyNames.spoken.first(where: { text.ends(with: $0.name) }),
      match.name != last
    {
      guard take(match.currency) else { return nil }
      last = match.name
      text.removeLast(match.name.count)
      isCounted = isCounted || Self.counts(match.name)
    }
    if let match = CurrencyNames.spoken.first(where: { text.starts(with: $0.name) }),
      match.name != last
    {
      guard take(match.currency) else { return nil }
      text.removeFirst(match.name.count)
    }
    guard let unit = AmountUnit.spoken.first(where: { text.ends(with: $0.name) }) else { return }
    text.removeLast(unit.name.count)
    self.unit = unit.unit
  }

  /// Whether 元 stood behind it: 1200元 counts yuan, and 1200人民币 does not say what it counts.
  private(set) var isCounted = false

  private static func counts(_ name: [Unicode.Scalar]) -> Bool {
    name.last == "元" || name.last == "圆" || String(name) == "yuan"
  }

  private mutating func take(_ found: Currency) -> Bool {
    if let currency, currency != found { return false }
    currency = found
    return true
  }
}

extension AmountScale {
  /// The same with another's currency where this one names none.
  package func filled(by other: AmountScale?) -> AmountScale {
    AmountScale(unit: unit, currency: currency ?? other?.currency)
  }
}

/// What a number counts, as people say it: a stored unit and how many tens of it.
package struct AmountUnit: Hashable, Sendable {
  package let unit: Money.Unit
  /// Powers of ten above the stored unit: 1 for 千万元, which is kept in 万元.
  package let shift: Int

  package init(_ unit: Money.Unit, shift: Int = 0) {
    self.unit = unit
    self.shift = shift
  }

  /// Powers of ten above one unit of the currency.
  package var exponent: Int { unit.exponent + shift }

  /// Every way to write a unit, folded, the longest first.
  static let spoken: [(name: [Unicode.Scalar], unit: AmountUnit)] = {
    let names: [(String, AmountUnit)] = [
      ("万亿", AmountUnit(.yi, shift: 4)), ("千亿", AmountUnit(.yi, shift: 3)),
      ("百亿", AmountUnit(.yi, shift: 2)), ("十亿", AmountUnit(.yi, shift: 1)),
      ("亿", AmountUnit(.yi)),
      ("千万", AmountUnit(.wan, shift: 3)), ("百万", AmountUnit(.wan, shift: 2)),
      ("十万", AmountUnit(.wan, shift: 1)), ("万", AmountUnit(.wan)),
      ("千", AmountUnit(.one, shift: 3)), ("yi", AmountUnit(.yi)), ("wan", AmountUnit(.wan)),
      ("trillion", AmountUnit(.yi, shift: 4)), ("tn", AmountUnit(.yi, shift: 4)),
      ("billion", AmountUnit(.yi, shift: 1)), ("bn", AmountUnit(.yi, shift: 1)),
      ("million", AmountUnit(.wan, shift: 2)), ("mn", AmountUnit(.wan, shift: 2)),
      ("m", AmountUnit(.wan, shift: 2)), ("thousand", AmountUnit(.one, shift: 3)),
      ("k", AmountUnit(.one, shift: 3)),
    ]
    return names.map { (Array($0.unicodeScalars), $1) }.sorted { $0.0.count > $1.0.count }
  }()
}

extension ArraySlice<Unicode.Scalar> {
  func ends(with word: [Unicode.Scalar]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }
}
