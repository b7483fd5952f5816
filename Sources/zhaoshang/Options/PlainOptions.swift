// The groups of options that several subcommands take, from a plain call.

extension GlobalOptions {
  static let plainNames = PlainArguments.Names(once: ["--store", "--lang", "--today"])

  init(_ plain: PlainArguments) {
    self.init()
    store = plain["--store"]
    lang = plain["--lang"]
    today = plain["--today"]
  }
}

extension ReadOptions {
  static let plainNames =
    PlainArguments.Names(once: ["--as-of"], flags: ["--json"]) + GlobalOptions.plainNames

  init(_ plain: PlainArguments) {
    self.init()
    asOf = plain["--as-of"]
    json = plain.has("--json")
    global = GlobalOptions(plain)
  }
}

extension TableOptions {
  static let plainNames = PlainArguments.Names(flags: ["--csv"]) + ReadOptions.plainNames

  init(_ plain: PlainArguments) {
    self.init()
    csv = plain.has("--csv")
    read = ReadOptions(plain)
  }
}

extension WriteOptions {
  static let plainNames = PlainArguments.Names(flags: ["--json"]) + GlobalOptions.plainNames

  init(_ plain: PlainArguments) {
    self.init()
    json = plain.has("--json")
    global = GlobalOptions(plain)
  }
}

extension ViewOptions {
  static let plainNames = PlainArguments.Names(once: ["--view"])

  init(_ plain: PlainArguments) {
    self.init()
    view = plain["--view"]
  }
}
