import Glibc
import JSON
import TestSupport
import Testing

/// A board from its start to its end: terminals, signals, colleagues.
@Suite(.serialized) struct BoardLifeStories {
  /// A shell line that runs the board and then says how it ended, and whether the terminal's modes
  /// are what they were.
  private static let watched =
    "before=$(stty -g); sh -c 'echo $$ > \"$HOME/pid\"; exec zhaoshang board --today 2023-09-04';"
    + " status=$?; [ \"$before\" = \"$(stty -g)\" ] && same=same; echo \"ended $status ${same-changed}\";"
    + " read -r line"

  @Test(arguments: [
    (15, 143), (1, 129), (2, 130), (11, 139), (6, 134), (4, 132), (8, 136), (7, 135),
  ])
  func theTerminalComesBackWhateverEndsTheBoard(signal: Int, status: Int) async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show(Self.watched, on: desk) { screen in
      try await screen.wait(for: "[看板]", "the board opens")
      #expect(
        try await screen.modes()
          == .init(isMouseOn: true, isAlternate: true, isCursorShown: false))
      // In the middle of typing, when the cursor is shown and a form holds words.
      try await screen.press("n")
      try await screen.wait(for: "新建项目", "a form")
      try await screen.type("写到一半")
      try await screen.wait(for: "写到一半", "typed")
      let process = try #require(desk.home.read("pid")?.split(separator: "\n").first)
      let number = try #require(Int32(process))
      // Its parent takes it in at once; what the terminal shows comes later.
      let end = await ProcessEnd.measure(of: number) { kill(number, Int32(signal)) }
      #expect(end.isWithinASecond, "\(end)")
      try await screen.wait(for: "ended \(status) same", "it ends with its status", seconds: 5)
      #expect(try await screen.modes() == .untouched)
    }
    // No lock stays behind.
    try await desk.does("note", "1", "还能写")
  }

  @Test func leavingByTheKeyGivesTheTerminalBack() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show(Self.watched, on: desk) { screen in
      try await screen.wait(for: "[看板]", "the board opens")
      try await screen.press("q")
      try await screen.wait(for: "ended 0 same", "left")
      #expect(try await screen.modes() == .untouched)
    }
  }

  @Test func ctrlZGoesToTheShellAndFgComesBack() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("PS1='ready> ' exec bash --norc --noprofile -i", on: desk) {
      screen in
      try await screen.wait(for: "ready>", "the shell")
      try await screen.type("clear; zhaoshang board --today \(exampleDay)\r")
      try await screen.wait(for: "[看板]", "the board opens")
      for round in 1...2 {
        try await screen.press("C-z")
        try await screen.wait(for: "Stopped", "the shell has the terminal, round \(round)")
        #expect(try await screen.modes() == .untouched)
        try await screen.type("echo $((6*7)); stty -a | grep -c ' icanon'; fg\r")
        try await screen.wait(for: "[看板]", "the board is back, round \(round)")
        #expect(
          try await screen.modes()
            == .init(isMouseOn: true, isAlternate: true, isCursorShown: false))
      }
      try await screen.press("6")
      try await screen.waitForSelected("招商母", "and takes keys")
      try await screen.press("q")
      let rows = try await screen.wait("the shell again") { $0.contains { $0.hasSuffix("ready>") } }
      #expect(rows.contains("42") && rows.contains("1"))
      #expect(try await screen.modes() == .untouched)
    }
  }

  @Test func aStopFromOutsideIsSurvivedToo() async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("PS1='ready> ' exec bash --norc --noprofile -i", on: desk) {
      screen in
      try await screen.wait(for: "ready>", "the shell")
      try await screen.type(
        "clear; sh -c 'echo $$ > \"$HOME/pid\"; exec zhaoshang board --today \(exampleDay)'\r")
      try await screen.wait(for: "[看板]", "the board opens")
      let process = try #require(desk.home.read("pid")?.split(separator: "\n").first)
      _ = try await desk.run("kill", ["-TSTP", String(process)])
      try await screen.wait(for: "Stopped", "TSTP suspends as Ctrl-Z does")
      #expect(try await screen.modes() == .untouched)
      try await screen.type("fg\r")
      try await screen.wait(for: "[看板]", "and fg comes back")
    }
  }

  @Test(arguments: [
    ("exec env -u TERM", "环境变量 TERM 没有设置"), ("TERM=dumb exec", "终端 TERM=dumb 不能定位光标"),
    ("TERM=xterm-nonsense exec", "不认识终端 TERM=xterm-nonsense"),
  ])
  func aTerminalThatCannotHoldTheBoardIsToldSo(prefix: String, sentence: String) async throws {
    let desk = try await Desk.withExample()
    try await TerminalScreen.show("\(prefix) zhaoshang board", on: desk, columns: 200) { screen in
      let rows = try await screen.wait(for: "zhaoshang: " + sentence, "one sentence")
      #expect(rows.count { !$0.isEmpty } == 1)
      #expect(rows[0].contains("zhaoshang list"))
      #expect(try await screen.waitForExit("and the end") == 1)
    }
  }

  @Test func aTerminalThatCannotHoldTheBoardLeavesNoStoreBehind() async throws {
    let desk = try Desk()
    try await TerminalScreen.show("TERM=dumb exec zhaoshang board", on: desk, columns: 200) {
      screen in
      _ = try await screen.wait(for: "zhaoshang: 终端 TERM=dumb", "one sentence")
      #expect(try await screen.waitForExit("and the end") == 1)
    }
    #expect(access(desk.store, F_OK) != 0, "the first run changed nothing")
  }

  @Test(arguments: [
    "LANG=C", "LC_ALL=POSIX", "LC_ALL=C LANG=C", "LANG=zh_CN.UTF-8", "LANG=zh_CN.GB18030", "LANG=",
  ])
  func chineseIsDrawnInAnyLocale(setting: String) async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard(prefix: "\(setting) exec", columns: 80, rows: 24) { screen in
      let rows = try await screen.wait(for: "▸远东宏信集", "the card")
      #expect(rows[1].hasPrefix(" 1对接 0       2考察 0"))
      // A committed word of an input method is taken in whole.
      try await screen.press("/")
      try await screen.type("母基金")
      try await screen.wait(for: " / 母基金", "typed in Chinese")
      try await screen.wait(for: "命中 1", "and found")
    }
  }

  @Test func theFirstRunMakesAStoreAndTheFirstProject() async throws {
    let desk = try Desk()
    try await desk.onBoard { screen in
      try await screen.wait(for: "您的姓名", "it asks who this is")
      try await screen.press("Escape")
      try await screen.wait(for: "这里还没有项目", "the welcome")
      try await screen.wait(for: "新建第一个项目", "says what to press")
      try await screen.press("n")
      try await screen.wait(for: "新建项目", "the form")
      try await screen.type("邹平新材料产业园")
      try await screen.wait(for: "邹平新材料产业园", "an input method's words arrive")
      try await screen.press("Enter")
      try await screen.wait(for: "必填", "the investor is needed")
      try await screen.type("鲁中新材料有限公司")
      try await screen.press("Enter")
      try await screen.wait(for: "新增 #1 邹平新材料产业园，在对接  已存盘", "saved")
      try await screen.waitForSelected("邹平新材料", "and on the board")
    }
    let show = try await desk.json("show", "1")
    #expect(show["name"] == "邹平新材料产业园")
    #expect(show["investors"] == ["鲁中新材料有限公司"])
    #expect(show["stages"]?.array?.first?["on"] == .string(exampleDay))
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  @Test func theFirstRunAsksWhoThisIsAndTheFirstRecordIsSignedWithIt() async throws {
    let desk = try Desk()
    try await desk.onBoard { screen in
      try await screen.wait(for: "您的姓名", "the first question")
      try await screen.type("王敏")
      try await screen.press("Enter")
      try await screen.wait(for: "所在单位", "the second")
      try await screen.type("招商一局")
      try await screen.press("Enter")
      try await screen.wait(for: "旧台账", "the third")
      try await screen.press("Enter")
      try await screen.wait(for: "新建项目", "the form of the first project")
      try await screen.type("邹平新材料产业园")
      try await screen.press("Tab")
      try await screen.type("鲁中新材料有限公司")
      try await screen.press("Enter")
      try await screen.wait(for: "新增 #1 邹平新材料产业园，在对接  已存盘", "saved")
      try await screen.wait(for: "王敏", "by her")
    }
    let show = try await desk.json("show", "1")
    #expect(show["owner"] == "王敏" && show["lead"] == ["招商一局"])
    #expect(try await desk.does("history").contains("王敏"))
    #expect(
      desk.home.read("config/zhaoshang/config.toml")
        == "[user]\nname = \"王敏\"\nunit = \"招商一局\"\n")
    // It is asked once; an empty store is no error for `init`, one with records is.
    #expect(try await desk.zhaoshang("init").status == 1)
    let other = desk.home.path("另一个")
    try await desk.does("init", other)
    #expect(try await desk.does("init", other).contains("还是空的"))
  }

  @Test func theFirstRunGoesOnWithALedger() async throws {
    let desk = try Desk()
    try desk.home.write("项目名称,投资方,阶段\n红河新材料,红河集团,考察\n", to: "台账.csv")
    try await desk.onBoard { screen in
      try await screen.wait(for: "您的姓名", "the first question")
      try await screen.press("Enter")
      try await screen.wait(for: "所在单位", "the second")
      try await screen.press("Enter")
      try await screen.wait(for: "旧台账", "the third")
      try await screen.type("~/台账.csv")
      try await screen.press("Enter")
      try await screen.wait(for: "红河新材料", "the preview")
    }
    #expect(desk.home.read("config/zhaoshang/config.toml") == nil)
  }

  @Test func twoBoardsSeeEachOthersMoves() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.onBoard { mine in
      try await desk.onBoard { theirs in
        try await theirs.press("1", "L")
        try await mine.wait(for: ": #7 光翼激光雷达项目 从 对接 移到 考察", "I see theirs", seconds: 3)
        try await mine.press("2")
        try await mine.waitForSelected("光翼激光雷", "where they put it")
        try await mine.press("L")
        try await theirs.wait(for: ": #7 光翼激光雷达项目 从 考察 移到 回访", "they see mine", seconds: 3)
        // They may see it before it is drawn here.
        try await mine.wait(for: "从 考察 移到 回访  已存盘", "and so do I")
        // A card that a colleague moves is taken out of my hand.
        let end = try await mine.lift("光翼激光雷", over: "4意向")
        try await mine.wait(for: "-> 意向", "in my hand")
        try await desk.does("move", "7", "考察", "--reason", "再看一次")
        try await mine.wait(for: "同事刚改了这张卡片，已取消移动", "it is not any more")
        try await mine.release(at: end)
        #expect(try await desk.stage(of: 7) == "visit")
      }
    }
  }

  @Test func aPasteNeverRunsCommands() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.lastChange()
    func pasted(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
    try await desk.onBoard { screen in
      try await screen.press("3")
      try await screen.type(pasted("Lqxu\n鲁中项目\u{1B}[31m\n"))
      try await screen.wait(for: "粘贴的文字放进了新项目", "a paste is offered as a new project")
      try await screen.wait(for: "Lqxu", "as it is")
      try await screen.press("Escape")
      try await screen.wait("the form is gone") { !$0.contains { $0.contains("新建项目") } }
      try await screen.press(":")
      try await screen.wait(for: "─ 命令 ─", "the palette")
      try await screen.type(pasted("q\n"))
      try await screen.wait(for: ": q", "a line end in a paste is no Enter")
      try await screen.press("Escape")
      try await screen.wait("the palette is gone") { !$0.contains { $0.contains("─ 命令 ─") } }
    }
    #expect(try await desk.lastChange() == before)
  }
}
