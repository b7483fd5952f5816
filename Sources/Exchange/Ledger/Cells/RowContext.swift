internal import Pipeline
internal import Vocabulary

/// What a row is read by, beside its cells.
struct RowContext {
  let layout: TableLayout
  let table: LedgerTable
  let vocabulary: LedgerVocabulary
  let answers: ImportAnswers
  let block: TableBlock
  let today: Day
  /// Whether lists are written as our own export writes them: a line each.
  let isOwn: Bool
  /// Columns that name two units are judged by this one.
  let capital: TableColumn?
  let currency: TableColumn?
  /// What the amounts of a row count, where the rows count different things.
  let unitColumn: TableColumn?
  /// Stages are told by words at the head of remarks where no column tells them.
  let hasStage: Bool

  init(
    layout: TableLayout, table: LedgerTable, vocabulary: LedgerVocabulary, answers: ImportAnswers,
    block: TableBlock, today: Day
  ) {
    self.layout = layout
    self.table = table
    self.vocabulary = vocabulary
    self.answers = answers
    self.block = block
    self.today = today
    isOwn = layout.column(.ledger(.number)) != nil
    capital = layout.column(.capital)
    currency = layout.column(.currency)
    unitColumn = layout.column(.amountUnit)
    hasStage = layout.column(.ledger(.stage)) != nil
  }

  /// The cells of a row without blanks at their ends, with what was answered for them.
  func texts(of row: Int) -> [String] {
    // A line end behind a list of our own says that it is one item.
    var texts = isOwn ? table.rows[row] : table.rows[row].map(\.trimmingBlanks)
    if answers.cells.isEmpty { return texts }
    for (place, text) in answers.cells where place.row == row + 1 {
      while texts.count < place.column { texts.append("") }
      texts[place.column - 1] = text
    }
    return texts
  }

  /// The year that days without one take: an answer, or the title.
  func year(in texts: [String]) -> (value: Int, source: DateSource)? {
    if let column = layout.column(.year), texts.indices.contains(column.place) {
      let digits = texts[column.place].prefix { $0.isDigit }
      if let year = Int(digits), (1950...2100).contains(year) {
        return (year, .neighbour(year: year))
      }
    }
    if let year = answers.year { return (year, .answer(year: year)) }
    if let year = block.year { return (year.value, .title(year: year.value, row: year.row)) }
    for column in layout.columns where column.meaning?.isDate ?? false {
      guard texts.indices.contains(column.place),
        let year = TableBlock.year(in: texts[column.place] + " ")
      else { continue }
      return (year, .neighbour(year: year))
    }
    return nil
  }
}
