import JSON
import TestSupport
import Testing

/// What is out of sight is not absent, and what hangs on a project goes with it.
@Suite struct OutOfSightTests {
  private func twins() async throws -> Desk {
    let desk = try Desk()
    try await desk.does("init")
    try await desk.does("add", "铝箔项目", "--investor", "宏桥", "--on", "2023-01-01")
    try await desk.does("add", "铝箔扩建项目", "--investor", "宏桥", "--on", "2023-01-02")
    try await desk.does("move", "2", "签约", "--on", "2023-03-01", "--reason", "补录")
    try await desk.does("request", "add", "宏桥", "用电增容", "--project", "2")
    return desk
  }

  @Test func whatWasMergedOrArchivedDoesNotComeBackByAnImport() async throws {
    let desk = try await twins()
    let ledger = try desk.home.write(
      "项目名称,投资方,当前阶段,总投资（亿元）\n铝箔项目,宏桥,,\n铝箔扩建项目,宏桥,签约,5\n", to: "台账.csv")
    try await desk.does("merge", "1", "2")
    let trial = try await desk.does("import", ledger, "--dry-run")
    #expect(trial.contains("#2 铝箔扩建项目 已并入 #1 铝箔项目") && trial.contains("「5」未取用"))
    let taken = try await desk.zhaoshang("import", ledger, "--today", "2026-11-22")
    #expect(taken.stdout.contains("新增 0 个，修改 0 个，不变 1 个") && taken.stdout.contains("不导入 1 行"))
    #expect(taken.stderr.contains("#2 铝箔扩建项目 已并入 #1 铝箔项目"))
    try await desk.does("add", "夜经济", "--investor", "东方")
    try await desk.does("archive", "3", "--reason", "退库")
    let file = desk.home.path("全表.csv")
    try await desk.does("export", file)
    let own = try await desk.zhaoshang("import", file, "--today", "2026-11-22")
    #expect(own.stdout.contains("新增 0 个，修改 0 个，不变 1 个") && own.stdout.contains("不导入 2 行"))
    #expect(own.stderr.contains("#3 夜经济 已退库，可重新启用"))
    let added = try await desk.zhaoshang(
      "add", "夜经济", "--investor", "东方", "--today", "2026-11-22")
    #expect(added.stderr.contains("可能与 #3 夜经济 重复（名称相同，已退库，可重新启用）"))
    let like = try await desk.json("duplicates", "4")
    #expect(like.array?.first?["status"] == "archived")
  }

  @Test func aMergerLosesNeitherTheSigningNorTheRequest() async throws {
    let desk = try await twins()
    let before = try await desk.json("rates")
    try await desk.does("edit", "1", "amount=3亿")
    try await desk.does("edit", "2", "amount=5亿")
    let merged = try await desk.zhaoshang("merge", "1", "2", "--today", "2026-11-22")
    #expect(merged.stdout.contains("#1 铝箔项目 从 对接 移到 签约"))
    #expect(merged.stderr.contains("#2 的下列各项留在原处，不再计入：总投资 5亿"))
    #expect(try await desk.json("rates")["signed"] == 1 && before["signed"] == 1)
    #expect(try await desk.json("request", "list").array?.first?["project"] == 1)
    try await desk.refuses("merge", "1", "2", status: 1, saying: "#2 铝箔扩建项目 已并入 #1 铝箔项目")
    try await desk.does("reopen", "2")
    #expect(try await desk.json("show", "1")["stage"] == "contact")
    #expect(try await desk.json("request", "list").array?.first?["project"] == 2)
  }

  @Test func anExchangeFileThatIsThereAlreadyWantsAnOption() async throws {
    let desk = try await twins()
    let file = desk.home.path("交换.json")
    try await desk.does("export", file)
    try await desk.refuses("import", file, status: 65, saying: "库中已有 2 个", "#1 铝箔项目", "--again")
    #expect(try await desk.json("list").array?.count == 2)
    try await desk.does("import", file, "--again")
    #expect(try await desk.json("list").array?.count == 4)
  }

  @Test func aRequestGoesToTheStepThatIsSaidAndBack() async throws {
    let desk = try await twins()
    try await desk.does("request", "move", "1", "办结", "--on", "2026-11-22", "--satisfaction", "5")
    let back = try await desk.does("request", "move", "1", "办理", "--on", "2026-11-22")
    #expect(back.contains("→ 办理 2026-11-22"))
    #expect(try await desk.does("request", "move", "1", "办结").contains("→ 办结 2026-11-22"))
    #expect(try await desk.json("request", "show", "1")["satisfaction"] == 5)
    try await desk.does("request", "remove", "1")
    #expect(try await desk.json("request", "list", "--all").array == [])
    try await desk.does("undo")
    #expect(try await desk.json("request", "show", "1")["closed"] == "2026-11-22")
  }

  @Test func whatWasEnteredByMistakeIsMendedOrTakenOut() async throws {
    let desk = try await twins()
    try await desk.does(
      "matter", "add", "M1", "旧名", "--level", "市", "--unit", "审批局", "--days", "5")
    try await desk.does("matter", "add", "M1", "新名")
    let matter = try await desk.json("matter", "list")["matters"]?.array?.first
    #expect(matter?["name"] == "新名" && matter?["unit"] == "审批局" && matter?["days"] == 5)
    let twice = try await desk.zhaoshang("matter", "import", "-", input: "A,甲\nB,乙\nA,丙\n")
    #expect(twice.status == 65 && twice.stderr.contains("第 1 行和第 3 行都是编码「A」"))
    try await desk.does("request", "edit", "1", "--matter", "M1")
    try await desk.refuses("matter", "remove", "M1", status: 1, saying: "第 1 件诉求")
    try await desk.does("undo")
    try await desk.does("matter", "remove", "M1")
    try await desk.does("cluster", "set", "铝业集群")
    try await desk.does("cluster", "remove", "铝业集群")
    #expect(
      try await desk.json("cluster", "list").array?.contains { $0["name"] == "铝业集群" } == false)
    let batch = try await desk.does(
      "batch", "开工", "--project", "1", "--project", "2", "--project", "1")
    #expect(batch.contains("x2"))
    try await desk.refuses(
      "batch", "开工", "--subject", "园区", "--count", "1000000", status: 1, saying: "1 到 999999")
    try await desk.refuses(
      "log", "1", "call", "--headcount", "1000000", status: 1, saying: "人次", "0 到 999999")
  }
}
