import TestSupport
import Testing

/// Trend and comparison on a real terminal.
@Suite(.serialized) struct BoardFlowStories {
  @Test func aBarOfTheTrendOpensItsProjectsByKeyAndByMouse() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("F", "t")
      try await screen.wait(for: "▸新进", "the trend")
      try await screen.press("h", "j", "j", "Enter")
      try await screen.wait(for: "2023-08 签约: 1 个项目", "the one signed in August")
      try await screen.press("Escape")
      let rows = try await screen.wait(for: "▸签约", "and back")
      let row = try #require(rows.firstIndex { $0.hasPrefix("▸签约") })
      let august = try #require(try await screen.place(of: "2023-08")).column
      let july = try #require(try await screen.place(of: "2023-07")).column
      try await screen.doubleClick(
        TerminalScreen.Place(column: august + (august - july) + 2, row: row))
      try await screen.wait(for: "2023-09 签约: 1 个项目", "a double click does the same")
    }
  }

  @Test func twoDaysAreComparedByACommand() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.type(":")
      try await screen.wait(for: "─ 命令 ─", "the command line")
      try await screen.type("compare 2023-07-24 2023-09-04")
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "2023-07-24 -> 2023-09-04", "both days")
      #expect(rows.contains { $0.contains("2考察") && $0.contains("▴+4") })
      try await screen.resize(columns: 60, rows: 20)
      try await screen.wait(for: "-> 2023-09-04 [逐级]", "stacked where it is narrow")
      try await screen.press("j", "Enter")
      try await screen.wait(for: "对比 考察: 4 个项目", "what came in between")
    }
  }
}
