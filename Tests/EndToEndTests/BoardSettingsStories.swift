import JSON
import TestSupport
import Testing

/// Keys, views, filters and themes of a person's own, as they are used and found again.
@Suite(.serialized) struct BoardSettingsStories {
  private func configured(_ text: String) async throws -> Desk {
    let desk = try await Desk.withExample()
    try await desk.configure(text)
    return desk
  }

  @Test func keysOfOnesOwnWorkAndAreShownEverywhere() async throws {
    let desk = try await configured(
      """
      [keys]
      undo = ["Alt-z", "F11"]
      note = "Alt-n"
      """)
    try await desk.onBoard(columns: 140) { screen in
      try await screen.wait("the foot line follows") {
        ($0.last { !$0.isEmpty } ?? "").contains("F11撤销")
      }
      try await screen.press("3", "M-n")
      try await screen.wait(for: "备注 #5", "the note's new key")
      try await screen.type("改过的键")
      try await screen.press("Enter")
      try await screen.wait(for: "Alt-z 撤销", "the hint names it")
      try await screen.press("M-z")
      try await screen.wait(for: "撤销：#5 远东宏信集团合作 备注", "and it undoes")
      try await screen.press("?")
      try await screen.type("cx")
      try await screen.wait("the help shows it") { rows in
        rows.contains { $0.contains("Alt-z F11") && $0.contains(":undo") }
      }
    }
    let keys = try await desk.zhaoshang("keys")
    #expect(keys.lines.contains { $0.hasPrefix("Alt-z F11") && $0.contains("undo") })
  }

  @Test func aKeyThatCannotBeIsToldWithItsLineAndTheBoardOpens() async throws {
    let desk = try await configured("theme = \"mono\"\n[keys]\nundo = \"n\"\n")
    try await desk.onBoard { screen in
      try await screen.wait(
        for: "config.toml:3:8: keys.undo: “n”已是 new-project 的键", "which and where")
      try await screen.press("n")
      try await screen.wait(for: "─ 新建项目 ", "the key is what it was")
    }
    let shown = try await desk.zhaoshang("config", "show")
    #expect(shown.status == 78)
    #expect(shown.stderr.contains("config.toml:3:8: keys.undo: “n”已是 new-project 的键"))
    #expect(shown.lines.contains { $0.hasPrefix("theme ") && $0.hasSuffix("config.toml:1") })
    #expect(shown.lines.contains { $0.hasPrefix("keys.undo ") && $0.hasSuffix("默认") })
  }

  @Test func aConfigurationIsWrittenOnceAndHoldsTheDefaults() async throws {
    for (language, word) in [("zh_CN.UTF-8", "界面语言"), ("en_US.UTF-8", "zh-Hans or en")] {
      let desk = try Desk(language: language)
      let made = try await desk.zhaoshang("config", "init")
      let file = desk.home.path("config/zhaoshang/config.toml")
      #expect(made == .init(status: 0, stdout: file + "\n", stderr: ""))
      let text = try #require(desk.home.read("config/zhaoshang/config.toml"))
      #expect(text.contains(word))
      let again = try await desk.zhaoshang("config", "init")
      #expect(again.status == 1 && again.stdout.isEmpty)
      #expect(desk.home.read("config/zhaoshang/config.toml") == text)
      #expect(
        try await desk.run("sh", ["-c", "ls -A \(desk.home.path("config/zhaoshang"))"]).lines == [
          "config.toml"
        ])

      let before = try await desk.zhaoshang("config", "show", "--json")
      #expect(before.status == 0)
      // With every line taken out of its comment, nothing is different but where it comes from.
      let uncommented = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("# ") && !["# name", "# unit", "# map"].contains(where: line.hasPrefix)
          ? String(line.dropFirst(2)) : String(line)
      }
      _ = try await desk.run(
        "sh", ["-c", "cat >'\(file)'"], input: uncommented.joined(separator: "\n"))
      let after = try await desk.zhaoshang("config", "show", "--json")
      #expect(after.status == 0 && after.stderr == "")
      func values(_ outcome: Desk.Outcome) throws -> [String: String] {
        var values: [String: String] = [:]
        for setting in try JSONValue.parse(Array(outcome.stdout.utf8)).array ?? [] {
          let key = setting["key"]?.string ?? ""
          // These have no value of their own: the file gives an example of each.
          let isExample = ["hooks.", "commands.", "remind.mail.", "remind.from", "remind.command"]
            .contains { key.hasPrefix($0) }
          if !isExample { values[key] = setting["value"]?.string }
        }
        return values
      }
      #expect(try values(after) == values(before))
      #expect(try values(before).count > 70)
    }
  }

  @Test(arguments: [
    ("zh", "zh-Hans"), ("zh-Hans", "zh-Hans"), ("中文", "zh-Hans"), ("English", "en"),
  ])
  func aLanguageIsReadAsItIsShownAndAsPeopleCallIt(written: String, shown: String) async throws {
    let desk = try await configured("language = \"\(written)\"\n")
    for _ in 0..<2 {
      let outcome = try await desk.zhaoshang("config", "show", "--json")
      #expect(outcome.status == 0 && outcome.stderr == "")
      let settings = try JSONValue.parse(Array(outcome.stdout.utf8)).array ?? []
      let language = settings.first { $0["key"]?.string == "language" }
      #expect(language?["value"]?.string == shown && language?["line"] == 1)
      // What was shown, written down, is the same.
      try await desk.configure("language = \"\(shown)\"\n")
    }
  }

  @Test func aLanguageThatThereIsNotIsToldWithItsPlace() async throws {
    let desk = try await configured("language = \"法语\"\n")
    let outcome = try await desk.zhaoshang("config", "show")
    #expect(outcome.status == 78)
    #expect(outcome.stderr.contains("config.toml:1:12: language: “法语”应为其中之一：zh-Hans en"))
  }

  @Test func whereEveryValueCameFromIsTold() async throws {
    var desk = try await configured("mouse = false\ncolor = \"always\"\n[stale]\nvisit = 9\n")
    desk.environment["ZHAOSHANG_THEME"] = "mono"
    let outcome = try await desk.zhaoshang(
      "config", "show", "--json", "--lang", "en", "--store", "/tmp/招商")
    #expect(outcome.status == 0)
    let file = desk.home.path("config/zhaoshang/config.toml")
    let settings = try JSONValue.parse(Array(outcome.stdout.utf8)).array ?? []
    func setting(_ key: String) -> JSONValue? { settings.first { $0["key"]?.string == key } }
    #expect(
      setting("mouse") == [
        "key": "mouse", "value": "false", "from": "file", "file": .string(file), "line": 1,
      ])
    #expect(
      setting("colour") == [
        "key": "colour", "value": "always", "from": "file", "file": .string(file), "line": 2,
      ])
    #expect(
      setting("stale.visit") == [
        "key": "stale.visit", "value": "9", "from": "file", "file": .string(file), "line": 4,
      ])
    #expect(setting("stale.intent") == ["key": "stale.intent", "value": "30", "from": "default"])
    #expect(
      setting("theme") == [
        "key": "theme", "value": "mono", "from": "environment", "name": "ZHAOSHANG_THEME",
      ])
    #expect(
      setting("language") == ["key": "language", "value": "en", "from": "option", "name": "--lang"])
    #expect(
      setting("store") == ["key": "store", "value": "/tmp/招商", "from": "option", "name": "--store"])
    #expect(setting("keys.undo") == ["key": "keys.undo", "value": "u", "from": "default"])
  }

  @Test func aViewIsSavedFoundAgainAndUsedOnTheCommandLine() async throws {
    let desk = try await configured("# 我的配置，别动\nmouse=true\n")
    let views = "config/zhaoshang/views.toml"
    _ = try await desk.run(
      "sh", ["-c", "cat >'\(desk.home.path(views))'"],
      input: "# 局里的视图\n[\"旧的\"]\nfilter = '停滞:是' # 每周一\n")
    try await desk.onBoard { screen in
      try await screen.press("S", "s", "s", "s", "s")
      try await screen.wait(for: "按总投资排序", "a list by amount")
      try await screen.press("/")
      try await screen.type("jied")
      try await screen.press("Tab")
      try await screen.type("yx")
      try await screen.press("Tab")
      try await screen.wait(for: "阶段:意向", "completed by pinyin")
      try await screen.press("Enter", ":")
      try await screen.type("save 我的意向")
      try await screen.press("Enter")
      try await screen.wait(for: "视图「我的意向」已存到", "kept")
      try await screen.press("q")
      try await screen.wait(for: "[看板]", "back on the board")
      try await screen.press("q")
      _ = try await screen.waitForExit("left")
    }
    #expect(
      desk.home.read(views)
        == """
        # 局里的视图
        ["旧的"]
        filter = '停滞:是' # 每周一

        ["我的意向"]
        filter = "阶段:意向"
        screen = "list"
        sort = "amount"

        """)
    #expect(desk.home.read("config/zhaoshang/config.toml") == "# 我的配置，别动\nmouse=true\n")
    try await desk.onBoard { screen in
      try await screen.press(":")
      try await screen.type("wdyx")
      try await screen.wait(for: "视图 我的意向  阶段:意向", "listed in the palette")
      try await screen.press("Enter")
      try await screen.wait(for: "[列表]", "it is looked at as it was")
      try await screen.wait(for: "筛选: 阶段:意向", "with its filter")
      try await screen.press("/", "C-u", "C-r")
      try await screen.wait(for: "/ 阶段:意向", "the filter of the last board comes back")
    }
    let listed = try await desk.json("list", "--view", "我的意向")
    #expect(listed.array?.count == 2)
    let plain = try await desk.json("list", "阶段:意向", "--sort", "amount")
    #expect(listed == plain)
    let funnel = try await desk.zhaoshang("funnel", "--view", "我的意向", "--json")
    #expect(funnel.stdout == (try await desk.zhaoshang("funnel", "阶段:意向", "--json")).stdout)
    let missing = try await desk.zhaoshang("list", "--view", "没有")
    #expect(missing.status == 64 && missing.stderr.contains("旧的、我的意向"))
  }

  @Test func aThemeIsLookedAtInThePaletteAndEscBringsTheOldOneBack() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard("--theme default-dark --colour always") { screen in
      let before = try await screen.colours()
      try await screen.press(":")
      try await screen.type("theme default-light")
      try await screen.wait(for: "▸ Enter              主题 default-light", "its line is selected")
      try await screen.wait("the board is in its colours") { _ in
        let now = try await screen.colours()
        return now.split(separator: "\n").first != before.split(separator: "\n").first
      }
      try await screen.press("Escape")
      try await screen.wait("as it was") { _ in try await screen.colours() == before }
      try await screen.press(":")
      try await screen.type("theme default-light")
      try await screen.press("Enter")
      try await screen.wait("kept for the session") { rows in
        let now = try await screen.colours()
        return !rows.contains { $0.contains("─ 命令 ─") }
          && now.split(separator: "\n").first != before.split(separator: "\n").first
      }
    }
    #expect(desk.home.read("config/zhaoshang/config.toml") == nil)
  }

  @Test func aUnitIsChosenByItsInitialsInAForm() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      try await screen.press("3", "e")
      try await screen.wait(for: "编辑 #5", "the form")
      let lead = try #require(try await screen.place(of: "牵头单位"))
      try await screen.click(lead)
      try await screen.press("C-u")
      try await screen.type("gxfz")
      try await screen.wait(for: "▸国信发展集团", "offered, and chosen already")
      try await screen.press("Tab")
      try await screen.wait("taken") { rows in
        rows.contains { $0.contains("牵头单位") && $0.contains("国信发展集团") }
      }
      try await screen.press("Enter")
      try await screen.wait(for: "已存盘", "saved")
    }
    #expect(try await desk.json("show", "5")["lead"] == ["国信发展集团"])
  }

  @Test func keysTypedWhileTheTerminalIsAskedAreNotLost() async throws {
    let desk = try await Desk.withExample()
    // The shell waits for the first key, so that the others are there before the board is.
    try await TerminalScreen.show(
      "stty raw -echo; printf ready; dd bs=1 count=1 2>/dev/null; exec zhaoshang board --today \(exampleDay)",
      on: desk, columns: 100, rows: 30
    ) { screen in
      try await screen.wait(for: "ready", "the shell waits")
      try await screen.type("xS/jd")
      try await screen.wait(for: "[列表]", "the first key was taken")
      try await screen.wait(
        for: "/ jd", "and the others, with no answer of the terminal among them")
    }
  }

  @Test func escAnswersWithinFiftyMilliseconds() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      var shortest = Duration.seconds(60)
      // What is measured holds tmux's own two processes too; the shortest of many is the bound.
      for _ in 1...12 {
        try await screen.press(":")
        try await screen.wait(for: "─ 命令 ─", "open")
        let start = ContinuousClock.now
        try await screen.send([0x1B])
        try await screen.wait("closed") { !$0.contains { $0.contains("─ 命令 ─") } }
        shortest = min(shortest, ContinuousClock.now - start)
      }
      #expect(shortest <= .milliseconds(50) * Effort.crowding, "\(shortest)")
    }
  }
}
