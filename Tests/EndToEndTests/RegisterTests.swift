import JSON
import TestSupport
import Testing

/// The registers beside the projects, by the commands that people and scripts have for them.
@Suite struct RegisterTests {
  @Test func aRequestIsAddedMovedCountedAndTakenBack() async throws {
    let desk = try await Desk.withExample()
    let added = try await desk.does(
      "request", "add", "魏桥创业集团", "用电增容", "--category", "基础配套", "--fast", "--unit", "供电公司",
      "--received", "2023-09-10")
    #expect(added.contains("新增服务诉求 7 魏桥创业集团：用电增容"))
    let overdue = try await desk.json("request", "list", "--overdue", "--as-of", "2023-09-20")
    #expect(overdue.array?.count == 1)
    #expect(overdue.array?.first?["days_late"] == 8)
    #expect(overdue.array?.first?["due"] == "2023-09-12")
    _ = try await desk.does(
      "request", "move", "7", "办结", "--trips", "1", "--satisfaction", "5", "--on", "2023-09-20")
    let figures = try await desk.json("request", "figures")
    #expect(figures["one_trip"] == ["part": 1, "of": 1, "share": .number("1.0")])
    #expect(figures["in_time"] == ["part": 0, "of": 1, "share": .number("0.0")])
    let shown = try await desk.does("request", "show", "7")
    #expect(shown.contains("满意度  5"))
    _ = try await desk.does("undo")
    let open = try await desk.json("request", "list")
    #expect(open.array?.count == 7)
    let refused = try await desk.zhaoshang(
      "request", "move", "9", "办结", "--today", "2023-09-20")
    #expect(refused.status == 1 && refused.stderr.contains("没有第 9 件诉求"))
  }

  @Test func thePowersAreCheckedAgainstTheStatedTotal() async throws {
    let desk = try await Desk.withExample()
    let list = try await desk.json("matter", "list")
    #expect(list["stated"] == 137 && list["listed"] == 0 && list["difference"] == -137)
    let csv = "编码,名称,层级,单位,时限\nA-1,施工许可,市级,行政审批局,7\nA-2,备案,县,,\n"
    let imported = try await desk.zhaoshang("matter", "import", "-", input: csv)
    #expect(imported.status == 0)
    #expect(try await desk.does("matter", "list").contains("应有 137 项，已列 2 项，还差 135 项"))
    _ = try await desk.does("undo")
    #expect(try await desk.json("matter", "list")["listed"] == 0)
    let bad = try await desk.zhaoshang("matter", "import", "-", input: "A-1,施工许可,火星\n")
    #expect(bad.status == 65 && bad.stderr.contains("第 1 行「火星」"))
  }

  @Test func aTargetShowsHowFarItIsReached() async throws {
    let desk = try await Desk.withExample()
    _ = try await desk.does(
      "target", "set", "签约个数", "4", "--unit", "国信发展集团", "--year", "2023")
    let targets = try await desk.json("target", "list", "--year", "2023")
    #expect(targets.array?.first?["actual"] == 1)
    #expect(targets.array?.first?["share"] == .number("0.25"))
    let refused = try await desk.zhaoshang("target", "set", "签约额", "十")
    #expect(refused.status == 64)
    let clusters = try await desk.json("cluster", "list")
    let pharma = clusters.array?.first { $0["name"] == "医药产业集群" }
    #expect(pharma?["target"] == "五年内200亿级" && pharma?["production_place"] == "邹平")
  }

  @Test func aDuplicateIsAnnouncedFoundMergedAndPartedAgain() async throws {
    let desk = try await Desk.withExample()
    let today = ["--today", "2023-09-20"]
    let added = try await desk.run(
      "zhaoshang", ["add", "远东宏信合作(二)", "--investor", "远东宏信"] + today)
    #expect(added.status == 0)
    #expect(added.stderr.contains("可能与 #5 远东宏信集团合作 重复（投资方 远东宏信集团）"))
    #expect(added.stderr.contains("首谈 招商发展公司"))
    let found = try await desk.json("duplicates")
    #expect(found.array?.first?["project"] == 7)
    let merged = try await desk.run("zhaoshang", ["merge", "5", "7"] + today)
    #expect(merged.stdout.contains("#7 远东宏信合作(二) 并入 #5 远东宏信集团合作"))
    #expect(try await desk.json("show", "7")["status"] == "lost")
    #expect(try await desk.json("duplicates").array == [])
    _ = try await desk.run("zhaoshang", ["undo"] + today)
    #expect(try await desk.json("show", "7")["status"] == "ongoing")
  }

  @Test func approvalHandOverPhasesRatesAndAlertsAreAllThere() async throws {
    let desk = try await Desk.withExample()
    _ = try await desk.does("approval", "set", "6", "--route", "备案")
    _ = try await desk.does("approval", "checklist", "6")
    _ = try await desk.does("approval", "step", "6", "取得备案证明", "--done", "2023-09-18")
    let approval = try await desk.json("approval", "show", "6")
    #expect(approval["route"] == "filing" && approval["state"] == "in-progress")
    #expect(approval["done"] == 1 && approval["of"] == 2)
    _ = try await desk.does("handover", "offer", "1", "--to", "国信发展集团")
    _ = try await desk.does("handover", "answer", "1", "accepted")
    let project = try await desk.json("show", "1")
    #expect(project["lead"]?.array?.first == "国信发展集团" && project["stage"] == "intent")
    let phases = try await desk.json("phase", "list")
    #expect(phases.array?.first?["state"] == "in-production")
    _ = try await desk.does(
      "batch", "开工", "--count", "12", "--subject", "数字基地", "--on", "2023-08")
    let rates = try await desk.json("rates")
    #expect(rates["started_beside"] == 44 && rates["signed"] == 2)
    let alerts = try await desk.json("alerts", "--as-of", "2023-12-10")
    let kinds = alerts.array?.compactMap { $0["kind"]?.string } ?? []
    #expect(kinds.contains("unperformed") && kinds.contains("follow-up"))
  }
}
