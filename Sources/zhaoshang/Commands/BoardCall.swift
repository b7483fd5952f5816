internal import BoardUI
internal import Canvas
internal import Insight
internal import Pipeline
internal import Settings
internal import Storage
internal import Vocabulary
internal import Wording

/// One call of the board: what was asked for, whoever read it.
struct BoardCall {
  /// What a board without `--size` is drawn in when nothing says how large the window is.
  static let standardSize = "80x24"

  var filter: String?
  var view: String?
  var appearance = AppearanceWish()
  var script: String?
  /// Whether it is worked with line by line, without a screen.
  var plain = false
  var size = standardSize
  var asOf: String?
  var store: String?
  var language: String?
  var today: String?

  func run() throws {
    let workplace = try Workplace(store: store, language: language, today: today, asOf: asOf)
    let chosen = try workplace.view(view)
    try appearance.check(workplace)
    let asked = chosen.narrowed(by: [filter ?? ""])
    // What cannot be read is refused before the screen is taken.
    let unreadable = Filter.parse(asked.joined(separator: " ")).problems.first
    if let unreadable {
      throw Failure(.wrongCommandLine, workplace.words.filterProblem(unreadable))
    }
    if let script {
      try Output.result(try play(script, on: workplace))
    } else if plain {
      try BoardSession.talk(
        workplace, filter: filter ?? "", view: view, clock: clock(workplace),
        options: options(workplace))
    } else if BoardSession.isPossible {
      try BoardSession.run(
        workplace, filter: filter ?? "", view: view, appearance: appearance,
        clock: clock(workplace))
    } else {
      let pipeline = try workplace.read()
      let passing = try workplace.filter(asked, scope: .open, in: pipeline)
      try Output.result(workplace.words.board(pipeline, workplace, passing: passing))
    }
  }

  private func clock(_ workplace: Workplace) -> BoardLoop.Clock {
    today == nil ? .machine : .fixed(on: workplace.today)
  }

  /// The options that lead another call of this program to the same store on the same day.
  private func options(_ workplace: Workplace) -> [String] {
    (workplace.store.map { ["--store=" + $0.text] } ?? [])
      + ["--lang", workplace.words.language.code] + (today.map { ["--today", $0] } ?? [])
  }

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
      script, on: workplace, filter: filter ?? "", view: view, appearance: appearance, size: size
    ).joined(separator: "\n\n")
  }
}

extension BoardCall {
  /// Reads a plain call, without the parser: `zhaoshang`, with `board` or without, and options.
  ///
  /// - Returns: Nil when the arguments are for the parser.
  init?(_ arguments: [String]) {
    let options = arguments.first == "board" ? arguments.dropFirst() : arguments[...]
    let names = PlainArguments.Names(
      once: [
        "--filter", "--view", "--theme", "--colour", "--color", "--script", "--size", "--as-of",
        "--store", "--lang", "--today",
      ], flags: ["--plain"])
    guard let plain = PlainArguments(options, names), plain.words.isEmpty,
      plain["--colour"] == nil || plain["--color"] == nil
    else { return nil }
    self.init(
      filter: plain["--filter"], view: plain["--view"],
      appearance: AppearanceWish(
        theme: plain["--theme"], colour: plain["--colour"] ?? plain["--color"]),
      script: plain["--script"], plain: plain.has("--plain"),
      size: plain["--size"] ?? BoardCall.standardSize,
      asOf: plain["--as-of"], store: plain["--store"], language: plain["--lang"],
      today: plain["--today"])
  }
}

/// What the screen was asked to look like.
struct AppearanceWish {
  var theme: String?
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
