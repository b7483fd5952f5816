internal import ArgumentParser
internal import Bureau
internal import Exchange
internal import Glibc
internal import Insight
internal import Pipeline
internal import Storage
internal import Wording

/// The subcommand `zhaoshang demo [zouping|bureau]`.
///
/// The day is that of the example's last fact, so that ages and lateness mean something.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("demo", .demo)

  @Argument(help: .of(.example), completion: .words(of: Example.self)) var example: String?
  @Option(help: .of(.keep, "dir"), completion: .directory) var keep: String?
  @OptionGroup var appearance: AppearanceOptions
  @OptionGroup var global: GlobalOptions

  enum Example: String, CaseIterable {
    case zouping, bureau

    var lastDay: Day? {
      switch self {
      case .zouping: Day("\(ZoupingExample.lastDay)")
      case .bureau: Bureau.lastDay
      }
    }
  }

  func run() throws {
    let asked = try global.workplace()
    let example: Example =
      try self.example.map { word throws(Failure) in
        try asked.choice(word, "demo")
      } ?? .zouping
    let today = (global.today == nil ? example.lastDay : nil) ?? asked.today
    let folder = keep == nil ? try ThrowawayFolder("demo", isSmall: true, asked.words) : nil
    let path = keep ?? folder.map { $0.path + "/demo" } ?? ""
    // Whoever looks at the bureau is one of its handlers, so that "mine" is not empty.
    let handler = example == .bureau ? Bureau.handler : nil
    let workplace = asked.moved(toFolder: path, today: today, named: handler)
    try appearance.wish.check(workplace)
    try workplace.create(at: path)
    switch example {
    case .zouping: try workplace.takeExample()
    case .bureau: try workplace.makeBureau(at: path)
    }
    if BoardSession.isPossible {
      try BoardSession.run(
        workplace, filter: "", appearance: appearance.wish, clock: .fixed(on: workplace.today))
    } else {
      try Output.result(try text(workplace))
    }
    Output.say(workplace.words.otherDemo(isBureau: example == .bureau))
    if keep != nil { Output.say(workplace.words.demoKept(path)) }
    // The folder goes when nothing needs it any more.
    withExtendedLifetime(folder) {}
  }

  /// The board and the funnel.
  private func text(_ workplace: Workplace) throws(Failure) -> String {
    let pipeline = try workplace.read()
    let funnel = FunnelAnswer(
      method: .step, period: nil, isFlow: false, dwell: .visit, filter: nil,
      funnel: pipeline.funnel(
        FunnelQuestion(at: pipeline.moment(today: workplace.today, asOf: workplace.asOf)),
        passing: Filter(scope: .everything)),
      grouping: nil, rows: [])
    return workplace.words.board(pipeline, workplace, passing: Filter()) + "\n\n"
      + funnel.text(in: workplace.words, withAmounts: false, columns: Surroundings.columns)
  }
}

extension Workplace {
  /// Takes the example into the store.
  fileprivate func takeExample() throws(Failure) {
    let example = try exchangeFile(ZoupingExample.bytes, named: "zouping")
    _ = try commit(taking: example, named: "zouping", to: try openForWriting())
  }

  /// Has the bureau's people do what they did, each on its day and under the own name.
  ///
  /// What ``account`` did is its own to undo; the others have numbers that no account of a person has.
  fileprivate func makeBureau(at path: String) throws(Failure) {
    do throws(StoreError) {
      var journals: [String: Journal] = [:]
      var now: Int64 = 0
      for deed in Bureau().deeds {
        var journal = journals[deed.by]
        if journal == nil {
          let number = 4_000_000_000 + UInt32(journals.count)
          let actor = deed.by == account.name ? account : Actor(uid: number, name: deed.by)
          let dice = Dice()
          journal = try Journal(
            path: path,
            authorship: Authorship(
              actor: actor, host: Surroundings.host, now: { now }, random: { dice.next() }),
            disk: disk)
          journals[deed.by] = journal
        }
        // At ten in the morning in China.
        now = (Int64(deed.on.number) * 24 + 2) * 3_600_000
        _ = try journal?.commit { pipeline throws(Refusal) in
          try pipeline.decide(deed.command, today: deed.on)
        }
      }
      journals[account.name]?.useQuiet()
    } catch {
      throw failure(error)
    }
  }
}
