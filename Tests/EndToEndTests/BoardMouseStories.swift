import JSON
import TestSupport
import Testing

/// The board by the mouse: raw reports in, the disk looked at afterwards.
@Suite(.serialized) struct BoardMouseStories {
  @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color", "vt100"])
  func aCardIsDraggedToAnotherStageWhateverTheTerminalIsCalled(term: String) async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard(term: term) { screen in
      let end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "it says what letting go will do")
      try await screen.wait(for: "[2考察] <<", "and marks the column")
      #expect(try await desk.stage(of: 7) == "contact")
      try await screen.release(at: end)
      try await screen.wait(for: "从 对接 移到 考察  已存盘", "let go, moved, saved")
    }
    #expect(try await desk.stage(of: 7) == "visit")
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"], ["on", "off"])
  func aCardIsDraggedThroughARealClientOfTmux(term: String, mouse: String) async throws {
    let desk = try await Desk.withMovableCard()
    // The reports go to a tmux client in the screen, which hands them on as it sees fit.
    let inner = "inner-\(UInt32.random(in: 0 ... .max))"
    let board = "zhaoshang board --today \(exampleDay)"
    let command =
      "unset TMUX; exec tmux -u -L \(inner) -f /dev/null start-server ';'"
      + " set -g default-terminal \(term) ';' set -g status off ';' set -g mouse \(mouse) ';'"
      + " set -s escape-time 0 ';' new-session '\(board)' ';' set destroy-unattached on"
    try await TerminalScreen.show(
      command, on: desk, columns: 100, rows: 30, term: "xterm-256color"
    ) { screen in
      try await screen.wait(for: "[看板]", "the board opens in the inner tmux")
      let end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "motion reaches the board")
      try await screen.release(at: end)
      try await screen.wait(for: "从 对接 移到 考察  已存盘", "and so does letting go")
      #expect(try await desk.stage(of: 7) == "visit")
      try await screen.press("q")
      _ = try await screen.waitForExit("the inner tmux ends with the board")
    }
  }

  @Test func aFastDragComesInOneRead() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      let (start, end) = (try await screen.card("光翼激光雷"), try await screen.column("2考察"))
      var reports = "\u{1B}[<0;\(start.column + 1);\(start.row + 1)M"
      for column in start.column...end.column {
        reports += "\u{1B}[<32;\(column + 1);\(end.row + 1)M"
      }
      reports += "\u{1B}[<0;\(end.column + 1);\(end.row + 1)m"
      try await screen.type(reports)
      try await screen.wait(for: "从 对接 移到 考察  已存盘", "nothing of it is lost")
    }
    #expect(try await desk.stage(of: 7) == "visit")
  }

  @Test func aDragIsNotTheFirstHalfOfADoubleClick() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { screen in
      let (start, end) = (try await screen.card("光翼激光雷"), try await screen.column("2考察"))
      let (from, to) = (
        "\(start.column + 1);\(start.row + 1)", "\(end.column + 1);\(end.row + 1)"
      )
      // Lifted, cancelled by the right button, and taken up again at once.
      try await screen.type(
        "\u{1B}[<0;\(from)M\u{1B}[<32;\(to)M\u{1B}[<2;\(to)M\u{1B}[<2;\(to)m\u{1B}[<0;\(to)m"
          + "\u{1B}[<0;\(from)M\u{1B}[<32;\(to)M")
      try await screen.wait(for: "-> 考察", "the second drag is a drag")
    }
  }

  @Test func droppingOnAColumnThatWantsMoreOpensTheForm() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      let end = try await screen.lift("远东宏信集", over: "4意向")
      try await screen.wait(for: "后补填: 缺初步意向以上的成果", "it says what will be asked")
      try await screen.release(at: end)
      try await screen.wait(for: "移动 #5 远东宏信集团合作: 回访 -> 意向", "the form opens")
      #expect(try await desk.lastChange() == before)
      // The lines of the missing activity come first; the reason is the last one.
      try await screen.press("Up", "Up", "Up", "Up")
      try await screen.type("对方口头同意")
      let save = try #require(try await screen.place(of: "[ 保存"))
      try await screen.click(save)
      try await screen.wait(for: "移到 意向  已存盘", "its button saves")
    }
    #expect(try await desk.stage(of: 5) == "intent")
  }

  @Test func aDragIsGivenUpInEveryWayThatIsPromised() async throws {
    let desk = try await Desk.withMovableCard()
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      var end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "lifted")
      try await screen.press("Escape")
      try await screen.wait(for: "已取消移动", "Esc cancels")
      try await screen.release(at: end)

      end = try await screen.lift("光翼激光雷", over: "3回访")
      try await screen.wait(for: "-> 回访", "lifted")
      try await screen.mouse(.right, at: end)
      try await screen.wait(for: "已取消移动", "the right button cancels")
      try await screen.mouse(.right, at: end, isReleased: true)
      try await screen.release(at: end)

      _ = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "lifted")
      let title = TerminalScreen.Place(column: 50, row: 0)
      try await screen.mouse(.leftDragged, at: title)
      try await screen.wait(for: "在看板外，松开取消", "it says so before letting go")
      try await screen.release(at: title)
      try await screen.wait(for: "在看板外松开，已取消移动", "outside cancels")

      end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "lifted")
      try await screen.mouse(.wheelDown, at: end)
      try await screen.wait(for: "已取消移动，卡片还在原处", "the wheel cancels")
      try await screen.release(at: end)

      end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "lifted")
      try await screen.resize(columns: 90, rows: 28)
      try await screen.wait(for: "窗口大小改变，已取消移动", "a resize cancels")
      try await screen.release(at: end)

      // Back on its own column nothing changes.
      end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "-> 考察", "lifted")
      let home = try await screen.column("1对接")
      try await screen.mouse(.leftDragged, at: home)
      try await screen.wait(for: "还在原列，松开不变", "it says so")
      try await screen.release(at: home)
      try await screen.wait(for: "放回原列，没有变化", "nothing changed")
    }
    #expect(try await desk.lastChange() == before)
  }

  @Test func aDragThatMayNotBeSaysWhy() async throws {
    let desk = try await Desk.withMovableCard()
    let before = try await desk.lastChange()
    try await desk.onBoard("--as-of 2023-08-20") { screen in
      try await screen.wait(for: "截至 2023-08-20", "a past day")
      let end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "正在看 2023-08-20 的看板，不能改动", "the past cannot be changed")
      try await screen.release(at: end)
    }
    #expect(try await desk.lastChange() == before)
    // A newer version of the program made the store: it is looked at, never written.
    let format = try #require(desk.home.read("share/zhaoshang/format"))
    try desk.home.write(
      format.replacing("\"version\":\"1.1\"", with: "\"version\":\"2.0\""),
      to: "share/zhaoshang/format")
    try await desk.onBoard { screen in
      try await screen.wait(for: "只读", "the title says so")
      let end = try await screen.lift("光翼激光雷", over: "2考察")
      try await screen.wait(for: "由更新的版本（格式 2.0）写成，只能看", "and so does the drag")
      try await screen.release(at: end)
      try await screen.press("1", "L")
      try await screen.wait(for: "只能看，不能写", "and the key")
    }
    try desk.home.write(format, to: "share/zhaoshang/format")
    #expect(try await desk.lastChange() == before)
  }

  @Test func clicksWheelAndTabsDoWhatTheyShow() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.click(try await screen.card("与内江经开"))
      try await screen.waitForSelected("与内江经开", "a click selects")
      let column = try await screen.column("4意向")
      try await screen.mouse(.wheelUp, at: column)
      try await screen.waitForSelected("青岛夜经济", "the wheel goes up")
      try await screen.mouse(.wheelDown, at: column)
      try await screen.waitForSelected("与内江经开", "and down")
      try await screen.doubleClick(try await screen.card("招商母基金"))
      try await screen.wait(for: "项目详情", "a double click opens")
      try await screen.press("Escape")
      try await screen.wait("the card is closed") { !$0.contains { $0.contains("项目详情") } }
      for (tab, sign) in [(" 列表 ", "全部项目 6 个"), (" 漏斗 ", "总转化"), (" 路径 ", "[路径]")] {
        var place = try #require(try await screen.place(of: tab))
        place.column += 2
        try await screen.click(place)
        try await screen.wait(for: sign, "the tab \(tab) shows its view")
      }
      var board = try #require(try await screen.place(of: " 看板 "))
      board.column += 2
      try await screen.click(board)
      try await screen.wait(for: "1对接", "and back")
      let help = try #require(try await screen.place(of: "F1?帮助"))
      try await screen.click(help)
      try await screen.wait(for: "─ 帮助 ─", "the line of keys can be clicked")
      try await screen.press("Escape")
      try await screen.wait("the help is closed") { !$0.contains { $0.contains("─ 帮助 ─") } }
      // The right button: what can be done with this card.
      let other = try await screen.card("光伏项目")
      try await screen.mouse(.right, at: other)
      try await screen.mouse(.right, at: other, isReleased: true)
      try await screen.wait(for: "移到 签约", "its menu")
      try await screen.press("Escape")
      try await screen.waitForSelected("光伏项目", "of the card under it")
    }
  }
}
