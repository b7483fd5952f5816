import Canvas
import Glibc
import Terminal
import TestSupport
import Testing

/// A terminal made of a pseudo-terminal, standing at this process's standard input and output.
///
/// Only for a process of its own: each test runs in one.
struct PseudoTerminal {
  let master: Int32
  let slave: Int32

  init(columns: UInt16, rows: UInt16) {
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    precondition(openpty(&master, &slave, nil, nil, &window) == 0, "a pseudo-terminal opens")
    self.master = master
    self.slave = slave
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    dup2(slave, 0)
    dup2(slave, 1)
  }

  /// What has been written to the terminal since the last call.
  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(write(master, bytes, bytes.count) == bytes.count, "a terminal takes what is typed")
  }

  /// The line settings, as bytes to compare.
  var modes: [UInt8] {
    var settings = termios()
    tcgetattr(slave, &settings)
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  func resize(columns: UInt16, rows: UInt16) {
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &window)
  }
}

func plainTheme() -> Theme {
  Theme(
    name: "测试", isDark: true,
    appearances: Array(repeating: Appearance(), count: Role.allCases.count),
    monochrome: Array(repeating: [], count: Role.allCases.count), glyphs: .line)
}

func openSession() throws -> CursesSession {
  try CursesSession(
    term: "xterm-256color", theme: plainTheme(), colour: .auto, noColour: false, mouse: true)
}

@Suite("A session on a terminal")
struct CursesSessionTests {
  @Test("A frame is drawn, and the same frame again sends not one byte")
  func present() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      var frame = Frame(size: session.size)
      frame.write("光翼激光か\u{3099}", at: Point(x: 2, y: 1))
      frame.cursor = Point(x: 4, y: 1)
      session.present(frame)
      let first = terminal.output()
      #expect(first.contains("光翼激光か\u{3099}"))
      #expect(first.contains("\u{1B}[?1049h") && first.contains("\u{1B}[?1002h\u{1B}[?1006h"))
      session.present(frame)
      #expect(terminal.output() == "")
      frame.write("x", at: Point(x: 2, y: 1))
      session.present(frame)
      let change = terminal.output()
      #expect(change.contains("x") && !change.contains("激"))
      session.redrawAll()
      session.present(frame)
      #expect(terminal.output().contains("翼激光"))
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }

  @Test("Closing gives back the line settings, the modes, the screen and what was said meanwhile")
  func close() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      let before = terminal.modes
      var session = try openSession()
      #expect(terminal.modes != before)
      _ = terminal.output()
      _ = "来自库的一行\n".withCString { write(2, $0, strlen($0)) }
      let said = [session.close(), session.close()]
      #expect(said == ["来自库的一行\n", ""])
      let farewell = terminal.output()
      for mode in ["1002", "1004", "1006", "1049", "2004"] {
        #expect(farewell.contains("\u{1B}[?\(mode)l"), "mode \(mode) is still on")
      }
      #expect(terminal.modes == before)
      exit(EXIT_SUCCESS)
    }
  }

  @Test("A session that is forgotten closes itself")
  func forgotten() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      let before = terminal.modes
      do { _ = try openSession() }
      #expect(terminal.modes == before && terminal.output().contains("\u{1B}[?1002l"))
      exit(EXIT_SUCCESS)
    }
  }

  @Test("Keys, the mouse and a paste arrive, and a resized window is drawn whole")
  func inputs() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      terminal.type("意\u{1B}[1;2D\u{1B}[<0;3;2M\u{1B}[<32;4;2M\u{1B}[<32;9;2M\u{1B}[<0;9;2m")
      terminal.type("\u{1B}[200~甲\r乙\u{1B}[201~\u{1B}")
      let inputs = session.readInputs()
      #expect(
        inputs == [
          .key(.character("意")), .key(Key(.left, .shift)),
          .pointer(Pointer(.down(.left), at: Point(x: 2, y: 1))),
          .pointer(Pointer(.drag(.left), at: Point(x: 8, y: 1))),
          .pointer(Pointer(.up(.left), at: Point(x: 8, y: 1))),
          .paste("甲\n乙"), .key(Key(.escape)),
        ])
      let (rest, isUnfinished) = (session.readInputs(), session.hasUnfinishedInput)
      #expect(rest == [] && !isUnfinished)
      terminal.resize(columns: 20, rows: 3)
      let size = session.resize()
      #expect(size == Size(width: 20, height: 3))
      var frame = Frame(size: session.size)
      frame.write("签约", at: Point(x: 16, y: 2))
      session.present(frame)
      #expect(terminal.output().contains("签约"))
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }

  @Test("The clipboard takes base64, and refuses what no terminal takes")
  func clipboard() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      var session = try openSession()
      _ = terminal.output()
      let isCopied = session.copyToClipboard("云岭")
      #expect(isCopied)
      #expect(terminal.output() == "\u{1B}]52;c;5LqR5bKt\u{7}")
      let isLongCopied = session.copyToClipboard(String(repeating: "长", count: 30_000))
      #expect(!isLongCopied)
      _ = session.close()
      exit(EXIT_SUCCESS)
    }
  }

  @Test("A crash leaves the screen and passes on the last words")
  func crash() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = PseudoTerminal(columns: 40, rows: 6)
      let session = try openSession()
      _ = "临终的话\n".withCString { write(2, $0, strlen($0)) }
      let size = session.size
      precondition(size.width == 0, "为什么")
    }
    let words = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(words.contains("临终的话"))
  }

  @Test(
    "A terminal that cannot be used is named",
    arguments: [
      (nil, TerminalError.noTerminalName), ("", .noTerminalName), ("没有", .unknownTerminal("没有")),
      ("dumb", .noCursorAddressing("dumb")),
    ] as [(String?, TerminalError)])
  func unusable(term: String?, error: TerminalError) async {
    await #expect(processExitsWith: .success) { [term, error = "\(error)"] in
      _ = PseudoTerminal(columns: 40, rows: 6)
      do {
        _ = try CursesSession(
          term: term, theme: plainTheme(), colour: .auto, noColour: false, mouse: true)
        Issue.record("it opened")
      } catch let reason {
        #expect("\(reason)" == error)
      }
      exit(EXIT_SUCCESS)
    }
  }
}

@Suite("Watching")
struct WatchingTests {
  @Test("A file written in the folder wakes with its name, and a signal with its kind")
  func wakes() async {
    await #expect(processExitsWith: .success) {
      let terminal = PseudoTerminal(columns: 40, rows: 6)
      let signals = try Signals()
      var template = Array("/tmp/zhaoshang-watch-XXXXXX".utf8CString)
      let folder = mkdtemp(&template).map { String(cString: $0) } ?? ""
      let watch: FolderWatch? = try FolderWatch(folder: folder)
      let nothing = Waiter.wait(signals: signals, folder: watch, milliseconds: 0)
      #expect(nothing == [])
      let file = open("\(folder)/日志", O_CREAT | O_WRONLY, 0o600)
      Glibc.close(file)
      // To this thread: the test runner's others do not hold the signal back.
      raise(SIGTERM)
      terminal.type("j\n")
      let woken = Waiter.wait(signals: signals, folder: watch, milliseconds: 10_000)
      #expect(
        woken == [.signals([.terminate]), .folder(FolderChange(names: ["日志"])), .input])
      unlink("\(folder)/日志")
      rmdir(folder)
      let gone = Waiter.wait(signals: signals, folder: watch, milliseconds: 10_000)
      #expect(gone.contains(.folder(FolderChange(names: ["日志"], isIncomplete: true))))
      Glibc.close(terminal.slave)
      Glibc.close(terminal.master)
      let hangUp = Waiter.wait(signals: signals, folder: watch, milliseconds: 10_000)
      #expect(hangUp.contains(.hangUp))
      exit(EXIT_SUCCESS)
    }
  }
}
