import Exchange
import Pipeline
import TestSupport
import Testing
import Wording

/// Tables whose rows are milestones, requests or targets.
@Suite("Tables of milestones, requests and targets")
struct LedgerRecordTests {
  private let trial = LedgerTrial()

  private func projects() throws -> Pipeline {
    try trial.taken("项目名称,投资方,阶段\n壬一项目,壬一公司,在谈\n壬二项目,壬二公司,意向")
  }

  @Test("Milestones come to their projects, once; a project that is not here is asked about")
  func milestones() throws {
    let text = """
      2025年重点项目节点情况表,,,,,
      序号,项目名称,投资方,节点,时间,备注
      1,壬一项目,壬一公司,开工,2024-03-01,
      2,壬一项目,壬一公司,已竣工,6月1日,验收合格
      3,壬二项目,壬二公司,投产,2025-09,
      """
    let pipeline = try trial.taken(text, into: projects())
    #expect(
      pipeline.milestones.map { "\($0.facts.projects) \($0.facts.kind) \($0.facts.on)" } == [
        "[#1] constructionStarted 2024-03-01", "[#1] completed 2025-06-01",
        "[#2] inProduction 2025-09",
      ])
    #expect(pipeline.milestone(2)?.facts.note == "验收合格" && pipeline.projects.count == 2)
    let again = try trial.plan(text, pipeline)
    #expect(again.command == nil && again.unchanged == 3)
    let stranger = try trial.plan(text)
    #expect(stranger.created == 0 && stranger.asked.count == 3 && stranger.command == nil)
    #expect(
      trial.words.ledger(stranger.lines[2], in: Pipeline())
        == "第 3 行 待答：「壬一项目 开工 2024-03-01」第 2 列库里没有「壬一项目」这个项目，请先导入项目台账，或用 --same 行=编号 指明")
    let named = try trial.taken(
      "项目名称,节点,时间\n壬老项目,投产,2025-09", into: projects()
    ) { $0.same[2] = ProjectID(2) }
    #expect(named.milestones.map(\.facts.projects) == [[2]])
  }

  @Test("What a milestone's row does not say, or says wrongly, has its place")
  func wrongMilestones() throws {
    let plan = try trial.plan(
      "项目名称,节点,时间\n壬一项目,,2025-09-01\n壬一项目,剪彩,2025-09-01\n,开工,2025-09-01\n壬一项目,开工,2027-09-01",
      projects())
    #expect(plan.wrong.map(\.row) == [2, 3, 4, 5] && plan.created == 0)
    #expect(trial.words.ledger(plan.lines[1], in: Pipeline()).hasSuffix("第 2 列没有写节点"))
  }

  private static let asked = """
    企业诉求台账,,,,,,,,
    序号,项目名称,企业名称,诉求内容,诉求类别,提出时间,责任单位,办理时限,办理情况
    1,壬一项目,壬一公司,解决用电容量,基础配套,2026-03-01,供电公司,2026-04-01,已办结
    2,癸老项目,壬九公司,协调土地,土地,2026-05-01,自然资源局,2026-08-01,办理中
    3,,壬三公司,招工,用工,2026-06-01,,,正在对接三所学校
    """

  @Test("Requests come in with firm, subject, days and step, once; what changed is changed")
  func requests() throws {
    let pipeline = try trial.taken(Self.asked, into: projects())
    #expect(
      pipeline.requests.map {
        "\($0.organisation) \($0.subject) \($0.status) \($0.due?.description ?? "-")"
      }
        == [
          "壬一公司 解决用电容量 closed 2026-04-01", "壬九公司 协调土地 handling 2026-08-01",
          "壬三公司 招工 collected 2026-06-08",
        ])
    #expect(pipeline.requests.map(\.category) == [.infrastructure, .land, .talent])
    #expect(pipeline.requests.map(\.project) == [1, nil, nil])
    #expect(pipeline.requests.map(\.note) == [nil, "项目：癸老项目", "办理情况：正在对接三所学校"])
    #expect(pipeline.requests.map(\.unit) == ["供电公司", "自然资源局", nil])
    #expect(pipeline.projects.count == 2)
    let again = try trial.plan(Self.asked, pipeline)
    #expect(again.command == nil && again.unchanged == 3)
    let later = Self.asked.replacing("2026-08-01,办理中", with: "2026-09-01,办结")
    let plan = try trial.plan(later, pipeline)
    #expect(plan.changed == 1 && plan.created == 0 && plan.unchanged == 2)
    let changed = try trial.taken(later, into: pipeline)
    #expect(changed.requests[1].isClosed && changed.requests[1].due == "2026-09-01")
  }

  @Test("A request without its firm or its subject is wrong, and named")
  func wrongRequests() throws {
    let plan = try trial.plan("企业名称,诉求内容,提出时间\n甲公司,,2026-03-01\n,招工,2026-03-01")
    #expect(plan.wrong.map(\.row) == [2, 3])
  }

  @Test("A ledger of projects with a column of requests is one of projects")
  func requestsInProjects() throws {
    let plan = try trial.plan("项目名称,企业名称,投资额（亿元）,阶段,企业诉求\n甲项目,甲公司,1,在谈,用电")
    #expect(plan.layouts[0].kind == .projects && plan.created == 1)
  }

  private static let targets = """
    2026年招商引资目标任务分解表,,,,
    单位：亿元,,,,
    序号,责任单位,签约项目数（个）,签约金额,到位资金（万元）
    1,招商一局,10,50,200000
    2,招商二局,8,40,150000
    合计,,18,90,350000
    """

  @Test("Targets come in by unit and year; their sum is compared and no target")
  func targets() throws {
    let pipeline = try trial.taken(Self.targets)
    #expect(
      pipeline.targets.map { "\($0.year) \($0.unit ?? "-") \($0.measure) \($0.count ?? -1)" }
        .sorted()
        == [
          "2026 招商一局 funds -1", "2026 招商一局 signedAmount -1", "2026 招商一局 signings 10",
          "2026 招商二局 funds -1", "2026 招商二局 signedAmount -1", "2026 招商二局 signings 8",
        ].sorted())
    let amounts = pipeline.targets.filter { $0.unit == "招商一局" }.compactMap { target -> Int64? in
      if case .known(let money) = target.amount { money.minor / 100 } else { nil }
    }
    #expect(Set(amounts) == [5_000_000_000, 2_000_000_000])
    let again = try trial.plan(Self.targets, pipeline)
    #expect(again.command == nil && again.unchanged == 2 && again.reconciliation.count == 3)
    let raised = try trial.plan(
      Self.targets.replacing("10,50,", with: "12,50,").replacing("18,", with: "20,"), pipeline)
    #expect(raised.changed == 1 && raised.isReady)
    #expect(trial.words.ledger(raised.lines[3], in: pipeline).contains("10"))
    let wrong = try trial.plan(Self.targets.replacing("18,90", with: "19,90"))
    #expect(wrong.reconciliation.count { !$0.agrees } == 1 && !wrong.isReady)
  }

  @Test("Targets without a year are asked about")
  func yearless() throws {
    let text = "目标任务分解表,\n责任单位,签约额（亿元）\n招商一局,50"
    #expect(trial.asked(try trial.plan(text))[0].hasSuffix("--year 年份"))
    #expect(try trial.taken(text) { $0.year = 2026 }.targets.map(\.year) == [2026])
  }
}
