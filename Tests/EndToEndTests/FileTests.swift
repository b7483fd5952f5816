import JSON
import TestSupport
import Testing

/// Importing and exporting.
@Suite struct FileTests {
  @Test func anErrorNamesThePlaceAndNothingIsImported() async throws {
    let desk = try await Desk.withStore()
    let file = try desk.home.write(
      """
      {
        "format": "zhaoshang-exchange",
        "version": 1,
        "projects": [
          {"key": "P1", "name": "光翼", "investors": ["光翼科技"], "stages": [
            {"stage": "contact", "on": "2026-11-01"},
            {"stage": "visit", "on": "2026-11-31"}
          ]}
        ]
      }
      """, to: "坏日期.json")
    try await desk.refuses(
      "import", file, status: 65, saying: file, "projects[0].stages[1].on", "7", "2026-11-31")
    #expect(try await desk.json("list", "--all") == [])
    #expect(try await desk.json("history") == [])
  }

  @Test func everyKindOfBadFileIs65() async throws {
    let desk = try await Desk.withStore()
    for (name, text, words) in [
      ("空.json", "", ["空.json"]),
      ("断.json", "{\"format\":", ["断.json"]),
      ("别的.json", "{\"format\":\"other\",\"version\":1}", ["format", "zhaoshang-exchange"]),
      (
        "将来.json", "{\"format\":\"zhaoshang-exchange\",\"version\":9}", ["version"]
      ),
      (
        "未来.json",
        """
        {"format":"zhaoshang-exchange","version":1,"projects":[{"key":"P1","name":"甲",\
        "investors":["乙"],"stages":[{"stage":"contact","on":"2099-01-01"}]}]}
        """, ["projects[0].stages[0].on"]
      ),
      (
        "无主.json",
        """
        {"format":"zhaoshang-exchange","version":1,"activities":[{"projects":["P9"],\
        "kind":"visit","on":"2026-01-01"}]}
        """, ["activities[0]"]
      ),
    ] {
      let file = try desk.home.write(text, to: name)
      let outcome = try await desk.zhaoshang("import", file, "--today", "2026-11-22")
      #expect(outcome.status == 65, "\(name): \(outcome)")
      #expect(outcome.stdout == "")
      for word in words { #expect(outcome.stderr.contains(word), "\(name): \(outcome.stderr)") }
    }
    try await desk.refuses("import", desk.home.path("没有.json"), status: 65, saying: "没有.json")
    #expect(try await desk.json("history") == [])
  }

  @Test func aDryRunWritesNothing() async throws {
    let example = try await Desk.withExample()
    let exported = try await example.does("export")
    let desk = try await Desk.withStore()
    let file = try desk.home.write(exported, to: "示例.json")
    let said = try await desk.does("import", file, "--dry-run")
    #expect(said == "可以导入：6 个项目，10 条活动，5 个节点（未写入）\n")
    #expect(try await desk.json("history") == [])
  }

  @Test func whatIsExportedComesBackTheSame() async throws {
    let example = try await Desk.withExample()
    let file = example.home.path("导出.json")
    let outcome = try await example.zhaoshang("export", file)
    #expect(outcome == .init(status: 0, stdout: "", stderr: "已导出到 \(file)\n"))
    let mode = try await example.run("stat", ["-c", "%a", file])
    #expect(mode.stdout == "600\n")
    let desk = try await Desk.withStore()
    try await desk.does("import", file)
    #expect(try await desk.does("export") == example.does("export"))
    for arguments in [["list", "--all"], ["funnel"], ["count"], ["timeline"]] {
      let ours = try await desk.run("zhaoshang", arguments + ["--json"])
      let theirs = try await example.run("zhaoshang", arguments + ["--json"])
      #expect(ours == theirs, "\(arguments)")
    }
  }

  @Test func whatThisVersionDoesNotKnowIsExportedAgain() async throws {
    let example = try await Desk.withExample()
    let exported = try await example.does("export")
    let key = "\"name\": \"青岛夜经济项目\","
    let known = try #require(exported.contains(key) ? key : nil)
    let given = exported.replacing(known, with: known + "\n      \"x_评分\": {\"绿色\": 1.50},")
    let desk = try await Desk.withStore()
    try await desk.does("import", try desk.home.write(given, to: "新版.json"))
    try await desk.does("edit", "1", "owner=王磊")
    try await desk.does("undo")
    let again = try await JSONValue.parse(desk.does("export"))
    let project = again["projects"]?.array?.first { $0["name"] == "青岛夜经济项目" }
    #expect(project?["x_评分"] == (try JSONValue.parse("{\"绿色\": 1.50}")))
  }

  @Test func anImportIsOneStepBack() async throws {
    let desk = try await Desk.withExample()
    try await desk.does("undo")
    #expect(try await desk.json("list", "--all") == [])
    try await desk.does("redo")
    #expect(try await desk.json("list", "--all").array?.count == 6)
  }

  @Test func stdinAndStdoutAreFilesToo() async throws {
    let desk = try await Desk.withExample()
    let exported = try await desk.does("export", "-")
    let other = desk.home.path("另一个")
    try await desk.does("init", other)
    let outcome = try await desk.zhaoshang("--store", other, "import", "-", input: exported)
    #expect(outcome.status == 0)
    #expect(try await desk.json("--store", other, "list").array?.count == 6)
  }
}
