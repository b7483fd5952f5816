import JSON
import TestSupport
import Testing

/// The board on a real terminal: what a person does, what stands on the screen, what is on the disk.
@Suite struct BoardStoryTests {
  @Test(arguments: ["tmux-256color", "xterm-256color", "screen", "linux", "vt100"])
  func demoShowsTheStagesAndLeavesTheTerminalAsItWas(term: String) async throws {
    let desk = try Desk()
    try await TerminalScreen.show("zhaoshang demo; echo 离开 $?; cat", on: desk, term: term) {
      screen in
      let rows = try await screen.wait(for: "青岛", "the example's cards")
      for stage in ["对接", "考察", "回访", "意向", "立项", "签约"] {
        #expect(rows.contains { $0.contains(stage) }, "\(stage)")
      }
      #expect(try await screen.modes().isMouseOn)
      try await screen.press("q")
      try await screen.wait(for: "离开 0", "the board is left")
      #expect(try await screen.modes() == .untouched)
    }
    #expect(try await desk.run("find", [desk.home.path, "-mindepth", "1"]).stdout == "")
  }

  /// The bureau's board is one of its handlers': mine are some, and what is late is told.
  @Test func theBureauOpensAsOneOfItsHandlers() async throws {
    try await TerminalScreen.show(
      "exec zhaoshang demo bureau", on: try Desk(), columns: 140, rows: 40
    ) { screen in
      let rows = try await screen.wait(for: "在谈 78", "the cards are there", seconds: 20)
      #expect(rows[0].contains("在谈 78") && rows[0].contains("签约 13"), "\(rows[0])")
      #expect(rows[0].contains("王磊") && rows[0].contains("2026-11-27"), "\(rows[0])")
      #expect(rows[0].contains("逾期 8"), "\(rows[0])")
      try await screen.press("f")
      try await screen.wait(for: "在谈 10", "only mine")
      try await screen.press("f")
      try await screen.wait(for: "看全部", "it asks whose")
      try await screen.press("Enter")
      try await screen.wait(for: "在谈 78", "everybody's")
      try await screen.press("F")
      try await screen.wait(for: "总转化 13/120", "the funnel of all")
    }
  }

  @Test func theOrderOfTheCardsIsRememberedAndACommandTakesItsWords() async throws {
    let desk = try await Desk.withExample()
    let board = "zhaoshang board --today \(deskDay); echo 离开"
    try await TerminalScreen.show(board, on: desk) { screen in
      try await screen.wait(for: "远东宏信", "the board")
      try await screen.press("s")
      try await screen.wait(for: "排序：手动顺序", "by hand")
      try await screen.press(":")
      try await screen.type("next 送图 +3d")
      try await screen.wait(for: "-> 下步打算 送图，时限 2026-11-25", "what it would do")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "done")
      try await screen.press("y")
      try await screen.wait(for: "已送往终端的剪贴板", "sent, which is all that is known")
      for sentence in ["已写入 ", "已经有了，没有写入"] {
        try await screen.press(":")
        try await screen.type("copy \(desk.home.path)/卡片.txt")
        try await screen.press("Enter")
        try await screen.wait(for: sentence, "into a file that is not there")
      }
      try await screen.press("q")
      try await screen.wait(for: "离开", "left")
    }
    let text = try await desk.run("cat", ["\(desk.home.path)/卡片.txt"]).stdout
    #expect(text.contains("远东宏信集团合作") && text.contains("送图"), "\(text)")
    let card = try await desk.run("zhaoshang", ["show", "5"]).stdout
    #expect(card.contains("送图") && card.contains("2026-11-25"), "\(card)")
    try await TerminalScreen.show(board, on: desk) { screen in
      try await screen.wait(for: "远东宏信", "the board again")
      try await screen.press("s")
      try await screen.wait(for: "排序：逾期、停滞在前", "it was by hand still")
    }
  }

  @Test func aKeyCarriesACardOnAndSaysWhatIsMissing() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("zhaoshang board --today \(deskDay)", on: desk) { screen in
      try await screen.wait(for: "远东宏信", "the board")
      try await screen.press("/")
      try await screen.type("ydhx")
      try await screen.press("Enter")
      try await screen.wait("only the card found is left") { rows in
        !rows.contains { $0.contains("青岛") } && rows.contains { $0.contains("远东宏信") }
      }
      try await screen.press("L")
      try await screen.wait(for: "缺初步意向以上的成果", "the form asks for what is missing")
      #expect(try await stage(of: 5, desk) == "return-visit")
      // The caret is where the answer goes.
      try await screen.press("Up", "Up", "Up", "Up")
      try await screen.type("对方已口头答应")
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "the move is on the disk")
      #expect(try await stage(of: 5, desk) == "intent")
      try await screen.press("u")
      // The hint beside what was saved says 撤销 too.
      try await screen.wait(for: "撤销：#5", "the move is taken back")
      #expect(try await stage(of: 5, desk) == "return-visit")
    }
  }

  @Test func draggingACardIsTheSameMove() async throws {
    let desk = try await Desk.withStore()
    try await desk.does("add", "光翼激光雷达", "--investor", "光翼科技", "--on", "2026-11-16")
    try await desk.does("log", "1", "outbound", "--on", "2026-11-16")
    try await TerminalScreen.show("zhaoshang board --today \(deskDay)", on: desk) { screen in
      try await screen.wait(for: "光翼", "the card")
      let card = try #require(try await screen.place(of: "光翼"))
      let target = try #require(try await screen.place(of: "考察"))
      let goal = TerminalScreen.Place(column: target.column + 2, row: card.row + 3)
      try await screen.drag(
        from: card, through: [.init(column: card.column + 4, row: card.row)], to: goal)
      try await screen.wait(for: "已存盘", "the drop is on the disk")
      #expect(try await stage(of: 1, desk) == "visit")
      let dropped = try #require(try await screen.place(of: "光翼"))
      #expect(dropped.column > card.column + 8)
    }
  }

  @Test func aColleaguesChangeAppearsByItself() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("zhaoshang", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      for name in ["红河", "黄河", "青海"] {
        // Timed from before it is saved to after it is seen.
        let start = ContinuousClock.now
        try await desk.does("add", "\(name)新项目", "--investor", "甲")
        try await screen.wait(for: "\(name)新", "the colleague's card", seconds: 5)
        let taken = start.duration(to: .now)
        #expect(taken <= Effort.aSecond, "\(taken)")
      }
    }
  }

  @Test func everySizeShowsSomethingAndTheBoardComesBack() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("zhaoshang", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      for (columns, rows) in [(200, 60), (120, 30), (60, 20), (40, 10), (20, 6), (3, 2)] {
        try await screen.resize(columns: columns, rows: rows)
        try await screen.wait("something is drawn at \(columns)×\(rows)") { lines in
          lines.contains { line in line.contains { $0 != " " } }
        }
        #expect(try await screen.exitStatus() == nil)
      }
      try await screen.resize(columns: 80, rows: 24)
      try await screen.wait(for: "青岛", "the board comes back")
    }
  }

  @Test(arguments: [Int32(15), 1, 2])
  func aSignalEndsItWithTheTerminalAsItWas(signal: Int32) async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show(
      "sh -c 'echo $$ >\(desk.home.path)/pid; exec zhaoshang'; echo 离开 $?; cat", on: desk
    ) { screen in
      try await screen.wait(for: "青岛", "the board")
      _ = try await desk.run(
        "sh", ["-c", "kill -\(signal) $(cat \(desk.home.path)/pid)"])
      try await screen.wait(for: "离开 \(128 + signal)", "the board is gone")
      #expect(try await screen.modes() == .untouched)
    }
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  @Test func aTerminalThatCannotShowItIsToldSo() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("TERM=dumb zhaoshang; echo 离开 $?; cat", on: desk) { screen in
      let rows = try await screen.wait(for: "离开", "it gives up")
      #expect(!rows.contains { $0.contains("离开 0") })
      #expect(rows.contains { $0.contains("zhaoshang:") })
    }
  }

  private func stage(of project: Int, _ desk: Desk) async throws -> String? {
    try await desk.json("show", "\(project)")["stage"]?.string
  }
}
