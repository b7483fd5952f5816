internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang edit ID FIELD=VALUE …`.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration("edit", .edit)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.fields, "field=value")) var fields: [String] = []
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      if fields.isEmpty {
        throw Failure(.wrongCommandLine, workplace.words.nothingToEdit)
      }
      let edits = try workplace.assignments(fields).map { FieldEdit($0.field, to: $0.value) }
      return .edit(try workplace.project(project, in: pipeline), edits)
    }
  }
}
