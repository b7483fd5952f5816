package import Insight
package import Pipeline

// Money where a screen has one unit for all of it: 亿 in Chinese, bn in English.
extension Words {
  /// The forms of an amount on a card, the longest first: 9.3亿, 9.3.
  ///
  /// The digits of a form are never fewer than its first place that is not nought: what is less than a
  /// hundredth of the unit keeps a smaller one.
  package func cardAmounts(_ amount: Amount?) -> [String] {
    switch amount {
    case nil: return [amountUnknown, "--"]
    case .undisclosed: return [self.amount(amount), say("保密", "n/d")]
    case .known(let money):
      let digits = inLargeUnit(money.minor, money.currency)
      guard money.currency == .yuan else {
        let code = money.currency.code
        return [
          sum(money.minor, money.currency), digits.map { $0 + largeUnit + code },
          digits.map { $0 + code },
        ].compactMap { $0 }
      }
      guard let digits else { return [cardAmountBrief(amount)] }
      return [digits + largeUnit, digits]
    }
  }

  /// The sum over a column: 23.2亿, 23亿; with a plus where other currencies are in it too.
  package func headSums(_ totals: AmountTotals) -> [String] {
    let more =
      totals.sums.contains { $0.currency != .yuan } || !totals.overflowed.isEmpty ? "+" : ""
    guard let minor = totals.sum(.yuan) else {
      return more.isEmpty ? [] : totals.sums.first.map { [sum($0.minor, $0.currency)] } ?? []
    }
    guard let digits = inLargeUnit(minor, .yuan) else { return [sum(minor, .yuan) + more] }
    let whole = minor >= 10 * largeMinor ? "\((minor + largeMinor / 2) / largeMinor)" : digits
    return [digits + largeUnit + more, whole + largeUnit + more]
  }

  private var largeUnit: String { say("亿", "bn") }
  /// Fen in one of the unit.
  private var largeMinor: Int64 { language == .zh ? 10_000_000_000 : 100_000_000_000 }

  /// 9.3, 12, 0.05; nil for what is less than a hundredth of the unit.
  private func inLargeUnit(_ minor: Int64, _ currency: Currency) -> String? {
    let unit = currency.minorDigits == 0 ? largeMinor / 100 : largeMinor
    guard minor.magnitude * 100 >= unit.magnitude else { return minor == 0 ? "0" : nil }
    // One place is enough from a tenth of an 亿 up; a bn is ten of them.
    let whole10 = language == .zh ? unit.magnitude / 10 : unit.magnitude * 10
    let places = minor.magnitude >= whole10 ? 1 : 2
    let scale: Int64 = places == 1 ? 10 : 100
    let step = unit / scale
    let rounded = (minor.magnitude + UInt64(step) / 2) / UInt64(step)
    let (whole, rest) = (rounded / UInt64(scale), rounded % UInt64(scale))
    var part = String(rest)
    while part.utf8.count < places { part = "0" + part }
    while part.hasSuffix("0") { part.removeLast() }
    return (minor < 0 ? "-" : "") + "\(whole)" + (part.isEmpty ? "" : "." + part)
  }
}
