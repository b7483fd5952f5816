internal import CCurses
package import Canvas
internal import Glibc
internal import SafeText

/// The screen, from the moment curses takes it until it is given back.
///
/// One at a time in a process. Whoever opens it closes it; should that be forgotten, the end of its
/// life does, and a crash does too.
package struct CursesSession: ~Copyable {
  private(set) var depth: ColourDepth
  package var hasColours: Bool { depth != .none }
  private var screen: OpaquePointer
  private let input: UnsafeMutablePointer<WINDOW>?
  private var captured: CapturedErrors
  private var isOpen = true
  private var isMouseCaptured: Bool
  private var decoder = InputDecoder()
  /// Whether the terminal still owes an answer about its width.
  var isWidthAsked = false

  /// Whether the last column can be written without wrapping.
  let canSwitchWrapping: Bool
  var styles: [CellStyle] = []
  /// What is on the screen now; nil when unknown.
  var shown: Frame?

  /// Takes the terminal on standard input and output.
  ///
  /// - Parameters:
  ///   - term: The value of TERM.
  ///   - noColour: Whether NO_COLOR is set to something.
  /// - Throws: What makes the terminal unusable, checked in this order: TERM, standard input and
  ///   output, the locale, terminfo's knowledge, cursor addressing.
  package init(
    term: String?, theme: Theme, colour: ColourChoice, noColour: Bool, mouse: Bool
  ) throws(TerminalError) {
    var before = termios()
    tcgetattr(0, &before)
    let opened = try CursesSession.open(term: term)
    input = CursesSession.openInput()
    depth = .none
    if colour.allowsColour(noColour: noColour), has_colors() {
      start_color()
      use_default_colors()
      depth = ColourDepth(colours: Int(zs_colors()))
    }
    captured = opened.captured
    canSwitchWrapping = zs_capability("rmam") != nil
    screen = opened.screen
    isMouseCaptured = mouse
    CrashHandlers.arm(captured, before: before)
    ScreenModes.write(ScreenModes.on(mouse: mouse))
    fitToWindow()
    apply(theme: theme)
  }

  deinit {
    guard isOpen else { return }
    var captured = captured
    CursesSession.leave(screen)
    _ = captured.finish()
  }

  /// Gives the terminal back as it was; returns what was written to standard error meanwhile.
  package mutating func close() -> String {
    guard isOpen else { return "" }
    isOpen = false
    if isWidthAsked {
      ScreenModes.write(AnswerDrain.endMark)
      _ = AnswerDrain.drain(STDIN_FILENO, patience: 1000)
      tcflush(STDIN_FILENO, TCIFLUSH)
    }
    CursesSession.leave(screen)
    return captured.finish()
  }

  // MARK: - Size

  /// The window's size in cells.
  package var size: Size { Size(width: Int(zs_cols()), height: Int(zs_lines())) }

  /// Asks the window for its size, after SIGWINCH; the next frame is drawn whole.
  package mutating func resize() -> Size {
    fitToWindow()
    redrawAll()
    return size
  }

  /// The most columns and rows that are drawn.
  static let sideLimit = 1000

  private func fitToWindow() {
    // curses believes LINES and COLUMNS of the environment; the window knows better.
    guard let window = WindowSize(of: STDOUT_FILENO) else { return }
    // Larger than any screen: a window that says so would be drawn in gigabytes.
    let most = CursesSession.sideLimit
    resize_term(Int32(min(window.rows, most)), Int32(min(window.columns, most)))
  }

  // MARK: - Look

  /// Draws with another theme from the next frame on.
  package mutating func apply(theme: Theme) {
    styles = CellStyle.table(of: theme, at: depth)
    redrawAll()
  }

  /// Forgets what the screen shows, so that the next frame is drawn whole.
  package mutating func redrawAll() {
    shown = nil
    clearok(zs_curscr(), true)
  }

  // MARK: - Input

  /// Whether an input has begun and not ended; wait a second at most, then ``finishInputs()``.
  package var hasUnfinishedInput: Bool { decoder.isUnfinished }

  /// The most that is read before somebody looks at the signals again: a few milliseconds' worth.
  private static let readingLimit = 1 << 16

  /// What has arrived, with runs of drags cut to the last and runs of plain characters in one piece.
  ///
  /// Of much, the rest is left for the next call.
  package mutating func readInputs() -> [Input] {
    var inputs: [Input] = []
    for _ in 0..<CursesSession.readingLimit {
      let code = wgetch(input)
      if code == ERR {
        decoder.idle(into: &inputs)
        break
      }
      decoder.feed(code, into: &inputs)
    }
    return inputs.coalesced
  }

  /// The column the terminal last said its cursor is in, told once.
  mutating func takeReportedColumn() -> Int? {
    defer { decoder.reportedColumn = nil }
    return decoder.reportedColumn
  }

  /// Ends what has begun and did not go on, such as a paste without an end.
  package mutating func finishInputs() -> [Input] {
    var inputs: [Input] = []
    decoder.timeOut(into: &inputs)
    return inputs
  }

  /// Takes the mouse, or leaves it to the terminal for selecting text.
  package mutating func setMouseCapture(_ isCaptured: Bool) {
    isMouseCaptured = isCaptured
    ScreenModes.write(isCaptured ? ScreenModes.on(mouse: true) : ScreenModes.mouseOff)
  }

  // MARK: - Suspending

  /// Gives the terminal to the shell and stops; returns once the shell lets us go on.
  ///
  /// Call ``resume()`` then: on return, or on the continue signal that comes anyway.
  package mutating func suspend() {
    ScreenModes.write(ScreenModes.off)
    endwin()
    ScreenModes.write(ScreenModes.off)
    kill(getpid(), SIGSTOP)
  }

  /// Gives the terminal to somebody else for as long as `body` takes, and takes it back.
  package mutating func lend(_ body: () -> Void) {
    ScreenModes.write(ScreenModes.off)
    endwin()
    ScreenModes.write(ScreenModes.off)
    body()
    resume()
  }

  /// Takes the terminal again, also after a stop from outside.
  package mutating func resume() {
    reset_prog_mode()
    fitToWindow()
    redrawAll()
    doupdate()
    ScreenModes.write(ScreenModes.on(mouse: isMouseCaptured))
  }

  // MARK: - Clipboard

  /// The most bytes put into the clipboard: what terminals take in one sequence.
  package static let clipboardLimit = 74_994

  /// Puts text into the terminal's clipboard by OSC 52; returns false when it is too long for it.
  ///
  /// Whether the terminal obeys is not told.
  package func copyToClipboard(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= CursesSession.clipboardLimit else { return false }
    ScreenModes.write("\u{1B}]52;c;\(Base64.encoded(bytes))\u{7}")
    return true
  }
}
