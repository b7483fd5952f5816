internal import Canvas
internal import BoardUI
internal import Exchange
internal import Insight
internal import Pipeline
internal import Settings
internal import Storage
internal import Terminal
internal import Wording

/// The board with its store, but without a terminal: runs what concerns the store.
struct BoardDesk {
  private(set) var ui: UIState
  private var store: any EventStore
  private let themes: ThemeLibrary
  private let workplace: Workplace
  private let shelf: ViewShelf?
  private let reports: ReportDesk
  private var imports: ImportDesk
  private var own: OwnDesk
  /// What a person was told is still running, when about to leave.
  private var warnedOf: [String] = []
  /// How often the pipeline was replaced by another, which may be another one at the same event.
  private(set) var replacements = 0
  /// A command that waits until the store is free, and since when.
  private var waiting: (command: Command, since: Int64)?
  /// Whether somebody tries again for a command that waits, and listens meanwhile.
  private var isDriven = false
  /// Whether a ``catchUp()`` has changed what the board shows since this was last said.
  private var hasNews = false

  init(
    _ ui: UIState, store: any EventStore, themes: ThemeLibrary, shelf: ViewShelf?,
    workplace: Workplace, home: String?
  ) {
    self.ui = ui
    self.shelf = shelf
    self.store = store
    self.themes = themes
    self.workplace = workplace
    reports = ReportDesk(home: home, records: store.recordFolder)
    imports = ImportDesk(workplace, home: home)
    own = OwnDesk(workplace, store, home: home)
    noteAccess()
  }

  /// How long a commit waits for another writer, in all and at a time.
  private static let patience: Int64 = 5000
  private static let patienceAtATime = 40

  /// From here on a commit that finds the store locked returns, and ``tryAgain()`` goes on with it.
  mutating func beDriven() {
    isDriven = true
    store.patience = Self.patienceAtATime
  }

  /// Takes up whether the terminal shows colours.
  mutating func seeColours(_ hasColours: Bool) { ui.hasColours = hasColours }

  /// Whether a command waits for another writer: what is typed meanwhile comes after it.
  var isWaiting: Bool { waiting != nil }

  /// What to poll beside the folder, and after how many milliseconds to look all the same.
  var pollable: (descriptor: Int32, events: Int16)? { store.pollable }
  var lookInterval: Int32? { store.lookInterval }
  var isOnServer: Bool { store.lookInterval != nil }

  mutating func tryAgain() -> [TerminalEffect] { waiting.map { submit($0.command) } ?? [] }

  /// Waits no longer; nothing was stored, and a form stays as it is.
  mutating func giveUpWaiting() -> [TerminalEffect] {
    waiting = nil
    do throws(StoreError) { try store.giveUp() } catch {
      return handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)))
    }
    return handle(.storeFailed(ui.words.gaveUpWaiting))
  }

  /// Takes in an intent, does what follows from it with the store, and returns what is left to the
  /// terminal.
  mutating func handle(_ intent: Intent) -> [TerminalEffect] {
    var left: [TerminalEffect] = []
    for effect in ui.handle(intent) {
      switch effect {
      case .store(let effect): left += obey(effect)
      case .terminal(let effect): left.append(effect)
      }
    }
    return left
  }

  private mutating func obey(_ effect: StoreEffect) -> [TerminalEffect] {
    switch effect {
    case .submit(let command): return submit(command)
    case .undo: return takeBack(ui.pipeline.lastUndoable(by: ui.actor))
    case .redo:
      guard let commit = ui.pipeline.lastRedoable(by: ui.actor) else {
        return handle(.said(Notice(ui.words.nothingToRedo, tone: .bad)))
      }
      return takeBack(commit)
    case .undoCommit(let commit): return takeBack(commit)
    case .loadHistory(let project): return loadHistory(of: project)
    case .reload: return catchUp()
    case .saveView(let view):
      return put { shelf, words throws(Failure) in try shelf.save(view, words) }
    case .forgetView(let name):
      return put { shelf, words throws(Failure) in try shelf.forget(name, words) }
    case .loadReport(let order):
      var report = reports.report(order, in: ui.pipeline, ui.words, by: ui.actor)
      if order.question.kind.carriesSeal { report.announceSeal(in: ui.words) }
      return handle(.reportLoaded(order, report.text(as: .txt, withSources: order.hasSources)))
    case .writeReport(let order, let path, let replacing):
      return handle(.reportFiled(reports.write(order, to: path, replacing: replacing, for: ui)))
    case .keep(let text, let path):
      return handle(.said(reports.keep(text, at: path, ui.words)))
    case .importing(let act): return obey(act)
    case .introduce(let introduction): return introduce(introduction)
    case .runOwn(let order): return run(order)
    case .letOut(let order): return begin(own.start(order, ui))
    case .loadTheme(let name):
      let theme = themes.load(name).theme
      return [.paint(theme)] + handle(.themeChanged(name, glyphs: theme.glyphs.fitting))
    }
  }

  private mutating func run(_ order: OwnOrder) -> [TerminalEffect] { begin(own.start(order, ui)) }

  private mutating func begin(_ start: OwnDesk.Start) -> [TerminalEffect] {
    switch start {
    case .running:
      warnedOf = []
      return []
    case .refused(let sentence): return handle(.said(Notice(sentence, tone: .bad)))
    case .wantsTerminal(let words): return [.lend(words)]
    }
  }

  mutating func askForIntroduction() { ui.askForIntroduction() }

  /// Is worked with line by line from here on.
  mutating func becomePlain() { ui.becomePlain() }
  mutating func speak() -> [String] { ui.speak() }
  var spokenPrompt: String { ui.spokenPrompt }

  /// Signs with the name the person gave, and keeps it in the settings.
  private mutating func introduce(_ introduction: Introduction) -> [TerminalEffect] {
    if let name = introduction.name { store.sign(as: name) }
    do throws(Failure) {
      let path = try workplace.keep(introduction)
      return handle(.said(Notice(ui.words.settingsKept(path), tone: .good)))
    } catch {
      return handle(.said(Notice(error.message, tone: .bad)))
    }
  }

  /// Whether a program is running that somebody has to look after.
  var isBusyWithOwn: Bool { own.isBusy }

  /// Whether a program is running that somebody asked for.
  var isRunningOwn: Bool { !own.runningTitles.isEmpty }

  /// That leaving would end what is running, said once; nil when nothing is, or it was said.
  mutating func warnOfLeaving() -> Notice? {
    let titles = own.runningTitles
    guard !titles.isEmpty, titles != warnedOf else { return nil }
    warnedOf = titles
    return Notice(ui.words.stillRunning(titles), tone: .bad)
  }

  /// What a program that has the terminal finds in its environment.
  var childVariables: [String: String] { own.variables }

  /// Tells what has come of the programs that were started from here.
  mutating func lookAfterOwn() -> [TerminalEffect] {
    guard own.isBusy else { return [] }
    let news = own.look(ui.words)
    if !news.isEmpty {
      hasNews = true
      warnedOf = []
    }
    var left: [TerminalEffect] = []
    for one in news { left += handle(.ownNews(one)) }
    return left
  }

  /// Previews a file for the board, or takes it in as one step on the newest state.
  private mutating func obey(_ act: ImportAct) -> [TerminalEffect] {
    var left: [TerminalEffect] = []
    if act == .take { left += catchUp() }
    guard let news = imports.obey(act, ui) else { return left }
    return left + take(news)
  }

  /// Whether a file is being read for the preview of an import.
  var isReadingImport: Bool { imports.isBusy }

  /// Tells how far the file is read that is to be previewed, or what came of it.
  mutating func lookAfterImport() -> [TerminalEffect] {
    guard let news = imports.look() else { return [] }
    hasNews = true
    return take(news)
  }

  private mutating func take(_ news: ImportNews) -> [TerminalEffect] {
    switch imports.takeOrder() {
    // What colleagues stored meanwhile is in the plan; a step that they get in before is refused.
    case .write(let command, let rows): write(command, rows: rows)
    case .nothing:
      handle(.importNews(news)) + handle(.importNews(.failed(ui.words.importBringsNothing)))
    case nil: handle(.importNews(news))
    }
  }

  /// From how many rows on a step is announced before it is written.
  private static let longRows = 1000

  /// Writes an import's step.
  ///
  /// A long one is announced first: keys wait while it is written, and until it begins Esc and Ctrl-C leave
  /// the store as it is.
  private mutating func write(_ command: Command, rows: Int) -> [TerminalEffect] {
    guard isDriven, rows >= Self.longRows else { return submit(command) }
    waiting = (command, Surroundings.ticks)
    return handle(.importNews(.writing(rows: rows)))
  }

  /// Changes the saved views, and tells the board which there are now.
  private mutating func put(
    _ change: (ViewShelf, Words) throws(Failure) -> (views: [SavedView], notice: String)
  ) -> [TerminalEffect] {
    guard let shelf else { return [] }
    do throws(Failure) {
      let changed = try change(shelf, ui.words)
      return handle(.viewsChanged(changed.views))
        + handle(.said(Notice(changed.notice, tone: .good)))
    } catch {
      return handle(.said(Notice(error.message, tone: .bad)))
    }
  }

  /// Takes in the lines that were typed on earlier boards.
  mutating func recall(_ histories: Memories) { histories.give(to: &ui) }

  /// Offers again what an earlier board left unfinished.
  mutating func offer(_ drafts: [FormDraft]) { ui.offer(drafts) }

  /// Takes in what colleagues stored, and what has become of the store.
  mutating func catchUp() -> [TerminalEffect] {
    defer { noteAccess() }
    do throws(StoreError) {
      let changes = try store.catchUp()
      if changes.startsOver || !changes.events.isEmpty { hasNews = true }
      return take(changes)
    } catch {
      hasNews = true
      return handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)))
    }
  }

  /// Whether ``catchUp()`` brought something new since this was last asked.
  ///
  /// The folder's watch also reports this board's own commits, which are on the screen already.
  mutating func takeNews() -> Bool {
    defer { hasNews = false }
    return hasNews
  }

  var isStoreAstray: Bool { store.access.isAstray }

  /// Whether a quiet moment could be put to use.
  var wantsQuiet: Bool { store.wantsQuiet }

  /// Uses a quiet moment; ends it as soon as somebody wants something.
  func useQuiet(isInterrupted: @escaping () -> Bool) {
    store.useQuiet(isInterrupted: isInterrupted)
  }

  /// Commits by the same call as the command line: decided again on the newest state.
  private mutating func submit(_ command: Command) -> [TerminalEffect] {
    let today = ui.today
    do throws(StoreError) {
      // A commit is never ended from outside.
      if isDriven { Overtime.end() }
      defer { if isDriven { Overtime.begin() } }
      let commit = try store.commit { pipeline throws(Refusal) in
        try pipeline.decide(command, today: today)
      }
      waiting = nil
      // A store that was moved away may be back, and says so by taking it.
      noteAccess()
      var left = take(commit.others)
      left += handle(.committed(commit.events, mine: true))
      if let recovery = commit.recovery {
        left += handle(.said(Notice(ui.words.recovered(recovery))))
      }
      return left
    } catch let fault {
      var error = fault
      if isDriven, case .busy(let holder) = error.code, let left = wait(for: holder, with: command)
      {
        return left
      }
      waiting = nil
      // It may be on its way all the same.
      do throws(StoreError) { try store.giveUp() } catch let unknown { error = unknown }
      var left = catchUp()
      if case .refused(let refusal) = error.code {
        left += handle(.refused(refusal))
      } else {
        left += handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)))
      }
      return left
    }
  }

  /// Has a command wait for another writer, and says so; nil when it has waited long enough.
  private mutating func wait(for holder: LockHolder?, with command: Command) -> [TerminalEffect]? {
    let now = Surroundings.ticks
    guard let since = waiting?.since else {
      waiting = (command, now)
      return handle(
        .said(Notice(isOnServer ? ui.words.waitingForServer : ui.words.waitingForStore(holder))))
    }
    return now - since < Self.patience ? [] : nil
  }

  private mutating func takeBack(_ commit: CommitReference?) -> [TerminalEffect] {
    guard let commit else { return handle(.refused(.nothingToUndo)) }
    do throws(StoreError) {
      return submit(.undo(try store.events(of: commit)))
    } catch {
      return handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)))
    }
  }

  /// How many events the history shows.
  private static let historyLimit = 2000

  /// Reads the last events; of one project, all are looked through, a page at a time.
  private mutating func loadHistory(of project: ProjectID?) -> [TerminalEffect] {
    do throws(StoreError) {
      var found: [RecordedEvent] = []
      var end = ui.pipeline.version.number
      while end > 0, found.count < Self.historyLimit {
        let first = end > UInt64(Self.historyLimit) ? end - UInt64(Self.historyLimit) : 0
        let page = try store.events(after: SequenceNumber(first), limit: Int(end - first))
        // A page over numbers that were given up reaches into the one before.
        found += page.reversed().filter { recorded in
          recorded.sequence.number <= end
            && project.map { recorded.event.projects.contains($0) } ?? true
        }
        end = first
      }
      ui.accounts = found.accounts
      return handle(.historyLoaded(found))
    } catch {
      return handle(.storeFailed(ui.words.store(error, pipeline: ui.pipeline)))
    }
  }

  private mutating func take(_ changes: Changes) -> [TerminalEffect] {
    if changes.startsOver {
      replacements += 1
      let before = ui.pipeline.version
      let now = store.pipeline.version
      ui.startOver(with: store.pipeline)
      guard now < before else { return [] }
      return handle(.said(Notice(ui.words.changesGone(after: now, upTo: before), tone: .bad)))
    }
    return changes.events.isEmpty ? [] : handle(.committed(changes.events, mine: false))
  }

  private mutating func noteAccess() {
    let before = ui.readOnlyReason
    switch store.access {
    case .readWrite: ui.readOnlyReason = nil
    case .readOnly(let reason):
      ui.readOnlyReason = ui.words.readOnly(reason, path: ui.storePath)
    }
    if ui.readOnlyReason != before { hasNews = true }
  }
}
