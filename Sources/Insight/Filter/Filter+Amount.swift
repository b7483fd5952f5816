internal import Pipeline

extension Filter.AmountTest {
  /// Makes a test from a folded value and what compares it; nil when it is no amount.
  ///
  /// The value is `1亿`, `5000万`, `20000000美元`, `1亿..5亿`, `undisclosed` or `none`; a bare number
  /// counts yuan. The comparison is `:`, `=`, `<`, `<=`, `>` or `>=`.
  init?(_ value: String, comparison: String) {
    if comparison == ":" || comparison == "=" {
      if FilterVocabulary.isUndisclosed(value) {
        self = .undisclosed
        return
      }
      if FilterVocabulary.isNone(value) {
        self = .missing
        return
      }
      if let (low, high) = Self.bounds(value), let minimum = Self.money(low),
        let maximum = Self.money(high), minimum.currency == maximum.currency
      {
        self = .within(
          minimum: minimum.minor, maximum: maximum.minor, minimum.currency)
        return
      }
    }
    guard let money = Self.money(value) else { return nil }
    let sum = money.minor
    switch comparison {
    case ":", "=", "==": self = .within(minimum: sum, maximum: sum, money.currency)
    case ">": self = .within(minimum: Self.after(sum), maximum: .max, money.currency)
    case ">=", ":>=": self = .within(minimum: sum, maximum: .max, money.currency)
    case "<": self = .within(minimum: 0, maximum: sum - 1, money.currency)
    case "<=", ":<=": self = .within(minimum: 0, maximum: sum, money.currency)
    case ":>": self = .within(minimum: Self.after(sum), maximum: .max, money.currency)
    case ":<": self = .within(minimum: 0, maximum: sum - 1, money.currency)
    default: return nil
    }
  }

  func fits(_ amount: AmountFigure) -> Bool {
    switch (self, amount) {
    case (.missing, .missing), (.undisclosed, .undisclosed): true
    case (.within(let minimum, let maximum, let wanted), .known(let minor, let currency)):
      currency == wanted && minor >= minimum && minor <= maximum
    case (.missing, _), (.undisclosed, _), (.within, _): false
    }
  }

  /// The next larger sum; beyond the largest there is none, and it stays.
  private static func after(_ sum: Int64) -> Int64 { sum == .max ? .max : sum + 1 }

  private static func bounds(_ value: String) -> (Substring, Substring)? {
    let scalars = Array(value.unicodeScalars)
    guard
      let dot = scalars.indices.dropLast().first(where: {
        scalars[$0] == "." && scalars[$0 + 1] == "."
      })
    else { return nil }
    let index = value.unicodeScalars.index(value.startIndex, offsetBy: dot)
    return (value[..<index], value[value.unicodeScalars.index(index, offsetBy: 2)...])
  }

  /// Reads a sum; nil when it is none.
  static func money(_ text: some StringProtocol) -> Money? {
    let digits = text.prefix { $0 == "." || ("0"..."9").contains($0) }
    var rest = text.dropFirst(digits.count)
    var unit = Money.Unit.one
    if rest.hasPrefix("亿") {
      unit = .yi
      rest = rest.dropFirst()
    } else if rest.hasPrefix("万") {
      unit = .wan
      rest = rest.dropFirst()
    }
    guard let currency = currency(String(rest)) else { return nil }
    return Money(digits, unit: unit, currency: currency)
  }

  private static func currency(_ folded: String) -> Currency? {
    switch folded {
    case "", "元", "人民币", "cny", "rmb": .yuan
    case "美元", "usd": Currency(code: "USD")
    case "欧元", "eur": Currency(code: "EUR")
    case "日元", "jpy": Currency(code: "JPY")
    case "港元", "港币", "hkd": Currency(code: "HKD")
    case "英镑", "gbp": Currency(code: "GBP")
    case "韩元", "krw": Currency(code: "KRW")
    default: Currency(code: folded.uppercased())
    }
  }
}
