import Glibc
import TestSupport
import Testing

/// A board with its hands full: much typed at once, a store that somebody holds.
@Suite struct BusyBoardStories {
  /// Sixteen thousand characters as a terminal without bracketed paste hands them over.
  private static let much = String(repeating: "对方要求厂房层高", count: 2000)

  @Test func sixteenThousandCharactersWithoutBracketsArriveWhole() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.hand(over: try desk.home.write(Self.much + "十二米。", to: "much"))
      try await screen.wait(for: "十二米。", "all of it is there")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "and is saved")
      try await screen.press("q")
      _ = try await screen.waitForExit("left")
    }
    let shown = try await desk.does("show", "5", "--json")
    #expect(shown.contains(Self.much + "十二米。"))
  }

  @Test func whatALineDoesNotTakeIsToldAndTheRestOfItIsThere() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "新建项目 ", "the form")
      try await screen.hand(over: try desk.home.write(Self.much, to: "much"))
      try await screen.wait(for: "太长，上限 200", "it says so")
      try await screen.press("Escape")
      try await screen.wait("the form is closed") { !$0.contains { $0.contains("新建项目 ") } }
      try await screen.press("q")
      _ = try await screen.waitForExit("left")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalEndsItWithinASecondWhileMuchIsTyped(signal: Int32) async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("/")
      try await screen.wait(for: "/", "the filter")
      let file = try desk.home.write(Self.much, to: "much")
      for _ in 0..<4 { try await screen.hand(over: file) }
      let process = try await screen.process()
      let end = await ProcessEnd.measure(of: process) { kill(process, signal) }
      #expect(end.isWithinASecond, "\(end)")
      #expect(try await screen.waitForExit("it ends") == 128 + signal)
    }
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  /// Runs a story on a board whose store somebody else holds, until the file `go` is there.
  private func held(_ story: (Desk, TerminalScreen) async throws -> Void) async throws -> Desk {
    let desk = try await Desk.withExample()
    let go = desk.home.path("go")
    try await desk.onBoard(
      prefix: "flock '\(desk.store)/lock' sh -c 'touch \(desk.home.path("held")); "
        + "until [ -e \(go) ]; do sleep 0.05; done' & "
        + "until [ -e \(desk.home.path("held")) ]; do sleep 0.05; done; exec"
    ) { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.type("等别人写完")
      try await screen.press("Enter")
      try await screen.wait(for: "别人正在写入", "it says who is in the way")
      try await story(desk, screen)
    }
    _ = try await desk.run("touch", [go])
    return desk
  }

  @Test func aHeldStoreIsWaitedForAndWhatIsTypedMeanwhileComesAfter() async throws {
    let desk = try await held { desk, screen in
      try await screen.type("q")
      _ = try await desk.run("touch", [desk.home.path("go")])
      try await screen.wait("saved and left, or not waited for any longer") { rows in
        let hasEnded = try await screen.exitStatus() != nil
        return hasEnded || rows.contains { $0.contains("没有存盘") }
      }
      // On a machine so busy that the wait ended first, it is saved by another Enter.
      if try await screen.exitStatus() == nil {
        try await screen.press("Enter")
        try await screen.wait(for: "已存盘", "saved now")
        try await screen.press("q")
      }
      #expect(try await screen.waitForExit("saved, and then left") == 0)
    }
    #expect(try await desk.does("show", "5").contains("等别人写完"))
  }

  @Test func aHeldStoreKeepsNeitherASignalNorEscapeWaiting() async throws {
    let desk = try await held { desk, screen in
      try await screen.press("Escape")
      let rows = try await screen.wait("given up") { rows in
        rows.contains { $0.contains("没有存盘") || $0.contains("没有保存") }
      }
      // On a machine so busy that the wait had ended by itself, Esc closed the form.
      if rows.contains(where: { $0.contains("没有保存") }) { try await screen.press("i") }
      try await screen.wait(for: "等别人写完", "what was typed is still there")
      try await screen.press("Enter")
      try await screen.wait(for: "别人正在写入", "tried again")
      let process = try await screen.process()
      let end = await ProcessEnd.measure(of: process) { kill(process, SIGTERM) }
      #expect(end.isWithinASecond, "\(end)")
      #expect(try await screen.waitForExit("it ends") == 128 + SIGTERM)
    }
    #expect(try await !desk.does("show", "5").contains("等别人写完"))
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "等别人写完", "what was typed is offered again")
    }
  }
}
