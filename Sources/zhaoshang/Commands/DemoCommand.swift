internal import ArgumentParser
internal import Exchange
internal import Glibc
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang demo`.
///
/// The day is that of the example's last fact, so that ages and lateness mean something.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("demo", .demo)

  @Option(help: .of(.keep, "dir"), completion: .directory) var keep: String?
  @OptionGroup var appearance: AppearanceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let asked = try global.workplace()
    let today = global.today == nil ? Day("\(ZoupingExample.lastDay)") : nil
    let folder = keep == nil ? try ThrowawayFolder("demo", asked.words) : nil
    let path = keep ?? folder.map { $0.path + "/demo" } ?? ""
    let workplace = asked.moved(toFolder: path, today: today ?? asked.today)
    try appearance.wish.check(workplace)
    try workplace.create(at: path)
    try workplace.takeExample()
    if BoardSession.isPossible {
      try BoardSession.run(
        workplace, filter: "", appearance: appearance.wish, clock: .fixed(on: workplace.today))
    } else {
      try Output.result(try text(workplace))
    }
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
}
