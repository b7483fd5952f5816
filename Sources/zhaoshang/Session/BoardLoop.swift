internal import BoardUI
internal import Canvas
internal import Settings
internal import Terminal
internal import Wording

/// The board's life on a terminal: wait, take in what happened, draw.
///
/// One thread, but for a file that is read for an import's preview. Everything a person did and
/// everything a colleague stored comes by here as an intent; what only a terminal can do comes back as
/// an effect.
struct BoardLoop: ~Copyable {
  /// Why the loop ended.
  enum End: Hashable {
    case left
    /// Asked to stop by a signal of this number.
    case signalled(Int32)
    case hungUp
    /// The terminal told how wide it draws, which is not how the board was drawn: to be run again
    /// with that.
    case widthTold(isWide: Bool)
  }

  private var desk: BoardDesk
  private let themes: ThemeLibrary
  private let clock: Clock
  private var drafts: DraftFile
  private var histories: Memories?
  /// When drafts were last kept, by the clock's ticks.
  private var lastKept: Int64 = 0
  private var display = Display()
  /// How often the pipeline had been replaced by another when that was drawn.
  private var replacements = 0
  /// What was typed before the first frame, or while a command waited for the store.
  private var early: [Input] = []
  private var end: End?
  /// When the signals were last looked at, by the clock's ticks.
  private var lastListened: Int64 = 0

  /// How long a form's text may be in memory only.
  private static let draftDelay: Int64 = 2000
  /// How long a card is rested on before the panel follows: a held key does not drag it along, and a
  /// key sends a tenth of the bytes over a slow line.
  private static let panelDelay: Int32 = 150
  /// How long the signals are not looked at while there is much to do, and how soon a command that
  /// waits for the store is tried again.
  private static let attention: Int32 = 50

  init(
    _ desk: BoardDesk, themes: ThemeLibrary, clock: Clock, drafts: consuming DraftFile,
    histories: Memories?
  ) {
    self.desk = desk
    self.desk.beDriven()
    self.histories = histories
    self.drafts = drafts
    self.themes = themes
    self.clock = clock
  }

  /// Runs until the board is left, the terminal goes, or a signal asks to stop; what was being typed
  /// is kept then.
  mutating func run(
    _ session: inout CursesSession, signals: borrowing Signals, watch: borrowing FolderWatch?
  ) -> End {
    let end = loop(&session, signals: signals, watch: watch)
    drafts.keep(desk.ui.unfinished)
    histories?.keep(desk.ui)
    return end
  }

  private mutating func loop(
    _ session: inout CursesSession, signals: borrowing Signals, watch: borrowing FolderWatch?
  ) -> End {
    let isWatched =
      switch watch {
      case .some: true
      case .none: false
      }
    Overtime.begin()
    defer { Overtime.end() }
    // Keys that were typed before the board opened: poll does not report them.
    early += session.readInputs()
    if let told = widthTold(&session) { return told }
    desk.seeColours(session.hasColours)
    handle(.resized(session.size), &session)
    draw(&session)
    if !early.isEmpty {
      takeEarly(&session, signals)
      if let end { return end }
      draw(&session)
    }
    while true {
      Overtime.end()
      let wakes = Waiter.wait(
        signals: signals, folder: watch, server: desk.pollable,
        milliseconds: timeout(session.hasUnfinishedInput, isWatched: isWatched))
      Overtime.begin()
      lastListened = clock.ticks()
      if wakes.isEmpty, display.isPanelBehind, !desk.isWaiting {
        draw(&session)
        continue
      }
      if wakes.isEmpty, !desk.isWaiting, !isWatched || desk.isStoreAstray || desk.isOnServer {
        look(watch, &session)
      }
      var inputs: [Input] = []
      if wakes.isEmpty, session.hasUnfinishedInput { inputs += session.finishInputs() }
      if wakes.isEmpty, inputs.isEmpty, !desk.isWaiting {
        desk.useQuiet(isInterrupted: { Surroundings.hasInput })
      }
      for wake in wakes {
        switch wake {
        case .hangUp: return .hungUp
        case .signals(let received): obey(received, &session)
        case .folder, .server: if !desk.isWaiting { look(watch, &session) }
        case .input: inputs += session.readInputs()
        }
      }
      let isOnlyFolder = wakes.allSatisfy { wake in
        switch wake {
        case .folder, .server: true
        default: false
        }
      }
      if desk.isWaiting {
        hold(inputs, &session, signals)
        if let end { return end }
        draw(&session)
        continue
      }
      perform(desk.lookAfterOwn(), &session)
      if desk.isReadingImport { perform(desk.lookAfterImport(), &session) }
      let hasNews = desk.takeNews()
      take(inputs, &session, signals)
      if end == nil, let told = widthTold(&session) { return told }
      let today = clock.today()
      let isNewDay = today != desk.ui.today
      if isNewDay { handle(.dayChanged(today), &session) }
      if let end { return end }
      keepDrafts()
      histories?.keep(desk.ui)
      // Of what was stored from here the folder tells as well: it is on the screen already.
      if isOnlyFolder, !wakes.isEmpty, inputs.isEmpty, !hasNews, !isNewDay { continue }
      // Part of something larger, a terminal's long answer or a paste: there is nothing to show yet.
      if wakes == [.input], inputs.isEmpty, !isNewDay { continue }
      let areKeys = inputs.allSatisfy { if case .key = $0 { true } else { false } }
      draw(&session, panelMayWait: wakes == [.input] && areKeys)
    }
  }

  /// Takes in what others stored; a store that was moved or replaced is looked for at its path.
  private mutating func look(
    _ watch: borrowing FolderWatch?, _ session: inout CursesSession
  ) {
    let before = desk.replacements
    let wasAstray = desk.isStoreAstray
    perform(desk.catchUp(), &session)
    guard wasAstray || desk.isStoreAstray || desk.replacements != before else { return }
    switch watch {
    case .some(let watch): watch.follow()
    case .none: break
    }
  }

  /// Takes up a width that the board is not drawn in.
  private func widthTold(_ session: inout CursesSession) -> End? {
    guard let isWide = session.takeWidthAnswer(), isWide != TextWidth.ambiguousIsWide else {
      return nil
    }
    return .widthTold(isWide: isWide)
  }

  /// Begins anew after ``End/widthTold(isWide:)``, with the signs that fit.
  mutating func adoptWidth(_ session: inout CursesSession) {
    let theme = desk.ui.theme
    handle(.themeChanged(theme, glyphs: themes.load(theme).theme.glyphs.fitting), &session)
    session.redrawAll()
    display.forget()
  }

  /// Takes in what a person did, until the board is to end or has to wait: the rest comes later.
  private mutating func take(
    _ inputs: [Input], _ session: inout CursesSession, _ signals: borrowing Signals
  ) {
    for (index, input) in inputs.enumerated() {
      listen(&session, signals)
      if end != nil { return }
      if desk.isWaiting {
        early += inputs[index...]
        return
      }
      switch input {
      case .typed(let text): type(text, &session, signals)
      default:
        if let intent = display.intent(for: input, on: desk.ui, at: clock.ticks()) {
          handle(intent, &session)
        }
      }
    }
  }

  /// Takes in characters that came in one go.
  private mutating func type(
    _ text: String, _ session: inout CursesSession, _ signals: borrowing Signals
  ) {
    var rest = text[...].unicodeScalars
    while !rest.isEmpty {
      listen(&session, signals)
      if end != nil { return }
      if desk.isWaiting {
        early.append(.typed(String(rest)))
        return
      }
      if let intent = desk.ui.intent(ofTyped: &rest) { handle(intent, &session) }
    }
  }

  private mutating func takeEarly(_ session: inout CursesSession, _ signals: borrowing Signals) {
    let inputs = early
    early = []
    take(inputs, &session, signals)
  }

  /// While a command waits for another writer: Esc gives it up, whatever else is typed comes after it.
  private mutating func hold(
    _ inputs: [Input], _ session: inout CursesSession, _ signals: borrowing Signals
  ) {
    for (index, input) in inputs.enumerated() {
      if [.key(Key(.escape)), .key(Key(.character("c"), .control))].contains(input) {
        perform(desk.giveUpWaiting(), &session)
        early += inputs[(index + 1)...]
        break
      }
      early.append(input)
    }
    if end == nil, desk.isWaiting { perform(desk.tryAgain(), &session) }
    if end == nil, !desk.isWaiting { takeEarly(&session, signals) }
  }

  /// Looks at the signals and the terminal again when that is due, in the middle of much to do.
  private mutating func listen(_ session: inout CursesSession, _ signals: borrowing Signals) {
    let now = clock.ticks()
    guard now - lastListened >= Int64(Self.attention) else { return }
    lastListened = now
    for wake in Waiter.look(at: signals) {
      if case .signals(let received) = wake { obey(received, &session) } else { end = .hungUp }
    }
    keepDrafts()
  }

  /// Half a key is given a second, a draft and a due checkpoint two; otherwise nothing but midnight
  /// wakes the board.
  ///
  /// Where the folder cannot be watched, or is not where it was, it is looked into every two seconds
  /// instead.
  private func timeout(_ hasUnfinishedInput: Bool, isWatched: Bool) -> Int32? {
    if desk.isWaiting || desk.isBusyWithOwn || desk.isReadingImport { return Self.attention }
    let longest = quietTimeout(hasUnfinishedInput, isWatched: isWatched)
    guard let interval = desk.lookInterval else { return longest }
    return min(longest ?? interval, interval)
  }

  private func quietTimeout(_ hasUnfinishedInput: Bool, isWatched: Bool) -> Int32? {
    if display.isPanelBehind { return Self.panelDelay }
    if hasUnfinishedInput { return 1000 }
    let isWatched = isWatched && !desk.isStoreAstray
    let isWaiting = drafts.isBehind(desk.ui.unfinished) || desk.wantsQuiet
    return isWaiting || !isWatched ? Int32(Self.draftDelay) : clock.untilMidnight()
  }

  private mutating func keepDrafts() {
    let now = clock.ticks()
    guard now - lastKept >= Self.draftDelay else { return }
    lastKept = now
    drafts.keep(desk.ui.unfinished)
  }

  /// Draws what has changed.
  ///
  /// - Parameter panelMayWait: When nothing but keys came, a panel that would show another card stays
  ///   as it is until the keys pause.
  private mutating func draw(_ session: inout CursesSession, panelMayWait: Bool = false) {
    if desk.replacements != replacements {
      replacements = desk.replacements
      display.forget()
    }
    session.present(display.draw(desk.ui, panelMayWait: panelMayWait))
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

  /// Has a program have the terminal, and takes it back whole.
  private mutating func lend(_ words: [String], _ session: inout CursesSession) {
    Overtime.end()
    defer { Overtime.begin() }
    var ending = ChildProgram.Ending.exited(0)
    session.lend { ending = ForegroundChild(words: words, variables: desk.childVariables).run() }
    handle(.resized(session.size), &session)
    let sentence = desk.ui.words.programEnded(words[0], ending)
    handle(
      .said(
        ending == .exited(0)
          ? Notice(desk.ui.words.programDone(words[0]), tone: .good) : Notice(sentence, tone: .bad)),
      &session)
    session.redrawAll()
    display.forget()
  }

  private mutating func handle(_ intent: Intent, _ session: inout CursesSession) {
    perform(desk.handle(intent), &session)
  }

  private mutating func perform(_ effects: [TerminalEffect], _ session: inout CursesSession) {
    for effect in effects {
      switch effect {
      case .copy(let text):
        if !session.copyToClipboard(text) {
          handle(.said(Notice(desk.ui.words.tooLongToCopy, tone: .bad)), &session)
        }
      case .paint(let theme): session.apply(theme: theme)
      case .setMouse(let isOn): session.setMouseCapture(isOn)
      case .redraw: session.redrawAll()
      case .suspend: session.suspend()
      case .lend(let words): lend(words, &session)
      case .tell: break
      case .quit:
        if let warning = desk.warnOfLeaving() {
          handle(.said(warning), &session)
        } else {
          end = .left
        }
      }
    }
  }
}
