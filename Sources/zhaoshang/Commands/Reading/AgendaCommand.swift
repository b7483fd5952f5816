internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang agenda [FILTER …]`.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration("agenda", .agenda)

  @Argument(help: .of(.filter)) var filter: [String] = []
  @OptionGroup var saved: ViewOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let words = try saved.chosen(workplace).narrowed(by: filter)
    let pipeline = try workplace.read()
    let filter = try workplace.filter(words, scope: .open, in: pipeline)
    let narrowing = words.isEmpty ? nil : filter
    let moment = workplace.moment(of: pipeline)
    let sheet = AgendaSheet(
      day: workplace.day, agenda: pipeline.agenda(at: moment, passing: filter),
      pipeline: pipeline,
      alerts: pipeline.alerts(at: moment, passing: narrowing)
        .filter { $0.kind != .followUp })
    if table.read.json {
      try Output.document(sheet.json.text)
    } else if table.csv {
      try Output.document(sheet.sheet(in: workplace.words, words.joined(separator: " ")).csv)
    } else {
      try Output.result(sheet.text(in: workplace.words, columns: Surroundings.columns))
    }
  }
}
