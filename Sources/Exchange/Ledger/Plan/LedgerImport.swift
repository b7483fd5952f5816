package import Pipeline
internal import Wording

/// A file's tables, and what is known of headings: a plan can be made of it, and made anew with every
/// answer.
package struct LedgerImport: Sendable {
  package let source: LedgerSource
  /// What came with the program, and what the configuration's folder adds.
  package var vocabulary = LedgerVocabulary.shipped
  /// Programs whose exports are known by their headings.
  package var programs = ProgramMap.shipped
  /// The person's own map, which goes before everything else.
  package var own: [MapText.Entry] = []
  /// The columns that a ledger has to have; nil when any that name the project will do.
  package var profile: LedgerProfile?

  package init(_ source: LedgerSource) { self.source = source }

  /// What words mean for one table: the program's that wrote it, the person's own, the answers'.
  func vocabulary(for table: LedgerTable, _ answers: ImportAnswers) -> LedgerVocabulary {
    var known = vocabulary
    let rows = (0..<min(5, table.rows.count)).map { table.rows[$0] }
    if let program = programs.first(where: { program in rows.contains(where: program.fits) }) {
      known.add(program.map)
    }
    for entry in own { _ = known.add(entry) }
    for (word, meaning) in answers.words {
      _ = known.add(MapText.Entry(section: "words", word: word, meaning: meaning))
      _ = known.addHeading(word, means: meaning)
    }
    return known
  }

  /// The tables that have headings, each with them.
  ///
  /// - Complexity: O(sheets).
  package func readable(_ answers: ImportAnswers) -> [(table: LedgerTable, layout: TableLayout)] {
    source.tables.compactMap { table in
      let finder = LayoutFinder(
        table: table, vocabulary: vocabulary(for: table, answers), answers: answers)
      return finder.layout().map { (table, $0) }
    }
  }

  /// Works out what an import would do to a pipeline, without changing anything.
  ///
  /// Rows that are wrong are lines of the plan too; the rest of it holds without them.
  ///
  /// - Parameters:
  ///   - isForgotten: Asked now and then whether nobody wants the plan any more; what is planned of it
  ///     is returned then.
  ///   - progress: Told now and then how many rows are done, and how many there are.
  /// - Throws: That nothing in the file is a table of ours.
  /// - Complexity: O(rows × columns) and one pass over the projects.
  package func plan(
    for pipeline: Pipeline, answers: ImportAnswers = ImportAnswers(), today: Day,
    progress: (_ row: Int, _ of: Int) -> Void = { _, _ in },
    isForgotten: () -> Bool = { false }
  ) throws(LedgerError) -> LedgerPlan {
    let readable = readable(answers)
    let wanted = answers.sheet.map { name in readable.filter { $0.table.name == name } } ?? readable
    guard let (table, layout) = wanted.first else {
      throw LedgerError(row: 0, column: nil, problem: .noHeadings)
    }
    try require(layout, in: table)
    var planner = LedgerPlanner(
      table: table, layout: layout, vocabulary: vocabulary(for: table, answers), answers: answers,
      pipeline: pipeline, today: today)
    planner.run(progress, isForgotten)
    if wanted.count > 1 {
      let names = wanted.compactMap(\.table.name)
      planner.plan.questions.insert(
        ImportQuestion(.sheet(names), rows: [], choices: names.map { .sheet($0) }), at: 0)
    }
    return planner.plan
  }

  private func require(_ layout: TableLayout, in table: LedgerTable) throws(LedgerError) {
    guard let profile else { return }
    let headings = Set(layout.columns.map { HeadingText.bare($0.heading) })
    let missing = profile.columns.filter { column in
      !Language.allCases.contains {
        headings.contains(HeadingText.bare(column.heading(in: Words($0))))
      }
    }
    if !missing.isEmpty {
      throw LedgerError(
        row: layout.headingRows.lowerBound + 1, column: nil, problem: .missingColumns(missing))
    }
  }
}
