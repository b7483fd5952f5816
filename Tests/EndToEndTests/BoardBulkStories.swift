import JSON
import TestSupport
import Testing

/// Several cards at once, the menu and the bars, on a real terminal and on the disk.
@Suite(.serialized) struct BoardBulkStories {
  @Test func threeMarkedCardsMoveInOneStepAndOneUndoTakesThemBack() async throws {
    let desk = try await Desk.withStore()
    for (number, name) in ["光翼激光雷达", "云岭药业", "星河模具"].enumerated() {
      try await desk.does("add", name, "--investor", name, "source=展会", "--on", "2023-08-01")
      try await desk.does("log", "\(number + 1)", "outbound", "--on", "2023-08-02")
    }
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      try await screen.press("V")
      try await screen.wait(for: "*已标记 3", "the count is in the title")
      try await screen.press("L")
      try await screen.wait(for: "将 3 个项目推进一个阶段？", "it asks")
      try await screen.wait(for: "▸[ 取消 (Esc) ]", "Cancel has the focus")
      try await screen.press("Enter")
      try await screen.wait(for: "没有做，什么都没变", "Enter by habit does nothing")
      #expect(try await desk.lastChange() == before)
      try await screen.press("L")
      try await screen.wait(for: "确定 3 个 (按 y)", "it asks again")
      try await screen.press("y")
      try await screen.wait(for: "3 个项目移到 考察  已存盘", "one step")
      for id in 1...3 { #expect(try await desk.stage(of: id) == "visit") }
      try await screen.press("u")
      try await screen.wait(for: "撤销：3 个项目移到 考察", "one undo, named")
      for id in 1...3 { #expect(try await desk.stage(of: id) == "contact") }
    }
  }

  @Test func closedCardsAreNamedAndTheOthersGoOn() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("lose", "2", "--reason", "land", "--on", "2023-09-01")
    try await desk.onBoard { screen in
      try await screen.press("S", "V", "x")
      try await screen.wait(for: "将 6 个项目退库归档", "one form for all")
      try await screen.type("年终清理")
      try await screen.press("Enter")
      try await screen.wait(for: "将 6 个项目退库归档？", "a lost one may be archived too")
      // Ctrl-C means Esc, and what follows it cannot make an Alt of it.
      try await screen.press("C-c", "C-c")
      try await screen.press(":")
      try await screen.type("withdraw")
      try await screen.press("Enter")
      try await screen.wait(for: "将 6 个项目记为放弃", "another form")
      try await screen.type("不再推进")
      try await screen.press("Enter")
      try await screen.wait(for: "1 个项目不能这样做", "one may not")
      try await screen.wait(for: "✗ #2", "by name, with the reason")
      try await screen.wait(for: "只做其余 5 个 (按 y)", "the rest is offered")
      let go = try #require(try await screen.place(of: "只做其余"))
      try await screen.click(go)
      try await screen.wait(for: "5 个项目设为放弃", "a click says yes")
    }
    #expect(try await desk.json("show", "2")["status"]?.string == "lost")
    #expect(try await desk.json("show", "1")["status"]?.string == "withdrawn")
  }

  @Test func ctrlClicksMarkAndADragBringsAllOfThem() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.does(
      "add", "云岭药业项目", "--investor", "云岭", "source=展会", "--on", "2023-08-01")
    try await desk.does("log", "8", "outbound", "--on", "2023-08-02")
    try await desk.onBoard { screen in
      for name in ["光翼激光雷", "云岭药业"] {
        let place = try await screen.card(name)
        try await screen.type("\u{1B}[<16;\(place.column + 1);\(place.row + 1)M")
        try await screen.type("\u{1B}[<16;\(place.column + 1);\(place.row + 1)m")
      }
      try await screen.wait(for: "*已标记 2", "both are marked")
      let end = try await screen.lift("光翼激光", over: "2考察")
      try await screen.wait(for: "移动 2 个项目 -> 考察", "both are carried")
      try await screen.release(at: end)
      try await screen.wait(for: "将 2 个项目移到 考察？", "it asks")
      try await screen.press("y")
      try await screen.wait(for: "2 个项目移到 考察  已存盘", "saved")
    }
    #expect(try await desk.stage(of: 7) == "visit")
    #expect(try await desk.stage(of: 8) == "visit")
  }

  @Test func theMenuAtThePointerDoesAndSaysWhyNot() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      let card = try await screen.card("光翼激光雷")
      try await screen.mouse(.right, at: card)
      try await screen.mouse(.right, at: card, isReleased: true)
      let rows = try await screen.wait(for: "─ #7 光翼激光雷达项目", "the menu of this card")
      #expect(rows.contains { $0.contains("✗ 重新打开") || $0.contains("✗ 恢复推进") })
      let move = try #require(try await screen.place(of: "移到 考察"))
      try await screen.click(move)
      try await screen.wait(for: "从 对接 移到 考察  已存盘", "a click does it")
      try await screen.press("c")
      try await screen.wait(for: "恢复推进", "c opens it too")
      let resume = try #require(try await screen.place(of: "恢复推进"))
      try await screen.click(resume)
      try await screen.wait(for: "项目没有挂起", "what cannot be done says why")
      try await screen.press("q")
      try await screen.wait("q closes it") { !$0.contains { $0.contains("移到 回访") } }
    }
  }

  @Test func aCardIsDraggedWithinItsColumn() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("s")
      try await screen.wait(for: "手动顺序", "cards are moved in the order by hand")
      let start = try await screen.card("青岛夜经济")
      let end = try await screen.card("与内江经开")
      try await screen.mouse(.left, at: start)
      try await screen.mouse(.leftDragged, at: end)
      try await screen.wait(for: "放到 #2 之下", "it says where it will stand")
      try await screen.release(at: end)
      try await screen.wait(for: "移到 #2 之下  已存盘", "and it stands there")
      let rows = try await screen.wait(for: "▸青岛夜", "it is still selected")
      let above = try #require(rows.firstIndex { $0.contains("与内江经开") })
      let below = try #require(rows.firstIndex { $0.contains("▸青岛夜") })
      #expect(above < below)
    }
  }

  @Test func barsHeadsAndTextsAnswerToTheMouse() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard(columns: 100, rows: 14) { screen in
      try await screen.press("?")
      try await screen.wait(for: "─ 帮助 ─", "the help")
      // At the top of the bar, which stands on the right border below the line of the filter.
      var thumb = try #require(try await screen.place(of: "┐"))
      thumb.row += 2
      try await screen.mouse(.left, at: thumb)
      try await screen.mouse(.leftDragged, at: .init(column: thumb.column, row: 13))
      try await screen.wait(for: "修改目标", "the thumb at the end shows the last line")
      try await screen.release(at: .init(column: thumb.column, row: 13))
      try await screen.press("C-c", "S")
      let head = try #require(
        try await screen.wait(for: "[列表]", "the list").firstIndex { $0.contains("总投资") })
      var place = try #require(try await screen.place(of: "停留"))
      place.row = head
      try await screen.click(place)
      try await screen.wait(for: "按停留排序，从大到小", "a head sorts")
      try await screen.click(place)
      try await screen.wait("and turns round") { !$0.contains { $0.contains("从大到小") } }
      try await screen.press("g", "e")
      try await screen.wait(for: "─ 编辑 #", "a form")
      let name = try #require(try await screen.place(of: "项目名称"))
      try await screen.click(.init(column: name.column + 15, row: name.row))
      try await screen.type("新")
      try await screen.wait("typed where it was clicked") { rows in
        rows.contains { $0.contains("项目名称") && $0.contains("新") && !$0.contains("新 ") }
      }
    }
  }
}
