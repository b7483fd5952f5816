internal import Exchange
internal import JSON
internal import Pipeline
internal import SafeText
internal import Settings
internal import Storage
internal import Wording

extension ImportCommand {
  /// Takes a ledger in as one step, or says row by row what that would do.
  ///
  /// - Parameter held: Nil once it is planned for good: the file, what is to be written of it and the store
  ///   are each as large, so that no two of them are held for long.
  func takeLedger(_ held: inout LedgerImport?, _ workplace: Workplace) throws(Failure) {
    let words = workplace.words
    var answers = try self.answers.answers(workplace)
    answers.leavesBad = skipBad != nil
    let inputs = [file, columnMap, workplace.configuration.importMap].compactMap(\.self)
    let badRows = try workplace.destination(skipBad, force: force, inputs: inputs)
    let map = try workplace.destination(saveMap, force: force, inputs: inputs)
    let canAsk = file != "-" && !write.json && ImportDialogue.isPossible
    if let ledger = held, dryRun || canAsk {
      let pipeline = try workplace.read()
      var plan = try planned(ledger, for: pipeline, answers, workplace)
      tellColumns(plan, words)
      if canAsk, !dryRun {
        while !plan.isReady, let question = plan.questions.first {
          guard let answer = ImportDialogue.ask(question, ledger, today: workplace.today, words)
          else { break }
          answers.take(answer)
          plan = try planned(ledger, for: pipeline, answers, workplace)
        }
      }
      if let map { try save(plan, answers, in: map, words) }
      if dryRun { return try tell(plan, for: pipeline, words) }
    }
    let store = try workplace.openForWriting()
    let (saved, plan) = try commit(&held, answers, to: store, badRows, workplace)
    if !canAsk {
      tellColumns(plan, words)
      if let map { try save(plan, answers, in: map, words) }
    }
    try tellDone(plan, saved, words)
  }

  // MARK: What is said

  private func tellColumns(_ plan: LedgerPlan, _ words: Words) {
    if let sheet = plan.sheet { Output.say("\(file): " + words.readSheet(sheet)) }
    for column in plan.unread { Output.say("\(file): " + words.unread(column)) }
    if plan.hiddenRows > 0 || !plan.hiddenColumns.isEmpty {
      Output.say("\(file): " + words.readHidden(rows: plan.hiddenRows, columns: plan.hiddenColumns))
    }
  }

  private func save(
    _ plan: LedgerPlan, _ answers: ImportAnswers, in map: Destination, _ words: Words
  ) throws(Failure) {
    let answered = answers.words.sorted { $0.key < $1.key }.map {
      (word: $0.key, meaning: $0.value)
    }
    try map.write(ColumnMapFile.text(of: plan.map, words: answered))
    Output.say(words.exported(map.path))
  }

  /// What an import would do, and what is open about it.
  private func tell(_ plan: LedgerPlan, for pipeline: Pipeline, _ words: Words) throws(Failure) {
    if write.json {
      try Output.document(plan.json(in: words, pipeline).text)
    } else {
      var lines = plan.lines.map { words.ledger($0, in: pipeline) }
      lines += plan.reconciliation.map { words.reconciled($0) }
      if plan.isReady { lines.append(words.ledgerImported(plan, dryRun: true)) }
      try Output.result(lines.joined(separator: "\n"))
    }
    if !plan.isReady { throw refused(plan, words) }
  }

  /// Names what is wrong and what is asked, each with the option that answers it.
  private func refused(_ plan: LedgerPlan, _ words: Words) -> Failure {
    let wrong = plan.wrong.compactMap { line in
      if case .wrong(_, let error) = line.verdict { error } else { nil }
    }
    for error in wrong.dropFirst().prefix(ImportCommand.toldRows) {
      Output.say("\(file): " + words.ledger(error, in: plan.sheet))
    }
    if wrong.count > ImportCommand.toldRows + 1 {
      Output.say("… +\(wrong.count - ImportCommand.toldRows - 1)")
    }
    // Whatever is wrong has a way out too: the first row's stands for the others'.
    if let error = wrong.first {
      let cell = error.column.map { ["--cell " + ShellWord.quoted("\(error.row),\($0)=…")] } ?? []
      for option in cell + ["--leave-out \(error.row)", "--skip-bad " + words.say("文件", "FILE")] {
        Output.say("    " + option)
      }
    }
    for question in plan.questions.prefix(ImportCommand.toldRows) {
      Output.say("\(file): " + words.question(question))
      for answer in words.answers(question).prefix(ImportCommand.toldAnswers) {
        Output.say("    " + answer)
      }
    }
    if plan.questions.count > ImportCommand.toldRows {
      Output.say("… +\(plan.questions.count - ImportCommand.toldRows)")
    }
    let first = wrong.first.map { "\(file): " + words.ledger($0, in: plan.sheet) + "\n" } ?? ""
    return Failure(.badInputFile, first + "\(file): " + words.ledgerNotImported(plan))
  }

  private static let toldRows = 40
  private static let toldAnswers = 8

  private func tellDone(_ plan: LedgerPlan, _ saved: Saved, _ words: Words) throws(Failure) {
    if let skipBad, plan.hasBadRows { Output.say(words.badRowsKept(plan.badRowCount, skipBad)) }
    if explain {
      for line in plan.lines { Output.say(words.ledger(line, in: saved.pipeline)) }
    } else {
      let named = plan.lines.filter(\.isToldAlways)
      for line in named { Output.say(words.ledger(line, in: saved.pipeline)) }
    }
    for line in plan.reconciliation { Output.say(words.reconciled(line)) }
    try saved.tell(words.ledgerImported(plan, dryRun: false), asJSON: write.json, in: words)
  }

  // MARK: Planning and storing

  /// The plan of a file, which changes nothing yet.
  private func planned(
    _ ledger: LedgerImport, for pipeline: Pipeline, _ answers: ImportAnswers,
    _ workplace: Workplace, _ progress: Progress? = nil
  ) throws(Failure) -> LedgerPlan {
    let rows = ledger.source.tables.reduce(0) { $0 + $1.rows.count }
    // A thousand rows are worth a line whatever the machine.
    let progress = progress ?? Progress(.importing, workplace.words, isLong: rows >= 1000)
    do throws(LedgerError) {
      return try ledger.plan(for: pipeline, answers: answers, today: workplace.today) {
        progress.goOn(to: $0, of: $1)
      }
    } catch {
      throw Failure(.badInputFile, "\(file): " + workplace.words.ledger(error))
    }
  }

  /// Plans on the newest state and stores the plan, all of it or nothing.
  private func commit(
    _ held: inout LedgerImport?, _ answers: ImportAnswers, to store: any EventStore,
    _ badRows: Destination?, _ workplace: Workplace
  ) throws(Failure) -> (Saved, LedgerPlan) {
    let words = workplace.words
    var plan = LedgerPlan()
    var failure: Failure?
    let commit: Commit
    let rows = held?.source.tables.reduce(0) { $0 + $1.rows.count } ?? 0
    let progress = Progress(.importing, words, isLong: rows >= 1000)
    do throws(StoreError) {
      commit = try store.commit { pipeline throws(Refusal) in
        defer { held = nil }
        guard let ledger = held else { return [] }
        do throws(Failure) {
          plan = try planned(ledger, for: pipeline, answers, workplace, progress)
        } catch {
          failure = error
          return []
        }
        if !plan.isReady { return [] }
        let events = try plan.command.map { command throws(Refusal) in
          try pipeline.decide(command, today: workplace.today)
        }
        plan.releaseStep()
        // Whoever stops it here or before finds neither a change nor a file.
        progress.beginWriting()
        if let badRows, plan.hasBadRows {
          do throws(Failure) {
            try badRows.write(CSVWriter.bytes(plan.badRows(of: ledger, in: words)))
          } catch {
            failure = error
            return []
          }
        }
        return events ?? []
      }
      progress.settle()
    } catch {
      throw workplace.failure(error, pipeline: store.pipeline)
    }
    if let failure { throw failure }
    if !plan.isReady {
      tellColumns(plan, words)
      throw refused(plan, words)
    }
    if let recovery = commit.recovery { Output.say(words.recovered(recovery)) }
    return (Saved(events: commit.events, pipeline: store.pipeline), plan)
  }
}

extension LedgerPlan {
  fileprivate var hasBadRows: Bool { badRowCount > 0 }

  fileprivate var badRowCount: Int {
    lines.count { if case .leftOut(_, .some) = $0.verdict { true } else { false } }
  }

  /// The rows that were left out under their headings, each with the reason.
  fileprivate func badRows(of ledger: LedgerImport, in words: Words) -> [[String]] {
    guard let layout = layouts.first,
      let table = ledger.source.tables.first(where: { $0.name == sheet })
    else { return [] }
    let bad = lines.compactMap { line -> (Int, LedgerError)? in
      if case .leftOut(_, let error?) = line.verdict { (line.row - 1, error) } else { nil }
    }
    let headings = table.rows[layout.headingRows.upperBound - 1]
    let width = max(headings.count, bad.map { table.rows[$0.0].count }.max() ?? 0)
    func padded(_ row: [String], _ last: String) -> [String] {
      row + Array(repeating: "", count: width - row.count) + [last]
    }
    let above = layout.headingRows.dropLast().map { padded(table.rows[$0], "") }
    return above + [padded(headings, words.whyColumn)]
      + bad.map { padded(table.rows[$0.0], words.ledger($0.1, in: sheet)) }
  }
}

extension LedgerPlan.Line {
  /// Whether it is named on the real import too: rows that are records and are not taken, and new
  /// projects that resemble others.
  fileprivate var isToldAlways: Bool {
    switch verdict {
    case .leftOut, .repeats, .leaves: true
    case .creates(_, _, let like, let rows): !like.isEmpty || !rows.isEmpty
    case .changes(_, _, let leftAlone): !leftAlone.isEmpty
    default: kind == .nothingDone
    }
  }
}
