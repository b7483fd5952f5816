internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang count`.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration("count", .count)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @Option(help: .of(.by), completion: .words(of: CounterGrouping.self)) var by: String?
  @Option(help: .of(.rule), completion: .words(of: CountingRule.self)) var rule: String?
  @Option(help: .of(.credit), completion: .words(of: CreditRule.self)) var credit: String?
  @Flag(help: .of(.drill)) var drill = false
  @OptionGroup var saved: ViewOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let rule: CountingRule =
      try self.rule.map { text throws(Failure) in
        try workplace.choice(text, "--rule")
      } ?? .occurrences
    let grouping: CounterGrouping? = try by.map { text throws(Failure) in
      try workplace.choice(text, "--by")
    }
    if credit != nil, grouping != .lead, grouping != .person {
      throw Failure(
        .wrongCommandLine, workplace.words.optionNeeds("--credit", "--by lead|person"))
    }
    let credit: CreditRule =
      try self.credit.map { text throws(Failure) in
        try workplace.choice(text, "--credit")
      } ?? .full
    let filter = try saved.chosen(workplace).narrowed(by: filter)
    let period = try workplace.period(from: from, to: to)
    let pipeline = try workplace.read()
    let passing =
      filter.isEmpty ? nil : try workplace.filter(filter, scope: .everything, in: pipeline)
    let question = CounterQuestion(
      at: workplace.moment(of: pipeline), period: period, rule: rule, credit: credit,
      filter: passing)
    let answer = CountAnswer(
      period: question.period, rule: rule, credit: credit, asOf: workplace.day,
      filter: passing, counters: pipeline.counters(question),
      grouping: grouping, rows: grouping.map { pipeline.counters(by: $0, question) } ?? [])
    let lines = answer.lines(in: workplace.words, pipeline)
    if !table.read.json, !table.csv {
      let pages =
        [
          answer.table(in: workplace.words).text(columns: Surroundings.columns) + "\n"
            + answer.note(in: workplace.words)
        ] + (drill ? [lines.text(columns: Surroundings.columns)] : [])
      try Output.result(pages.joined(separator: "\n\n"))
    } else {
      try table.show(
        drill ? lines : answer.sheet(in: workplace.words), json: answer.json)
    }
  }
}
