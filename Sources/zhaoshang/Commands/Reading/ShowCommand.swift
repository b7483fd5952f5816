internal import ArgumentParser
internal import Insight
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang show ID`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .show)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @OptionGroup var read: ReadOptions

  func run() throws {
    let workplace = try read.workplace()
    let pipeline = try workplace.read()
    let id = try workplace.project(project, in: pipeline)
    let moment = workplace.moment(of: pipeline)
    guard let project = pipeline[id], let row = pipeline.row(of: project, at: moment)
    else {
      throw Failure(.refused, workplace.words.notBegun(id, on: workplace.day))
    }
    let sheet = ProjectSheet(row: row, pipeline: pipeline, moment: moment)
    if read.json {
      try Output.document(sheet.json.text)
    } else {
      try Output.result(sheet.text(in: workplace.words, columns: Surroundings.columns))
    }
  }
}
