internal import ArgumentParser
internal import BoardUI
internal import JSON
internal import Settings
internal import Wording

/// The subcommand `zhaoshang config show|init|path`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: Help.words.about(.config),
    subcommands: [ConfigShowCommand.self, ConfigInitCommand.self, ConfigPathCommand.self],
    defaultSubcommand: ConfigShowCommand.self)
}

/// The subcommand `zhaoshang config show`.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .configShow)

  @Flag(help: .of(.json)) var json = false
  @OptionGroup var appearance: AppearanceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    let settings = try workplace.settings(global, appearance.wish)
    if json {
      try Output.document(JSONText(.array(settings.map(\.json))).text)
    } else {
      let table = Table(
        [.text(words.heading(.key)), .text(words.heading(.value)), .text(words.heading(.origin))],
        rows: settings.map { [$0.key, $0.value, $0.origin.text(words)] })
      try Output.result(table.text(columns: Surroundings.columns))
    }
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

/// The subcommand `zhaoshang config init`.
struct ConfigInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration("init", .configInit)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    guard let path = workplace.paths?.configurationFile else {
      throw Failure(.badConfiguration, words.noPlaceForStore(Workplace.storeVariable))
    }
    let keys = ActionTable.rows.map { row in
      Words.ConfigurableKeys(
        action: row.action.settingName, keys: row.keys.map(Keymap.name),
        title: words.say(row.zh, row.en))
    }
    try SettingsFolder.create(
      words.configurationFile(themes: workplace.themes.names, keys: keys), at: path, words)
    try Output.outcome(path, words)
  }
}
