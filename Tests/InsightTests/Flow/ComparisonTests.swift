import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Two funnels side by side")
struct ComparisonTests {
  private let pipeline = ZoupingExample.pipeline
  private let question = FunnelQuestion(asOf: ZoupingExample.published)

  @Test(
    "Two days: each side is the funnel of its day, and the difference is the later less the earlier"
  )
  func days() {
    let (first, second) = (Day.of("2023-07-24"), ZoupingExample.published)
    let comparison = pipeline.comparison(of: .days(first, second), question)
    #expect(comparison.left == pipeline.funnel(FunnelQuestion(asOf: first)))
    #expect(comparison.right == pipeline.funnel(FunnelQuestion(asOf: second)))
    #expect(Stage.allCases.map { comparison.change($0, by: .step) } == [0, 4, 2, 3, 0, 2])
    #expect(Stage.allCases.map { comparison.change($0, of: .stock) } == [-4, 0, 1, 1, 0, 2])
    #expect(comparison.rateChange(.contact, by: .step) == 1 - 2.0 / 6)
    #expect(comparison.rateChange(.signing, by: .step) == nil)
    #expect(comparison.projects(.reachedAny, at: .signing) == [3, 4])
    #expect(comparison.projects(.stock, at: .contact) == [2, 3, 4, 5])
  }

  @Test("Two periods: cohorts by first entry, both on the day asked for")
  func periods() {
    var fixture = PipelineFixture()
    fixture.draw("甲", "1 2023-01-05, 6 2023-08-01")
    fixture.draw("乙", "1 2023-02-05")
    fixture.draw("丙", "1 2022-03-05, 2 2023-01-01")
    let year = { (year: Int) in
      Period(from: Day.of("\(year)-01-01"), to: Day.of("\(year)-12-31"))
    }
    let comparison = fixture.pipeline.comparison(
      of: .periods(year(2022), year(2023)), FunnelQuestion(asOf: Day.of("2023-12-31")))
    #expect(comparison.left.projects == [3])
    #expect(comparison.right.projects == [1, 2])
    #expect(comparison.change(.signing, by: .step) == 1)
    #expect(comparison.projects(.reachedAny, at: .contact) == [1, 2, 3])
  }

  @Test("Two units: each row is that of the breakdown, and who is on neither side is left out")
  func groups() throws {
    let subject = try #require(pipeline.groups(named: "招商发展公司", "国信"))
    #expect(subject == .groups(.lead, "招商发展公司", "国信发展集团"))
    let comparison = pipeline.comparison(of: subject, question)
    let rows = pipeline.funnels(by: .lead, question)
    #expect(comparison.left == rows.first { $0.key == "招商发展公司" }?.funnel)
    #expect(comparison.right == rows.first { $0.key == "国信发展集团" }?.funnel)
    #expect(comparison.change(.contact, by: .step) == -2)
    #expect(comparison.projects(.reachedAny, at: .contact) == [1, 3, 4, 5])
  }

  @Test(
    "Names are found by a part, pinyin or initials that fit one alone, in one breakdown",
    arguments: [
      ("投资促进局", "guoxin", true), ("csyy", "gxfz", true), ("公司", "国信", false),
      ("国信", "国信", false), ("国信", "没有的单位", false), ("", "国信", false),
    ])
  func names(_ first: String, _ second: String, _ isFound: Bool) {
    #expect((pipeline.groups(named: first, second) != nil) == isFound)
  }

  @Test(
    "A group that the filter leaves nobody of is an empty funnel, without a difference of rates")
  func empty() {
    let filter = Filter.parse("stage:signing", scope: .everything, me: nil).filter
    let comparison = pipeline.comparison(
      of: .groups(.lead, "招商发展公司", "投资促进局"), question, passing: filter)
    #expect(comparison.right.population == 0)
    #expect(comparison.rateChange(.contact, by: .step) == nil)
  }

  @Test("The periodic ratio divides two flows, and may exceed one")
  func periodicRatio() {
    var fixture = PipelineFixture()
    fixture.draw("甲", "1 2023-01-05, 2 2023-08-01")
    fixture.draw("乙", "1 2023-02-05, 2 2023-08-02")
    fixture.draw("丙", "1 2023-08-05")
    let august = Period(from: Day.of("2023-08-01"), to: Day.of("2023-08-31"))
    let funnel = fixture.pipeline.funnel(
      FunnelQuestion(asOf: Day.of("2023-08-31"), flow: august))
    #expect(funnel.periodicRatio(.contact) == 2)
    #expect(funnel.periodicRatio(.visit) == 0)
    #expect(funnel.periodicRatio(.returnVisit) == nil)
    #expect(funnel.periodicRatio(.signing) == nil)
  }
}
