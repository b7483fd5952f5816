import JSON
import TestSupport
import Testing

/// What the board shows: figures, days, sizes, colours, words.
@Suite(.serialized) struct BoardViewStories {
  /// The counts of the six stages, as the funnel shows them.
  private func counts(_ rows: [String]) -> [String] {
    // A line with the rate stands between two bars.
    stride(from: 3, through: rows.count > 26 ? 18 : 13, by: rows.count > 26 ? 3 : 2).compactMap {
      index in
      rows[index].split(separator: " ").dropFirst().first.map(String.init)
    }
  }

  @Test func theFunnelCountsByEveryMethod() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("F")
      for (method, expected) in [
        ("[逐级]", ["6", "5", "4", "5", "1", "2"]), ("[到达]", ["6", "5", "4", "5", "1", "2"]),
        ("[贯通]", ["6", "6", "6", "5", "3", "2"]), ("[严格]", ["6", "5", "3", "2", "0", "0"]),
      ] {
        let rows = try await screen.wait(for: method, "the method \(method)")
        #expect(counts(rows) == expected, "\(method)")
        #expect(rows.contains { $0.contains("总转化 2/6 = 33%") })
        try await screen.press("v")
      }
      let rows = try await screen.wait(for: "[逐级]", "round again")
      #expect(rows.contains { $0.contains("对接 13 = 外出 6 + 来访 7 + 其他 0 (按次数)") })
      #expect(rows.contains { $0.contains("对接 9 = 外出 5 + 来访 4 + 其他 0 (按台账行)") })
      #expect(rows.contains { $0.contains("对接 12 = 外出 5 + 来访 7 + 其他 0 (按行程)") })
      try await screen.press("b")
      try await screen.wait(for: "分组: 责任人", "by owner")
      try await screen.press("b")
      try await screen.wait(for: "国信发展集团", "by lead unit")
      let strict = try #require(try await screen.place(of: "严格"))
      try await screen.click(strict)
      try await screen.wait(for: "[严格]", "a method can be clicked")
    }
  }

  @Test func aRowOfTheFunnelOpensItsCards() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("F7")
      try await screen.wait(for: "▸1对接", "the funnel")
      try await screen.press("G")
      try await screen.wait(for: "▸6签约", "the last row")
      try await screen.press("Enter")
      try await screen.wait("the two signed, and no other") { rows in
        rows.contains { $0.contains("逐级 签约: 2 个项目") }
          && rows.contains { $0.contains("招商母基金(江控创富)") }
          && rows.contains { $0.contains("招商大数据系统项目") }
          && !rows.contains { $0.contains("远东宏信") }
      }
      try await screen.press("Escape")
      let row = try #require(
        try await screen.wait(for: "▸6签约", "and back").firstIndex {
          $0.contains("5立项")
        })
      let place = TerminalScreen.Place(column: 3, row: row)
      try await screen.doubleClick(place)
      try await screen.wait(for: "逐级 立项: 1 个项目", "a double click does the same")
    }
  }

  @Test func aPastDayChangesBoardFunnelAndCountersAndForbidsMoves() async throws {
    let desk = try await Desk.withExample()
    let before = try await desk.lastChange()
    try await desk.onBoard { screen in
      try await screen.press(",")
      try await screen.wait(for: "截至 2023-09-03", "a day earlier")
      try await screen.press(".")
      try await screen.wait("today again") { !$0[0].contains("截至") }
      try await screen.press("(")
      try await screen.wait(for: "截至 2023-08-30", "the last day with news")
      try await screen.press("(")
      try await screen.wait(for: "截至 2023-08-26", "and the one before")
      try await screen.press(")")
      try await screen.wait(for: "截至 2023-08-30", "and on again")
      try await screen.press("0")
      try await screen.wait("today by 0") { !$0[0].contains("截至") }

      try await screen.press(":")
      try await screen.type("asof 2023-07-31")
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "截至 2023-07-31", "the board of July")
      let heads = rows[1].split(separator: " ").filter { Int($0) != nil }
      #expect(heads == ["3", "0", "0", "2", "1", "0"])
      for key in ["L", "m", "n", "u", "e", "a", "x", "U", "M"] {
        try await screen.press("j")
        try await screen.wait("no news") { !$0.contains { $0.contains("不能改动") } }
        try await screen.press(key)
        try await screen.wait(for: "正在看 2023-07-31 的看板，不能改动", "\(key) says why not")
      }
      try await screen.press("F")
      let funnel = try await screen.wait(for: "总转化 0/6", "nobody had signed")
      #expect(funnel.contains { $0.contains("(按次数)") && !$0.contains("对接 13") })
    }
    #expect(try await desk.lastChange() == before)
  }

  @Test func theBoardFitsEverySizeItIsGiven() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard(columns: 60, rows: 20) { screen in
      let tabs = try await screen.wait(for: "4意向2", "one stage under tabs")
      #expect(tabs[1].contains("1对接0") && tabs[1].contains("6签约2"))
      let tab = try #require(try await screen.place(of: "6签约2"))
      try await screen.click(tab)
      try await screen.wait(for: "[6签约2]", "a tab can be clicked")
      try await screen.waitForSelected("招商母基金(江控创富)", "the whole name fits")

      try await screen.resize(columns: 20, rows: 6)
      let list = try await screen.wait(for: "▸6招商母基金", "a plain list, the digit first")
      #expect(list.count { !$0.isEmpty } >= 2)
      try await screen.press("3")
      try await screen.wait(for: "▸3远东宏信", "keys work there too")

      try await screen.resize(columns: 140, rows: 40)
      let rows = try await screen.wait("six columns and the card beside them") {
        $0.contains { $0.contains("▸远东宏信") && $0.contains("青岛夜经济") }
      }
      #expect(rows[39].contains("F1?帮助"))
      #expect(rows.contains { $0.contains("进入「意向」所需") })
      // A card dragged in the narrow board goes to a tab.
      try await screen.resize(columns: 60, rows: 20)
      try await screen.wait(for: "[3回访1]", "tabs again")
      let card = try await screen.card("远东宏信集")
      let target = try #require(try await screen.place(of: "4意向2"))
      try await screen.drag(from: card, to: target)
      try await screen.wait(for: "回访 -> 意向", "dropped on a tab")
    }
  }

  @Test func themeAndLanguageAreSwitchedWhileItRuns() async throws {
    let desk = try await Desk.withExample()
    _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang/themes")])
    try desk.home.write(
      "[meta]\nname = \"lihua\"\ninherits = \"default-dark\"\n[ui]\nheader = \"#102030 on #405060\"\n",
      to: "config/zhaoshang/themes/lihua.toml")
    try await desk.onBoard { screen in
      let before = try await screen.colours()
      try await screen.press(":")
      try await screen.wait(for: "─ 命令 ─", "the palette")
      try await screen.type("lihua")
      try await screen.wait(for: ":theme lihua", "the theme is in it")
      try await screen.press("Enter")
      try await screen.wait("the colours change") { _ in try await screen.colours() != before }
      try await screen.press("C-p")
      try await screen.wait(for: "─ 命令 ─", "the palette by Ctrl-P")
      try await screen.type("lang en")
      try await screen.press("Enter")
      let rows = try await screen.wait(for: "[Board]", "English")
      #expect(rows[1].contains("3Return"))
      #expect(rows.contains { $0.contains("远东宏信集") })
      try await screen.press("F9")
      try await screen.type("语言")
      try await screen.wait("the Chinese word works in English as well") {
        $0.contains { $0.contains("▸") && $0.contains(":lang") }
      }
      try await screen.press("Enter")
      try await screen.wait(for: "[看板]", "Chinese again")
    }
  }

  @Test func withNoColourNoColourIsSent() async throws {
    let desk = try await Desk.withExample()
    let coloured = try await desk.onBoard { try await $0.colours() }
    #expect(coloured.contains("\u{1B}[38;") || coloured.contains("\u{1B}[48;"))
    try await desk.onBoard(prefix: "NO_COLOR=1 exec") { screen in
      let file = desk.home.path("sent")
      try await screen.record(to: file)
      try await screen.press("C-l")
      for (key, sign) in [
        ("3", "▸远东宏信"), ("F", "总转化"), ("S", "全部项目"), ("T", "[路径]"), ("?", "─ 帮助 ─"),
      ] {
        try await screen.press(key)
        try await screen.wait(for: sign, "\(key) shows its view")
      }
      let sent = try await screen.recorded("sent", until: "帮助 ", on: desk)
      let attributes = sent.matches(of: /\u{1B}\[([0-9;]*)m/)
        .flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
      #expect(attributes.contains(7) && attributes.contains(1))
      #expect(Set(attributes).isSubset(of: [0, 1, 2, 4, 7, 22, 24, 27]))
    }
    let argued = try await desk.onBoard("--colour never") { try await $0.colours() }
    #expect(!argued.contains("[38;") && !argued.contains("[48;"))
  }

  @Test(arguments: ["q", "quit", "退出", "：q"])
  func aTypedCommandIsTheOneThatRuns(command: String) async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type(command)
      try await screen.wait(for: command, "it is typed")
      try await screen.press("Enter")
      #expect(try await screen.waitForExit(":\(command) leaves", seconds: 5) == 0)
    }
  }

  @Test func theHelpIsTypedInAndRunsWhatIsChosen() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("?")
      try await screen.wait(for: "─ 帮助 ─", "the help")
      try await screen.type("loudou")
      try await screen.wait(for: ":view funnel", "found by pinyin")
      try await screen.press("Enter")
      try await screen.wait(for: "总转化", "and run")
      try await screen.press("F1")
      try await screen.wait(for: "─ 帮助 ─", "the help, by its other key")
      try await screen.type("看板")
      try await screen.wait(for: ":view board", "found by its title")
      try await screen.press("Enter")
      try await screen.wait(for: "1对接", "and run")
      try await screen.press("?")
      try await screen.type("没有这个")
      try await screen.wait(for: "没有命令「没有这个」", "what is not there is said")
    }
  }
}
