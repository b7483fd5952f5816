import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Targets and what is reached of them")
struct TargetProgressTests {
  private let now = Moment.now(today: .of("2023-11-22"))

  private func target(
    _ measure: Target.Measure, _ value: Int, unit: String? = nil, cluster: String? = nil,
    year: Int = 2023
  ) -> Target {
    var target = Target(year: year, measure: measure)
    target.unit = unit
    target.cluster = cluster
    if measure.isAmount { target.amount = .of("\(value)") } else { target.count = value }
    return target
  }

  private func progress(_ target: Target, _ fixture: PipelineFixture) throws -> TargetProgress {
    var fixture = fixture
    fixture.apply(
      .registerChanged(try #require(RegisterChange(old: nil, new: .target(target)))))
    return try #require(fixture.pipeline.targetProgress(at: now).first)
  }

  private func fixture() -> PipelineFixture {
    var fixture = PipelineFixture()
    let aluminium: [Field: FieldValue] = [
      .lead: .list(["投资促进局", "国信"]), .cluster: .text("铝业集群"), .amount: .amount(.of("3")),
    ]
    let first = fixture.draw("甲", "1 2023-01-05, 6 2023-03-01", aluminium)
    fixture.draw("乙", "1 2022-05-01, 6 2022-12-31", [.lead: .list(["国信"])])
    fixture.draw("丙", "1 2023-02-01, 6 2023-04-01, lost 2023-05-01", [.lead: .list(["国信"])])
    fixture.draw(
      "丁", "1 2023-02-01, 6 2023-06, duplicate 2023-07-01", [.lead: .list(["国信"])])
    fixture.draw("戊", "1 unknown", [.cluster: .text("铝业集群")])
    fixture.log(.outbound, "2023-03-03", [first]) {
      $0.lead = ["国信"]
      $0.times = 2
    }
    fixture.log(.call, "2023-03-04", [first]) { $0.lead = ["国信"] }
    fixture.log(.call, "unknown", [first]) { $0.lead = ["国信"] }
    fixture.reach(.constructionStarted, "2023-02", []) {
      $0.count = 32
      $0.cluster = "铝业集群"
    }
    fixture.reach(.constructionStarted, "2023-08-01", [first])
    fixture.reach(.fundsInPlace, "2023-08-02", [first]) { $0.amount = .of("0.5") }
    return fixture
  }

  @Test(
    "Every measure counts its own",
    arguments: [
      (Target.Measure.signings, nil, nil, 2), (.signings, "国信", nil, 2),
      (.signings, "投资促进局", nil, 1), (.leads, nil, nil, 2), (.contacts, "国信", nil, 3),
      (.visits, "国信", nil, 2), (.visits, "投资促进局", nil, 0), (.starts, nil, nil, 33),
      (.starts, nil, "铝业集群", 33), (.starts, "投资促进局", nil, 1),
    ] as [(Target.Measure, String?, String?, Int)])
  func counts(measure: Target.Measure, unit: String?, cluster: String?, expected: Int) throws {
    let progress = try progress(target(measure, 4, unit: unit, cluster: cluster), fixture())
    #expect(progress.actual == .count(expected))
    #expect(progress.share == Double(expected) / 4)
  }

  @Test("Money says how much of it is known, and nothing when nothing is")
  func amounts() throws {
    let signed = try progress(target(.signedAmount, 10), fixture())
    #expect(signed.actual == .amounts(AmountTotals([.of("3"), nil])))
    #expect(signed.share == 0.3)
    let scale = try progress(target(.scale, 200, cluster: "铝业集群", year: 2028), fixture())
    #expect(scale.actual == .amounts(AmountTotals([.of("3"), nil])))
    #expect(scale.share == 0.015)
    let other = try progress(target(.scale, 200, cluster: "医药产业集群"), fixture())
    #expect(other.actual == .amounts(AmountTotals()) && other.share == nil)
    let funds = try progress(target(.funds, 1), fixture())
    #expect(funds.share == 0.5 && !funds.isReached)
  }

  @Test("Clusters show their open projects and starts, and those of none come last")
  func clusters() {
    var fixture = fixture()
    fixture.apply(.directoryChanged(old: nil, new: .cluster(Cluster(name: "数字产业集群"))))
    let standings = fixture.pipeline.clusterStandings(at: now)
    #expect(standings.map { $0.cluster?.name } == ["铝业集群", "数字产业集群", nil])
    #expect(standings.map(\.projects) == [2, 0, 1])
    #expect(standings.map(\.started) == [33, 0, 0])
    #expect(standings[0].amounts.known == 1)
  }
}
