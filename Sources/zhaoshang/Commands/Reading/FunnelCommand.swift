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
  @OptionGroup var saved: ViewOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let answer = try answer(workplace)
    if table.read.json || table.csv {
      try table.show(
        answer.table(in: workplace.words, withAmounts: amount), json: answer.json)
    } else {
      try Output.result(
        answer.text(
          in: workplace.words, withAmounts: amount, columns: Surroundings.columns))
    }
  }

  private func answer(_ workplace: Workplace) throws(Failure) -> FunnelAnswer {
    let view = try saved.chosen(workplace)
    let method: FunnelMethod =
      try self.method.map { text throws(Failure) in
        try workplace.choice(text, "--method")
      } ?? view?.method ?? .step
    let grouping: FunnelGrouping? =
      try by.map { text throws(Failure) in
        try workplace.choice(text, "--by")
      } ?? view?.grouping
    let dwell: DwellRule =
      try self.dwell.map { text throws(Failure) in
        try workplace.choice(text, "--dwell")
      } ?? .visit
    let period = try workplace.period(from: from, to: to)
    let filter = try workplace.filter(view.narrowed(by: filter), scope: .everything)
    let isCohort = from != nil || to != nil
    let question = FunnelQuestion(
      asOf: workplace.day,
      cohort: isCohort ? FunnelQuestion.Cohort(in: period) : nil,
      flow: isCohort ? period : nil, dwell: dwell)
    let pipeline = try workplace.read()
    return FunnelAnswer(
      method: method, cohort: isCohort ? period : nil,
      funnel: pipeline.funnel(question, passing: filter), grouping: grouping,
      rows: grouping.map { pipeline.funnels(by: $0, question, passing: filter) } ?? [])
  }
}
