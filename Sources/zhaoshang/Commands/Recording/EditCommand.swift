internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang edit ID FIELD=VALUE …`.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration("edit", .edit)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.fields, "field=value")) var fields: [String] = []
  @Option(help: .of(.expect, "field=value")) var expect: [String] = []
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      if fields.isEmpty {
        throw Failure(.wrongCommandLine, workplace.words.nothingToEdit)
      }
      let id = try workplace.project(project, in: pipeline)
      let assignments = try workplace.assignments(fields)
      let edit = Command.edit(
        id,
        workplace.edits(
          assignments, expecting: try workplace.assignments(expect), of: id, in: pipeline))
      let notes = assignments.compactMap(\.remark).map {
        Command.note(id, text: $0, on: .day(workplace.today))
      }
      return notes.isEmpty ? edit : .together([edit] + notes)
    }
  }
}
