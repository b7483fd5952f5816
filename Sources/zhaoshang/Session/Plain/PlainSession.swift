internal import BoardUI
internal import Glibc
internal import Pipeline
internal import Storage
internal import Wording

/// The board line by line: a prompt, numbered answers, no screen of its own.
///
/// For people to whom a screen is read out, and for terminals that can do nothing but print. It is the
/// same board, told what is typed and asked what to say.
struct PlainSession: ~Copyable {
  private var desk: BoardDesk
  private var drafts: DraftFile
  private let clock: BoardLoop.Clock
  private let views: PlainViewCommand
  private var hasLeft = false

  init(
    _ desk: consuming BoardDesk, drafts: consuming DraftFile, clock: BoardLoop.Clock,
    views: PlainViewCommand
  ) {
    self.desk = desk
    self.drafts = drafts
    self.clock = clock
    self.views = views
    self.desk.becomePlain()
  }

  /// Talks until it is left, or nothing more is typed.
  mutating func run() throws(Failure) {
    var lines = TypedLines()
    try say()
    while !hasLeft {
      try Output.prompt(desk.spokenPrompt)
      guard let line = lines.next() else { break }
      // What colleagues stored meanwhile comes first: the answer is decided on it.
      try perform(desk.catchUp())
      let today = clock.today()
      if today != desk.ui.today { try perform(desk.handle(.dayChanged(today))) }
      switch line {
      case .text(let text): try perform(desk.handle(.line(text)))
      case .unreadable:
        try perform(desk.handle(.said(Notice(desk.ui.words.unreadableLine, tone: .bad))))
      }
      drafts.keep(desk.ui.unfinished)
      try linger()
      try say()
    }
    if hasLeft { return }
    // What was begun is still told to a script that has ended.
    while desk.isRunningOwn { try look() }
    try say()
  }

  private mutating func say() throws(Failure) {
    let lines = desk.speak()
    if !lines.isEmpty { try Output.result(lines.joined(separator: "\n")) }
  }

  /// Waits a moment for a program that was started, so that most are told of before the next prompt.
  private mutating func linger() throws(Failure) {
    let end = Surroundings.ticks + 2000
    while desk.isRunningOwn, Surroundings.ticks < end { try look() }
  }

  private mutating func look() throws(Failure) {
    usleep(20_000)
    try perform(desk.lookAfterOwn())
  }

  private mutating func perform(_ effects: [TerminalEffect]) throws(Failure) {
    for effect in effects {
      switch effect {
      case .tell(let view): run(views.words(of: view, on: desk.ui))
      case .lend(let words): run(words)
      case .quit:
        if let warning = desk.warnOfLeaving() {
          try perform(desk.handle(.said(warning)))
        } else {
          hasLeft = true
        }
      case .copy(let text): try Output.result(text)
      case .paint, .setMouse, .redraw, .suspend: break
      }
    }
  }

  /// Has a program of ours or of the bureau's print what it has to say.
  private func run(_ words: [String]) {
    _ = ForegroundChild(words: words, variables: desk.childVariables).run()
  }
}

/// The subcommands that print what the views of a board show.
struct PlainViewCommand {
  /// The options that lead to the same store on the same day.
  let options: [String]

  func words(of view: PlainView, on ui: UIState) -> [String] {
    let day = ui.asOf.map { ["--as-of", $0.description] } ?? []
    let filter = ui.filterText.isEmpty ? [] : [ui.filterText]
    let words: [String] =
      switch view {
      case .list: ["list"] + filter + day
      case .funnel: ["funnel"] + filter + day
      case .trend: ["trend"] + filter + day
      case .timeline: ["timeline"] + day
      // What is due, without the frame of a month.
      case .agenda, .month: ["agenda"] + filter + day
      case .report: ["report", "week"] + day
      case .requests: ["request", "list"]
      case .targets: ["target", "list"] + day
      case .history(let project):
        ["history"] + (project.map { ["\($0.number)"] } ?? ["--limit", "20"])
      }
    return ["/proc/self/exe"] + words + options
  }
}
