internal import ArgumentParser
internal import JSON
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang history [ID]`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration("history", .history)

  @Argument(help: .of(.project), completion: .projects) var project: String?
  @Option(name: .shortAndLong, help: .of(.limit)) var limit = 50
  @Flag(help: .of(.json)) var json = false
  @Flag(help: .of(.csv)) var csv = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    if json, csv {
      throw Failure(
        .wrongCommandLine, workplace.words.conflictingOptions("--csv", "--json"))
    }
    if limit < 1 { throw Failure(.wrongCommandLine, workplace.words.tooFew("--limit", 1)) }
    let store = try workplace.openForReading()
    let pipeline = store.pipeline
    let id = try project.map { text throws(Failure) in
      try workplace.project(text, in: pipeline)
    }
    let events = try workplace.lastEvents(of: id, limit: limit, in: store)
    if json {
      try Output.document(
        JSONText(.array(events.map { $0.json(in: workplace.words, pipeline) })).text)
    } else if csv {
      try Output.document(workplace.words.table(of: events, pipeline).csv)
    } else {
      try Output.result(
        workplace.words.table(of: events, pipeline).text(columns: Surroundings.columns))
      if events.isEmpty { Output.say(workplace.words.noHistory) }
    }
  }
}

extension Words {
  /// Who changed what, newest first.
  fileprivate func table(of events: [RecordedEvent], _ pipeline: Pipeline) -> Table {
    let accounts = events.accounts
    return Table(
      [
        .number(heading(.order)), .text(heading(.when)), .text(heading(.who)),
        .text(heading(.change), isFlexible: true),
      ],
      rows: events.map { recorded in
        [
          recorded.sequence.description, Surroundings.localTime(recorded.recordedAt),
          signature(of: recorded.by, account: accounts[recorded.by.uid]),
          event(recorded.event, pipeline: pipeline),
        ]
      }
    ).with(
      sheet: [
        heading(.order), heading(.when), heading(.who), projectNumberHeading, heading(.change),
      ],
      events.map { recorded in
        [
          recorded.sequence.description, Surroundings.localTime(recorded.recordedAt),
          signature(of: recorded.by, account: accounts[recorded.by.uid]),
          numberAndName(of: recorded.event.projects, in: pipeline)[0],
          event(recorded.event, pipeline: pipeline),
        ]
      })
  }
}

extension Sequence<RecordedEvent> {
  /// What the accounts that wrote them are called on this machine.
  ///
  /// - Complexity: O(events), and a question to the system for each account.
  var accounts: [UInt32: String] {
    reduce(into: [:]) { names, recorded in
      let uid = recorded.by.uid
      if names[uid] == nil { names[uid] = Surroundings.accountName(uid) }
    }
  }
}
