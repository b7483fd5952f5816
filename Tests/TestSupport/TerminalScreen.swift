internal import Glibc

/// A real terminal with a program in it: a tmux server of the test's own, with one window.
///
/// Nothing here waits for time to pass: every wait names the text or the condition it is for, and
/// fails with the screen as it was when the deadline comes.
package struct TerminalScreen: Sendable {
  package let desk: Desk
  private let socket: String
  private static let target = "stage:0.0"

  /// Runs `body` with `command` on a screen, and takes the screen away afterwards.
  ///
  /// - Parameters:
  ///   - command: A line for the shell, such as `zhaoshang demo`.
  ///   - term: What the program is told it runs in; tmux itself understands all of them.
  package static func show<Result: Sendable>(
    _ command: String, on desk: Desk, columns: Int = 80, rows: Int = 24,
    term: String = "tmux-256color",
    _ body: (TerminalScreen) async throws -> Result
  ) async throws -> Result {
    try await Seats.terminals.seated {
      try await show(command, on: desk, Size(columns: columns, rows: rows), term: term, body)
    }
  }

  private struct Size { let columns, rows: Int }

  private static func show<Result: Sendable>(
    _ command: String, on desk: Desk, _ size: Size, term: String,
    _ body: (TerminalScreen) async throws -> Result
  ) async throws -> Result {
    let socket = "zhaoshang-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    var desk = desk
    desk.environment["TERM"] = "xterm-256color"
    desk.environment["COLUMNS"] = nil
    desk.environment["LINES"] = nil
    // tmux leaves its socket behind; here it goes with the folder.
    let sockets = try ScratchFolder("zhaoshang-tmux")
    defer { withExtendedLifetime(sockets) {} }
    desk.environment["TMUX_TMPDIR"] = sockets.path
    let screen = TerminalScreen(desk: desk, socket: socket)
    try await screen.tmux([
      "-f", "/dev/null", "start-server",
      ";", "set-option", "-g", "default-terminal", term,
      ";", "set-option", "-g", "status", "off",
      ";", "set-option", "-g", "remain-on-exit", "on",
      ";", "set-option", "-g", "remain-on-exit-format", "",
      ";", "set-option", "-s", "escape-time", "0",
      ";", "set-option", "-g", "default-shell", "/bin/sh",
      ";", "new-session", "-d", "-s", "stage", "-x", "\(size.columns)", "-y", "\(size.rows)",
      command,
    ])
    do {
      let result = try await body(screen)
      _ = try? await screen.tmux(["kill-server"])
      return result
    } catch {
      _ = try? await screen.tmux(["kill-server"])
      throw error
    }
  }

  // MARK: What a person does

  /// Presses keys by tmux's names: `Enter`, `Escape`, `F2`, `S-Right`, `C-r`, `q`.
  ///
  /// After Escape, wait for what it closes before the next key: read together they are an Alt key.
  package func press(_ keys: String...) async throws {
    // A semicolon by itself would end the command of tmux.
    try await tmux(["send-keys", "-t", Self.target] + keys.map { $0 == ";" ? "\\;" : $0 })
  }

  /// Types a text as an input method commits it: the bytes as they are.
  package func type(_ text: String) async throws {
    try await send(Array(text.utf8))
  }

  /// Hands over a text of any size at once, without the brackets of a paste; tmux takes no more than
  /// a few thousand keys in one message.
  ///
  /// - Parameter file: A file that holds the text.
  package func hand(over file: String) async throws {
    try await tmux(["load-buffer", file])
    try await tmux(["paste-buffer", "-t", Self.target])
  }

  /// Sends raw bytes to the program.
  package func send(_ bytes: [UInt8]) async throws {
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    try await tmux(["send-keys", "-t", Self.target, "-H"] + hex)
  }

  /// A place on the screen, counted from 0.
  package struct Place: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// What the mouse reports, by its number in the SGR form.
  package enum Button: Int, Sendable {
    case left = 0
    case middle = 1
    case right = 2
    case leftDragged = 32
    case wheelUp = 64
    case wheelDown = 65
  }

  package func mouse(_ button: Button, at place: Place, isReleased: Bool = false) async throws {
    let end = isReleased ? "m" : "M"
    try await type("\u{1B}[<\(button.rawValue);\(place.column + 1);\(place.row + 1)\(end)")
  }

  package func click(_ place: Place) async throws {
    try await mouse(.left, at: place)
    try await mouse(.left, at: place, isReleased: true)
  }

  /// Presses at one place and lets go at another, passing through those between.
  package func drag(from start: Place, through way: [Place] = [], to end: Place) async throws {
    try await mouse(.left, at: start)
    for place in way + [end] { try await mouse(.leftDragged, at: place) }
    try await mouse(.left, at: end, isReleased: true)
  }

  package func resize(columns: Int, rows: Int) async throws {
    try await tmux([
      "resize-window", "-t", "stage:0", "-x", "\(columns)", "-y", "\(rows)",
    ])
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) async throws {
    guard let process = Int32(try await ask("#{pane_pid}")) else { return }
    kill(process, number)
  }

  // MARK: What can be seen

  /// The rows of the screen, without the blanks at their ends.
  package func rows() async throws -> [String] {
    try await tmux(["capture-pane", "-p", "-t", Self.target])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Keeps every byte the program sends from now on in a file.
  package func record(to path: String) async throws {
    try await tmux(["pipe-pane", "-t", Self.target, "exec cat >'\(path)'"])
  }

  /// The number of the program's process.
  package func process() async throws -> Int32 { Int32(try await ask("#{pane_pid}")) ?? 0 }

  /// Takes the terminal away from under the program.
  package func vanish() async throws { try await tmux(["kill-server"]) }

  /// The screen with its colours, as escape sequences.
  package func colours() async throws -> String {
    try await tmux(["capture-pane", "-e", "-p", "-t", Self.target])
  }

  /// Where a text stands, in columns: nil when it is not on the screen.
  package func place(of text: String) async throws -> Place? {
    for (row, line) in try await rows().enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      let before = line[..<range.lowerBound].unicodeScalars
      let columns = before.reduce(0) { $0 + (Self.isWide($1) ? 2 : 1) }
      return Place(column: columns, row: row)
    }
    return nil
  }

  /// Where the cursor stands: an input method shows its words there.
  package func cursor() async throws -> Place? {
    let parts = try await ask("#{cursor_x} #{cursor_y}").split(separator: " ")
      .compactMap { Int($0) }
    return parts.count == 2 ? Place(column: parts[0], row: parts[1]) : nil
  }

  /// How the program ended, as a shell says it (128 and the signal's number); nil while it runs.
  package func exitStatus() async throws -> Int32? {
    let answer = try await ask("#{pid} #{pane_dead} #{pane_dead_status} #{pane_dead_signal}")
    let parts = answer.split(separator: " ", omittingEmptySubsequences: false).map { Int32($0) }
    guard parts.count == 4 else { return nil }
    if parts[1] == 1, let status = parts[2] ?? parts[3].map({ 128 + $0 }) { return status }
    // tmux 3.3a misses one child's end in five (measured) and leaves it a zombie until told again.
    if let server = parts[0] { kill(server, SIGCHLD) }
    return nil
  }

  /// The modes a program must leave as it found them.
  package struct Modes: Hashable, Sendable {
    package let isMouseOn: Bool
    package let isAlternate: Bool
    package let isCursorShown: Bool

    package static let untouched = Modes(
      isMouseOn: false, isAlternate: false, isCursorShown: true)

    package init(isMouseOn: Bool, isAlternate: Bool, isCursorShown: Bool) {
      self.isMouseOn = isMouseOn
      self.isAlternate = isAlternate
      self.isCursorShown = isCursorShown
    }
  }

  /// The modes now; tmux hides the cursor of a program that has ended, so ask while a shell runs.
  package func modes() async throws -> Modes {
    let flags = try await ask("#{mouse_any_flag} #{alternate_on} #{cursor_flag}").split(
      separator: " ")
    return Modes(
      isMouseOn: flags.first == "1", isAlternate: flags.dropFirst().first == "1",
      isCursorShown: flags.last == "1")
  }

  // MARK: Waiting

  /// Waits until a text is on the screen and gives the rows it was seen in.
  @discardableResult
  package func wait(for text: String, _ reason: String, seconds: Int = 15) async throws
    -> [String]
  {
    try await wait(reason, seconds: seconds) { rows in rows.contains { $0.contains(text) } }
  }

  /// Waits until the rows are as wanted and gives them.
  @discardableResult
  package func wait(
    _ reason: String, seconds: Int = 15, until isAsWanted: ([String]) async throws -> Bool
  ) async throws -> [String] {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while true {
      let rows = try await rows()
      if try await isAsWanted(rows) { return rows }
      if ContinuousClock.now > deadline {
        throw WaitedInVain(reason: reason, screen: rows.joined(separator: "\n"))
      }
      // A pause between two looks, not a wait for something to have happened.
      try await Task.sleep(for: .milliseconds(15))
    }
  }

  /// Waits until the program has ended and gives its status.
  package func waitForExit(_ reason: String, seconds: Int = 15) async throws -> Int32 {
    try await wait(reason, seconds: seconds) { _ in try await exitStatus() != nil }
    return try await exitStatus() ?? 0
  }

  // MARK: tmux

  private func ask(_ format: String) async throws -> String {
    let answer = try await tmux(["display-message", "-p", "-t", Self.target, format])
    return answer.last == "\n" ? String(answer.dropLast()) : answer
  }

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let outcome = try await desk.run("tmux", ["-L", socket, "-u"] + arguments)
    guard outcome.status == 0 else {
      throw TerminalFailure(command: arguments, message: outcome.stderr)
    }
    return outcome.stdout
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// What was waited for did not come; the screen as it was instead.
package struct WaitedInVain: Error, CustomStringConvertible {
  package let reason: String
  package let screen: String
  package var description: String { "waited in vain: \(reason)\n\(screen)" }
}

/// tmux refused a command.
package struct TerminalFailure: Error, CustomStringConvertible {
  package let command: [String]
  package let message: String
  package var description: String { "tmux \(command.joined(separator: " ")): \(message)" }
}
