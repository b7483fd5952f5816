internal import ArgumentParser
internal import Pipeline
internal import Wording

// One subcommand for each change of status; the stage stays.

/// The subcommand `zhaoshang hold ID --review DATE --reason TEXT`.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration("hold", .hold)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.review, "date")) var review: String
  @Option(help: .of(.reason)) var reason: String
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .hold(
        try workplace.project(project, in: pipeline), review: try workplace.day(review),
        reason: reason, on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang resume ID`.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration("resume", .resume)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .resume(try workplace.project(project, in: pipeline), on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang lose ID --reason CODE`.
struct LoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration("lose", .lose)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.lossReason, "code"), completion: .codes(of: LossReason.self))
  var reason: String
  @Option(help: .of(.toPlace)) var toPlace: String?
  @Option(help: .of(.note)) var note: String?
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .lose(
        try workplace.project(project, in: pipeline),
        try workplace.known(reason, as: .reason), place: toPlace, note: note,
        on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang withdraw ID --reason TEXT`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration("withdraw", .withdraw)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.reason)) var reason: String
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .withdraw(
        try workplace.project(project, in: pipeline), reason: reason,
        on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang archive ID --reason TEXT`.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("archive", .archive)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.reason)) var reason: String
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .archive(
        try workplace.project(project, in: pipeline), reason: reason,
        on: try workplace.date(on))
    }
  }
}

/// The subcommand `zhaoshang reopen ID`.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration("reopen", .reopen)

  @Argument(help: .of(.project), completion: .projects) var project: String
  @Option(help: .of(.reason)) var reason: String?
  @Option(help: .of(.on, "date")) var on: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try write.save { workplace, pipeline throws(Failure) in
      .reopen(
        try workplace.project(project, in: pipeline), reason: reason,
        on: try workplace.date(on))
    }
  }
}
