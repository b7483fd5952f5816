internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// Reads the rows of one project: its own, and those that go on with it.
struct ProjectRowReader {
  let context: RowContext

  /// - Parameters:
  ///   - row: From 0.
  ///   - further: The rows that go on with it.
  ///   - section: The unit that the section is headed by, where no column tells the unit.
  /// - Returns: What the row says; and what is wrong with it, the first cell first.
  func read(_ row: Int, _ texts: [String], further: [[String]], section: String?)
    -> (ProjectFacts, [LedgerError])
  {
    var reading = ProjectReading(context: context, row: row, texts: texts, further: further)
    reading.year = context.year(in: texts)
    for column in context.layout.columns { reading.take(column) }
    reading.settleAmounts()
    reading.settleStage()
    if !context.table.marks.comments.isEmpty { reading.takeComments() }
    if let section, reading.facts.fields[.lead] == nil {
      reading.facts.fields[.lead] = .list([section])
      reading.facts.taken.append(
        TakenFrom(column: 0, heading: "", text: section, value: section, source: .section))
    }
    return (reading.facts, reading.problems)
  }
}
