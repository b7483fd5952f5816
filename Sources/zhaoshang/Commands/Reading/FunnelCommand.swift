internal import ArgumentParser
internal import BoardUI
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang funnel`.
struct FunnelCommand: ParsableCommand {
  static let configuration = CommandConfiguration("funnel", .funnel)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.method), completion: .words(of: FunnelMethod.self)) var method: String?
  @Option(help: .of(.by), completion: .words(of: FunnelGrouping.self)) var by: String?
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @Option(help: .of(.dwell), completion: .words(of: DwellRule.self)) var dwell: String?
  @Flag(help: .of(.withAmounts)) var amount = false
  @Flag(help: .of(.flow)) var flow = false
  @Option(parsing: .upToNextOption, help: .of(.compare)) var compare: [String] = []
  @OptionGroup var saved: ViewOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    if !compare.isEmpty {
      try show(try comparison(workplace), workplace)
      return
    }
    let answer = try answer(workplace)
    if table.read.json || table.csv {
      try table.show(answer.sheet(in: workplace.words), json: answer.json)
    } else {
      try Output.result(
        answer.text(
          in: workplace.words, withAmounts: amount, columns: Surroundings.columns))
    }
  }

  private func show(_ answer: ComparisonAnswer, _ workplace: Workplace) throws {
    if table.read.json || table.csv {
      try table.show(answer.sheet(in: workplace.words), json: answer.json)
    } else {
      try Output.result(answer.text(in: workplace.words, columns: Surroundings.columns))
    }
  }

  private func comparison(_ workplace: Workplace) throws(Failure) -> ComparisonAnswer {
    let other = [
      ("--by", by != nil), ("--from", from != nil), ("--to", to != nil), ("--flow", flow),
      ("--amount", amount),
    ].first { $0.1 }
    if let other {
      throw Failure(
        .wrongCommandLine, workplace.words.conflictingOptions("--compare", other.0))
    }
    let pipeline = try workplace.read()
    guard
      let subject = ComparisonSubject(
        spoken: compare, today: workplace.today, on: workplace.day, in: pipeline)
    else { throw Failure(.wrongCommandLine, workplace.words.cannotCompare) }
    let view = try saved.chosen(workplace)
    let filter = try workplace.filter(
      view.narrowed(by: filter), scope: .everything, in: pipeline)
    let question = FunnelQuestion(
      at: workplace.moment(of: pipeline), dwell: try dwellRule(workplace))
    return ComparisonAnswer(
      method: try countingMethod(workplace, view), filter: filter, asOf: workplace.day,
      comparison: pipeline.comparison(of: subject, question, passing: filter))
  }

  private func countingMethod(
    _ workplace: Workplace, _ view: SavedView?
  ) throws(Failure) -> FunnelMethod {
    try method.map { text throws(Failure) in try workplace.choice(text, "--method") }
      ?? view?.method ?? .step
  }

  private func dwellRule(_ workplace: Workplace) throws(Failure) -> DwellRule {
    try dwell.map { text throws(Failure) in try workplace.choice(text, "--dwell") } ?? .visit
  }

  private func answer(_ workplace: Workplace) throws(Failure) -> FunnelAnswer {
    let view = try saved.chosen(workplace)
    let grouping: FunnelGrouping? =
      try by.map { text throws(Failure) in
        try workplace.choice(text, "--by")
      } ?? view?.grouping
    let period = try workplace.period(from: from, to: to)
    let isPeriod = from != nil || to != nil
    let dwell = try dwellRule(workplace)
    let pipeline = try workplace.read()
    let filter = try workplace.filter(
      view.narrowed(by: filter), scope: .everything, in: pipeline)
    let question = FunnelQuestion(
      at: workplace.moment(of: pipeline),
      cohort: isPeriod && !flow ? FunnelQuestion.Cohort(in: period) : nil,
      flow: isPeriod ? period : nil, dwell: dwell)
    return FunnelAnswer(
      method: try countingMethod(workplace, view), period: isPeriod ? period : nil, isFlow: flow,
      dwell: question.dwell, filter: filter,
      funnel: pipeline.funnel(question, passing: filter), grouping: grouping,
      rows: grouping.map { pipeline.funnels(by: $0, question, passing: filter) } ?? [])
  }
}
