internal import Pipeline
internal import Vocabulary

/// Adds up what was read, and compares it with the counts and sums that the file states.
struct Reconciler {
  /// What was read since some row.
  private struct Tally {
    var projects = 0
    var firms = 0
    var trips = 0
    var days = 0
    /// Rows that are wrong, asked about or left out.
    var out = 0
    var columns: [Int: Sum] = [:]
    /// Numbers that are no money, by column.
    var counts: [Int: Int] = [:]
  }

  private struct Met {
    var part: Int
    var page: Int
  }

  /// A sum that may be known between two bounds only.
  private struct Sum {
    var low: Int64 = 0
    var high: Int64 = 0
    var currency: Currency?
    /// Whether cells could not be added up: two currencies, a bound without an end, an overflow.
    var isOpen = false
  }

  private var layout: TableLayout
  private let marks = RowMarks()
  private var all = Tally()
  private var part = Tally()
  private var page = Tally()
  /// In which part and on which page each firm was met last, so that each is counted once.
  private var firms: [String: Met] = [:]
  private var (parts, pages) = (0, 0)
  private var section: String?
  /// Sums that stand before their rows: they are compared at the end of the section or table.
  private var pending: [(row: Int, texts: [String], section: String?, isOfSection: Bool)] = []
  private(set) var found: [Reconciled] = []

  init(layout: TableLayout) { self.layout = layout }

  mutating func turn(to layout: TableLayout) { self.layout = layout }

  // MARK: Rows

  /// - Parameter isOut: Whether the row is wrong, asked about or left out.
  mutating func add(_ facts: ProjectFacts, isOut: Bool) {
    func add(to tally: inout Tally) {
      tally.projects += 1
      if isOut { tally.out += 1 }
      for (place, reading) in facts.amounts {
        Self.add(reading, to: &tally.columns[place, default: Sum()])
      }
    }
    add(to: &all)
    add(to: &part)
    add(to: &page)
    count(facts.investors)
  }

  private mutating func count(_ names: [String]) {
    let now = Met(part: parts, page: pages)
    for name in names {
      let before = firms.updateValue(now, forKey: name)
      if before == nil { all.firms += 1 }
      if before?.part != parts { part.firms += 1 }
      if before?.page != pages { page.firms += 1 }
    }
  }

  private mutating func beginPart() {
    part = Tally()
    parts += 1
  }

  mutating func add(_ activity: ActivityFacts, isOut: Bool) {
    func add(to tally: inout Tally) {
      tally.trips += activity.times
      tally.days += activity.days ?? 0
      if isOut { tally.out += 1 }
    }
    add(to: &all)
    add(to: &part)
    add(to: &page)
    count(activity.firms)
  }

  mutating func add(_ record: RecordFacts, isOut: Bool) {
    func add(to tally: inout Tally) {
      tally.projects += 1
      if isOut { tally.out += 1 }
      for (place, reading) in record.amounts {
        Self.add(reading, to: &tally.columns[place, default: Sum()])
      }
      for (place, count) in record.counts { tally.counts[place, default: 0] += count }
    }
    add(to: &all)
    add(to: &part)
    add(to: &page)
  }

  private static func add(_ reading: AmountReading, to sum: inout Sum) {
    func add(_ low: Money?, _ high: Money?) {
      guard let low, let high else {
        sum.isOpen = true
        return
      }
      if let currency = sum.currency, currency != low.currency { sum.isOpen = true }
      sum.currency = low.currency
      let (lower, overflow) = sum.low.addingReportingOverflow(low.minor)
      let (upper, overflown) = sum.high.addingReportingOverflow(high.minor)
      if overflow || overflown { sum.isOpen = true }
      (sum.low, sum.high) = (lower, upper)
    }
    switch reading.value {
    case .known(let money): add(money, money)
    case .between(let low, let high): add(low, high)
    case .blank, .undisclosed: return
    }
  }

  mutating func begin(section name: String, row: Int, texts: [String]) {
    settle(isEnd: false)
    section = name
    beginPart()
    if stated(texts) || marks.countInTitle(name) != nil { pending.append((row, texts, name, true)) }
  }

  /// - Parameters:
  ///   - row: From 1.
  ///   - cell: The cell that is the word of a sum.
  ///   - formulas: Cells of the row that hold no value, by column.
  mutating func sum(row: Int, texts: [String], cell: Int, formulas: [Int: String] = [:]) {
    for (place, text) in formulas.sorted(by: { $0.key < $1.key }) {
      guard let column = layout.columns.first(where: { $0.place == place }) else { continue }
      var line = Reconciled(
        row: row, section: nil, subject: .column(column.heading), stated: text, read: "",
        agrees: true)
      line.isOpen = true
      found.append(line)
    }
    // A section whose sum stands at its head ends here.
    if part.projects > 0 || part.trips > 0 { settle(isEnd: false) }
    let word = texts[cell]
    if part.projects == 0, part.trips == 0, all.projects == 0, all.trips == 0 {
      pending.append((row, texts, nil, false))
      return
    }
    let isOfPart = word.contains("小计") || word.lowercased().contains("sub")
    let isOfPage = word.contains("本页")
    let tallies =
      isOfPart ? [part, all] : isOfPage ? [page, all, part] : [all, part, page]
    compare(row: row, texts: texts, with: tallies, section: isOfPart ? section : nil)
    if isOfPage {
      page = Tally()
      pages += 1
    }
    beginPart()
  }

  /// 共上报在谈项目5个, above the headings.
  mutating func finish(_ block: TableBlock) {
    settle(isEnd: true)
    for stated in block.statedCounts {
      found.append(
        Reconciled(
          row: stated.row, section: nil, subject: .projects, stated: "\(stated.count)",
          read: "\(all.projects)",
          agrees: all.projects == stated.count || all.projects == stated.count + stated.more))
    }
  }

  private mutating func settle(isEnd: Bool) {
    let waiting = pending
    pending = waiting.filter { !$0.isOfSection && !isEnd }
    for sum in waiting where sum.isOfSection || isEnd {
      compare(
        row: sum.row, texts: sum.texts, with: sum.isOfSection ? [part] : [all], section: sum.section
      )
    }
  }

  // MARK: Comparing

  /// Whether a row states a count or an amount.
  private func stated(_ texts: [String]) -> Bool {
    layout.columns.contains { column in
      guard texts.indices.contains(column.place) else { return false }
      let text = texts[column.place]
      if marks.count(text) != nil { return true }
      guard column.meaning?.isAmount ?? false else { return false }
      return (try? CellReader.amount(text, unit: column.unit))?.amount != nil
    }
  }

  private mutating func compare(row: Int, texts: [String], with tallies: [Tally], section: String?)
  {
    for (place, text) in texts.enumerated() where !text.isEmpty {
      let column = layout.columns.first { $0.place == place }
      if let section, text.hasSuffix(")") || text.hasSuffix("）"),
        let count = marks.countInTitle(text)
      {
        compare(row, section, .projects, count, tallies.map(\.projects), tallies)
      } else if marks.isSum(text), let count = marks.countInSum(text) {
        compare(row, section, .projects, count, tallies.map(\.projects), tallies)
      } else if case .target(let measure) = column?.meaning, !measure.isAmount {
        guard let column, let stated = Int(text.prefix { $0.isDigit }) else { continue }
        compare(
          row, section, .column(column.heading), stated, tallies.map { $0.counts[place] ?? 0 },
          tallies)
      } else if let count = marks.count(text) {
        compareCount(row, section, count, marks.counter(text) ?? "个", tallies)
      } else if let column, column.meaning?.isAmount ?? false {
        compare(row, section, column, text, tallies)
      } else if column?.meaning == .activity(.days), let days = Int(text) {
        compare(row, section, .days, days, tallies.map(\.days), tallies)
      }
    }
  }

  private mutating func compareCount(
    _ row: Int, _ section: String?, _ count: Int, _ counter: String, _ tallies: [Tally]
  ) {
    switch counter {
    case "家" where layout.kind == .activities:
      compare(row, section, .firms, count, tallies.map(\.firms), tallies)
    case "家", "户":
      // 家 counts firms, and in many ledgers the projects.
      let read = tallies.map { $0.projects == count ? count : $0.firms }
      compare(row, section, .firms, count, read, tallies)
    case "批次", "批", "次": compare(row, section, .trips, count, tallies.map(\.trips), tallies)
    case "人次": return
    default:
      if layout.kind == .projects {
        compare(row, section, .projects, count, tallies.map(\.projects), tallies)
      }
    }
  }

  private mutating func compare(
    _ row: Int, _ section: String?, _ subject: Reconciled.Subject, _ stated: Int, _ read: [Int],
    _ tallies: [Tally]
  ) {
    var line = Reconciled(
      row: row, section: section, subject: subject, stated: "\(stated)",
      read: "\(read.contains(stated) ? stated : read.first ?? 0)", agrees: read.contains(stated))
    line.isExplained = (tallies.first?.out ?? 0) > 0
    found.append(line)
  }

  private mutating func compare(
    _ row: Int, _ section: String?, _ column: TableColumn, _ text: String, _ tallies: [Tally]
  ) {
    guard let reading = try? CellReader.amount(text, unit: column.unit),
      case .known(let stated) = reading.value
    else { return }
    let isAbout = reading.words != nil
    let sums = tallies.map { $0.columns[column.place] ?? Sum() }
    if sums.contains(where: { $0.isOpen || $0.currency.map { $0 != stated.currency } ?? false }) {
      return
    }
    let slack = isAbout ? stated.minor / 10 : 0
    let agrees = sums.contains {
      $0.low - slack <= stated.minor && stated.minor <= $0.high + slack
    }
    let first = sums.first ?? Sum()
    let read =
      agrees && first.low == first.high && !isAbout
      ? text : Self.shown(first.low, like: column.unit, stated.currency)
    var line = Reconciled(
      row: row, section: section, subject: .column(column.heading), stated: text, read: read,
      agrees: agrees)
    line.isExplained = (tallies.first?.out ?? 0) > 0
    found.append(line)
  }

  /// A sum in the column's own unit: 39500 beside 35,000 under 万元; without one as people write it.
  private static func shown(_ minor: Int64, like unit: AmountScale?, _ currency: Currency) -> String
  {
    guard let unit = unit?.unit else {
      let money = Money(minor: minor, currency: currency)
      return money.value + money.unit.rawValue
    }
    let exponent = unit.exponent + currency.minorDigits
    var digits = "\(minor.magnitude)"
    if digits.utf8.count <= exponent {
      digits = String(repeating: "0", count: exponent + 1 - digits.utf8.count) + digits
    }
    var fraction = String(digits.suffix(exponent))
    while fraction.last == "0" { fraction.removeLast() }
    return (minor < 0 ? "-" : "") + digits.dropLast(exponent)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
