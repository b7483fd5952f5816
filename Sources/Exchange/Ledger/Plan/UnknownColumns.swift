internal import Pipeline
internal import Vocabulary

/// Looks whether columns that nobody knows hold what fields are for: days, or sums of money.
///
/// Such a column is asked about; the words of others are kept as they are.
struct UnknownColumns {
  private let vocabulary: LedgerVocabulary
  private let year: Int
  private let today: Day
  /// What the table counts where no heading says it.
  private let unit: AmountScale?
  private var found: [Int: (cells: Int, telling: Int, example: String)] = [:]

  /// How many cells of a column are looked at.
  private static let limit = 40

  init(vocabulary: LedgerVocabulary, year: Int?, unit: AmountScale?, today: Day) {
    self.unit = unit
    self.vocabulary = vocabulary
    self.year = year ?? today.civil.year
    self.today = today
  }

  mutating func look(at text: String, in column: TableColumn) {
    var seen = found[column.place] ?? (0, 0, text)
    if seen.cells >= Self.limit { return }
    seen.cells += 1
    if isDay(text, column) || isSum(text, column) { seen.telling += 1 }
    found[column.place] = seen
  }

  /// A cell of a column whose cells are days or sums, half of them or more; nil for other columns.
  func example(of column: TableColumn) -> String? {
    guard let seen = found[column.place], seen.telling * 2 >= seen.cells else { return nil }
    return seen.example
  }

  private func isDay(_ text: String, _ column: TableColumn) -> Bool {
    guard text.unicodeScalars.contains(where: { (0x30...0x39).contains($0.value) }) else {
      return false
    }
    // 45126 is a day where the heading says so, and 3.11 may be anything.
    let saysDay = ["时间", "日期", "月份", "年月", "date"].contains {
      column.heading.lowercased().contains($0)
    }
    let hasMark = text.contains { "年月日-/".contains($0) }
    guard saysDay || hasMark, text.utf8.count < 40 else { return false }
    let reading = try? CellReader.date(
      text, year: (year, .cell), today: today, isPast: false)
    return reading?.date != nil
  }

  private func isSum(_ text: String, _ column: TableColumn) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let named =
      HeadingReader(vocabulary: vocabulary).names(unitOf: column)
      ?? (column.isOfMoney && DecimalText.plain(text) != nil
        ? unit ?? AmountScale(spoken: "元") : nil)
    guard let reading = try? CellReader.amount(text, unit: named), case .known = reading.value
    else {
      return false
    }
    return named != nil || reading.unitSource == .cell
  }
}

extension TableColumn {
  /// Whether the heading of an unknown column speaks of money: 2024年计划投资.
  var isOfMoney: Bool {
    let name = HeadingText.bare(heading)
    return ["投资", "资金", "金额", "产值", "税收", "收入", "款", "额"].contains { name.hasSuffix($0) }
  }
}
