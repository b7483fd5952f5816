import JSON
import TestSupport
import Testing

/// Long imports: a bar, a signal in the middle, a bureau's own headings.
@Suite struct ImportLifeTests {
  private static func ledger(_ rows: Int) -> String {
    "项目名称,投资方,总投资(亿元)\n" + (1...rows).map { "第\($0)号项目,投资方\($0),1.6\n" }.joined()
  }

  @Test func aBarIsShownFromAThousandRowsOnATerminalOnly() async throws {
    let desk = try await Desk.withStore()
    for (rows, isShown) in [(1200, true), (20, false)] {
      let file = try desk.home.write(Self.ledger(rows), to: "台账.csv")
      let onTerminal = try await desk.run(
        "script", ["-qec", "zhaoshang import \(file) --dry-run >/dev/null", "/dev/null"])
      #expect(onTerminal.stdout.contains("正在导入 [#") == isShown, "\(onTerminal.stdout)")
      let piped = try await desk.zhaoshang("import", file, "--dry-run")
      #expect(!piped.stderr.contains("%"))
    }
  }

  @Test func aSignalInTheMiddleLeavesAllOfItOrNothing() async throws {
    let desk = try await Desk.withStore()
    let file = try desk.home.write(Self.ledger(3000), to: "台账.csv")
    // At the same share of the work on a fast machine and on a slow one.
    let whole = try await desk.run(
      "bash",
      [
        "-c",
        "s=$EPOCHREALTIME; zhaoshang import \"$0\" --stage 对接 --dry-run >/dev/null 2>&1; e=$EPOCHREALTIME; echo $((${e/./} - ${s/./}))",
        file,
      ])
    let length = try #require(Int(whole.stdout.dropLast()))
    for share in 1...12 {
      let store = desk.home.path("目录\(share)")
      try await desk.does("init", store)
      let seconds = Double(length * share) / 8_000_000
      _ = try await desk.run(
        "timeout",
        [
          "-s", "INT", "\(seconds)", "zhaoshang", "--store", store, "import", file,
          "--stage", "对接",
        ])
      let count = try await desk.json("--store", store, "list").array?.count
      #expect(count == 0 || count == 3000, "\(share)")
      #expect(try await desk.zhaoshang("--store", store, "verify").status == 0)
    }
  }

  @Test func aBureausOwnHeadingsAreReadByAMap() async throws {
    let desk = try await Desk.withStore()
    let ledger = try desk.home.write(
      "项目名称,投资方,计划投资,牵头科室,领导批示\n光翼激光,深圳光翼,8000,投资促进局,阅\n", to: "台账.csv")
    let map = desk.home.path("对照.toml")
    let first = try await desk.zhaoshang("import", ledger, "--dry-run", "--save-map", map)
    #expect(first.status == 0 || first.status == 65)
    #expect(
      desk.home.read("对照.toml") == """
        "项目名称" = "name"
        "投资方" = "investors"
        "计划投资" = "amount"
        "牵头科室" = "lead"
        "领导批示" = "words"

        """)
    try desk.home.write(
      "\"投资方\" = \"investors\"\n\"计划投资\" = \"amount (万元)\"\n\"牵头科室\" = \"lead\"\n\"领导批示\" = \"-\"\n",
      to: "对照.toml")
    let outcome = try await desk.zhaoshang(
      "import", ledger, "--map", map, "--stage", "对接")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let project = try #require(try await desk.json("list").array?.first)
    #expect(project["investors"] == ["深圳光翼"] && project["lead"] == ["投资促进局"])
    #expect(project["amount"]?["fen"]?.literal == "8000000000")
    try desk.home.write("\"计划投资\" = \"没有的\"\n", to: "对照.toml")
    try await desk.refuses(
      "import", ledger, "--map", map, status: 78, saying: "对照.toml:1", "没有的")
    _ = try await desk.run("mkdir", ["-p", desk.home.path("config/zhaoshang")])
    try desk.home.write("[import]\nmap = \"\(map)\"\n", to: "config/zhaoshang/config.toml")
    try await desk.refuses("import", ledger, status: 78, saying: "对照.toml:1")
  }
}
