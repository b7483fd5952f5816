internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

// Days, and what stands in their place.
extension ProjectReading {
  mutating func date(_ column: TableColumn, _ text: String) -> BusinessDate? {
    if case .nothing = context.vocabulary.word(text) { return nil }
    do throws(TypedFault) {
      let (cell, words) = try cellDate(column, text)
      if words != nil { keepWords(column, text) }
      guard let cell else { return nil }
      return noted(cell, column, text)
    } catch {
      if error.problem == .notADate, let told = told(column, text) { return told.date }
      fail(column, .typed(heading: column.heading, error))
    }
    return nil
  }

  /// The date of a cell; what it was taken from is told where that is not plain.
  private mutating func noted(
    _ cell: CellDate, _ column: TableColumn, _ text: String, isPlain: Bool = true
  ) -> BusinessDate {
    if cell.source != .cell || !isPlain {
      facts.taken.append(
        TakenFrom(
          column: column.place + 1, heading: column.heading, text: text,
          value: cell.date.description, source: .date(cell.source)))
    }
    return cell.date
  }

  private func cellDate(_ column: TableColumn, _ text: String) throws(TypedFault)
    -> (date: CellDate?, words: String?)
  {
    try CellReader.date(
      text, year: year, today: context.today, isPast: column.meaning?.isPast ?? false,
      from1904: context.table.marks.isFrom1904)
  }

  /// What a cell tells that is no date alone: the day, if it tells one.
  private struct Told { let date: BusinessDate? }

  /// Reads a day in more words than the day: 2024年投产, 3月5日（框架协议）, 已投产, 预计2027年6月.
  ///
  /// The words are kept wherever they say more than the column's own heading.
  ///
  /// - Returns: Nil when nothing of it is understood.
  private mutating func told(_ column: TableColumn, _ text: String) -> Told? {
    guard column.meaning?.isPast ?? false else { return nil }
    if isOwnWord(text, of: column) {
      facts.taken.append(
        TakenFrom(
          column: column.place + 1, heading: column.heading, text: text, value: "",
          source: .undated))
      return Told(date: .unknown)
    }
    if Self.plans.contains(where: { text.hasPrefix($0) }) {
      // A plan has not happened; its words are all that is true of it.
      keepWords(column, text)
      return Told(date: nil)
    }
    if let end = text.lastIndex(where: { $0.isDigit || "年月日号底初旬末中".contains($0) }),
      isOwnWord(String(text[text.index(after: end)...]), of: column),
      let cell = try? cellDate(column, String(text[...end])).date
    {
      return Told(date: noted(cell, column, text, isPlain: false))
    }
    // 3月5日（框架协议）: the day, and a remark on it.
    guard let open = text.firstIndex(where: { "（(".contains($0) }),
      let last = text.last, "）)".contains(last),
      let cell = try? cellDate(column, String(text[..<open]).trimmingBlanks).date
    else { return nil }
    keepWords(column, text)
    return Told(date: noted(cell, column, text, isPlain: false))
  }

  private static let plans = ["预计", "预期", "计划", "拟", "力争", "争取", "有望", "将于", "约定"]

  /// Whether a word says no more than that what the column is of has happened: 投产 of 投产时间.
  private func isOwnWord(_ text: String, of column: TableColumn) -> Bool {
    switch (context.vocabulary.word(text), column.meaning) {
    case (.milestone(let said), .milestone(let kind)): said == kind
    case (.stage(let said), .reached(let stage)): said == stage
    default: false
    }
  }

  mutating func day(_ column: TableColumn, _ text: String) -> Day? {
    guard let date = date(column, text) else { return nil }
    if let day = date.exactDay { return day }
    fail(column, .typed(heading: column.heading, TypedFault(text, .notADay)))
    return nil
  }

  /// A deadline that is no one day stays with the step's words.
  mutating func takeDue(_ column: TableColumn, _ text: String) {
    guard let date = date(column, text) else { return }
    if let day = date.exactDay {
      facts.nextDue = day
    } else {
      dueWords = text
      facts.taken.append(
        TakenFrom(
          column: column.place + 1, heading: column.heading, text: text, value: text,
          source: .words))
    }
  }
}
