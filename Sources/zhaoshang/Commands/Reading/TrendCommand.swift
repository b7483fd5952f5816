internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration("trend", .trend)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.trendBy), completion: .words(of: TrendStep.self)) var by: String?
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @Flag(help: .of(.drill)) var drill = false
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let step: TrendStep =
      try by.map { text throws(Failure) in try workplace.choice(text, "--by") } ?? .month
    let period = try workplace.period(from: from, to: to)
    let pipeline = try workplace.read()
    let filter = try workplace.filter(filter, scope: .everything, in: pipeline)
    let question = TrendQuestion(at: workplace.moment(of: pipeline), by: step, in: period)
    let answer = TrendAnswer(
      trend: pipeline.trend(question, passing: filter), filter: filter)
    let lines = answer.lines(in: workplace.words, pipeline)
    if table.read.json || table.csv {
      try table.show(drill ? lines : answer.sheet(in: workplace.words), json: answer.json)
    } else {
      let text = answer.text(in: workplace.words, columns: Surroundings.columns)
      try Output.result(
        drill ? text + "\n\n" + lines.text(columns: Surroundings.columns) : text)
    }
  }
}
