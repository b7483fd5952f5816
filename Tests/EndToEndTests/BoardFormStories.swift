import Glibc
import JSON
import TestSupport
import Testing

/// What is typed: forms, Chinese, half-finished words.
@Suite(.serialized) struct BoardFormStories {
  @Test(arguments: [SIGTERM, SIGHUP])
  func whatWasTypedIsOfferedAgainAfterASignal(signal: Int32) async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "新建项目 ", "the form")
      try await screen.type("写到一半的项目")
      try await screen.wait(for: "写到一半的项目", "typed")
      try await screen.signal(signal)
      #expect(try await screen.waitForExit("it ends") == 128 + signal)
    }
    try await desk.onBoard { screen in
      try await screen.wait(for: "没写完", "the next run says so")
      try await screen.press("n")
      try await screen.wait(for: "写到一半的项目", "and offers it")
    }
  }

  @Test func whatWasTypedTwoSecondsAgoOutlivesAKill() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.type("对方要求厂房层高十二米")
      try await screen.wait("it is kept aside") { _ in
        try await desk.run("sh", ["-c", "cat \(desk.store)/drafts/*.json"]).stdout
          .contains("厂房层高十二米")
      }
      try await screen.signal(SIGKILL)
      _ = try await screen.waitForExit("it is gone")
    }
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "对方要求厂房层高十二米", "nothing is lost")
      try await screen.press("Enter")
      try await screen.wait(for: "备注：对方要求厂房层高十二米  已存盘", "and it can be saved")
      try await screen.press("q")
      _ = try await screen.waitForExit("left")
    }
    #expect(try await desk.run("ls", [desk.store + "/drafts"]).stdout == "")
  }

  @Test func aProjectThatResemblesAnotherIsSavedAtTheSecondEnter() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.json("list", "--all").array?.count ?? 0
    try await desk.onBoard { screen in
      try await screen.press("n")
      try await screen.wait(for: "新建项目 ", "the form")
      try await screen.type("远东宏信集团合作")
      try await screen.press("Tab")
      try await screen.type("新的投资方")
      try await screen.wait(for: "新的投资方", "typed")
      try await screen.press("Enter")
      try await screen.wait(for: "还没有保存", "it warns")
      try await screen.wait(for: "可能与 #5", "of whom, with the first talk")
      #expect(try await desk.json("list", "--all").array?.count == before)
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "and saves when it is meant")
      try await screen.press("q")
      _ = try await screen.waitForExit("left")
    }
    #expect(try await desk.json("list", "--all").array?.count == before + 1)
  }

  @Test func theCursorStandsWhereAnInputMethodWrites() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "i")
      try await screen.wait(for: "备注 #5", "the form")
      try await screen.type("招商a引资")
      try await screen.wait(for: "招商a引资", "typed")
      let text = try #require(try await screen.place(of: "招商a引资"))
      #expect(try await screen.cursor() == .init(column: text.column + 9, row: text.row))
      #expect(try await screen.modes().isCursorShown)
      try await screen.press("Left", "Left", "Left")
      try await screen.wait("between 商 and a") { _ in
        try await screen.cursor() == .init(column: text.column + 4, row: text.row)
      }
      try await screen.type("局")
      try await screen.wait(for: "招商局a引资", "put in there")
      try await screen.press("Home", "DC", "End", "BSpace")
      try await screen.wait(for: "商局a引", "taken out by whole characters")
    }
  }

  @Test func fullWidthKeysAreKeysAndLettersOfAnInputMethodAreExplained() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.type("６")
      try await screen.waitForSelected("招商", "a full-width digit")
      try await screen.type("？")
      try await screen.wait(for: "─ 帮助 ─", "a full-width question mark")
      try await screen.press("C-c")
      try await screen.wait("closed") { !$0.contains { $0.contains("─ 帮助 ─") } }
      try await screen.type("：")
      try await screen.wait(for: "─ 命令 ─", "a full-width colon")
      try await screen.press("C-c")
      try await screen.wait("closed") { !$0.contains { $0.contains("─ 命令 ─") } }
      try await screen.type("我们的")
      try await screen.wait(for: "输入法可能开着", "what a person wonders about")
    }
  }

  @Test func aFormIsFilledByTheMouse() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("next", "5", "打电话", "--who", "王磊")
    let before = try #require(try await desk.lastChange())
    try await desk.onBoard { screen in
      try await screen.press("3", "@")
      try await screen.wait(for: "下一步 #5", "the form")
      let due = try #require(try await screen.place(of: "时限"))
      try await screen.click(due)
      try await screen.type("+3d")
      let next = try #require(try await screen.place(of: "下步打算 "))
      try await screen.click(next)
      try await screen.press("C-u")
      try await screen.type("带用地红线图")
      try await screen.wait(for: "带用地红线图", "both are typed")
      let save = try #require(try await screen.place(of: "[ 保存"))
      try await screen.click(save)
      try await screen.wait(for: "已存盘 记录 \(before + 1)", "saved, and no long sentence hides it")
      let kept = try await desk.json("show", "5")["next"]
      #expect(
        kept
          == ["text": "带用地红线图", "due": "2023-09-07", "who": "王磊"])
      try await screen.press("i")
      try await screen.wait(for: "备注 #5", "another form")
      try await screen.type("不要了")
      let cancel = try #require(try await screen.place(of: "[ 取消"))
      try await screen.click(cancel)
      try await screen.wait(for: "没有保存；写的内容还在", "what was typed is kept, not saved")
      try await screen.press("i")
      try await screen.wait(for: "不要了", "and there again")
      try await screen.click(.init(column: 2, row: 25))
      try await screen.wait("a click outside closes") { !$0.contains { $0.contains("备注 #5") } }
    }
  }

  @Test func aVisitIsLoggedAndTheCardMayGoOn() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "a")
      try await screen.wait(for: "记活动 #5", "the form")
      try await screen.press("PageDown")
      // Among what the page down shows is the outcome: chosen by its arrows.
      var rows = try await screen.wait("all fields") { !$0.contains { $0.contains("PgDn") } }
      for _ in 1...20 where !rows.contains(where: { $0.contains("▸ 成果 ") }) {
        let before = rows.first { $0.contains("▸ ") && $0.contains("│") }
        try await screen.press("Tab")
        rows = try await screen.wait("the next line") { rows in
          rows.first { $0.contains("▸ ") && $0.contains("│") } != before
        }
      }
      try await screen.type("初步意向")
      try await screen.press("Enter")
      try await screen.wait(for: "记录 来访接待 2023-09-04  已存盘", "logged")
      try await screen.press("L")
      try await screen.wait(for: "移到 意向  已存盘", "and the card goes on without being asked")
    }
    #expect(try await desk.stage(of: 5) == "intent")
  }

  @Test func aLateCardAndItsLossAreSeen() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("next", "5", "发合同", "--due", "2023-09-01")
    try await desk.onBoard { screen in
      try await screen.wait(for: "逾期 1", "the title counts it")
      try await screen.press("A")
      try await screen.wait(for: "发合同", "the agenda names it")
      try await screen.press("B", "3", ":")
      try await screen.type("流失")
      try await screen.press("Enter")
      try await screen.wait(for: "记为流失 #5", "the form")
      try await screen.press("Right", "Enter")
      try await screen.wait("the card has left the board") { rows in
        rows[0].contains("在谈 3") && !rows.contains { $0.contains("▸远东宏信") }
      }
      try await screen.press("u")
      try await screen.waitForSelected("远东宏信集", "undo brings it back")
    }
    #expect(try await desk.json("show", "5")["status"] == "ongoing")
  }

  @Test func aStepOfTheHistoryIsTakenBackFromItsLine() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.does("move", "7", "考察")
    try await desk.does("note", "5", "后来的备注")
    try await desk.onBoard { screen in
      try await screen.press("C-o")
      try await screen.wait(for: "历史：最近", "the history")
      try await screen.press("j")
      try await screen.wait("the move is selected") { rows in
        rows.contains { $0.hasPrefix("▸") && $0.contains("从 对接 移到 考察") }
      }
      try await screen.press("u")
      try await screen.wait(for: "撤销：#7", "only that step is taken back")
    }
    #expect(try await desk.stage(of: 7) == "contact")
    #expect(try await desk.json("show", "5")["notes"]?.array?.count == 1)
  }
}
