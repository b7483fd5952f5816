package import Pipeline
internal import Vocabulary

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
