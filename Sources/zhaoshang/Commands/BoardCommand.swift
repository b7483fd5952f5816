internal import ArgumentParser
internal import Canvas
internal import Insight
internal import Pipeline
internal import Settings
internal import Wording

/// The subcommand `zhaoshang`, or `zhaoshang board`.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration("board", .board)

  // An option, because an argument here would take a mistyped subcommand for a filter.
  @Option(help: .of(.filter)) var filter: String?
  @OptionGroup var appearance: AppearanceOptions
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let passing = try workplace.filter([filter ?? ""], scope: .open)
    try appearance.check(workplace)
    if BoardSession.isPossible {
      try BoardSession.run(
        workplace, filter: filter ?? "", appearance: appearance,
        clock: global.clock(on: workplace))
    } else {
      try Output.result(workplace.words.board(try workplace.read(), workplace, passing: passing))
    }
  }
}

/// What the screen looks like.
struct AppearanceOptions: ParsableArguments {
  @Option(help: .of(.theme, "name")) var theme: String?
  @Option(
    name: [.long, .customLong("color")], help: .of(.colour, "when"),
    completion: .words(of: ColourChoice.self))
  var colour: String?

  /// What was asked for, else what is configured.
  func colour(_ workplace: Workplace) throws(Failure) -> ColourChoice {
    try colour.map { text throws(Failure) in try workplace.choice(text, "--colour") }
      ?? workplace.configuration.colour
  }

  /// The theme asked for, else the environment's, else the configured one.
  func themeName(_ workplace: Workplace) -> String {
    theme ?? Surroundings.variable("ZHAOSHANG_THEME") ?? workplace.configuration.theme
  }

  /// Refuses a theme or a colour that was asked for by name and is not there.
  func check(_ workplace: Workplace) throws(Failure) {
    _ = try colour(workplace)
    if let theme { _ = try workplace.theme(theme) }
  }
}
