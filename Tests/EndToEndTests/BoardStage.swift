import JSON
import TestSupport
import Testing

/// The day the example ends on: every board of these stories stands on it.
let exampleDay = "2023-09-04"

extension Desk {
  /// A desk with the example and a seventh card, which may go on to 意向 without being asked anything.
  static func withMovableCard() async throws -> Desk {
    let desk = try await Desk.withExample()
    try await desk.does(
      "add", "光翼激光雷达项目", "--investor", "光翼科技", "source=展会", "amount=2亿", "--on", "2023-08-01")
    try await desk.does("log", "7", "outbound", "--on", "2023-08-02", "--outcome", "preliminary")
    try await desk.does("log", "7", "inbound", "--on", "2023-08-03")
    return desk
  }

  /// Opens the board of this desk's store on the example's last day.
  ///
  /// - Parameter prefix: What stands before the program's name, such as `NO_COLOR=1`.
  func onBoard<Result: Sendable>(
    _ options: String = "", prefix: String = "exec", columns: Int = 100, rows: Int = 30,
    term: String = "tmux-256color",
    _ body: (TerminalScreen) async throws -> Result
  ) async throws -> Result {
    try await TerminalScreen.show(
      "\(prefix) zhaoshang board --today \(exampleDay) \(options)", on: self, columns: columns,
      rows: rows, term: term
    ) { screen in
      try await screen.wait(for: "[看板]", "the board opens")
      return try await body(screen)
    }
  }

  /// The stage a project is in, by what is on the disk.
  func stage(of project: Int) async throws -> String? {
    try await json("show", "\(project)")["stage"]?.string
  }

  /// The number of the last change on the disk.
  func lastChange() async throws -> Int? {
    try await json("history", "--limit", "1").array?.first?["seq"]?.integer
  }
}

extension TerminalScreen {
  /// Waits until the selected card's name begins with these characters.
  func waitForSelected(_ name: String, _ reason: String) async throws {
    try await wait(for: "▸" + name, reason)
  }

  /// Where a card lies: inside its name, so that the press is not on the border.
  func card(_ name: String) async throws -> Place {
    var place = try #require(try await place(of: name), "no card \(name)")
    place.column += 2
    return place
  }

  /// A place in the empty lower part of a stage's column.
  func column(_ heading: String) async throws -> Place {
    let place = try #require(try await place(of: heading), "no column \(heading)")
    return Place(column: place.column + 3, row: place.row + 12)
  }

  /// Presses on a card and drags it over a stage, without letting go.
  func lift(_ name: String, over heading: String) async throws -> Place {
    let (start, end) = (try await card(name), try await column(heading))
    try await mouse(.left, at: start)
    try await mouse(.leftDragged, at: end)
    return end
  }

  /// Clicks twice in one write, so that no busy machine comes between the two.
  func doubleClick(_ place: Place) async throws {
    let at = "\(place.column + 1);\(place.row + 1)"
    try await type("\u{1B}[<0;\(at)M\u{1B}[<0;\(at)m\u{1B}[<0;\(at)M\u{1B}[<0;\(at)m")
  }

  /// What was sent since the recording began, once this is in it: the recorder lags a little.
  func recorded(_ file: String, until text: String, on desk: Desk) async throws -> String {
    try await wait("\(text) is recorded") { _ in desk.home.read(file)?.contains(text) ?? false }
    return desk.home.read(file) ?? ""
  }

  /// Lets the left button go.
  func release(at place: Place) async throws {
    try await mouse(.left, at: place, isReleased: true)
  }
}
