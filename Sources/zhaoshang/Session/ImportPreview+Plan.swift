internal import BoardUI
internal import Exchange
internal import Pipeline
internal import Vocabulary
internal import Wording

extension ImportPreview {
  /// A ledger's plan in words.
  init(
    _ plan: LedgerPlan, of ledger: LedgerImport, named path: String, reading: String,
    in words: Words, _ pipeline: Pipeline
  ) {
    var told = [reading]
    if let sheet = plan.sheet { told.append(words.readSheet(sheet)) }
    if plan.hiddenRows > 0 || !plan.hiddenColumns.isEmpty {
      told.append(words.readHidden(rows: plan.hiddenRows, columns: plan.hiddenColumns))
    }
    self.init(
      path: path, reading: told.filter { !$0.isEmpty }.joined(separator: words.say("；", "; ")))
    if let layout = plan.layouts.first {
      let meanings = ColumnMeaning.choices(for: layout.kind)
      let table = ledger.source.tables.first { $0.name == plan.sheet }
      var labels = meanings.map { words.meaning($0) }
      columns = layout.columns.map { column in
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
      self.meanings = labels
      units = AmountScale.choices.map { words.scale($0) }
    }
    rows = plan.lines.map { line in
      ImportPreview.Row(
        number: line.row, verdict: line.verdict.shown, text: words.ledger(line, in: pipeline))
    }
    sums = plan.reconciliation.map {
      ImportPreview.Sum(text: words.reconciled($0), agrees: $0.agrees)
    }
    questions = plan.questions.map { question in
      ImportPreview.Question(
        text: words.question(question), choices: question.shown.map { words.choice($0) },
        takesText: question.takesText)
    }
    isReady = plan.isReady
  }
}

extension ImportPreview {
  /// An exchange file in words: each project that it brings, and how much of everything else.
  init(
    _ file: ExchangeFile, named path: String, isAgain: Bool, in words: Words, _ pipeline: Pipeline,
    today: Day
  ) {
    self.init(path: path, reading: words.readAsExchange)
    let intake = file.intake
    func add(_ verdict: Verdict, _ text: String) {
      rows.append(Row(number: rows.count + 1, verdict: verdict, text: text))
    }
    for arrival in intake.projects {
      guard case .text(let name) = arrival.fields[.name] else { continue }
      add(.new, words.rowCreates(name, arrival.stages.last?.stage ?? .contact))
    }
    for (count, what) in [
      (intake.activities.count, words.say("活动", "activities")),
      (intake.milestones.count, words.say("节点", "milestones")),
      (intake.registers.count, words.say("登记", "register records")),
      (intake.directory.count, words.say("名录", "directory entries")),
    ] where count > 0 {
      add(.new, words.say("\(what) \(count) 条", "\(count) \(what)"))
    }
    for place in file.unheld { add(.leftOut, words.notHeld(place.description)) }
    isReady = true
    do throws(Refusal) {
      _ = try pipeline.decide(.take(intake), today: today)
    } catch {
      add(.wrong, words.exchange(file.error(for: error)))
      isReady = false
    }
    let present = isAgain ? [] : intake.present(in: pipeline)
    if !present.isEmpty {
      questions = [
        Question(
          text: words.alreadyThere(present, in: pipeline)
            + words.say("；全部再加一次吗？", "; add all of them once more?"),
          choices: [words.say("再导入一次", "import them once more")], takesText: false)
      ]
      isReady = false
    }
  }
}

extension LedgerPlan.Verdict {
  fileprivate var shown: ImportPreview.Verdict {
    switch self {
    case .noRecord, .continues: .noRecord
    case .creates, .createsActivity, .createsRecord: .new
    case .changesRecord: .changed
    case .changes(_, let changes, _): changes.isEmpty ? .unchanged : .changed
    case .keepsActivity, .keepsRecord: .unchanged
    case .asks: .asked
    case .wrong: .wrong
    case .leftOut, .repeats, .leaves: .leftOut
    }
  }
}
