import JSON
import TestSupport
import Testing

/// Every view of the board can be had as plain text, with the same words, by those who cannot use a
/// full-screen program.
@Suite struct PlainViewTests {
  private struct View: Sendable {
    let action: String
    /// What brings it onto the board, a script's steps.
    let script: String
    let subcommand: [String]
    /// What both have to show.
    let words: [String]
  }

  private static let views = [
    View(
      action: "showBoard", script: "keys B", subcommand: ["board"],
      words: ["对接", "回访", "签约", "远东宏信集团"]),
    View(
      action: "showList", script: "keys S", subcommand: ["list"],
      words: ["远东宏信集团合作", "招商大数据系统项目", "青岛夜经济"]),
    View(
      action: "open", script: "keys 3\nkey Enter", subcommand: ["show", "5"],
      words: ["远东宏信集团合作", "2023-08-26", "回访"]),
    View(
      action: "showFunnel", script: "keys F", subcommand: ["funnel"],
      words: ["到过", "流出", "总转化 2/6 = 33%", "赢率 2/2 = 100%", "逐级：", "9 次进入阶段没有日期"]),
    View(
      action: "compare", script: "keys F:\ntext 对比 2023-07-24 2023-09-04\nkey Enter",
      subcommand: ["funnel", "--compare", "2023-07-24", "2023-09-04"],
      words: ["2023-07-24 -> 2023-09-04", "▴+4", "▾-25", "比例的差是百分点", "差 = 后"]),
    View(
      action: "trend", script: "keys Ft", subcommand: ["trend"],
      words: ["新进", "流失", "2023-08", "不在任何一期：新进 6，推进 3", "推进＝往后移的次数"]),
    View(
      action: "showTimeline", script: "keys T", subcommand: ["timeline"],
      words: ["2023-08-30", "招商大数据系统项目"]),
    View(
      action: "showAgenda", script: "keys A", subcommand: ["agenda"],
      words: ["青岛夜经济项目", "内江经开区"]),
    View(
      action: "showMonth", script: "keys ;llll", subcommand: ["calendar"],
      words: ["远东宏信集团合作", "送合作方案"]),
    View(
      action: "showReports", script: "keys P", subcommand: ["report", "week"],
      words: [
        "招商工作周报", "时段 2023-09-04 至 2023-09-10，截至 2023-09-04", "对接（次）               13     4     1",
      ]),
    View(
      action: "showRequests", script: "keys W", subcommand: ["request", "list"],
      words: ["辖区企业", "收集", "对经开区工作的建议"]),
    View(
      action: "showTargets", script: "keys Y", subcommand: ["target", "list"],
      words: ["医药产业集群", "集群规模", "200亿"]),
    View(
      action: "showHistory", script: "key Ctrl-O", subcommand: ["history"],
      words: ["#5 远东宏信集团合作 备注：电话沟通"]),
    View(
      action: "cardHistory", script: "keys 3o", subcommand: ["history", "5"],
      words: ["#5 远东宏信集团合作 备注：电话沟通"]),
  ]

  @Test func everyViewOfTheBoardHasASubcommandWithTheSameWords() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("note", "5", "电话沟通")
    try await desk.does("next", "5", "送合作方案", "--due", "2023-09-08")
    for view in Self.views {
      let script = try desk.home.write(view.script, to: "script")
      let board = try await desk.run(
        "zhaoshang",
        ["board", "--script", script, "--size", "140x40", "--today", "2023-09-04"])
      let text = try await desk.run("zhaoshang", view.subcommand + ["--today", "2023-09-04"])
      #expect(board.status == 0 && text.status == 0, "\(view.action): \(board) \(text)")
      for word in view.words {
        #expect(
          board.stdout.contains(word), "\(view.action) on the board: \(word)\n\(board.stdout)")
        #expect(text.stdout.contains(word), "zhaoshang \(view.subcommand): \(word)\n\(text.stdout)")
      }
    }
  }

  @Test func noViewOfTheBoardIsForgotten() async throws {
    let desk = try Desk()
    let rows = try #require(try await desk.json("keys").array)
    let actions = rows.compactMap { $0["action"]?.string }
    let views = actions.filter { $0.hasPrefix("show") }
    #expect(!views.isEmpty)
    for action in views + ["open", "compare", "trend", "cardHistory"] {
      #expect(actions.contains(action))
      #expect(Self.views.contains { $0.action == action }, "\(action) has no plain text")
    }
  }
}
