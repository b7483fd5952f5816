package import Pipeline

/// What surrounds an amount and may tell its unit and currency: the heading and the table it stands
/// in, and what is meant where none of them tells.
///
/// Typed amounts have no surroundings: a number needs its unit or currency with it.
package struct AmountContext: Hashable, Sendable {
  package var heading: AmountScale
  package var table: AmountScale
  package var usual: AmountScale

  package init(
    heading: AmountScale = AmountScale(), table: AmountScale = AmountScale(),
    usual: AmountScale = AmountScale()
  ) {
    self.heading = heading
    self.table = table
    self.usual = usual
  }

  /// Of a form's line or an option.
  package static let typed = AmountContext()
}

/// An amount as it was read, and from what.
package struct AmountReading: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case known(Money)
    case undisclosed
    /// Nothing stands there, or 无, 暂无, a dash or a stroke.
    case blank
    /// From one sum to another, or beyond one: 3-5亿元, 不低于1亿.
    case between(Money?, Money?)
  }

  /// Where a unit or a currency was told.
  package enum Source: Hashable, Sendable {
    case cell, heading, table, usual
    /// Nowhere: a unit beside a currency is one of it, and a currency beside a unit is yuan.
    case nowhere
  }

  package let value: Value
  package var unitSource = Source.nowhere
  package var currencySource = Source.nowhere
  /// Whether the unit is the letter that people type for it: 3000w, 1.2e.
  package var isShort = false
  /// What the text says beyond ``amount``: 约2亿, 3-5亿元, 1亿（含设备）; nil when the value says it all.
  package var words: String?

  /// The amount as it can be stored; nil for none, and for a range.
  package var amount: Amount? {
    switch value {
    case .known(let money): .known(money)
    case .undisclosed: .undisclosed
    case .blank, .between: nil
    }
  }
}
