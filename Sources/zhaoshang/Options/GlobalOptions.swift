internal import ArgumentParser
internal import Pipeline
internal import Storage
internal import Wording

/// What every subcommand takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: .of(.store, "path"), completion: .directory) var store: String?
  @Option(help: .of(.language, "zh|en"), completion: .list(["zh", "en"])) var lang: String?
  @Option(help: .of(.today, "date")) var today: String?

  func workplace(asOf: String? = nil) throws(Failure) -> Workplace {
    try Workplace(store: store, language: lang, today: today, asOf: asOf)
  }
}

/// What every subcommand takes that only looks.
struct ReadOptions: ParsableArguments {
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func workplace() throws(Failure) -> Workplace { try global.workplace(asOf: asOf) }
}

/// What every subcommand takes that prints a table.
struct TableOptions: ParsableArguments {
  @Flag(help: .of(.csv)) var csv = false
  @OptionGroup var read: ReadOptions

  func workplace() throws(Failure) -> Workplace {
    let workplace = try read.workplace()
    if csv && read.json {
      throw Failure(
        .wrongCommandLine, workplace.words.conflictingOptions("--csv", "--json"))
    }
    return workplace
  }

  /// Prints a table as it was asked for.
  func show(_ table: Table, json: @autoclosure () -> JSONText) throws(Failure) {
    if read.json {
      try Output.document(json().text)
    } else if csv {
      try Output.document(table.csv)
    } else {
      try Output.result(table.text(columns: Surroundings.columns))
    }
  }
}

/// What every subcommand takes that changes something.
struct WriteOptions: ParsableArguments {
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  /// Settles the command on the store as it is, has it decided and stored, and says what came of it.
  ///
  /// - Parameter settle: Turns what was typed into a command; it may look projects up.
  func save(
    _ settle: (Workplace, Pipeline) throws(Failure) -> Command
  ) throws(Failure) {
    let workplace = try global.workplace()
    let store = try workplace.openForWriting()
    let command = try settle(workplace, store.pipeline)
    try report(try workplace.commit(command, to: store), workplace)
  }

  func report(_ saved: Saved, _ workplace: Workplace) throws(Failure) {
    try saved.tell(asJSON: json, in: workplace.words)
  }
}
