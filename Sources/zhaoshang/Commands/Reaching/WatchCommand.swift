internal import ArgumentParser
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang watch [--after N]`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration("watch", .watch)

  @Option(help: .of(.afterSequence, "number")) var after: UInt64?
  @Flag(help: .of(.json)) var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let store = try workplace.openForReading()
    let last = store.pipeline.version.number
    if let after, after > last {
      throw Failure(
        .refused, workplace.words.watchBeyond(SequenceNumber(after), last: store.pipeline.version))
    }
    var teller = EventTeller(store, after: SequenceNumber(after ?? last), asJSON: json, workplace)
    try teller.tellAll()
    var news = try StoreWait(store, workplace)
    while true {
      // Before the first wait: what came since the store was read is not waited for again.
      try teller.catchUp()
      try news.wait()
    }
  }
}

/// Prints events as they are stored, each once.
struct EventTeller {
  private let store: any EventStore
  private let isJSON: Bool
  private let workplace: Workplace
  private var last: SequenceNumber
  private var marks = EventMarks()
  private var astray = AstrayNotice()

  init(
    _ store: any EventStore, after last: SequenceNumber, asJSON isJSON: Bool, _ workplace: Workplace
  ) {
    self.store = store
    self.last = last
    if last == store.pipeline.version, let marks = try? EventMarks(of: store) { self.marks = marks }
    self.isJSON = isJSON
    self.workplace = workplace
  }

  /// Prints what is stored already and was not printed.
  mutating func tellAll() throws {
    while last < store.pipeline.version {
      let page: [RecordedEvent]
      do { page = try store.events(after: last, limit: 1000) } catch {
        throw workplace.failure(error)
      }
      guard let end = page.last?.sequence else { return }
      try tell(page)
      last = end
      if let event = page.last { marks.add(event) }
    }
  }

  mutating func catchUp() throws {
    let before = last
    do throws(StoreError) {
      if try store.catchUp().startsOver || store.pipeline.version < before {
        last = try marks.place(after: before, in: store)
      }
    } catch {
      throw workplace.failure(error)
    }
    // What was told has never been saved, or the store is from a backup: numbers are given again.
    if last < before { Output.say(workplace.words.changesGone(after: last, upTo: before)) }
    if let news = astray.news(of: store, workplace.words) { Output.say(news) }
    try tellAll()
  }

  private func tell(_ events: [RecordedEvent]) throws(Failure) {
    let words = workplace.words
    if isJSON {
      return try Output.document(events.flatMap { $0.line(in: words, store.pipeline) })
    }
    try Output.result(
      events.map { recorded in
        "\(recorded.sequence)  \(Surroundings.localTime(recorded.recordedAt))  "
          + words.signature(of: recorded.by, account: Surroundings.accountName(recorded.by.uid))
          + "  " + words.event(recorded.event, pipeline: store.pipeline) + "\n"
      }.joined())
  }
}
