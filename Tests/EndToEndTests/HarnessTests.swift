import Testing
import TestSupport

/// The harness itself, on programs that are not ours.
@Suite struct HarnessTests {
  @Test func aProgramIsRunWithAPinnedEnvironment() async throws {
    let desk = try Desk()
    let outcome = try await desk.run("sh", ["-c", "printf %s \"$HOME\"; cat; exit 7"], input: "你好")
    #expect(
      outcome == Desk.Outcome(status: 7, stdout: desk.home.path + "你好", stderr: ""))
  }

  @Test func aProgramThatIsNotThereIsAnErrorAndEndsNothingElse() {
    #expect(throws: (any Error).self) { try Child("no-such-program", []) }
  }

  @Test func aScreenShowsWhatAProgramPrintsAndTakesKeys() async throws {
    let desk = try Desk()
    let status = try await TerminalScreen.show(
      "printf '招商 '; read -r line; printf 'got %s.' \"$line\"; read -r line; exit 3", on: desk,
      columns: 40, rows: 10
    ) { screen in
      try await screen.wait(for: "招商", "the greeting")
      try await screen.type("邹平")
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "got 邹平.", "the answer")
      #expect(rows.first == "招商 邹平")
      #expect(try await screen.place(of: "邹平") == .init(column: 5, row: 0))
      #expect(try await screen.modes() == .untouched)
      try await screen.resize(columns: 60, rows: 12)
      try await screen.press("Enter")
      return try await screen.waitForExit("the program ends")
    }
    #expect(status == 3)
  }

  @Test func aSignalEndsTheProgram() async throws {
    let status = try await TerminalScreen.show("exec sleep 1000", on: try Desk()) { screen in
      try await screen.signal(15)
      return try await screen.waitForExit("the program is gone")
    }
    #expect(status == 128 + 15)
  }
}
