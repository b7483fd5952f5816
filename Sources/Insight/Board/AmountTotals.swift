package import Pipeline

/// Sums of known amounts, currency by currency, with how many amounts are known.
///
/// Currencies are never added to each other. A sum that no longer fits is dropped and named.
package struct AmountTotals: Hashable, Sendable {
  /// Projects with a known amount.
  package private(set) var known = 0
  /// Projects in all.
  package private(set) var count = 0
  /// Projects whose investor will not say; they are not known.
  package private(set) var undisclosed = 0
  /// The sums, yuan first, then by code; none for a currency that overflowed.
  package private(set) var sums: [Sum] = []
  /// The currencies whose sum does not fit 64 bits of their smallest unit.
  package private(set) var overflowed: [Currency] = []

  package struct Sum: Hashable, Sendable {
    package let currency: Currency
    /// In the currency's smallest unit.
    package let minor: Int64
  }

  package init() {}

  init(count: Int, undisclosed: Int) {
    self.count = count
    self.undisclosed = undisclosed
  }

  package init(_ amounts: some Sequence<Amount?>) {
    for amount in amounts { add(amount) }
  }

  package mutating func add(_ amount: Amount?) {
    count += 1
    switch amount {
    case nil: break
    case .undisclosed: undisclosed += 1
    case .known(let money):
      known += 1
      add(money.minor, money.currency)
    }
  }

  package mutating func add(_ amount: AmountFigure) {
    count += 1
    switch amount {
    case .missing: break
    case .undisclosed: undisclosed += 1
    case .known(let minor, let currency):
      known += 1
      add(minor, currency)
    }
  }

  /// Adds a sum made elsewhere, nil when it overflowed.
  mutating func add(_ sum: Int64?, _ currency: Currency, known: Int) {
    self.known += known
    if let sum {
      add(sum, currency)
    } else {
      drop(currency)
    }
  }

  /// The sum in one currency; nil when nothing is known in it, or too much.
  package func sum(_ currency: Currency) -> Int64? {
    sums.first { $0.currency == currency }?.minor
  }

  private mutating func add(_ minor: Int64, _ currency: Currency) {
    if overflowed.contains(currency) { return }
    guard let index = sums.firstIndex(where: { $0.currency == currency }) else {
      let place = sums.firstIndex { Self.precedes(currency, $0.currency) } ?? sums.count
      sums.insert(Sum(currency: currency, minor: minor), at: place)
      return
    }
    let (sum, didOverflow) = sums[index].minor.addingReportingOverflow(minor)
    if didOverflow {
      drop(currency)
    } else {
      sums[index] = Sum(currency: currency, minor: sum)
    }
  }

  private mutating func drop(_ currency: Currency) {
    sums.removeAll { $0.currency == currency }
    overflowed.append(currency)
    overflowed.sort(by: Self.precedes)
  }

  private static func precedes(_ lhs: Currency, _ rhs: Currency) -> Bool {
    if lhs == rhs { return false }
    if lhs == .yuan || rhs == .yuan { return lhs == .yuan }
    return lhs.code < rhs.code
  }
}
