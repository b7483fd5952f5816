import Glibc
import TestSupport
import Testing

/// Windows that change without end, and terminals that go away.
@Suite struct TerminalLossTests {
  @Test func fiveHundredResizesLeaveABoardThatWorks() async throws {
    let desk = try await Desk.withExample()
    var dice = SplitMix64(seed: 500)
    try await TerminalScreen.show("zhaoshang", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      for round in 0..<500 {
        let columns = round == 0 ? 1 : Int.random(in: 1...500, using: &dice)
        let rows = round == 0 ? 1 : Int.random(in: 1...200, using: &dice)
        try await screen.resize(columns: columns, rows: rows)
      }
      try await screen.resize(columns: 80, rows: 24)
      try await screen.wait(for: "青岛", "the board comes back")
      try await screen.press("/")
      try await screen.type("ydhx")
      try await screen.press("Enter")
      try await screen.wait(for: "远东宏信", "it still listens")
      #expect(try await screen.exitStatus() == nil)
    }
  }

  /// With the signal and, as under nohup, without.
  @Test(arguments: ["zhaoshang", "trap '' HUP; exec zhaoshang"])
  func aTerminalThatIsClosedEndsItAtOnceWithoutSpinning(command: String) async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("exec sh -c \"\(command)\"", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      let process = try await screen.process()
      let end = try await ProcessEnd.measure(of: process) { try await screen.vanish() }
      #expect(end.isWithinASecond, "\(end)")
      #expect(end.processor <= .milliseconds(100), "\(end)")
    }
    #expect(try await desk.zhaoshang("verify").status == 0)
  }
}
