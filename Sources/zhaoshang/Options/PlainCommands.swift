internal import ArgumentParser

/// A subcommand that can be made of a plain call, without the parser.
///
/// Every option, flag and argument has to be set: a parser would have set them all.
protocol PlainCommand: ParsableCommand {
  static var plainNames: PlainArguments.Names { get }

  /// - Returns: Nil when the words are not as many as the subcommand takes, or one has to be judged.
  init?(_ plain: PlainArguments)
}

extension ListCommand: PlainCommand {
  static let plainNames =
    PlainArguments.Names(once: ["--sort"], flags: ["--all"])
    + ViewOptions.plainNames + TableOptions.plainNames

  init?(_ plain: PlainArguments) {
    self.init()
    filter = plain.words
    sort = plain["--sort"]
    all = plain.has("--all")
    saved = ViewOptions(plain)
    table = TableOptions(plain)
  }
}

extension SearchCommand: PlainCommand {
  static let plainNames = PlainArguments.Names(once: ["--sort"]) + TableOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard !plain.words.isEmpty else { return nil }
    self.init()
    text = plain.words
    sort = plain["--sort"]
    table = TableOptions(plain)
  }
}

extension ShowCommand: PlainCommand {
  static let plainNames = ReadOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard plain.words.count == 1 else { return nil }
    self.init()
    project = plain.words[0]
    read = ReadOptions(plain)
  }
}

extension FunnelCommand: PlainCommand {
  // Without --compare, which takes as many words as there are up to the next option.
  static let plainNames =
    PlainArguments.Names(
      once: ["--method", "--by", "--from", "--to", "--dwell"], flags: ["--amount", "--flow"])
    + ViewOptions.plainNames + TableOptions.plainNames

  init?(_ plain: PlainArguments) {
    self.init()
    filter = plain.words
    method = plain["--method"]
    by = plain["--by"]
    from = plain["--from"]
    to = plain["--to"]
    dwell = plain["--dwell"]
    amount = plain.has("--amount")
    flow = plain.has("--flow")
    compare = []
    saved = ViewOptions(plain)
    table = TableOptions(plain)
  }
}

extension AddCommand: PlainCommand {
  static let plainNames =
    PlainArguments.Names(
      once: [
        "--owner", "--amount", "--source", "--cluster", "--industry", "--kind", "--stage", "--on",
      ], again: ["--investor", "--lead", "--tag"]) + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard let first = plain.words.first else { return nil }
    self.init()
    name = first
    fields = Array(plain.words.dropFirst())
    investor = plain.all("--investor")
    lead = plain.all("--lead")
    owner = plain["--owner"]
    amount = plain["--amount"]
    source = plain["--source"]
    cluster = plain["--cluster"]
    industry = plain["--industry"]
    kind = plain["--kind"]
    tag = plain.all("--tag")
    stage = plain["--stage"]
    on = plain["--on"]
    write = WriteOptions(plain)
  }
}

extension EditCommand: PlainCommand {
  static let plainNames = PlainArguments.Names(again: ["--expect"]) + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard let first = plain.words.first else { return nil }
    self.init()
    project = first
    fields = Array(plain.words.dropFirst())
    expect = plain.all("--expect")
    write = WriteOptions(plain)
  }
}

extension MoveCommand: PlainCommand {
  static let plainNames =
    PlainArguments.Names(once: ["--on", "--reason"], flags: ["--to-top"])
    + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard plain.words.count == 2 else { return nil }
    self.init()
    project = plain.words[0]
    stage = plain.words[1]
    on = plain["--on"]
    reason = plain["--reason"]
    toTop = plain.has("--to-top")
    write = WriteOptions(plain)
  }
}

extension LogCommand: PlainCommand {
  // Without the options that take a number: whether it is one is for the parser to say.
  static let plainNames =
    PlainArguments.Names(
      once: [
        "--on", "--end", "--place", "--leader", "--title", "--outcome", "--outcome-text", "--trip",
        "--line", "--note",
      ], again: ["--also", "--site", "--lead", "--counterpart", "--team"])
    + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard plain.words.count == 2 else { return nil }
    self.init()
    project = plain.words[0]
    kind = plain.words[1]
    also = plain.all("--also")
    on = plain["--on"]
    end = plain["--end"]
    place = plain["--place"]
    site = plain.all("--site")
    lead = plain.all("--lead")
    counterpart = plain.all("--counterpart")
    leader = plain["--leader"]
    title = plain["--title"]
    team = plain.all("--team")
    times = 1
    headcount = nil
    days = nil
    outcome = plain["--outcome"]
    outcomeText = plain["--outcome-text"]
    trip = plain["--trip"]
    line = plain["--line"]
    note = plain["--note"]
    write = WriteOptions(plain)
  }
}

extension NoteCommand: PlainCommand {
  static let plainNames = PlainArguments.Names(once: ["--on"]) + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    guard plain.words.count == 2 else { return nil }
    self.init()
    project = plain.words[0]
    text = plain.words[1]
    on = plain["--on"]
    write = WriteOptions(plain)
  }
}

extension NextCommand: PlainCommand {
  static let plainNames =
    PlainArguments.Names(once: ["--due", "--who"], flags: ["--clear"]) + WriteOptions.plainNames

  init?(_ plain: PlainArguments) {
    // A step or none: which of both is missing, or too much, is for the parser to say.
    guard plain.words.count == (plain.has("--clear") ? 1 : 2) else { return nil }
    self.init()
    project = plain.words[0]
    text = plain.words.count == 2 ? plain.words[1] : nil
    due = plain["--due"]
    who = plain["--who"]
    clear = plain.has("--clear")
    write = WriteOptions(plain)
  }
}

extension UndoCommand: PlainCommand {
  static let plainNames = PlainArguments.Names(flags: ["--anybody"]) + WriteOptions.plainNames

  /// A number is for the parser to read.
  init?(_ plain: PlainArguments) {
    guard plain.words.isEmpty else { return nil }
    self.init()
    sequence = nil
    anybody = plain.has("--anybody")
    write = WriteOptions(plain)
  }
}
