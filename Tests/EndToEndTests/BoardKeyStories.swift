import JSON
import TestSupport
import Testing

/// The board by its keys.
@Suite(.serialized) struct BoardKeyStories {
  @Test func theExampleOpensOnSixColumnsWithTheirCounts() async throws {
    try await TerminalScreen.show("exec zhaoshang demo", on: try Desk(), columns: 80, rows: 24) {
      screen in
      try await screen.wait(for: "[看板]", "the demo opens on the board")
      // A terminal may be looked at in the middle of a frame: the last row is drawn last.
      let rows = try await screen.wait(for: "F10q退出", "the frame is whole")
      #expect(rows[0].contains("在谈 4") && rows[0].contains("签约 2"))
      #expect(rows[0].hasSuffix(exampleDay))
      #expect(
        rows[1].split(separator: " ") == [
          "1对接", "0", "2考察", "0", "▸3回访", "1", "4意向", "2", "5立项", "1", "6签约", "2",
        ])
      // What the wide characters take is what tmux takes: cards stand under their heads.
      #expect(rows[3].contains("▸远东宏信集  !青岛夜经济   光伏项目(特"))
      try await screen.press("q")
      #expect(try await screen.waitForExit("q leaves the board") == 0)
    }
  }

  @Test func keysWalkTheCards() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      for (keys, name) in [
        (["4"], "青岛夜经济"), (["j"], "与内江经开"), (["k"], "青岛夜经济"), (["G"], "与内江经开"),
        (["g"], "青岛夜经济"), (["Down"], "与内江经开"), (["Up"], "青岛夜经济"), (["End"], "与内江经开"),
        (["Home"], "青岛夜经济"), (["l"], "光伏项目"), (["Right"], "招商母基金"), (["j"], "招商大数据"),
        (["h", "h"], "青岛夜经济"), (["Left"], "远东宏信集"), (["6"], "招商大数据"), (["5"], "光伏项目"),
        (["Tab"], "招商大数据"), (["BTab"], "光伏项目"), (["3"], "远东宏信集"), (["C-d"], "远东宏信集"),
        (["4", "PageDown"], "与内江经开"), (["C-u"], "青岛夜经济"), (["NPage"], "与内江经开"),
        (["PPage"], "青岛夜经济"),
      ] as [([String], String)] {
        for key in keys { try await screen.press(key) }
        try await screen.waitForSelected(name, "\(keys) goes to \(name)")
      }
      // Columns without cards can be gone to as well, and the preview says that nothing is there.
      try await screen.press("1")
      try await screen.wait("no card is selected") {
        !$0.dropFirst(2).contains { $0.contains("▸") }
      }
    }
  }

  @Test func aCardIsCarriedByKeysAndIsOnTheDisk() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      try await screen.press("1")
      try await screen.waitForSelected("光翼激光雷", "the card is selected")
      try await screen.press("L")
      try await screen.wait(for: "从 对接 移到 考察  已存盘", "L moves on and says saved")
      #expect(try await desk.stage(of: 7) == "visit")
      try await screen.press("m")
      try await screen.wait(for: "移动 #7", "m picks the card up")
      try await screen.press("3")
      try await screen.wait(for: "从 考察 移到 回访  已存盘", "the digit drops it")
      #expect(try await desk.stage(of: 7) == "return-visit")
      try await screen.press("m", "l")
      try await screen.wait(for: "[4意向] <<", "the column it is over is marked")
      try await screen.wait(for: "-> 意向", "and named")
      try await screen.press("Escape")
      try await screen.wait(for: "已取消移动", "Esc lets it be")
      #expect(try await desk.stage(of: 7) == "return-visit")
      try await screen.press("F5", "l", "Enter")
      try await screen.wait(for: "从 回访 移到 意向  已存盘", "Enter drops it")
      #expect(try await desk.stage(of: 7) == "intent")
      try await screen.press("m", "m")
      try await screen.wait(for: "放回原列，没有变化", "its own column takes it back")
      // Back again needs a reason: the form asks for it.
      try await screen.press("H")
      try await screen.wait(for: "意向 -> 回访", "the form of a step back")
      try await screen.type("对方要再看一次")
      try await screen.press("Enter")
      try await screen.wait(for: "从 意向 退回 回访", "the reason saves it")
      #expect(try await desk.stage(of: 7) == "return-visit")
      try await screen.press("6", "L")
      try await screen.wait(for: "已在最后一个阶段", "there is nothing beyond signing")
    }
  }

  @Test func theSmallFormAsksForWhatIsMissing() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      try await screen.press("3", "L")
      try await screen.wait(for: "进入「意向」: 缺初步意向以上的成果", "it says what is missing")
      try await screen.press("Escape")
      try await screen.wait(for: "没有移动，卡片还在原处", "cancelled")
      #expect(try await desk.lastChange() == before)
      try await screen.press("L")
      try await screen.wait(for: "回访 -> 意向", "asked again")
      try await screen.press("Enter")
      try await screen.wait(for: "需补齐或说明原因", "no reason, no move")
      #expect(try await desk.lastChange() == before)
      // The lines of the missing activity come first; the reason is the last one.
      try await screen.press("Up", "Up", "Up", "Up")
      try await screen.type("对方口头同意")
      try await screen.wait(for: "对方口头同意", "the reason is typed")
      try await screen.press("Enter")
      let saved = try #require(before) + 1
      try await screen.wait(
        for: "#5 远东宏信集团合作 从 回访 移到 意向  已存盘 记录 \(saved)", "saved, and says so")
      let last = try #require(try await desk.json("history", "--limit", "1").array?.first)
      #expect(last["seq"]?.integer == saved)
      #expect(last["text"] == "#5 远东宏信集团合作 从 回访 移到 意向")
      let stage = try await desk.json("show", "5")["stages"]?.array?.last
      #expect(
        stage
          == [
            "seq": .number("\(saved)"), "stage": "intent", "on": "2023-09-04", "kind": "advance",
            "reason": "对方口头同意", "skipped": [],
          ])
    }
  }

  @Test func movesAreTakenBackAndMadeAgain() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      try await screen.press("1", "L")
      try await screen.wait(for: "移到 考察  已存盘", "moved")
      try await screen.press("u")
      try await screen.wait(for: "撤销：#7 光翼激光雷达项目 从 对接 移到 考察", "u names what it took back")
      #expect(try await desk.stage(of: 7) == "contact")
      try await screen.press("U")
      try await screen.wait(for: "重做：#7", "U makes it again")
      #expect(try await desk.stage(of: 7) == "visit")
      let hint = try #require(try await screen.place(of: "u 撤销"))
      try await screen.click(hint)
      try await screen.wait(for: "撤销：#7", "the status line can be clicked")
      #expect(try await desk.stage(of: 7) == "contact")
      try await screen.press("C-r")
      try await screen.wait(for: "重做：#7", "Ctrl-R makes it again")
      #expect(try await desk.stage(of: 7) == "visit")
    }
    // Tomorrow, in another run, it can still be taken back.
    try await desk.onBoard { screen in
      try await screen.press("u")
      try await screen.wait(for: "撤销：#7", "undo outlives the run")
    }
    #expect(try await desk.stage(of: 7) == "contact")
  }
}
