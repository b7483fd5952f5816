internal import ArgumentParser
internal import Canvas
internal import Wording

/// The subcommand `zhaoshang`, or `zhaoshang board`.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration("board", .board)

  // An option, because an argument here would take a mistyped subcommand for a filter.
  @Option(help: .of(.filter)) var filter: String?
  @OptionGroup var saved: ViewOptions
  @OptionGroup var appearance: AppearanceOptions
  @Option(help: .of(.script, "file"), completion: .file()) var script: String?
  @Option(help: .of(.size, "80x24")) var size: String = BoardCall.standardSize
  @Flag(help: .of(.plainBoard)) var plain = false
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try BoardCall(
      filter: filter, view: saved.view, appearance: appearance.wish, script: script, plain: plain,
      size: size,
      asOf: asOf, store: global.store, language: global.lang, today: global.today
    ).run()
  }
}

/// What the screen looks like.
struct AppearanceOptions: ParsableArguments {
  @Option(help: .of(.theme, "name")) var theme: String?
  @Option(
    name: [.long, .customLong("color")], help: .of(.colour, "when"),
    completion: .words(of: ColourChoice.self))
  var colour: String?

  var wish: AppearanceWish { AppearanceWish(theme: theme, colour: colour) }
}
