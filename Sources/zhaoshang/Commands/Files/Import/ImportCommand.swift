internal import ArgumentParser
internal import Exchange
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording
internal import Workbook

/// The subcommand `zhaoshang import FILE`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("import", .importing)

  @Argument(help: .of(.file), completion: .file(extensions: ["json", "csv", "xlsx"]))
  var file: String
  @Option(help: .of(.format), completion: .words(of: Format.self)) var format: String?
  @Option(help: .of(.profile), completion: .words(of: LedgerProfile.self)) var profile: String?
  @Option(help: .of(.encoding), completion: .words(of: TextEncoding.self)) var encoding: String?
  @Option(name: .customLong("map"), help: .of(.columnMap), completion: .file())
  var columnMap: String?
  @Option(help: .of(.saveMap), completion: .file()) var saveMap: String?
  @Option(help: .of(.skipBad), completion: .file()) var skipBad: String?
  @Flag(help: .of(.force)) var force = false
  @OptionGroup var answers: ImportAnswerOptions
  @Flag(help: .of(.dryRun)) var dryRun = false
  @Flag(help: .of(.explain)) var explain = false
  @Flag(help: .of(.again)) var again = false
  @OptionGroup var write: WriteOptions

  enum Format: String, CaseIterable { case json, csv, xlsx }

  func run() throws {
    let workplace = try write.global.workplace()
    var ledger = try read(workplace)
    if ledger != nil { try takeLedger(&ledger, workplace) }
  }

  /// The ledger that the file is; nil for an exchange file, which is taken in at once.
  ///
  /// Nothing of what it was read from is held when this returns.
  private func read(_ workplace: Workplace) throws -> LedgerImport? {
    let bytes = try Documents.read(file, workplace.words)
    var reader = LedgerFileReader(file, workplace, workplace.words)
    (reader.sheet, reader.encoding) = (answers.sheet, encoding)
    (reader.profile, reader.columnMap) = (profile, columnMap)
    let source: LedgerSource
    switch try kind(of: bytes, workplace) {
    case .json:
      guard let program = reader.program(bytes) else {
        try takeExchange(bytes, workplace)
        return nil
      }
      source = program
    case .csv: source = try reader.text(bytes)
    case .xlsx: source = try reader.workbook(bytes)
    }
    for finding in reader.findings { Output.say("\(file): " + finding) }
    return try reader.ledger(source)
  }

  /// What the file begins with, else its name; the option has to agree with what is in it.
  private func kind(of bytes: [UInt8], _ workplace: Workplace) throws(Failure) -> Format {
    let asked: Format? = try format.map { text throws(Failure) in
      try workplace.choice(text, "--format")
    }
    let found = LedgerFileReader.kind(of: bytes)
    if let asked, let found, asked != found {
      throw Failure(
        .badInputFile,
        workplace.words.contentDisagrees(
          file, is: found.rawValue.uppercased(), not: asked.rawValue.uppercased()))
    }
    return asked ?? found ?? Documents.ending(of: file).flatMap { Format(rawValue: $0) }
      ?? (bytes.allSatisfy({ " \t\r\n".utf8.contains($0) }) ? .json : .csv)
  }

  /// How many of the places that this version does not know are named.
  private static let toldPaths = 20

  private func takeExchange(_ bytes: [UInt8], _ workplace: Workplace) throws(Failure) {
    let words = workplace.words
    for (option, value) in [
      ("--profile", profile), ("--encoding", encoding), ("--skip-bad", skipBad),
      ("--map", columnMap), ("--save-map", saveMap),
    ] where value != nil {
      throw Failure(.wrongCommandLine, words.conflictingOptions(option, "JSON"))
    }
    if let option = answers.given.first {
      throw Failure(.wrongCommandLine, words.conflictingOptions(option, "JSON"))
    }
    let progress = Progress(.importing, words)
    // Reading is two fifths of the work; deciding and writing are told at their end.
    let exchange = try workplace.exchangeFile(bytes, named: file) {
      progress.goOn(to: $0, of: bytes.count * 5 / 2)
    }
    let unheld = exchange.unheld
    for path in unheld.prefix(ImportCommand.toldPaths) {
      Output.say("\(file): " + words.notHeld(path.description))
    }
    if unheld.count > ImportCommand.toldPaths {
      Output.say("\(file): " + words.notHeld(more: unheld.count - ImportCommand.toldPaths))
    }
    let intake = exchange.intake
    let (projects, activities, milestones) = (
      intake.projects.count, intake.activities.count, intake.milestones.count
    )
    if dryRun {
      let pipeline = try workplace.read()
      let present = intake.present(in: pipeline)
      if !present.isEmpty {
        Output.say("\(file): " + words.alreadyThere(present, in: pipeline))
      }
      do throws(Refusal) {
        _ = try pipeline.decide(.take(intake), today: workplace.today)
      } catch {
        throw Failure(
          .badInputFile, "\(file): " + words.exchange(exchange.error(for: error)))
      }
      if write.json {
        return try Output.document(
          JSONText([
            "dry_run": true, "projects": .integer(projects), "activities": .integer(activities),
            "milestones": .integer(milestones),
          ]).text)
      }
      return try Output.result(
        words.wouldImport(projects: projects, activities: activities, milestones: milestones))
    }
    let store = try workplace.openForWriting()
    if !again { try ask(intake.present(in: store.pipeline), in: store.pipeline, workplace) }
    let saved = try workplace.commit(taking: exchange, named: file, to: store, progress)
    try saved.tell(
      words.imported(projects: projects, activities: activities, milestones: milestones),
      asJSON: write.json, in: words)
  }
}

extension ImportCommand {
  /// Asks whether projects that are there already are to come a second time; without a terminal an
  /// option has to say so.
  private func ask(_ present: [ProjectID], in pipeline: Pipeline, _ workplace: Workplace)
    throws(Failure)
  {
    if present.isEmpty { return }
    let words = workplace.words
    Output.say("\(file): " + words.alreadyThere(present, in: pipeline))
    let isMeant =
      Surroundings.isInputTerminal && file != "-" && Question.isAnsweredYes(words.importAgain)
    if !isMeant { throw Failure(.badInputFile, words.importAgainWants("--again")) }
  }
}

extension Workplace {
  /// An exchange file's contents; what is wrong with them is said with the file's name.
  func exchangeFile(
    _ bytes: [UInt8], named name: String, advance: @escaping (Int) -> Void = { _ in }
  ) throws(Failure) -> ExchangeFile {
    do {
      return try ExchangeFile(bytes, advance: advance)
    } catch {
      throw Failure(.badInputFile, "\(name): " + words.exchange(error))
    }
  }

  /// Takes an exchange file into the store as one step; a refusal names its place in the file.
  ///
  /// - Parameter progress: Asked for the last time, before anything is written, whether to go on.
  func commit(
    taking file: ExchangeFile, named name: String, to store: any EventStore,
    _ progress: Progress? = nil
  ) throws(Failure) -> Saved {
    do throws(StoreError) {
      let today = today
      let commit = try store.commit { pipeline throws(Refusal) in
        let events = try pipeline.decide(.take(file.intake), today: today)
        progress?.beginWriting()
        return events
      }
      progress?.settle()
      store.useQuiet()
      return Saved(events: commit.events, pipeline: store.pipeline)
    } catch {
      if let refusal = error.refusal {
        throw Failure(.badInputFile, "\(name): " + words.exchange(file.error(for: refusal)))
      }
      throw failure(error)
    }
  }
}
