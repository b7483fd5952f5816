import TestSupport
import Testing

/// Commands of the bureau's own on the board.
@Suite(.serialized) struct OwnCommandStories {
  private func configured(_ text: String) async throws -> Desk {
    let desk = try await Desk.withExample()
    try await desk.configure(text)
    return desk
  }

  @Test func aCommandIsFoundInPaletteMenuAndByItsKey() async throws {
    let desk = try await configured(
      """
      [commands.card]
      key = "Alt-w"
      zh = "打印名片"
      en = "Print the card"
      run = ["printf", "编号 %s\\\\n名称 %s\\\\n", "{number}", "{name}"]
      """)
    try await desk.onBoard { screen in
      try await screen.press("3", "M-w")
      try await screen.wait(for: "─ 打印名片 ─", "its window")
      try await screen.wait(for: "名称 远东宏信集团合作", "what it printed")
      try await screen.press("Escape")
      try await screen.wait("and closes") { !$0.contains { $0.contains("编号 5") } }
      try await screen.press(":")
      try await screen.type("dymp")
      try await screen.wait("the palette has it by its initials") { rows in
        rows.contains { $0.contains("打印名片") && $0.contains("Alt-w") && $0.contains(":card") }
      }
      try await screen.press("Enter")
      try await screen.wait(for: "编号 5", "and runs it")
      try await screen.press("q", "c", "End")
      try await screen.wait(for: "打印名片", "the menu of the card too")
    }
  }

  @Test func aNameIsOneWordAndRunsNothing() async throws {
    let desk = try await configured(
      """
      [commands.name]
      key = "Alt-w"
      run = ["printf", "<%s>", "{name}"]
      """)
    let name = "甲; touch boom $(touch boom) `touch boom`"
    try await desk.does("edit", "5", "name=\(name)")
    try await desk.onBoard { screen in
      try await screen.press("3", "M-w")
      try await screen.wait(for: "<\(name)>", "one word")
    }
    #expect(desk.home.read("boom") == nil)
  }

  @Test func itAsksAndTheBoardDoesNotWait() async throws {
    let desk = try await configured(
      """
      [commands.slow]
      key = "Alt-w"
      zh = "慢"
      output = "line"
      ask = ["发给谁"]
      run = ["sh", "-c", "while [ ! -e $HOME/go ]; do sleep 0.05; done; echo 发给了 $1", "x", "{1}"]
      """)
    try await desk.onBoard { screen in
      try await screen.press("M-w")
      try await screen.wait(for: "发给谁", "it asks")
      try await screen.type("李娜")
      try await screen.press("Enter")
      try await screen.wait(for: "正在运行：慢", "it runs")
      try await screen.press("F")
      try await screen.wait(for: "[漏斗]", "and the board goes on")
      try desk.home.write("", to: "go")
      try await screen.wait(for: "发给了 李娜", "and tells what came of it")
    }
  }

  @Test func whatFailsAndWhatCannotBeIsSaid() async throws {
    let desk = try await configured(
      """
      [commands.bad]
      key = "Alt-w"
      zh = "坏"
      run = ["sh", "-c", "echo 打印机没纸; exit 7"]
      [commands.worse]
      run = ["echo", "{phone}"]
      """)
    try await desk.onBoard { screen in
      try await screen.wait(for: "config.toml:6:7: commands.worse.run: “{phone}”", "its line")
      try await screen.press("M-w")
      try await screen.wait(for: "坏：sh 以 7 退出：打印机没纸", "what went wrong")
    }
  }

  @Test func aProgramGetsTheTerminalAndGivesItBack() async throws {
    let desk = try await configured(
      """
      [commands.ask]
      key = "Alt-w"
      output = "screen"
      run = ["sh", "-c", "echo 您好; read answer; echo \\"$answer\\" >\\"$HOME/answer\\""]
      """)
    try await desk.onBoard { screen in
      try await screen.press("M-w")
      try await screen.wait(for: "您好", "the program has the terminal")
      try await screen.type("再见")
      try await screen.press("Enter")
      try await screen.wait(for: "[看板]", "and the board is whole again")
      try await screen.press("F")
      try await screen.wait(for: "[漏斗]", "and hears keys")
    }
    #expect(desk.home.read("answer") == "再见\n")
  }

  @Test func ctrlZStopsNoProgramThatHasTheTerminal() async throws {
    let desk = try await configured(
      """
      [commands.ask]
      key = "Alt-w"
      output = "screen"
      run = ["sh", "-c", "kill -TSTP 0; echo 还在; read answer; echo $answer >$HOME/answer"]
      """)
    try await desk.onBoard { screen in
      try await screen.press("M-w")
      try await screen.wait(for: "还在", "it goes on")
      try await screen.type("写完了")
      try await screen.press("Enter")
      try await screen.wait(for: "[看板]", "the board is back")
    }
    #expect(desk.home.read("answer") == "写完了\n")
  }

  @Test func leavingSaysFirstWhatWouldBeEnded() async throws {
    let desk = try await configured(
      """
      [commands.slow]
      key = "Alt-w"
      zh = "慢"
      output = "line"
      run = ["sh", "-c", "while [ ! -e $HOME/go ]; do sleep 0.05; done; rm $HOME/go"]
      """)
    try await desk.onBoard { screen in
      try await screen.press("M-w")
      try await screen.wait(for: "正在运行：慢", "it runs")
      try await screen.press("q")
      try await screen.wait(for: "慢还在运行", "it would be ended")
      #expect(try await screen.exitStatus() == nil)
      // One that is started anew is told of anew.
      try desk.home.write("", to: "go")
      try await screen.wait(for: "慢：完成", "it has ended")
      try await screen.press("M-w")
      try await screen.wait(for: "正在运行：慢", "it runs again")
      try await screen.press("q")
      try await screen.wait(for: "慢还在运行", "it would be ended again")
      try await screen.press("q")
      #expect(try await screen.waitForExit("once more") == 0)
    }
  }

  @Test func remindersCalendarAndPagesGoOutFromTheBoard() async throws {
    let desk = try await Desk.withSteps()
    try await TerminalScreen.show("exec zhaoshang --today 2026-11-30", on: desk, columns: 100) {
      screen in
      try await screen.wait(for: "铝箔二期", "the board")
      try await screen.press(":")
      try await screen.type("calendar ~/下步.ics")
      try await screen.press("Enter")
      try await screen.wait(for: "日历文件：", "it is written")
      try await screen.press("/")
      try await screen.type("-责任人:李娜")
      try await screen.press("Enter")
      // Asked where to, and the filter goes along.
      try await screen.press(":")
      try await screen.type("发布")
      try await screen.press("Enter")
      try await screen.wait(for: "写到哪个目录", "it asks")
      try await screen.type("~/网页")
      try await screen.press("Enter")
      try await screen.wait(for: "发布网页：", "they are written")
      try await screen.press(":")
      try await screen.type("remind")
      try await screen.press("Enter")
      try await screen.wait(for: "王磊 2 项", "his digest")
      try await screen.press("Escape")
      try await screen.wait("the window is closed") { !$0.contains { $0.contains("王磊 2 项") } }
      try await screen.press(":")
      try await screen.type("publish /proc/x")
      try await screen.press("Enter")
      try await screen.wait(for: "/proc/x", "why not, by name")
      try await screen.press(":")
      try await screen.type("output")
      try await screen.press("Enter")
      try await screen.wait(for: "招商提醒", "what was printed last, again")
      try await screen.press("Escape")
      try await screen.wait("closed") { !$0.contains { $0.contains("招商提醒") } }
      try await screen.press("q")
      #expect(try await screen.waitForExit("left") == 0)
    }
    #expect(desk.home.read("下步.ics")?.contains("约法务") == true)
    #expect(desk.home.read("网页/index.html")?.contains("光翼激光雷达") == true)
    #expect(desk.home.read("网页/index.html")?.contains("铝箔二期") == false)
  }
}
