internal import BoardUI
internal import Canvas
internal import Settings
internal import Terminal
internal import Wording

/// The board's life on a terminal: wait, take in what happened, draw.
///
/// One thread. Everything a person did and everything a colleague stored comes by here as an
/// intent; what only a terminal can do comes back as an effect.
struct BoardLoop {
  /// Why the loop ended.
  enum End: Hashable {
    case left
    /// Asked to stop by a signal of this number.
    case signalled(Int32)
    case hungUp
  }

  private var desk: BoardDesk
  private let themes: ThemeLibrary
  private let clock: Clock
  private var hits = HitMap()
  private var end: End?

  init(_ desk: BoardDesk, themes: ThemeLibrary, clock: Clock) {
    self.desk = desk
    self.themes = themes
    self.clock = clock
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
        case .folder: perform(desk.catchUp(), &session)
        case .input: inputs += session.readInputs()
        }
      }
      for input in inputs {
        guard let intent = desk.ui.intent(for: input, hits: hits, at: clock.ticks()) else {
          continue
        }
        handle(intent, &session)
        // What comes next may be aimed at what this one put on the screen.
        if case .pointer = input { hits = desk.ui.render().hits }
      }
      let today = clock.today()
      if today != desk.ui.today { handle(.dayChanged(today), &session) }
      if let end { return end }
      draw(&session)
    }
  }

  private mutating func draw(_ session: inout CursesSession) {
    let rendering = desk.ui.render()
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

  private mutating func handle(_ intent: Intent, _ session: inout CursesSession) {
    perform(desk.handle(intent), &session)
  }

  private mutating func perform(_ effects: [Effect], _ session: inout CursesSession) {
    for effect in effects {
      switch effect {
      case .copy(let text):
        if !session.copyToClipboard(text) {
          handle(.said(Notice(desk.ui.words.tooLongToCopy, tone: .bad)), &session)
        }
      case .setTheme(let name): session.apply(theme: themes.load(name).theme)
      case .setMouse(let isOn): session.setMouseCapture(isOn)
      case .redraw: session.redrawAll()
      case .suspend: session.suspend()
      case .quit: end = .left
      // The store's: done by the desk before they could come here.
      case .submit, .undo, .redo, .reload: break
      }
    }
  }
}
