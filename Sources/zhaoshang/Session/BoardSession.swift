internal import BoardUI
internal import Canvas
internal import Insight
internal import Pipeline
internal import Settings
internal import Storage
internal import Terminal
internal import Wording

/// The board on a terminal, from the first frame to the last.
enum BoardSession {
  /// Whether the board can be opened here: both ends are a terminal.
  static var isPossible: Bool { Surroundings.isInputTerminal && Surroundings.isOutputTerminal }

  /// Opens the board and returns when it is left.
  ///
  /// A store that is not there yet is made: the first run begins on an empty board.
  static func run(
    _ workplace: Workplace, filter: String, appearance: AppearanceOptions, clock: BoardLoop.Clock
  ) throws {
    let library = workplace.themes
    let loaded = library.load(appearance.themeName(workplace))
    for warning in loaded.warnings { Output.say(workplace.words.settings(warning)) }
    let colour = try appearance.colour(workplace)
    var desk = try desk(workplace, filter: filter, theme: loaded.theme, today: clock.today())
    let (storePath, mouse) = (desk.ui.storePath, desk.ui.mouseIsOn)
    let drafts = DraftFile(store: desk.ui.storePath, owner: workplace.account.uid)
    desk.offer(drafts.takeOrphans())
    var loop = BoardLoop(desk, themes: library, clock: clock, drafts: drafts)
    let end: BoardLoop.End
    let stderr: String
    do throws(TerminalError) {
      let signals = try Signals()
      // Without a watch (no inotify left) the board still works; a colleague's moves come with r.
      let watch: FolderWatch? = try? FolderWatch(folder: storePath + "/journal")
      var session = try CursesSession(
        term: Surroundings.variable("TERM"), theme: loaded.theme, colour: colour,
        noColour: Surroundings.variable("NO_COLOR") != nil, mouse: mouse)
      end = loop.run(&session, signals: signals, watch: watch)
      stderr = session.close()
    } catch {
      throw Failure(.refused, workplace.words.terminal(error))
    }
    if !stderr.isEmpty { Output.say(stderr) }
    switch end {
    case .left: break
    case .hungUp: throw Interruption(signal: 1)
    case .signalled(let number): throw Interruption(signal: number)
    }
  }

  /// Plays a script on the board and returns the frames it printed.
  static func play(
    _ script: BoardScript, on workplace: Workplace, filter: String, appearance: AppearanceOptions,
    size: Size
  ) throws(Failure) -> [String] {
    let theme = workplace.themes.load(appearance.themeName(workplace)).theme
    var desk = try desk(workplace, filter: filter, theme: theme, today: workplace.today)
    _ = desk.handle(.resized(size))
    return script.play(on: &desk)
  }

  private static func desk(
    _ workplace: Workplace, filter: String, theme: Theme, today: Day
  ) throws(Failure) -> BoardDesk {
    let store = try openOrCreate(workplace)
    let library = workplace.themes
    var ui = UIState(
      pipeline: store.pipeline, today: today, size: Size(width: 80, height: 24),
      words: workplace.words, actor: workplace.account, theme: theme.name, themes: library.names,
      glyphs: theme.glyphs)
    ui.storePath = store.path
    ui.thresholds = workplace.thresholds
    ui.mouseIsOn = workplace.configuration.mouse
    ui.secondsFromUTC = Surroundings.secondsFromUTC
    ui.begin(filter: filter, asOf: workplace.asOf)
    return BoardDesk(ui, store: store, themes: library)
  }

  private static func openOrCreate(_ workplace: Workplace) throws(Failure) -> Journal {
    if let path = workplace.storePath, !Surroundings.exists(path) {
      try workplace.create(at: path)
    }
    return try workplace.openForWriting()
  }
}
