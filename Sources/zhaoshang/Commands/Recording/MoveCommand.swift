internal import ArgumentParser
internal import Pipeline
internal import Wording

/// The subcommand `zhaoshang move ID STAGE`.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("move", .move)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Argument(help: .of(.stage), completion: .codes(of: Stage.self)) var stage: String
  @Option(help: .of(.on, "date")) var on: String?
  @Option(help: .of(.reason)) var reason: String?
  @Flag(help: .of(.toTop)) var toTop = false
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .move(
        try workplace.project(project, in: pipeline),
        MoveOrder(
          to: try workplace.stage(stage), on: try workplace.date(on), reason: reason,
          isToTop: toTop))
    }
  }
}
