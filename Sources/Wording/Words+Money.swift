package import Pipeline

extension Words {
  /// A short amount for cards and columns: 1.6亿, 3000万, 2000万美元, 未披露, —.
  ///
  /// At most nine columns for yuan up to a thousand 万亿. Digits that do not fit are cut off, never
  /// rounded up; ``amountInFull(_:)`` has them all.
  package func amount(_ amount: Amount?) -> String {
    switch amount {
    case .known(let money): sum(money.minor, money.currency)
    case .undisclosed: say("未披露", "withheld")
    case nil: "-"
    }
  }

  /// An amount as it was given, to the last digit: 16000万元, 2000万美元.
  package func amountInFull(_ amount: Amount?) -> String {
    guard case .known(let money) = amount else { return self.amount(amount) }
    let unit = String(money.unit.rawValue.dropLast())
    return say(
      money.value + unit + (money.currency == .yuan ? "元" : currency(money.currency)),
      money.value + unit + " " + currency(money.currency))
  }

  /// A sum in a currency's smallest unit, as short as ``amount(_:)``.
  package func sum(_ minor: Int64, _ currency: Currency) -> String {
    say(
      short(
        minor, currency,
        [(12, "万亿"), (8, "亿"), (4, "万"), (0, currency == .yuan ? "元" : "")])
        + (currency == .yuan ? "" : self.currency(currency)),
      short(minor, currency, [(12, "tn"), (9, "bn"), (6, "m"), (3, "k"), (0, "")]) + " "
        + self.currency(currency))
  }

  /// How many of the amounts are known: 3/6.
  package func coverage(_ known: Int, of all: Int) -> String { "\(known)/\(all)" }

  /// What a currency is called (元, USD); its code when it has no common name.
  package func currency(_ currency: Currency) -> String {
    say(CurrencyNames.zh[currency.code] ?? currency.code, currency.code)
  }

  /// The value in the largest unit that it reaches, with at most four digits and two places.
  private func short(_ minor: Int64, _ currency: Currency, _ units: [(exponent: Int, name: String)])
    -> String
  {
    let digits = String(minor.magnitude)
    let unit =
      units.first { digits.utf8.count > $0.exponent + currency.minorDigits }
      ?? units[units.count - 1]
    let places = unit.exponent + currency.minorDigits
    let padded =
      digits.utf8.count > places
      ? digits : String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    let count = padded.utf8.count - places
    let room = 4 - count - (language == .en ? unit.name.utf8.count : 0)
    let bytes = padded.utf8
    let point = bytes.index(bytes.startIndex, offsetBy: count)
    var end = bytes.index(point, offsetBy: min(places, 2, max(0, room)))
    // By bytes, and backwards by hand: each amount on the board is written anew for each frame.
    while end > point, bytes[bytes.index(before: end)] == UInt8(ascii: "0") {
      end = bytes.index(before: end)
    }
    let (head, kept) = (padded[..<point], padded[point..<end])
    return (minor < 0 ? "-" : "") + head + (kept.isEmpty ? "" : "." + kept) + unit.name
  }
}

/// What the currencies that bureaus meet are called, one table for writing and reading.
enum CurrencyNames {
  static let zh = [
    "CNY": "元", "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑",
    "KRW": "韩元", "TWD": "新台币", "SGD": "新加坡元", "AUD": "澳元", "CAD": "加元", "CHF": "瑞士法郎",
    "MOP": "澳门元",
  ]

  /// Other words for them.
  static let synonyms = [
    "人民币": "CNY", "rmb": "CNY", "港币": "HKD", "台币": "TWD", "新币": "SGD", "日圆": "JPY",
    "美金": "USD", "澳门币": "MOP",
  ]
}
