package import Pipeline
internal import SafeText

extension Amount {
  /// Reads an amount as people type it.
  ///
  /// A plain decimal with a unit (亿, 千万, 百万, 万, bn, m) or a currency (元, 美元, USD) or both, with
  /// thousands separators if they stand right; 未披露 or `undisclosed`. Digits may be full-width.
  ///
  /// Nil for anything else: a number without unit and currency says nothing, Chinese numerals are
  /// not read, and an amount that does not fit is not rounded.
  package init?(spoken: some StringProtocol) {
    guard var text = SpokenAmount.tidy(spoken) else { return nil }
    if SpokenAmount.undisclosedWords.contains(text) {
      self = .undisclosed
      return
    }
    let (currency, unit) = SpokenAmount.takeEnds(&text)
    guard currency != nil || unit != nil, let decimal = SpokenAmount.decimal(text) else {
      return nil
    }
    let counted = unit ?? SpokenAmount.Unit(name: "", unit: .one, shift: 0)
    guard
      let money = Money(
        SpokenAmount.shifted(decimal, by: counted.shift), unit: counted.unit,
        currency: currency ?? .yuan)
    else { return nil }
    self = .known(money)
  }
}

/// The grammar of typed amounts.
private enum SpokenAmount {
  static let undisclosedWords: Set = ["未披露", "不披露", "保密", "undisclosed", "withheld"]

  /// A unit as typed, and how many tens of the stored unit it is.
  struct Unit {
    let name: String
    let unit: Money.Unit
    let shift: Int
  }

  private static let units = [
    Unit(name: "万亿", unit: .yi, shift: 4), Unit(name: "亿", unit: .yi, shift: 0),
    Unit(name: "千万", unit: .wan, shift: 3), Unit(name: "百万", unit: .wan, shift: 2),
    Unit(name: "万", unit: .wan, shift: 0), Unit(name: "tn", unit: .yi, shift: 4),
    Unit(name: "bn", unit: .yi, shift: 1), Unit(name: "m", unit: .wan, shift: 2),
    Unit(name: "k", unit: .one, shift: 3),
  ]

  /// Every way to write a currency, longest first, so that 美元 is met before 元.
  private static let currencies: [(name: String, currency: Currency)] = {
    var names: [(String, String)] = CurrencyNames.zh.map { ($1, $0) }
    names += CurrencyNames.zh.keys.map { ($0.lowercased(), $0) }
    names += CurrencyNames.synonyms.map { ($0, $1) }
    names += [("圆", "CNY"), ("¥", "CNY"), ("￥", "CNY"), ("$", "USD"), ("€", "EUR")]
    return names.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
      .compactMap { name, code in Currency(code: code).map { (name, $0) } }
  }()

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9"
  }

  /// Lower case, ASCII width and no blanks; nil when a blank parts two digits.
  static func tidy(_ spoken: some StringProtocol) -> String? {
    var text = ""
    for piece in FullWidth.folded(spoken).lowercased().split(whereSeparator: \.isWhitespace) {
      if let last = text.last, let next = piece.first, isDigit(last) && isDigit(next) { return nil }
      text += piece
    }
    return text
  }

  /// Takes currency and unit off the ends of a text.
  static func takeEnds(_ text: inout String) -> (Currency?, Unit?) {
    var found: Currency?
    if let match = currencies.first(where: { text.hasPrefix($0.name) }) {
      found = match.currency
      text.removeFirst(match.name.count)
    }
    if let match = currencies.first(where: { text.hasSuffix($0.name) }),
      found == nil || found == match.currency
    {
      found = match.currency
      text.removeLast(match.name.count)
    }
    let unit = units.first { text.hasSuffix($0.name) }
    if let unit { text.removeLast(unit.name.count) }
    return (found, unit)
  }

  /// The digits without thousands separators; nil unless each stands before three digits.
  static func decimal(_ text: String) -> String? {
    guard let first = text.utf8.first, first >= 0x30 && first <= 0x39,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E })
    else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts.dropFirst().contains(where: { $0.isEmpty || $0.contains(",") }),
      groups.count == 1
        || (groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 })
    else { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }

  /// A decimal times a power of ten, exactly.
  static func shifted(_ decimal: String, by shift: Int) -> String {
    guard shift > 0 else { return decimal }
    let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, shift - fraction.utf8.count))
    let rest = padded.dropFirst(shift)
    return parts[0] + padded.prefix(shift) + (rest.isEmpty ? "" : "." + rest)
  }
}
