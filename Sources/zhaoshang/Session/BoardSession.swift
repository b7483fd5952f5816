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
    // The terminal first: where it cannot hold the board, no store is made and no draft is taken.
    let signals = try usable(workplace) { () throws(TerminalError) in try Signals() }
    var session = try usable(workplace) { () throws(TerminalError) in
      try CursesSession(
        term: Surroundings.variable("TERM"), theme: loaded.theme, colour: colour,
        noColour: Surroundings.variable("NO_COLOR") != nil, mouse: workplace.configuration.mouse)
    }
    let store: Journal
    do throws(Failure) {
      store = try openOrCreate(workplace)
    } catch {
      let stderr = session.close()
      if !stderr.isEmpty { Output.say(stderr) }
      throw error
    }
    var desk = desk(workplace, store, filter: filter, theme: loaded.theme, today: clock.today())
    var drafts = DraftFile(store: store.path, owner: workplace.account.uid)
    let orphans = drafts.orphans()
    desk.offer(orphans.drafts)
    // Kept as our own before the old files go, so that a death in between loses nothing.
    drafts.keep(desk.ui.unfinished)
    DraftFile.discard(orphans)
    var loop = BoardLoop(desk, themes: library, clock: clock, drafts: drafts)
    // Where the folder cannot be watched (no inotify left), the loop looks into it by itself.
    let watch: FolderWatch? = try? FolderWatch(folder: store.watchedFolder)
    let end = loop.run(&session, signals: signals, watch: watch)
    let stderr = session.close()
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
    let store = try openOrCreate(workplace)
    var desk = desk(workplace, store, filter: filter, theme: theme, today: workplace.today)
    _ = desk.handle(.resized(size))
    return script.play(on: &desk)
  }

  /// A piece of the terminal, or the sentence that says why there is none.
  private static func usable<Piece: ~Copyable>(
    _ workplace: Workplace, _ open: () throws(TerminalError) -> Piece
  ) throws(Failure) -> Piece {
    do { return try open() } catch { throw Failure(.refused, workplace.words.terminal(error)) }
  }

  private static func desk(
    _ workplace: Workplace, _ store: Journal, filter: String, theme: Theme, today: Day
  ) -> BoardDesk {
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
    return try workplace.openForWriting(isTold: false)
  }
}
