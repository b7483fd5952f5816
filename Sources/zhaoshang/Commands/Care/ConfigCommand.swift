internal import ArgumentParser
internal import Canvas
internal import Pipeline
internal import Settings
internal import Wording

/// The subcommand `zhaoshang config show|path`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: Help.words.about(.config),
    subcommands: [ConfigShowCommand.self, ConfigPathCommand.self],
    defaultSubcommand: ConfigShowCommand.self)
}

/// The subcommand `zhaoshang config show`.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .configShow)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let configuration = workplace.configuration
    let words = workplace.words
    let stale = configuration.staleDays
    let table = Table(
      [.text(words.heading(.key)), .text(words.heading(.value))],
      rows: [
        ["language", words.language.code], ["theme", configuration.theme],
        ["colour", configuration.colour.rawValue], ["mouse", "\(configuration.mouse)"],
        ["user.name", workplace.account.name], ["store", workplace.storePath ?? ""],
        ["stale.contact", "\(stale.contact)"], ["stale.visit", "\(stale.visit)"],
        ["stale.return-visit", "\(stale.returnVisit)"], ["stale.intent", "\(stale.intent)"],
        ["stale.approval", "\(stale.approval)"], ["import.map", configuration.importMap ?? ""],
      ])
    try Output.result(table.text(columns: Surroundings.columns))
    guard let first = workplace.configurationProblems.first else { return }
    for problem in workplace.configurationProblems.dropFirst() {
      Output.say(words.settings(problem))
    }
    throw Failure(.badConfiguration, words.settings(first))
  }
}

/// The subcommand `zhaoshang config path`.
struct ConfigPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration("path", .configPath)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    guard let paths = workplace.paths else {
      throw Failure(
        .badConfiguration, workplace.words.noPlaceForStore(Workplace.storeVariable))
    }
    try Output.result(paths.configurationFile)
  }
}
