import JSON
import TestSupport
import Testing

/// Long work on a real terminal: a bar, and Ctrl-C in the middle of it, which leaves nothing half
/// done.
@Suite(.enabled(if: Tracing.works, "strace is not here, or may not trace: nothing was slowed down"))
struct LongWorkStories {
  /// An exchange file of so many projects, each with stages, notes and activities.
  private static func exchange(_ count: Int) -> String {
    var text = #"{"format":"zhaoshang-exchange","version":1,"projects":["#
    text += (1...count).map { number in
      #"{"key":"P\#(number)","name":"第\#(number)号新材料项目","investors":["投资方\#(number)"],"lead":["招商一组"],"#
        + #""stages":[{"stage":"contact","on":"2025-01-05"},{"stage":"visit","on":"2025-02-05"}],"#
        + #""notes":[{"text":"用地指标待落实","on":"2025-03-01"}]}"#
    }.joined(separator: ",")
    text += #"],"activities":["#
    text += (1...count).map { number in
      #"{"projects":["P\#(number)"],"kind":"outbound","on":"2025-02-0\#(number % 9 + 1)","place":"长沙","lead":["招商一组"]}"#
    }.joined(separator: ",")
    return text + "]}"
  }

  private static let slowly =
    "strace -f -qq -o /dev/null -e trace=write,pread64 -e inject=write:delay_exit=5000000"
    + " -e inject=pread64:delay_exit=60000"

  /// Runs a command, presses Ctrl-C when its bar is there, and gives what is on the screen then.
  ///
  /// Each reading takes a while and each writing to the terminal five seconds, so that the bar comes and is
  /// there long enough.
  private func interrupted(_ command: String, bar: String, on desk: Desk) async throws -> String {
    try await TerminalScreen.show(
      "sh -c 'trap : INT; \(Self.slowly) \(command); echo 退出=$?; read -r x'", on: desk, columns: 100
    ) { screen in
      try await screen.wait(for: bar, "the bar of \(command)", seconds: 60)
      try await screen.press("C-c")
      try await screen.wait(for: "退出=", "the end of \(command)", seconds: 60)
      return try await screen.rows().joined(separator: "\n")
    }
  }

  @Test func anImportOfAnExchangeFileIsStoppedWithNothingOfItInTheStore() async throws {
    let desk = try await Desk.withStore()
    let file = try desk.home.write(Self.exchange(12_000), to: "全省.json")
    let screen = try await interrupted(
      "zhaoshang import \(file) --today 2026-11-22", bar: "正在导入 [", on: desk)
    #expect(screen.contains("已停止，什么都没有写入"), "\(screen)")
    #expect(screen.contains("退出=130"), "\(screen)")
    #expect(try await desk.json("list").array?.count == 0)
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  @Test func readingCheckingCopyingExportingAndReportingAreStoppedWithNothingLeft() async throws {
    let desk = try await Desk.withStore()
    let file = try desk.home.write(Self.exchange(6000), to: "全市.json")
    try await desk.does("import", file)
    let copy = desk.home.path("备份")
    let report = desk.home.path("周报.html")
    let export = desk.home.path("导出.json")
    for (command, bar, sentence) in [
      ("verify", "正在核对数据 [", "已停止，数据没有改动"),
      ("backup \(copy)", "正在复制并核对数据 [", "已停止，没有留下副本"),
      ("report month --drill --today 2026-11-22 -o \(report)", "正在写报表 [", "已停止，数据没有改动"),
      ("export \(export)", "正在导出 [", "已停止，数据没有改动"),
    ] {
      let screen = try await interrupted("zhaoshang \(command)", bar: bar, on: desk)
      #expect(screen.contains(sentence), "\(screen)")
      #expect(screen.contains("退出=130"), "\(screen)")
    }
    // A lost checkpoint: every record is read again.
    _ = try await desk.run(
      "sh", ["-c", "find \(desk.home.path("")) -path '*/checkpoint/*' -delete"])
    let screen = try await interrupted("zhaoshang show 1", bar: "正在读取全部记录 [", on: desk)
    #expect(screen.contains("已停止，数据没有改动") && screen.contains("退出=130"), "\(screen)")
    let left = try await desk.run("ls", ["-A", desk.home.path("")])
    for name in ["备份", "周报", "导出", ".new"] {
      #expect(!left.stdout.contains(name), "\(left.stdout)")
    }
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  @Test func whatIsBadIsKeptOnlyWhenTheRestIsTaken() async throws {
    let desk = try await Desk.withStore()
    let rows = (1...8000).map { "第\($0)号项目,投资方\($0),\($0 % 1000 == 0 ? "很多" : "1.6")\n" }
    let file = try desk.home.write("项目名称,投资方,总投资(亿元)\n" + rows.joined(), to: "台账.csv")
    let bad = desk.home.path("坏行.csv")
    let screen = try await interrupted(
      "zhaoshang import \(file) --skip-bad \(bad) --stage 对接 --today 2026-11-22", bar: "正在导入 [",
      on: desk)
    #expect(screen.contains("已停止，什么都没有写入") && screen.contains("退出=130"), "\(screen)")
    let left = try await desk.run("ls", ["-A", desk.home.path("")])
    #expect(!left.stdout.contains("坏行"), "\(left.stdout)")
    try await desk.does("import", file, "--skip-bad", bad, "--stage", "对接")
    #expect(desk.home.read("坏行.csv")?.split(separator: "\r\n").count == 9)
    #expect(try await desk.json("list").array?.count == 7992)
  }
}
