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
  @OptionGroup var saved: ViewOptions
  @OptionGroup var appearance: AppearanceOptions
  @Option(help: .of(.script, "file"), completion: .file()) var script: String?
  @Option(help: .of(.size, "80x24")) var size: String = "80x24"
  @Option(help: .of(.asOf, "date")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let workplace = try global.workplace(asOf: asOf)
    let view = try saved.chosen(workplace)
    let passing = try workplace.filter(view.narrowed(by: [filter ?? ""]), scope: .open)
    try appearance.check(workplace)
    if let script {
      try Output.result(try play(script, on: workplace))
    } else if BoardSession.isPossible {
      try BoardSession.run(
        workplace, filter: filter ?? "", view: saved.view, appearance: appearance,
        clock: global.clock(on: workplace))
    } else {
      try Output.result(workplace.words.board(try workplace.read(), workplace, passing: passing))
    }
  }
}

extension BoardCommand {
  /// The frames a script prints, one after the other.
  private func play(_ file: String, on workplace: Workplace) throws(Failure) -> String {
    let words = workplace.words
    guard let size = BoardScript.size(size) else {
      throw Failure(.wrongCommandLine, words.notASize(size))
    }
    let text = String(decoding: try Documents.read(file, words), as: UTF8.self)
    let script: BoardScript
    do { script = try BoardScript(text) } catch {
      throw Failure(
        .badInputFile, words.badScriptLine(file: file, line: error.line, text: error.text))
    }
    return try BoardSession.play(
      script, on: workplace, filter: filter ?? "", view: saved.view, appearance: appearance,
      size: size
    ).joined(separator: "\n\n")
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
