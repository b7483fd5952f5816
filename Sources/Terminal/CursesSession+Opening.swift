internal import CCurses
internal import CGlibc
internal import Glibc

extension CursesSession {
  /// Opens the screen and sets what does not depend on the theme.
  static func open(
    term: String?
  ) throws(TerminalError) -> (screen: OpaquePointer, captured: CapturedErrors) {
    guard let term, !term.isEmpty else { throw .noTerminalName }
    for descriptor: Int32 in [0, 1] where isatty(descriptor) == 0 {
      throw .notATerminal(descriptor: descriptor)
    }
    try useUTF8()
    limitWindow()
    guard let screen = zs_newterm(term) else { throw .unknownTerminal(term) }
    guard zs_capability("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .noCursorAddressing(term)
    }
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    scrollok(zs_stdscr(), false)
    leaveok(zs_stdscr(), false)
    do {
      return (screen, try CapturedErrors.begin())
    } catch {
      endwin()
      delscreen(screen)
      throw error
    }
  }

  /// Has curses begin with no more than is drawn, however large the window says it is: it keeps three
  /// copies of every cell.
  private static func limitWindow() {
    guard let window = WindowSize(of: STDOUT_FILENO) else { return }
    for (name, side) in [("LINES", window.rows), ("COLUMNS", window.columns)]
    where side > sideLimit {
      setenv(name, "\(sideLimit)", 1)
    }
  }

  /// A pad to read from: reading from a window would draw it first.
  static func openInput() -> UnsafeMutablePointer<WINDOW>? {
    let pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
    // After keypad: that loads terminfo's keys, and xterm's would take the mouse back.
    for (sequence, code) in KeySequences.definitions { define_key(sequence, code) }
    return pad
  }

  /// Leaves the screen; the modes go twice because some terminals keep them per screen.
  static func leave(_ screen: OpaquePointer) {
    ScreenModes.write(ScreenModes.off)
    curs_set(1)
    endwin()
    ScreenModes.write(ScreenModes.off)
    zs_flush_stdout()
    delscreen(screen)
    CrashHandlers.disarm()
  }

  /// The environment's locale if it does UTF-8, else C.UTF-8: a bureau's ssh session may have none.
  private static func useUTF8() throws(TerminalError) {
    setlocale(LC_ALL, "")
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      if !name.isEmpty { setlocale(LC_CTYPE, name) }
      if wcwidth(0x4E2D) == 2 { return }
    }
    throw .noUTF8
  }
}
