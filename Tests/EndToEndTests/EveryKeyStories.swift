import JSON
import TestSupport
import Testing

/// Every key of the help pressed once, and what it must show.
///
/// A key that is added without a line here fails the first story.
@Suite(.serialized) struct EveryKeyStories {
  /// One key's story.
  struct Line {
    /// The keys, by the help's names; all of them do the same.
    let keys: [String]
    /// What is pressed before, by tmux's names, with the board open on #5 in 回访.
    let before: [String]
    /// What must come onto the screen, or leave it.
    let sign: Sign

    enum Sign { case shows(String), hides(String) }

    init(_ keys: String, after before: [String] = [], _ sign: Sign) {
      self.keys = keys.split(separator: " ").map(String.init)
      self.before = before
      self.sign = sign
    }
  }

  /// Actions with a story of their own: leaving, suspending, and drawing anew what a colleague's
  /// message spoiled.
  private static let elsewhere: Set = ["quit", "suspend", "redraw"]

  /// The keys that go to a screen, by the screen's name in `zhaoshang keys --json`.
  private static let screens = [
    "S": "list", "F": "funnel", "T": "timeline", "A": "agenda", "P": "report", "W": "requests",
    "Y": "targets",
  ]

  private static let lines: [Line] = [
    Line("h Left Shift-Tab", after: ["6"], .shows("▸光伏项目")),
    Line("l Right Tab", after: ["4"], .shows("▸光伏项目")),
    Line("j Down", after: ["4", "g"], .shows("▸与内江")),
    Line("k Up", after: ["4", "G"], .shows("▸青岛夜")),
    Line("g Home", after: ["4", "G"], .shows("▸青岛夜")),
    Line("G End", after: ["4", "g"], .shows("▸与内江")),
    Line("Ctrl-U PgUp", after: ["4", "G"], .shows("▸青岛夜")),
    Line("Ctrl-D PgDn", after: ["4", "g"], .shows("▸与内江")),
    Line("1", .shows("▸光翼激光")),
    Line("2", .shows("▸红旗二期")),
    Line("3", after: ["5"], .shows("▸远东宏信")),
    Line("4", after: ["4", "g", "5"], .shows("▸青岛夜")),
    Line("5", .shows("▸光伏项目")),
    Line("6", after: ["6", "g", "5"], .shows("▸招商母基金")),
    Line("Enter", .shows("项目详情")),
    Line("Esc", after: ["Enter"], .hides("项目详情")),
    Line("L > Shift-Right", .shows("回访 -> 意向")),
    Line("H < Shift-Left", .shows("回访 -> 考察")),
    Line("m F5", .shows("移动 #5")),
    Line("n F2", .shows("新建项目 ")),
    Line("a", .shows("记活动 #5")),
    Line("e F4", .shows("编辑 #5")),
    Line("@", .shows("下一步 #5")),
    Line("O", .shows("分派 #5")),
    Line("#", .shows("标签 #5")),
    Line("Space", .shows("*已标记 1")),
    Line("V", after: ["4"], .shows("*已标记 2")),
    Line("c", .shows("移到 签约")),
    Line("I", after: ["S"], .shows("从大到小")),
    Line("C", after: ["S"], .shows("─ 选列 ─")),
    Line("i", .shows("备注 #5")),
    Line("M", .shows("里程碑 #5")),
    Line("x F8", .shows("退库 #5")),
    Line("R", .shows("项目没有关闭")),
    Line("y", .shows("卡片文字已送往")),
    Line("f", .shows("筛选: 负责人:我")),
    Line("d", .shows("记活动 #5")),
    Line("=", .shows("挂起 #5")),
    Line("X", .shows("记为流失 #5")),
    Line("N", .shows("记为放弃 #5")),
    // In the order by hand, which stays for what comes after.
    Line("s", .shows("手动顺序")),
    Line("J", after: ["4", "g"], .shows("移到 #2 之下")),
    Line("K", after: ["4", "G"], .shows("移到本列最上")),
    Line("Shift-Down", after: ["4", "g"], .shows("移到 #2 之下")),
    Line("Shift-Up", after: ["4", "G"], .shows("移到本列最上")),
    Line("u", .shows("撤销：#1")),
    Line("U", .shows("重做：#1")),
    Line("Ctrl-R", after: ["u"], .shows("重做：#1")),
    Line("/ F3", .shows("命中 8")),
    Line("B", after: ["S"], .shows("[看板]")),
    Line("S", .shows("[列表]")),
    Line("F F7", .shows("[漏斗]")),
    Line("T F6", .shows("[路径]")),
    Line("P", .shows("[报表]")),
    Line("w", after: ["P"], .shows("─ 写入文件 ─")),
    Line("]", .shows("[列表]")),
    Line("A", .shows("[待办]")),
    Line(";", .shows("方向键选日")),
    Line("Ctrl-O", .shows("历史：最近")),
    Line("W", .shows("[诉求]")),
    Line("n F2", after: ["W"], .shows("─ 登记诉求 ─")),
    Line("> L Shift-Right", after: ["W"], .shows("收集 ->")),
    Line("< H Shift-Left", after: ["W"], .shows("还在收集，没有上一步")),
    Line("e F4", after: ["W"], .shows("─ 诉求 1")),
    Line("v", after: ["W"], .shows("[超期 0]")),
    Line("Y", .shows("[目标]")),
    Line("n F2", after: ["Y"], .shows("─ 定目标 ─")),
    Line("e F4", after: ["Y"], .shows("─ 修改目标 ─")),
    Line("E", .shows("─ 立项 #5")),
    Line("D", .shows("─ 立项节点 #5")),
    Line("Z", .shows("─ 流转 #5")),
    Line("o", .shows("#5 历史")),
    Line("[", .shows("[历史]")),
    Line(",", .shows("截至 2023-09-03")),
    Line(".", after: [","], .hides("截至 2023-09-03")),
    Line("(", .shows("截至 2023-08-30")),
    Line(")", after: ["(", "("], .shows("截至 2023-08-30")),
    Line("0", after: [","], .hides("截至 2023-09-03")),
    Line("s", after: ["S"], .hides("按编号排序")),
    Line("b", after: ["F"], .shows("分组: 责任人")),
    Line("$", after: ["F"], .shows("条长: 金额")),
    Line("t", after: ["F"], .shows("趋势 [按月]")),
    Line("p", after: ["F"], .hides("期间: 全部")),
    Line("d", after: ["F"], .shows("停留: 累计")),
    Line("w", after: ["F"], .shows("当期进入")),
    Line("v", .shows("连选：移动光标")),
    Line("v", after: ["T"], .shows("每格2天")),
    Line("c", after: ["F"], .shows(" -> 2023-09-04")),
    Line("<", after: ["P"], .shows("2023-08-28 至 2023-09-03")),
    // From the week before, where the line above leaves it.
    Line(">", after: ["P"], .hides("2023-08-28 至 2023-09-03")),
    Line("d", after: ["P"], .shows("附数字来源")),
    Line("+ =", after: ["T", "-"], .shows("每格2天")),
    Line("-", after: ["T"], .shows("每格4天")),
    Line(": Ctrl-P F9", .shows("─ 命令 ─")),
    Line("? F1", .shows("─ 帮助 ─")),
    Line("%", .shows("鼠标已关")),
    Line("r", after: ["y"], .hides("卡片文字已送往")),
    Line("z", .shows("疏密：")),
  ]

  /// A row of the table of actions.
  private struct Row {
    let action: String
    let keys: [String]
    let commands: [String]
    let screens: [String]
  }

  private func rows() async throws -> [Row] {
    try #require(try await Desk().json("keys").array).map { row in
      func texts(_ member: String) -> [String] { row[member]?.array?.compactMap(\.string) ?? [] }
      return Row(
        action: try #require(row["action"]?.string), keys: texts("keys"),
        commands: texts("commands"), screens: texts("screens"))
    }
  }

  @Test func everyKeyOfEveryRowHasItsStoryOnAScreenOfTheRow() async throws {
    let rows = try await rows()
    #expect(rows.count > 90)
    var told: Set<[String]> = []
    for line in Self.lines {
      let screen = line.before.compactMap { Self.screens[$0] }.first ?? "board"
      for key in line.keys {
        // What a key means on few screens comes before what it means on all.
        let meant = rows.filter { $0.keys.contains(key) && $0.screens.contains(screen) }
          .min { $0.screens.count < $1.screens.count }
        told.insert([try #require(meant, "\(key) means nothing on \(screen)").action, key])
      }
    }
    for row in rows where !Self.elsewhere.contains(row.action) {
      for key in row.keys { #expect(told.contains([row.action, key]), "\(row.action): \(key)") }
    }
  }

  @Test func everyRowWithoutAKeyIsRunByItsWords() async throws {
    for row in try await rows() where row.keys.isEmpty {
      let isTold = Self.commands.contains { typed, _ in
        row.commands.contains { typed == $0 || typed.hasPrefix($0 + " ") }
      }
      #expect(isTold, "\(row.action)")
    }
  }

  @Test func everyKeyOfTheHelpDoesWhatItSays() async throws {
    let desk = try await Desk.withMovableCard()
    try await desk.does(
      "add", "红旗二期", "--investor", "红旗集团", "--stage", "考察", "--on", "2023-08-01")
    try await desk.onBoard { screen in
      for line in Self.lines {
        for key in line.keys {
          try await backToTheStart(screen)
          for key in line.before { try await screen.press(key) }
          let (text, isWanted) =
            switch line.sign {
            case .shows(let text): (text, true)
            case .hides(let text): (text, false)
            }
          func isThere(_ rows: [String]) -> Bool { rows.contains { $0.contains(text) } }
          try await screen.wait("before \(key)", seconds: 5) { isThere($0) != isWanted }
          try await screen.press(Self.tmuxName(key))
          try await screen.wait("\(key) \(isWanted ? "shows" : "hides") \(text)", seconds: 5) {
            isThere($0) == isWanted
          }
        }
      }
    }
  }

  @Test(arguments: ["q", "Q", "F10"])
  func theKeysThatLeaveLeave(key: String) async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      // In a view it goes back to the board first.
      try await screen.press("F")
      try await screen.wait(for: "[漏斗]", "a view")
      try await screen.press("q")
      try await screen.wait(for: "[看板]", "back")
      try await screen.press(key)
      #expect(try await screen.waitForExit("\(key) leaves") == 0)
    }
  }

  @Test func ctrlLDrawsAnewWhatAMessageSpoiled() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard(prefix: "tty > \"$HOME/tty\"; exec") { screen in
      let terminal = try #require(desk.home.read("tty")?.split(separator: "\n").first)
      _ = try await desk.run("sh", ["-c", "printf '\\033[9;9HSYSTEM GOING DOWN' > \(terminal)"])
      try await screen.wait(for: "SYSTEM GOING DOWN", "the screen is spoiled")
      try await screen.press("C-l")
      try await screen.wait("it is whole again") { !$0.contains { $0.contains("SYSTEM") } }
      try await screen.wait(for: "▸远东宏信集", "with everything on it")
    }
  }

  /// Commands that have no key, and some that take words, each with what it shows.
  private static let commands = [
    ("挂起", "挂起 #5"), ("恢复", "项目没有挂起"), ("流失", "记为流失 #5"), ("放弃", "记为放弃 #5"),
    ("清除", "没有筛选"), ("并入", "─ 并入 #5"), ("诉求", "[诉求]"), ("view 目标", "[目标]"), ("语言", "[Board]"),
    ("lang zh", "[看板]"), ("open 3", "#3 招商母基金"),
    ("4", "#4 招商大数据"), ("move 签约", "回访 -> 签约"), ("view 漏斗", "[漏斗]"),
    ("截至 2023-08-26", "截至 2023-08-26"), ("filter 母基金", "筛选: 母基金"),
    ("连选", "连选：移动光标"), ("标记", "*已标记 1"), ("取消标记", "没有标记"),
    ("sort 金额", "按总投资排序，从大到小"), ("导入", "先预览"), ("改名 标签 没有的 有的", "没有叫「没有的」的标签"),
    ("提醒", "招商提醒"), ("输出", "招商提醒"), ("日历文件", "写到哪个文件"), ("publish", "写到哪个目录"),
    ("theme 没有的", "没有主题「没有的」"), ("鼠标 关", "鼠标已关"), ("mouse on", "鼠标已开"),
  ]

  @Test func commandsWithoutAKeyRunByTheirWords() async throws {
    let desk = try await Desk.withExample()
    try await desk.onBoard { screen in
      for (word, sign) in Self.commands {
        try await backToTheStart(screen)
        try await screen.press(":")
        try await screen.wait("the palette for \(word)") { $0.contains { $0.contains("│ : ") } }
        try await screen.type(word)
        try await screen.wait(for: ": \(word)", "\(word) is typed")
        try await screen.press("Enter")
        try await screen.wait(":\(word) shows \(sign)", seconds: 5) { rows in
          rows.contains { $0.contains(sign) } && !rows.contains { $0.contains("│ : ") }
        }
      }
    }
  }

  /// Closes what is open, and goes to #5 on the board of today without a filter.
  ///
  /// Ctrl-C means Esc, and what follows it cannot make an Alt of it.
  private func backToTheStart(_ screen: TerminalScreen) async throws {
    try await screen.press("C-c")
    try await screen.wait("nothing is open") { rows in
      !rows.contains { $0.contains("┌─") || $0.contains("命中") || $0.contains("移动 #") }
    }
    try await screen.press("B", "C-c", "C-c", "3")
    try await screen.wait("back at the start") { rows in
      rows.contains { $0.contains("▸远东宏信") } && !rows[0].contains("截至")
        && !rows[0].contains("筛选:")
    }
  }

  /// A key's name for tmux, from the help's.
  private static func tmuxName(_ name: String) -> String {
    switch name {
    case "Shift-Tab": "BTab"
    case "Esc": "Escape"
    case "PgUp": "PageUp"
    case "PgDn": "PageDown"
    default:
      name.replacing("Shift-", with: "S-").replacing("Ctrl-", with: "C-")
    }
  }
}
