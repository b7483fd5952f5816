import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Targets and registers in the reports")
struct RegisterReportTests {
  private let moment = Moment.now(today: .of("2023-09-30"))

  /// Two units, a cluster, a contract of which something came and one of which nothing did.
  private func fixture() throws -> PipelineFixture {
    var fixture = PipelineFixture()
    let first = fixture.draw(
      "高端铝项目", "1 2023-01-05, 6 2023-03-01",
      [
        .lead: .list(["投资促进局"]), .cluster: .text("铝业集群"), .amount: .amount(.of("30")),
        .kind: .kind(.investment),
      ])
    fixture.draw(
      "冷链物流园", "1 2023-01-05, 6 2023-05-01",
      [.lead: .list(["国信"]), .amount: .amount(.of("10")), .kind: .kind(.investment)])
    fixture.draw("光翼激光", "1 2023-09-04, 2 2023-09-10", [.lead: .list(["国信"])])
    fixture.log(.outbound, "2023-09-06", [first]) {
      $0.lead = ["投资促进局"]
      $0.headcount = 4
    }
    fixture.log(.outbound, "2023-06-06", [first]) {
      $0.lead = ["投资促进局"]
      $0.headcount = 3
    }
    fixture.reach(.constructionStarted, "2023-09-08", [first])
    fixture.reach(.fundsInPlace, "2023-09-09", [first]) { $0.amount = .of("3") }
    func take(_ entry: RegisterEntry) throws {
      fixture.apply(.registerChanged(try #require(RegisterChange(old: nil, new: entry))))
    }
    for (measure, value, unit, cluster) in [
      (Target.Measure.signings, 4, "投资促进局", nil), (.signings, 1, "国信", nil),
      (.signedAmount, 100, nil, nil), (.scale, 200, nil, "铝业集群"),
    ] as [(Target.Measure, Int, String?, String?)] {
      var target = Target(year: 2023, measure: measure)
      target.unit = unit
      target.cluster = cluster
      if measure.isAmount { target.amount = .of("\(value)") } else { target.count = value }
      try take(.target(target))
    }
    var request = ServiceRequest(
      organisation: "西王集团", kind: .need, subject: "用电增容", received: "2023-09-01")
    request.unit = "国信"
    request.due = .of("2023-09-20")
    try take(.request(request))
    return fixture
  }

  private func pipeline() throws -> Pipeline { try fixture().pipeline }

  private func report(
    _ kind: ReportQuestion.Kind, filter: String? = nil, _ words: Words = Words(.zh)
  )
    throws -> Report
  {
    var question = ReportQuestion(kind, at: moment)
    question.filter = filter.map { Filter.parse($0).filter }
    return try pipeline().report(question, in: words)
  }

  private func section(_ heading: String, of report: Report) -> [Report.Block] {
    report.sections.first { $0.heading == heading }?.blocks ?? []
  }

  private func rows(_ heading: String, of report: Report) -> [[String]] {
    for case .table(let grid) in section(heading, of: report) { return grid.rows }
    return []
  }

  @Test(
    "The leader's page has targets with bars, clusters, what followed contracts, requests, alerts")
  func leader() throws {
    let report = try report(.leader)
    #expect(
      rows("年度目标完成情况", of: report) == [
        ["铝业集群", "集群规模", "200亿", "30亿", "1/1", "15%"],
        ["全区", "签约额", "100亿", "40亿", "2/2", "40%"],
        ["国信", "签约个数", "1", "1", "", "100%"],
        ["投资促进局", "签约个数", "4", "1", "", "25%"],
      ])
    #expect(
      section("年度目标完成情况", of: report).first
        == .paragraph("时序进度 75%（2023 年已过 273/365 天）"))
    #expect(rows("产业集群", of: report).first?.first == "铝业集群")
    let after = rows("签约后落地情况", of: report)
    #expect(after[0] == ["履约率", "1", "2", "50%"])
    #expect(after[1] == ["开工率", "1", "2", "50%"])
    #expect(after[4].last == "8%")
    #expect(
      rows("超期未办结的诉求", of: report) == [["西王集团", "用电增容", "国信", "2023-09-20", "10"]])
    let alerts = rows("预警", of: report)
    #expect(alerts.contains { $0[0] == "签约满三月未履约，应约谈" && $0[1].contains("冷链物流园") })
    let overview = rows("总体情况", of: report)
    #expect(overview.contains(["开工（个）", "1", "1", "0"]))
  }

  @Test("What has no room on the leader's one page is cut off, and said to be")
  func onePage() throws {
    var fixture = try fixture()
    for number in 1...30 { fixture.draw("冷链物流\(number)号", "1 2023-01-05") }
    let report = fixture.pipeline.report(ReportQuestion(.leader, at: moment), in: Words(.zh))
    #expect(rows("红色清单", of: report).count == 8)
    #expect(section("红色清单", of: report).last == .paragraph("另有 23 项未列"))
    // Thirty projects of no unit are one row more.
    let usual = rows("各单位情况", of: try self.report(.leader))
    #expect(
      rows("各单位情况", of: report).count == usual.count + (usual.contains { $0[0] == "未归类" } ? 0 : 1))
    #expect(report.text(as: .html).contains("<body class=\"sheet\">"))
    #expect(!report.text(as: .html).contains("landscape"))
    #expect(!(try self.report(.month).text(as: .html).contains("class=\"sheet\"")))
  }

  @Test("The month ranks units by their targets, and says who did best and who nothing")
  func month() throws {
    let report = try report(.month)
    let targets = rows("年度目标完成情况", of: report)
    #expect(targets.first == ["1/2", "国信", "签约个数", "1", "1", "", "100%"])
    #expect(targets.contains { $0[0] == "2/2" && $0[1] == "投资促进局" })
    #expect(rows("红黑榜", of: report) == [["红榜", "投资促进局 1"], ["黑榜", "国信"]])
    #expect(rows("各单位情况", of: report).first?.contains("2批7人次，新增1批4人次") == true)
    #expect(
      section("新增线索", of: report).contains(.paragraph("本期新增 1 个，其中 1 个已进入考察及以后阶段")))
  }

  @Test("A bar is full at its target, and plain text draws it with plain signs")
  func bars() throws {
    let report = try report(.leader)
    let text = report.text(as: .txt)
    #expect(text.contains("国信，签约个数        [####################] 100%"))
    #expect(text.contains("投资促进局，签约个数  [#####...............] 25%"))
    let page = report.text(as: .html)
    #expect(page.contains("width=\"200\" height=\"18\" fill=\"#5f8f3f\""))
    #expect(page.contains("width=\"50\" height=\"18\" fill=\"#1f5fa8\""))
    #expect(
      try pipeline().report(ReportQuestion(.leader, at: moment), in: Words(.en))
        .text(as: .txt).contains("The year's targets"))
  }

  @Test("Every figure of the new sections says what it counts")
  func sources() throws {
    let sources = try report(.leader).sources
    func records(_ figure: String) -> [String]? {
      sources.first { $0.figure == figure }?.records
    }
    #expect(records("2023 投资促进局 签约个数") == ["#1 高端铝项目 30亿"])
    #expect(records("履约率") == ["#1 高端铝项目"])
    #expect(records("履约率，基数") == ["#1 高端铝项目", "#2 冷链物流园"])
    #expect(records("铝业集群，在办项目") == ["#1 高端铝项目 30亿"])
    #expect(records("超期未办结")?.count == 1)
    #expect(records("红色清单") != nil && records("本期变化")?.count == 2)
    #expect(records("投资促进局，外出人次")?.count == 1)
  }

  @Test("With a filter, what belongs to no project is left out and said to be")
  func filtered() throws {
    let report = try report(.leader, filter: "光翼")
    #expect(section("年度目标完成情况", of: report).isEmpty)
    #expect(section("企业诉求", of: report).isEmpty)
    #expect(report.notes.contains { $0.contains("目标、集群和企业诉求不按项目计") })
    #expect(section("签约后落地情况", of: report) == [.paragraph("无")])
  }
}
