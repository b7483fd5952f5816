internal import BoardUI
internal import Canvas
internal import Pipeline
internal import Settings
internal import Storage
internal import Terminal
internal import Wording

/// The board's life: wait, take in what happened, draw.
///
/// One thread. Everything a person did and everything a colleague stored comes by here as an
/// intent; everything the board wants done goes out as an effect.
struct BoardLoop {
  /// Why the loop ended.
  enum End: Hashable {
    case left
    /// Asked to stop by a signal of this number.
    case signalled(Int32)
    case hungUp
  }

  private var ui: UIState
  private let store: any EventStore
  private let themes: ThemeLibrary
  private let clock: Clock
  private var hits = HitMap()
  private var end: End?

  init(
    _ ui: UIState, store: any EventStore, themes: ThemeLibrary, clock: Clock
  ) {
    self.ui = ui
    self.store = store
    self.themes = themes
    self.clock = clock
    noteAccess()
  }

  /// Runs until the board is left, the terminal goes, or a signal asks to stop.
  mutating func run(
    _ session: inout CursesSession, signals: borrowing Signals, watch: borrowing FolderWatch?
  ) -> End {
    handle(.resized(session.size), &session)
    draw(&session)
    while true {
      // Half a key is given a second; otherwise nothing but midnight wakes the board by itself.
      let wakes = Waiter.wait(
        signals: signals, folder: watch,
        milliseconds: session.hasUnfinishedInput ? 1000 : clock.untilMidnight())
      var inputs: [Input] = []
      if wakes.isEmpty, session.hasUnfinishedInput { inputs += session.finishInputs() }
      for wake in wakes {
        switch wake {
        case .hangUp: return .hungUp
        case .signals(let received): obey(received, &session)
        case .folder: catchUp(&session)
        case .input: inputs += session.readInputs()
        }
      }
      for input in inputs {
        guard let intent = ui.intent(for: input, hits: hits, at: clock.ticks()) else { continue }
        handle(intent, &session)
        // What comes next may be aimed at what this one put on the screen.
        if case .pointer = input { hits = ui.render().hits }
      }
      let today = clock.today()
      if today != ui.today { handle(.dayChanged(today), &session) }
      if let end { return end }
      draw(&session)
    }
  }

  private mutating func draw(_ session: inout CursesSession) {
    let rendering = ui.render()
    hits = rendering.hits
    session.present(rendering.frame)
  }

  private mutating func obey(_ received: [Signal], _ session: inout CursesSession) {
    for signal in received {
      switch signal {
      case .windowChanged: handle(.resized(session.resize()), &session)
      case .suspend: session.suspend()
      case .continued:
        session.resume()
        handle(.resized(session.size), &session)
      case .hangUp: end = .hungUp
      case .terminate: end = .signalled(15)
      case .interrupt: end = .signalled(2)
      }
    }
  }

  // MARK: Effects

  private mutating func handle(_ intent: Intent, _ session: inout CursesSession) {
    for effect in ui.handle(intent) { run(effect, &session) }
  }

  private mutating func run(_ effect: Effect, _ session: inout CursesSession) {
    switch effect {
    case .submit(let command): submit(command, &session)
    case .undo: takeBack(ui.pipeline.lastUndoable(by: ui.actor), &session)
    case .redo: takeBack(ui.pipeline.lastRedoable(by: ui.actor), &session)
    case .copy(let text):
      if !session.copyToClipboard(text) {
        handle(.said(Notice(ui.words.tooLongToCopy, tone: .bad)), &session)
      }
    case .setTheme(let name):
      let theme = themes.load(name).theme
      session.apply(theme: theme)
      handle(.themeChanged(name, glyphs: theme.glyphs), &session)
    case .setMouse(let isOn): session.setMouseCapture(isOn)
    case .redraw: session.redrawAll()
    case .reload: catchUp(&session)
    case .suspend: session.suspend()
    case .quit: end = .left
    }
  }

  /// Commits by the same call as the command line: decided again on the newest state.
  private mutating func submit(_ command: Command, _ session: inout CursesSession) {
    let today = ui.today
    do throws(StoreError) {
      let commit = try store.commit { pipeline throws(Refusal) in
        try pipeline.decide(command, today: today)
      }
      take(commit.others, &session)
      handle(.committed(commit.events, mine: true), &session)
      if let recovery = commit.recovery {
        handle(.said(Notice(ui.words.recovered(recovery))), &session)
      }
    } catch {
      catchUp(&session)
      if case .refused(let refusal) = error.code {
        handle(.refused(refusal), &session)
      } else {
        handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)), &session)
      }
      noteAccess()
    }
  }

  private mutating func takeBack(_ commit: CommitReference?, _ session: inout CursesSession) {
    guard let commit else {
      handle(.refused(.nothingToUndo), &session)
      return
    }
    do throws(StoreError) {
      submit(.undo(try store.events(of: commit)), &session)
    } catch {
      handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)), &session)
    }
  }

  /// Takes in what colleagues stored.
  private mutating func catchUp(_ session: inout CursesSession) {
    do throws(StoreError) {
      take(try store.catchUp(), &session)
    } catch {
      handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)), &session)
    }
    noteAccess()
  }

  private mutating func take(_ changes: Changes, _ session: inout CursesSession) {
    if changes.startsOver {
      ui.startOver(with: store.pipeline)
    } else if !changes.events.isEmpty {
      handle(.committed(changes.events, mine: false), &session)
    }
  }

  private mutating func noteAccess() {
    switch store.access {
    case .readWrite: ui.readOnlyReason = nil
    case .readOnly(let reason):
      ui.readOnlyReason = ui.words.readOnly(reason, path: ui.storePath)
    }
  }
}
