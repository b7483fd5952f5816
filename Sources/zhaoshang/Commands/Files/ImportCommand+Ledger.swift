internal import Exchange
internal import JSON
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

extension ImportCommand {
  /// Takes a ledger in as one step, or says row by row what that would do.
  func takeLedger(_ sheet: LedgerSheet, _ workplace: Workplace) throws(Failure) {
    let words = workplace.words
    for column in sheet.leftOut {
      Output.say(
        "\(file): "
          + (column.isComputed
            ? words.columnComputed(column.heading) : words.columnUnknown(column.heading)))
    }
    let inputs = [file, columnMap, workplace.configuration.importMap].compactMap(\.self)
    let badRows = try workplace.destination(skipBad, force: force, inputs: inputs)
    if let map = try workplace.destination(saveMap, force: force, inputs: inputs) {
      try map.write(ColumnMapFile.text(of: sheet.map))
      Output.say(words.exported(map.path))
    }
    if dryRun {
      let pipeline = try workplace.read()
      let plan = planned(sheet, for: pipeline, workplace, progress(of: sheet, words))
      if write.json { try Output.document(plan.json(in: words, pipeline).text) }
      let lines = write.json ? [] : plan.lines.map { words.ledger($0, in: pipeline) }
      if skipBad == nil, let error = plan.firstError {
        try Output.result(lines.joined(separator: "\n"))
        throw Failure(.badInputFile, "\(file): " + words.ledger(error, in: sheet.name))
      }
      if write.json { return }
      return try Output.result((lines + [figures(of: plan, words)]).joined(separator: "\n"))
    }
    let store = try workplace.openForWriting()
    let (saved, plan) = try commit(sheet, to: store, badRows, workplace)
    if let skipBad, !plan.wrongRows.isEmpty {
      Output.say(words.badRowsKept(plan.wrongRows.count, skipBad))
    }
    // The first of them: a whole register of old projects is for the dry run to list.
    for line in plan.left.prefix(20) {
      Output.say(words.ledger(line, in: saved.pipeline))
    }
    if plan.left.count > 20 { Output.say("… +\(plan.left.count - 20)") }
    try saved.tell(figures(of: plan, words), asJSON: write.json, in: words)
  }

  private func figures(of plan: LedgerPlan, _ words: Words) -> String {
    words.ledgerImported(
      new: plan.created, changed: plan.changed, unchanged: plan.unchanged,
      left: plan.left.count, skipped: plan.skipped, dryRun: dryRun)
  }

  /// A thousand rows are worth a line whatever the machine.
  private func progress(of sheet: LedgerSheet, _ words: Words) -> Progress {
    Progress(.importing, words, isLong: sheet.rows.count >= 1000)
  }

  /// The plan of a sheet, which changes nothing yet.
  private func planned(
    _ sheet: LedgerSheet, for pipeline: Pipeline, _ workplace: Workplace, _ progress: Progress
  ) -> LedgerPlan {
    sheet.plan(for: pipeline, today: workplace.today) {
      progress.goOn(to: $0, of: sheet.rows.count)
    }
  }

  /// Plans on the newest state and stores the plan, all of it or nothing.
  private func commit(
    _ sheet: LedgerSheet, to store: any EventStore, _ badRows: Destination?,
    _ workplace: Workplace
  ) throws(Failure) -> (Saved, LedgerPlan) {
    let today = workplace.today
    var plan = LedgerPlan()
    var failure: Failure?
    let commit: Commit
    let progress = progress(of: sheet, workplace.words)
    do throws(StoreError) {
      commit = try store.commit { pipeline throws(Refusal) in
        plan = planned(sheet, for: pipeline, workplace, progress)
        if let error = plan.firstError, skipBad == nil {
          failure = Failure(
            .badInputFile, "\(file): " + workplace.words.ledger(error, in: sheet.name))
          return []
        }
        let events = try plan.command.map { command throws(Refusal) in
          try pipeline.decide(command, today: today)
        }
        // Whoever stops it here or before finds neither a change nor a file.
        progress.beginWriting()
        if let badRows, plan.firstError != nil {
          do throws(Failure) {
            try keepBadRows(of: sheet, plan, in: badRows, workplace)
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
    if let recovery = commit.recovery { Output.say(workplace.words.recovered(recovery)) }
    return (Saved(events: commit.events, pipeline: store.pipeline), plan)
  }

  /// The rows that are wrong under their headings, each with the reason.
  private func keepBadRows(
    of sheet: LedgerSheet, _ plan: LedgerPlan, in badRows: Destination, _ workplace: Workplace
  ) throws(Failure) {
    let words = workplace.words
    let width = sheet.rows.map(\.count).max() ?? 0
    func padded(_ row: [String], _ last: String) -> [String] {
      row + Array(repeating: "", count: width - row.count) + [last]
    }
    var rows = [padded(sheet.rows[sheet.headingRow], words.whyColumn)]
    for line in plan.lines {
      guard case .wrong(let error) = line.outcome else { continue }
      rows.append(padded(sheet.rows[line.row - 1], words.ledger(error, in: sheet.name)))
    }
    try badRows.write(CSVWriter.bytes(rows))
  }
}

extension LedgerPlan {
  /// What an import would do, row by row, for machines.
  fileprivate func json(in words: Words, _ pipeline: Pipeline) -> JSONText {
    JSONText([
      "dry_run": true, "new": .integer(created), "changed": .integer(changed),
      "unchanged": .integer(unchanged), "skipped": .integer(skipped),
      "left": .integer(left.count), "wrong": .integer(wrongRows.count),
      "rows": .array(
        lines.map { line in
          ["row": .integer(line.row), "text": .string(words.ledger(line, in: pipeline))]
        }),
    ])
  }
}
