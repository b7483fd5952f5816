internal import ArgumentParser
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang timeline [ID]`.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration("timeline", .timeline)

  @Argument(help: .of(.project), completion: .projects) var project: String?
  @Option(help: .of(.from, "date")) var from: String?
  @Option(help: .of(.to, "date")) var to: String?
  @OptionGroup var table: TableOptions

  func run() throws {
    let workplace = try table.workplace()
    let pipeline = try workplace.read()
    let id = try project.map { text throws(Failure) in
      try workplace.project(text, in: pipeline)
    }
    let path = pipeline.path(
      PathQuestion(
        at: workplace.moment(of: pipeline), period: try workplace.period(from: from, to: to),
        project: id))
    try table.show(
      workplace.words.table(of: path, pipeline, showsProjects: id == nil),
      json: .init(.array(path.map(\.json))))
    if path.isEmpty, !table.read.json, !table.csv { Output.say(workplace.words.noHistory) }
  }
}
