package import Pipeline
package import Vocabulary
internal import Wording

/// A bare number that no project invests under the unit of its heading, table or answer: 30000000 under
/// 万元 is 3000亿, and most likely 3000万 written out in yuan.
///
/// What a cell says with its own unit is never doubted.
package struct ImplausibleAmount: Hashable, Sendable {
  package let heading: String
  package let value: String
  /// What it would be under the unit that stands around it.
  package let money: Money
  /// That unit, and the one that was more likely meant.
  package let scale: AmountScale
  package let likelier: AmountScale
  /// What the column means, as a map writes it, without its unit.
  let meaning: String

  /// - Parameter isWhole: Whether it is what a project invests in all, which is never a few hundred yuan;
  ///   a tax or a first payment may be.
  /// - Returns: Nil where nothing is wrong with an amount.
  init?(_ reading: AmountReading, _ text: String, in column: TableColumn, isWhole: Bool) {
    guard reading.unitSource != .cell, let money = reading.highest else { return nil }
    let unit = column.unit?.unit ?? AmountUnit(.wan)
    let other: AmountUnit
    if money.isBeyondProjects, unit.exponent > 0 {
      other = AmountUnit(.one)
    } else if isWhole, money.minor > 0, money.isBelowProjects, unit.exponent < 4 {
      other = AmountUnit(.wan)
    } else {
      return nil
    }
    (heading, value, self.money) = (column.heading, text, money)
    let currency = money.currency == .yuan ? nil : money.currency
    scale = AmountScale(unit: unit, currency: currency)
    likelier = AmountScale(unit: other, currency: currency)
    meaning = column.meaning?.code ?? ""
  }

  /// The money as people say it: 3000亿元 and no 30000000万元.
  var whole: Money { Money(minor: money.minor, currency: money.currency) }

  /// How the whole column can be read: amount (元), and amount (万元).
  func columnMeanings() -> [String] {
    [likelier, scale].map { meaning + " (" + Words(.zh).scale($0) + ")" }
  }

  /// How the one cell can be written out: 30000000元, and 30000000万元.
  package var written: [String] { [likelier, scale].map { value + Words(.zh).scale($0) } }
}

extension AmountReading {
  fileprivate var highest: Money? {
    switch value {
    case .known(let money): money
    case .between(let low, let high): high ?? low
    case .blank, .undisclosed: nil
    }
  }
}

extension Money {
  /// A hundred thousand million yuan or as much in another currency, roughly: no project of a bureau comes
  /// near it.
  fileprivate var isBeyondProjects: Bool { minor >= Self.digits(11 + shift + currency.minorDigits) }

  /// Less than ten thousand yuan or so.
  fileprivate var isBelowProjects: Bool { minor < Self.digits(4 + shift + currency.minorDigits) }

  /// Powers of ten between yuan and the currency.
  private var shift: Int {
    switch currency.code {
    case "USD", "EUR", "GBP", "CHF": -1
    case "JPY": 1
    case "KRW": 2
    case "VND": 3
    default: 0
    }
  }

  private static func digits(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }
}
