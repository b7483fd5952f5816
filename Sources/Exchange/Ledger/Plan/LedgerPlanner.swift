internal import Insight
internal import Pipeline
internal import Wording
internal import Workbook

/// Makes a plan of a table, row after row.
struct LedgerPlanner {
  let table: LedgerTable
  let vocabulary: LedgerVocabulary
  let answers: ImportAnswers
  let pipeline: Pipeline
  let today: Day
  var plan = LedgerPlan()

  private(set) var context: RowContext
  private var classifier: RowClassifier
  private(set) var reader: ProjectRowReader
  var reconciler: Reconciler
  var index: ProjectIndex
  var activities: ActivityIndex
  var records: RecordIndex
  private let marks = RowMarks()
  /// The row that further rows may go on with, and those that do.
  private var open: (row: Int, kind: RowKind, texts: [String])?
  private var further: [(row: Int, texts: [String])] = []
  var section: String?
  var lead: String?
  /// The unit that stands above, where merged cells may have been lost, and its row from 0.
  var unitAbove: (names: [String], text: String, row: Int)?
  /// New rows whose unit is blank under another's, each with what stands above the first.
  var unitless: (rows: [Int], heading: String, above: String)?
  /// Journeys of which nothing says what they are.
  var kindless: [Int] = []
  /// Rows that tell no stage and would be new.
  var stageless: [Int] = []
  /// The first rows, and how many, for each question that is about more than one.
  var questions: QuestionBook
  var unread: [Int: Int] = [:]
  var unknown: UnknownColumns

  init(
    table: LedgerTable, layout: TableLayout, vocabulary: LedgerVocabulary, answers: ImportAnswers,
    pipeline: Pipeline, today: Day
  ) {
    self.table = table
    self.vocabulary = vocabulary
    self.answers = answers
    self.pipeline = pipeline
    self.today = today
    let block = TableBlock(table, above: layout.headingRows.lowerBound, vocabulary.units)
    let layout = layout.filled(from: block, answers).keeping(vocabulary.system == nil)
    unknown = UnknownColumns(
      vocabulary: vocabulary, year: block.year?.value, unit: block.unit, today: today)
    context = RowContext(
      layout: layout, table: table, vocabulary: vocabulary, answers: answers, block: block,
      today: today)
    classifier = RowClassifier(layout: layout, table: table)
    reader = ProjectRowReader(context: context)
    reconciler = Reconciler(layout: layout)
    questions = QuestionBook(layout)
    index = ProjectIndex(pipeline)
    activities = ActivityIndex(layout.kind == .activities ? pipeline : Pipeline())
    records = RecordIndex(pipeline, layout.kind)
    plan.sheet = table.name
    plan.block = block
    plan.layouts = [layout]
    // Grown step by step it would stand there twice.
    plan.lines.reserveCapacity(table.rows.count)
    plan.hiddenColumns = layout.columns.filter(\.isHidden).map(\.heading)
  }

  mutating func run(_ progress: (Int, Int) -> Void, _ isForgotten: () -> Bool) {
    let count = table.rows.count
    for row in 0..<count {
      take(row)
      guard row % 256 == 255 else { continue }
      progress(row + 1, count)
      if isForgotten() { return }
    }
    close()
    reconciler.finish(plan.block)
    finish()
  }

  private mutating func take(_ row: Int) {
    var texts = context.texts(of: row)
    let kind = classifier.kind(texts, row: row, after: open != nil)
    if kind == .blank { return }
    if table.marks.hiddenRows.contains(row) { plan.hiddenRows += 1 }
    if kind != .continuation { close() }
    switch kind {
    case .blank: return
    case .title, .heading, .note, .nothingDone: noRecord(row, kind, texts)
    case .repeatedHeading:
      noRecord(row, kind, texts)
      turnPage(row, texts)
    case .sum:
      let cell = classifier.sumCell(in: texts) ?? 0
      reconciler.sum(
        row: row + 1, texts: texts, cell: cell, formulas: faults(inRow: row, texts.count))
      noRecord(row, kind, texts)
    case .section(let name):
      section = name
      unitAbove = nil
      reconciler.begin(section: name, row: row + 1, texts: texts)
      noRecord(row, kind, texts)
    case .continuation:
      further.append((row, texts))
    case .record:
      takeRecord(row, texts)
      countUnread(texts)
    case .project, .activity:
      if context.isOwn { texts = context.texts(of: row) }
      open = (row, kind, texts)
      countUnread(texts)
    }
  }

  private func faults(inRow row: Int, _ width: Int) -> [Int: String] {
    if table.faults.isEmpty { return [:] }
    return (0..<max(width, context.layout.columns.last.map { $0.place + 1 } ?? 0)).reduce(into: [:])
    {
      $0[$1] = table.faults[.init(row: row, column: $1)]
    }
  }

  private mutating func noRecord(_ row: Int, _ kind: RowKind, _ texts: [String]) {
    let first = texts.first { !$0.isEmpty } ?? ""
    plan.lines.append(LedgerPlan.Line(row: row + 1, kind: kind, verdict: .noRecord(first)))
  }

  /// On a new page the headings may stand in another order, or be others.
  private mutating func turnPage(_ row: Int, _ texts: [String]) {
    let finder = LayoutFinder(table: table, vocabulary: vocabulary, answers: answers)
    var best = finder.layout(at: row..<row + 1)
    if row + 2 <= table.rows.count, let taller = finder.layout(at: row..<row + 2),
      taller.known > best?.known ?? 0
    {
      best = taller
    }
    guard
      let found = best?.filled(from: plan.block, answers).keeping(vocabulary.system == nil),
      let old = plan.layouts.last,
      found.columns.map(\.headings) != old.columns.map(\.headings)
    else { return }
    // The same headings over the same columns, or fewer of them: the page goes on as before.
    let isSame = found.columns.allSatisfy { column in
      old.columns.contains { $0.place == column.place && $0.heading == column.heading }
    }
    if isSame { return }
    plan.layouts.append(found)
    context = RowContext(
      layout: found, table: table, vocabulary: vocabulary, answers: answers, block: plan.block,
      today: today)
    classifier = RowClassifier(layout: found, table: table)
    reader = ProjectRowReader(context: context)
    reconciler.turn(to: found)
  }

  /// Settles the row that was open, now that nothing more of it can come.
  private mutating func close() {
    guard let (row, kind, texts) = open else { return }
    open = nil
    let more = further.map(\.texts)
    let rows = further.map(\.row)
    further = []
    defer {
      plan.lines += rows.map {
        LedgerPlan.Line(row: $0 + 1, kind: .continuation, verdict: .continues(row: row + 1))
      }
    }
    if kind == .activity {
      takeActivity(row, texts, more)
    } else {
      takeProject(row, texts, more)
    }
  }
}
