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
    _ workplace: Workplace, filter: String, view: String? = nil, appearance: AppearanceWish,
    clock: BoardLoop.Clock
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
    let width = workplace.configuration.ambiguous
    // Before the store is opened: most terminals have answered by then.
    if width == .auto { session.askWidth() }
    let end = try TextWidth.$ambiguousIsWide.withValue(width == .wide) {
      try live(
        workplace, on: &session, signals: signals, theme: loaded.theme, filter: filter, view: view,
        clock: clock)
    }
    let stderr = session.close()
    if !stderr.isEmpty { Output.say(stderr) }
    switch end {
    case .left: break
    case .hungUp: throw Interruption(signal: 1)
    case .signalled(let number): throw Interruption(signal: number)
    case .widthTold: break
    }
  }

  /// The board's life on a terminal that is open.
  private static func live(
    _ workplace: Workplace, on session: inout CursesSession, signals: borrowing Signals,
    theme: Theme, filter: String, view: String?, clock: BoardLoop.Clock
  ) throws(Failure) -> BoardLoop.End {
    let library = workplace.themes
    let store: any EventStore
    let isFirstTime = isMissing(workplace.store)
    do throws(Failure) {
      store = try openOrCreate(workplace)
    } catch {
      let stderr = session.close()
      if !stderr.isEmpty { Output.say(stderr) }
      throw error
    }
    var desk = desk(
      workplace, store, filter: filter, view: view, theme: theme, today: clock.today())
    let drafts = takeUpDrafts(of: store, workplace, &desk)
    if isFirstTime, workplace.configuration.userName == nil { desk.askForIntroduction() }
    let histories = workplace.paths.map { Memories(folder: $0.stateFolder) }
    if let histories { desk.recall(histories) }
    var loop = BoardLoop(
      desk, themes: library, clock: clock, drafts: drafts, histories: histories)
    // Where the folder cannot be watched (no inotify left), the loop looks into it by itself.
    let watch = watch(store)
    var end = loop.run(&session, signals: signals, watch: watch)
    // Nothing waits for a terminal that never says how it draws: one that says wide after the first
    // frame sees the board drawn anew.
    while case .widthTold(let isWide) = end {
      end = TextWidth.$ambiguousIsWide.withValue(isWide) {
        loop.adoptWidth(&session)
        return loop.run(&session, signals: signals, watch: watch)
      }
    }
    return end
  }

  /// Offers what an earlier board left unfinished, and keeps it as our own from here on.
  private static func takeUpDrafts(
    of store: any EventStore, _ workplace: Workplace, _ desk: inout BoardDesk
  ) -> DraftFile {
    var drafts = DraftFile(
      in: workplace.draftFolder(of: store), owner: workplace.account.uid)
    let orphans = drafts.orphans()
    desk.offer(orphans.drafts)
    // Kept as our own before the old files go, so that a death in between loses nothing.
    drafts.keep(desk.ui.unfinished)
    DraftFile.discard(orphans)
    return drafts
  }

  private static func watch(_ store: any EventStore) -> FolderWatch? {
    switch store.news {
    case .folder(let folder, let around): try? FolderWatch(folder: folder, around: around)
    }
  }

  /// Plays a script on the board and returns the frames it printed.
  static func play(
    _ script: BoardScript, on workplace: Workplace, filter: String, view: String? = nil,
    appearance: AppearanceWish, size: Size
  ) throws(Failure) -> [String] {
    let theme = workplace.themes.load(appearance.themeName(workplace)).theme
    let store = try openOrCreate(workplace)
    let isWide = workplace.configuration.ambiguous == .wide
    return TextWidth.$ambiguousIsWide.withValue(isWide) {
      var desk = desk(
        workplace, store, filter: filter, view: view, theme: theme, today: workplace.today)
      _ = desk.handle(.resized(size))
      return script.play(on: &desk)
    }
  }

  /// Has the board be worked with line by line.
  static func talk(
    _ workplace: Workplace, filter: String, view: String? = nil, clock: BoardLoop.Clock,
    options: [String]
  ) throws(Failure) {
    let theme = workplace.themes.load(workplace.configuration.theme).theme
    let isFirstTime = isMissing(workplace.store)
    let store = try openOrCreate(workplace)
    var desk = desk(
      workplace, store, filter: filter, view: view, theme: theme, today: clock.today())
    let drafts = takeUpDrafts(of: store, workplace, &desk)
    if isFirstTime, workplace.configuration.userName == nil { desk.askForIntroduction() }
    var session = PlainSession(
      desk, drafts: drafts, clock: clock, views: PlainViewCommand(options: options))
    try session.run()
  }

  /// A piece of the terminal, or the sentence that says why there is none.
  private static func usable<Piece: ~Copyable>(
    _ workplace: Workplace, _ open: () throws(TerminalError) -> Piece
  ) throws(Failure) -> Piece {
    do { return try open() } catch { throw Failure(.refused, workplace.words.terminal(error)) }
  }

  private static func desk(
    _ workplace: Workplace, _ store: any EventStore, filter: String, view: String?, theme: Theme,
    today: Day
  ) -> BoardDesk {
    let library = workplace.themes
    var ui = UIState(
      pipeline: store.pipeline, today: today, size: Size(width: 80, height: 24),
      words: workplace.words, actor: store.author, theme: theme.name, themes: library.names,
      glyphs: theme.glyphs.fitting, thresholds: workplace.thresholds)
    ui.storePath = store.place
    ui.keymap = workplace.keymap
    ui.ownActions = workplace.ownActions
    ui.unit = workplace.configuration.userUnit
    ui.mouseIsOn = workplace.configuration.mouse
    ui.secondsFromUTC = Surroundings.secondsFromUTC
    ui.begin(filter: filter, asOf: workplace.asOf)
    let shelf = workplace.viewShelf
    ui.savedViews = shelf?.views ?? []
    var desk = BoardDesk(
      ui, store: store, themes: library, shelf: shelf, workplace: workplace,
      home: Surroundings.variable("HOME"))
    if let view {
      _ = desk.handle(.command(.savedView(view)))
      let narrower = [desk.ui.filterText, filter].filter { !$0.isEmpty }.joined(separator: " ")
      _ = desk.handle(.command(.filter(narrower)))
    }
    if store.pipeline.unknownEvents > 0 {
      let sentence = workplace.words.newerRecords(store.pipeline.unknownEvents)
      _ = desk.handle(.said(Notice(sentence, tone: .bad)))
    }
    if let failure = workplace.hookFailure(of: store) {
      _ = desk.handle(.said(Notice(failure, tone: .bad)))
    }
    let problems = workplace.configurationProblems + (shelf?.problems ?? [])
    if let problem = problems.first {
      _ = desk.handle(.said(Notice(workplace.words.settings(problem), tone: .bad)))
    }
    return desk
  }

  private static func isMissing(_ address: StoreAddress?) -> Bool {
    if case .folder(let path)? = address { !Surroundings.exists(path) } else { false }
  }

  private static func openOrCreate(_ workplace: Workplace) throws(Failure) -> any EventStore {
    if case .folder(let path)? = workplace.store, isMissing(workplace.store) {
      try workplace.create(at: path)
    }
    return try workplace.openForWriting(isTold: false)
  }
}
