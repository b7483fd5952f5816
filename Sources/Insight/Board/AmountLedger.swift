internal import Pipeline

/// Adds up amounts in many slots at once: one row of numbers for each currency met.
///
/// ``AmountTotals`` looks a currency up for every sum; here it is looked up once for a project.
struct AmountLedger: Sendable {
  private let slots: Int
  private var counts: [Int]
  private var undisclosed: [Int]
  private var currencies: [Currency] = []
  /// By currency, then by slot, as is what follows.
  private var sums: [Int64] = []
  private var known: [Int] = []
  private var isOver: [Bool] = []

  /// An amount made ready to be added to many slots.
  enum Entry { case missing, undisclosed, known(row: Int, minor: Int64) }

  init(slots: Int) {
    self.slots = slots
    counts = Array(repeating: 0, count: slots)
    undisclosed = counts
  }

  mutating func entry(_ amount: Glance.AmountGlance) -> Entry {
    switch amount {
    case .missing: return .missing
    case .undisclosed: return .undisclosed
    case .known(let minor, let currency):
      if let row = currencies.firstIndex(of: currency) { return .known(row: row, minor: minor) }
      currencies.append(currency)
      sums.append(contentsOf: repeatElement(0, count: slots))
      known.append(contentsOf: repeatElement(0, count: slots))
      isOver.append(contentsOf: repeatElement(false, count: slots))
      return .known(row: currencies.count - 1, minor: minor)
    }
  }

  mutating func add(_ entry: Entry, to slot: Int) {
    counts[slot] += 1
    switch entry {
    case .missing: break
    case .undisclosed: undisclosed[slot] += 1
    case .known(let row, let minor):
      let place = row * slots + slot
      known[place] += 1
      let (sum, didOverflow) = sums[place].addingReportingOverflow(minor)
      if didOverflow { isOver[place] = true } else { sums[place] = sum }
    }
  }

  /// What was added to a slot.
  func totals(_ slot: Int) -> AmountTotals {
    var totals = AmountTotals(count: counts[slot], undisclosed: undisclosed[slot])
    for (row, currency) in currencies.enumerated() {
      let place = row * slots + slot
      if known[place] > 0 {
        totals.add(isOver[place] ? nil : sums[place], currency, known: known[place])
      }
    }
    return totals
  }
}
