internal import Pipeline

/// Adds up amounts in many slots at once: one row of numbers for each currency met.
///
/// ``AmountTotals`` looks a currency up for every sum; here it is looked up once for a project. What was
/// added can be taken out again: the sums are wide enough for any number of amounts, and whether one
/// fits is asked at the end.
struct AmountLedger: Sendable {
  private let slots: Int
  private var counts: [Int]
  private var undisclosed: [Int]
  private var currencies: [Currency] = []
  /// By currency, then by slot, as is what follows.
  private var sums: [Int128] = []
  private var known: [Int] = []

  /// An amount made ready to be added to many slots.
  enum Entry { case missing, undisclosed, known(row: Int, minor: Int64) }

  init(slots: Int) {
    self.slots = slots
    counts = Array(repeating: 0, count: slots)
    undisclosed = counts
  }

  mutating func entry(_ amount: AmountFigure) -> Entry {
    switch amount {
    case .missing: return .missing
    case .undisclosed: return .undisclosed
    case .known(let minor, let currency):
      if let row = currencies.firstIndex(of: currency) { return .known(row: row, minor: minor) }
      currencies.append(currency)
      sums.append(contentsOf: repeatElement(0, count: slots))
      known.append(contentsOf: repeatElement(0, count: slots))
      return .known(row: currencies.count - 1, minor: minor)
    }
  }

  /// Adds an amount so many times; less than no times takes out what was added.
  mutating func add(_ entry: Entry, to slot: Int, times: Int) {
    counts[slot] += times
    switch entry {
    case .missing: break
    case .undisclosed: undisclosed[slot] += times
    case .known(let row, let minor):
      let place = row * slots + slot
      known[place] += times
      sums[place] += Int128(minor) * Int128(times)
    }
  }

  /// What was added to a slot.
  func totals(_ slot: Int) -> AmountTotals {
    var totals = AmountTotals(count: counts[slot], undisclosed: undisclosed[slot])
    for (row, currency) in currencies.enumerated() {
      let place = row * slots + slot
      if known[place] > 0 {
        totals.add(Int64(exactly: sums[place]), currency, known: known[place])
      }
    }
    return totals
  }
}
