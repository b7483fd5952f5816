internal import BoardUI
internal import Exchange
internal import Insight
internal import Pipeline
internal import Storage
internal import Wording

/// Works out reports for the board, and writes them where the board was told.
struct ReportDesk {
  /// What `~` stands for.
  let home: String?
  /// The folder that holds the store's records.
  let records: String

  func report(_ order: ReportOrder, in pipeline: Pipeline, _ words: Words, by actor: Actor)
    -> Report
  {
    order.question.kind == .ledger
      ? pipeline.ledger(
        .standard, order.question, filing: LedgerFiling(filedBy: actor.name), in: words)
      : pipeline.report(order.question, in: words)
  }

  /// Writes a report as its path's ending says; what is there already only when told so.
  func write(_ order: ReportOrder, to typed: String, replacing: Bool, for ui: UIState)
    -> FilingResult
  {
    let words = ui.words
    let path = TypedPath(typed, home: home).full
    guard let format = ReportPaper.Format(path: path) else {
      let endings = ReportPaper.Format.allCases.map { "." + $0.rawValue }
      return .failed(words.unknownEnding(path, known: endings))
    }
    do throws(Failure) {
      // A name that is taken is asked about before the work is done.
      let destination = try Destination(path, .given, isFile: true, words)
      if destination.isTaken, !replacing { return .taken }
      var report = report(order, in: ui.pipeline, words, by: ui.actor)
      let unsealed = order.question.kind.carriesSeal ? seal(&report, for: ui) : nil
      let paper = ReportPaper(
        report: report, format: format, withSources: order.hasSources,
        created: Int64(ui.today.number) * 86_400)
      try destination.write(paper.bytes(words))
      return .written(words.reportWritten(path) + (unsealed.map { "; " + $0 } ?? ""))
    } catch {
      let isNamed = error.message.contains(path)
      return .failed(isNamed ? error.message : words.cannotWrite(path, error.message))
    }
  }

  /// Writes a text into a file that is not there yet.
  func keep(_ text: String, at typed: String, _ words: Words) -> Notice {
    let path = TypedPath(typed, home: home).full
    do throws(Failure) {
      let destination = try Destination(path, .given, isFile: true, words)
      if destination.isTaken { return Notice(words.textFileTaken(path), tone: .bad) }
      try destination.write(text + "\n")
      return Notice(words.textKept(path), tone: .good)
    } catch {
      let isNamed = error.message.contains(path)
      return Notice(isNamed ? error.message : words.cannotWrite(path, error.message), tone: .bad)
    }
  }

  /// Puts a seal of the journal into a report's foot; says why when there is none.
  private func seal(_ report: inout Report, for ui: UIState) -> String? {
    do throws(StoreError) {
      let outcome = try StoreSeal.make(of: records, upTo: ui.pipeline.version)
      if case .made(let seal) = outcome { report.carry(seal, in: ui.words) }
      return nil
    } catch {
      return ui.words.noSealOnReport(ui.words.store(error, pipeline: ui.pipeline))
    }
  }
}
