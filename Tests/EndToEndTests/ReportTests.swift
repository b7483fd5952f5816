import JSON
import TestSupport
import Testing

/// What the office files, through the built program.
@Suite struct ReportTests {
  @Test func everyReportComesInEveryFormatAndLanguage() async throws {
    let desk = try await Desk.withExample()
    for kind in ["week", "month", "path", "ledger", "leader"] {
      for format in ["txt", "md", "html", "csv"] {
        let text = try await desk.does(
          "report", kind, "--format", format, "--as-of", "2023-09-04", "--drill")
        #expect(text.contains("数据来源"))
        #expect(
          text.hasPrefix(format == "csv" ? "\u{FEFF}\"" : format == "html" ? "<!DOCTYPE" : ""))
        let english = try await desk.does("--lang", "en", "report", kind, "--format", format)
        #expect(english.contains("20"))
      }
    }
  }

  @Test func aReportIsWrittenWholeOrNotAtAll() async throws {
    let desk = try await Desk.withExample()
    let file = desk.home.path("周报.html")
    let outcome = try await desk.zhaoshang(
      "report", "week", "--from", "2023-08-28", "--to", "2023-09-03", "--output", file)
    #expect(outcome == .init(status: 0, stdout: "", stderr: "已导出到 \(file)\n"))
    let page = try #require(desk.home.read("周报.html"))
    #expect(page.contains("时段 2023-08-28 至 2023-09-03，截至 2023-09-03"))
    let parse = """
      import sys, xml.etree.ElementTree as e
      e.parse(sys.argv[1])
      """
    if let parsed = try? await desk.run("python3", ["-c", parse, file]) {
      #expect(parsed.status == 0, "\(parsed.stderr)")
    } else {
      print("SKIPPED: there is no python3 to parse a page with")
    }
    try await desk.refuses(
      "report", "week", "--output", desk.home.path("没有/周报.md"), status: 74, saying: "没有/周报.md")
    #expect(desk.home.read("没有/周报.md") == nil)
  }

  @Test func whatAReportDoesNotTakeIs64() async throws {
    let desk = try await Desk.withExample()
    try await desk.refuses("report", "year", status: 64, saying: "year", "week", "leader")
    try await desk.refuses("report", "week", "--format", "docx", status: 64, saying: "docx", "html")
    try await desk.refuses(
      "report", "ledger", "--profile", "c", status: 64, saying: "--profile", "standard")
    try await desk.refuses(
      "report", "week", "--from", "2023-09-04", "--to", "2023-09-01", status: 64,
      saying: "2023-09-01")
    try await desk.refuses(
      "report", "week", "--encoding", "gb18030", status: 64, saying: "--encoding")
  }

  @Test func aLedgerGoesOutInGB18030AndComesBack() async throws {
    let desk = try await Desk.withExample()
    let file = desk.home.path("台账.csv")
    try await desk.does("export", file, "--encoding", "gb18030")
    let iconv = try await desk.run("iconv", ["-f", "GB18030", "-t", "UTF-8", file])
    #expect(iconv.status == 0 && iconv.stdout.contains("光伏项目"))
    let other = desk.home.path("另一个")
    try await desk.does("init", other)
    let outcome = try await desk.zhaoshang(
      "--store", other, "import", file, "--today", "2026-11-22")
    #expect(outcome.status == 0)
    #expect(outcome.stdout == "已导入：新增 6 个，修改 0 个，不变 0 个，待答 0 行，有误 0 行，不导入 0 行\n")
    #expect(outcome.stderr.contains("按 GB18030 读取"))
    #expect(
      try await desk.does("--store", other, "export", "--format", "csv")
        == desk.does("export", "--format", "csv"))
    // One step in, one step back.
    try await desk.does("--store", other, "undo")
    #expect(try await desk.json("--store", other, "list", "--all") == [])
  }

  @Test func aDryRunTellsEveryRowAndWritesNothing() async throws {
    let desk = try await Desk.withExample()
    let file = try desk.home.write(
      "项目名称,投资方,总投资(亿元)\n青岛夜经济项目,,1.6\n光翼激光,深圳光翼,3\n光翼 激光,,\n", to: "台账.csv")
    let said = try await desk.does("import", file, "--dry-run", "--stage", "对接")
    #expect(
      said == """
        第 1 行 跳过：标题或说明「项目名称」
        第 2 行 修改：#1 青岛夜经济项目：总投资(亿元)填「1.6」
        第 3 行 新增：光翼激光，在对接
        第 4 行 跳过：「光翼 激光」与第 3 行重复
        可以导入：新增 1 个，修改 1 个，不变 0 个，待答 0 行，有误 0 行，不导入 1 行（未写入）

        """)
    #expect(try await desk.json("list", "--all").array?.count == 6)
    try await desk.refuses("import", file, status: 65, saying: "第 3 行：没有写明阶段", "--stage 对接")
    #expect(try await desk.json("list", "--all").array?.count == 6)
    try await desk.does("import", file, "--stage", "对接")
    #expect(try await desk.json("list", "--all").array?.count == 7)
    #expect(try await desk.does("import", file).hasPrefix("已导入：新增 0 个，修改 0 个，不变 2 个"))
  }

  @Test func aBadRowStopsAllUnlessItIsPutAside() async throws {
    let desk = try await Desk.withStore()
    let file = try desk.home.write(
      "项目名称,投资方,总投资\n光翼激光,深圳光翼,三千万\n远海风电,远海集团,3亿\n", to: "台账.csv")
    try await desk.refuses(
      "import", file, status: 65, saying: file, "第 2 行第 3 列", "三千万")
    #expect(try await desk.json("history") == [])
    let bad = desk.home.path("有误.csv")
    let outcome = try await desk.zhaoshang(
      "import", file, "--skip-bad", bad, "--stage", "对接", "--today", "2026-11-22")
    #expect(outcome.status == 0 && outcome.stderr.contains(bad))
    #expect(outcome.stderr.contains("第 2 行 不导入：「光翼激光」"))
    #expect(try await desk.json("list").array?.count == 1)
    #expect(desk.home.read("有误.csv")?.contains("\"光翼激光\",\"深圳光翼\",\"三千万\",\"第 2 行第 3 列") ?? false)
    for (name, text, word) in [
      ("断.csv", "项目名称,投资方\n\"甲", "第 2 行第 1 列"), ("无头.csv", "甲,乙\n丙,丁\n", "项目名称"),
      ("空.csv", "", "项目名称"),
    ] {
      let file = try desk.home.write(text, to: name)
      try await desk.refuses("import", file, status: 65, saying: name, word)
    }
    try await desk.refuses(
      "import", file, "--profile", "a", status: 65, saying: "序号", "研判结果")
  }
}
