internal import BoardUI
internal import Exchange
internal import Pipeline
internal import Vocabulary
internal import Wording

/// Keeps the file that the board previews and the answers given so far, and plans anew with each.
struct ImportDesk {
  let workplace: Workplace
  /// What `~` stands for.
  let home: String?
  private var open: Opened?

  fileprivate struct Opened {
    let path: String
    let ledger: LedgerImport
    let reading: String
    var answers = ImportAnswers()
    var plan: LedgerPlan
  }

  init(_ workplace: Workplace, home: String?) {
    self.workplace = workplace
    self.home = home
  }

  /// Does what a person wants short of writing, and tells what the board shows then.
  mutating func obey(_ act: ImportAct, _ ui: UIState) -> ImportNews? {
    do throws(Failure) {
      switch act {
      case .open(let path): try read(path, ui)
      case .choose(let question, let choice):
        guard let asked = self.question(question), asked.shown.indices.contains(choice) else {
          return nil
        }
        try answer(ui) { $0.take(asked.shown[choice]) }
      case .type(let question, let text):
        guard let asked = self.question(question), let opened = open else { return nil }
        guard let answer = asked.answer(text, opened.ledger.vocabulary, today: ui.today)
        else {
          return .failed(ui.words.answerUnreadable(text))
        }
        try self.answer(ui) { $0.take(answer) }
      case .column(let place, let meaning):
        guard let column = column(place), let kind = open?.plan.layouts.first?.kind else {
          return nil
        }
        let choices = ColumnMeaning.choices(for: kind)
        guard choices.indices.contains(meaning) else { return nil }
        try answer(ui) { $0.columns[column.place] = choices[meaning].code }
      case .unit(let place, let unit):
        guard let column = column(place), AmountScale.choices.indices.contains(unit) else {
          return nil
        }
        try answer(ui) { $0.units[column.place] = AmountScale.choices[unit] }
      case .leaveOut(let row):
        try answer(ui) {
          if $0.leftOut.remove(row) == nil { $0.leftOut.insert(row) }
        }
      case .close:
        open = nil
        return nil
      case .take: try answer(ui) { _ in }
      }
    } catch {
      return .failed(error.message)
    }
    return open.map { .shown($0.preview(in: ui.words, ui.pipeline)) }
  }

  /// The step that the plan is, made on the newest state; nil while something is open.
  var command: Command? { open.flatMap { $0.plan.isReady ? $0.plan.command : nil } }

  /// Whether everything in the file is there already.
  var bringsNothing: Bool { open.map { $0.plan.isReady && $0.plan.command == nil } ?? false }

  private mutating func read(_ typed: String, _ ui: UIState) throws(Failure) {
    let path = TypedPath(typed, home: home).full
    let bytes = try Documents.read(path, ui.words)
    var reader = LedgerFileReader(typed, workplace, ui.words)
    let source: LedgerSource
    switch LedgerFileReader.kind(of: bytes) {
    case .xlsx: source = try reader.workbook(bytes)
    case .json:
      guard let program = reader.program(bytes) else {
        throw Failure(.badInputFile, ui.words.exchangeByCommand(typed))
      }
      source = program
    case .csv, nil: source = try reader.text(bytes)
    }
    let ledger = try reader.ledger(source)
    let plan = try plan(ledger, ImportAnswers(), ui, typed)
    open = Opened(
      path: typed, ledger: ledger,
      reading: reader.findings.joined(separator: ui.words.say("；", "; ")), plan: plan)
  }

  /// Plans with a further answer; one that the table cannot be read by changes nothing.
  private mutating func answer(_ ui: UIState, _ change: (inout ImportAnswers) -> Void)
    throws(Failure)
  {
    guard var opened = open else { return }
    change(&opened.answers)
    opened.plan = try plan(opened.ledger, opened.answers, ui, opened.path)
    open = opened
  }

  private func plan(
    _ ledger: LedgerImport, _ answers: ImportAnswers, _ ui: UIState, _ path: String
  ) throws(Failure) -> LedgerPlan {
    do throws(LedgerError) {
      return try ledger.plan(for: ui.pipeline, answers: answers, today: ui.today)
    } catch {
      throw Failure(.badInputFile, "\(path): " + ui.words.ledger(error))
    }
  }

  private func question(_ place: Int) -> ImportQuestion? {
    guard let questions = open?.plan.questions, questions.indices.contains(place) else {
      return nil
    }
    return questions[place]
  }

  private func column(_ place: Int) -> TableColumn? {
    guard let columns = open?.plan.layouts.first?.columns, columns.indices.contains(place) else {
      return nil
    }
    return columns[place]
  }
}

extension ImportQuestion {
  /// The choices that are answers as they stand.
  fileprivate var shown: [ImportAnswer] {
    choices.filter { $0.option.value?.hasSuffix("…") != true }
  }

  fileprivate var takesText: Bool {
    switch subject {
    case .unit, .year, .word, .unknownColumn, .signing, .review: true
    case .row(_, let error): error.column != nil
    case .sheet, .stage, .activityKind, .columnTwice, .sum, .struck, .blankUnit: false
    }
  }
}

extension ImportDesk.Opened {
  /// The plan in words.
  fileprivate func preview(in words: Words, _ pipeline: Pipeline) -> ImportPreview {
    var told = [reading]
    if let sheet = plan.sheet { told.append(words.readSheet(sheet)) }
    if plan.hiddenRows > 0 || !plan.hiddenColumns.isEmpty {
      told.append(words.readHidden(rows: plan.hiddenRows, columns: plan.hiddenColumns))
    }
    var preview = ImportPreview(
      path: path, reading: told.filter { !$0.isEmpty }.joined(separator: words.say("；", "; ")))
    if let layout = plan.layouts.first {
      let meanings = ColumnMeaning.choices(for: layout.kind)
      let table = ledger.source.tables.first { $0.name == plan.sheet }
      var labels = meanings.map { words.meaning($0) }
      preview.columns = layout.columns.map { column in
        var place: Int?
        if let meaning = column.meaning {
          place = meanings.firstIndex(of: meaning)
          if place == nil {
            labels.append(words.meaning(meaning))
            place = labels.count - 1
          }
        }
        let rows = layout.headingRows.upperBound..<(table?.rows.count ?? 0)
        let example = rows.prefix(20).lazy.compactMap { row -> String? in
          guard let cells = table?.rows[row], cells.indices.contains(column.place) else {
            return nil
          }
          return cells[column.place].isEmpty ? nil : cells[column.place]
        }.first
        return ImportPreview.Column(
          heading: column.heading, example: example ?? "", meaning: place,
          unit: column.unit.flatMap { AmountScale.choices.firstIndex(of: $0) },
          isAmount: column.meaning?.isAmount ?? false)
      }
      preview.meanings = labels
      preview.units = AmountScale.choices.map { words.scale($0) }
    }
    preview.rows = plan.lines.map { line in
      ImportPreview.Row(
        number: line.row, verdict: line.verdict.shown, text: words.ledger(line, in: pipeline))
    }
    preview.sums = plan.reconciliation.map {
      ImportPreview.Sum(text: words.reconciled($0), agrees: $0.agrees)
    }
    preview.questions = plan.questions.map { question in
      ImportPreview.Question(
        text: words.question(question), choices: question.shown.map { words.choice($0) },
        takesText: question.takesText)
    }
    preview.isReady = plan.isReady
    return preview
  }
}

extension LedgerPlan.Verdict {
  fileprivate var shown: ImportPreview.Verdict {
    switch self {
    case .noRecord, .continues: .noRecord
    case .creates, .createsActivity: .new
    case .changes(_, let changes, _): changes.isEmpty ? .unchanged : .changed
    case .keepsActivity: .unchanged
    case .asks: .asked
    case .wrong: .wrong
    case .leftOut, .repeats, .leaves: .leftOut
    }
  }
}
