internal import ArgumentParser
internal import Canvas
internal import Settings
internal import Wording

/// The subcommand `zhaoshang theme list|check|preview|path`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: Help.words.about(.theme),
    subcommands: [
      ThemeListCommand.self, ThemeCheckCommand.self, ThemePreviewCommand.self,
      ThemePathCommand.self,
    ], defaultSubcommand: ThemeListCommand.self)
}

/// The subcommand `zhaoshang theme list`.
struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .themeList)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let chosen = workplace.configuration.theme
    try Output.result(
      workplace.themes.names.map { ($0 == chosen ? "* " : "  ") + $0 }.joined(separator: "\n"))
  }
}

/// The subcommand `zhaoshang theme check [NAME]`.
struct ThemeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration("check", .themeCheck)

  @Argument(help: .of(.themeName)) var theme: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let words = workplace.words
    let loaded = workplace.themes.load(theme ?? workplace.configuration.theme)
    for finding in ThemeCheck(loaded.theme).findings {
      try Output.result(words.finding(finding))
    }
    guard let first = loaded.warnings.first else { return }
    for warning in loaded.warnings.dropFirst() { Output.say(words.settings(warning)) }
    throw Failure(.badConfiguration, words.settings(first))
  }
}

/// The subcommand `zhaoshang theme preview [NAME]`.
struct ThemePreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration("preview", .themePreview)

  @Argument(help: .of(.themeName)) var theme: String?
  @OptionGroup var appearance: AppearanceOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    let theme = try workplace.theme(theme ?? workplace.configuration.theme)
    let paint = Paint(
      depth: Surroundings.colourDepth(try appearance.wish.colour(workplace)))
    let width = Role.allCases.map(\.themeKey.count).max() ?? 0
    let lines = Role.allCases.map { role in
      TextWidth.padded(role.themeKey, to: width) + "  "
        + paint.painted(" 招商 Aa 123 ", as: role, of: theme)
    }
    try Output.document(lines.joined(separator: "\n"))
  }
}

/// The subcommand `zhaoshang theme path`.
struct ThemePathCommand: ParsableCommand {
  static let configuration = CommandConfiguration("path", .themePath)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace()
    try Output.result(workplace.themes.folders.joined(separator: "\n"))
  }
}

extension Workplace {
  var themes: ThemeLibrary { ThemeLibrary(folders: paths?.themeFolders ?? []) }

  /// A theme that was asked for; what is wrong in its file is said, a theme that is not there refused.
  func theme(_ name: String) throws(Failure) -> Theme {
    let loaded = themes.load(name)
    if loaded.file == nil, let warning = loaded.warnings.first {
      throw Failure(.badConfiguration, words.settings(warning))
    }
    for warning in loaded.warnings { Output.say(words.settings(warning)) }
    return loaded.theme
  }
}
