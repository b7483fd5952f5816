import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Counting contacts")
struct CountersTests {
  func article(_ rule: CountingRule) -> Counters {
    ZoupingExample.pipeline.counters(
      CounterQuestion(at: .asOf(ZoupingExample.published), rule: rule))
  }

  @Test("The article's thirteen contacts are six outbound and seven inbound")
  func occurrences() {
    let counters = article(.occurrences)
    #expect(
      [counters.contacts, counters.outbound, counters.inbound, counters.other] == [13, 6, 7, 0])
    #expect(counters.undated == 1)
    #expect(counters.lines.map(\.times).reduce(0, +) == 13)
    #expect(counters.lines.map(\.activity.number) == [1, 3, 4, 5, 6, 8, 9, 7, 10, 2])
    #expect(counters.lines[8].times == 4)
  }

  @Test("By line and by trip there are five outbound")
  func linesAndTrips() {
    #expect(article(.lines).outbound == 5)
    #expect(article(.lines).inbound == 4)
    #expect(article(.trips).outbound == 5)
    #expect(article(.trips).inbound == 7)
    #expect(article(.lines).lines.map(\.counted) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
  }

  @Test("A period holds what is settled in it; what has no date is told beside it")
  func period() {
    func count(_ from: String, _ to: String, asOf: String = "2023-12-31") -> [Int] {
      let counters = ZoupingExample.pipeline.counters(
        CounterQuestion(
          at: .asOf(Day.of(asOf)), period: Period(from: Day.of(from), to: Day.of(to))))
      return [counters.outbound, counters.inbound, counters.undated]
    }
    #expect(count("2023-07-01", "2023-07-31") == [2, 1, 1])
    #expect(count("2023-08-17", "2023-09-04") == [1, 6, 1])
    #expect(count("2023-08-17", "2023-09-04", asOf: "2023-09-03") == [1, 2, 1])
    #expect(count("2020-01-01", "2020-12-31") == [0, 0, 1])
  }

  @Test("Reviews, ceremonies and aftercare are no contacts; calls and talks are other")
  func kinds() {
    var fixture = PipelineFixture()
    let id = fixture.draw("甲")
    for kind in ActivityKind.allCases { fixture.log(kind, "2023-05-01", [id]) }
    let counters = fixture.pipeline.counters(CounterQuestion(at: .now(today: Day.of("2023-06-01"))))
    #expect([counters.outbound, counters.inbound, counters.other] == [1, 2, 4])
  }

  @Test("Rows give joint units and people full credit, the largest first and none last")
  func rows() {
    let question = CounterQuestion(at: .asOf(ZoupingExample.published))
    let leads = ZoupingExample.pipeline.counters(by: .lead, question)
    #expect(
      leads.map(\.key) == [
        .unit("招商发展公司"), .unit("城市运营公司"), .unit("投资促进局"), .unit("党工委、管委会"),
        .unit("国信发展集团"), .none,
      ])
    #expect(leads.map(\.counters.contacts) == [7, 3, 3, 1, 1, 4])
    let people = ZoupingExample.pipeline.counters(by: .person, question)
    #expect(people.map(\.key) == [.person("马学福"), .person("宗新"), .none])
    let months = ZoupingExample.pipeline.counters(by: .month, question)
    #expect(
      months.map(\.key) == [
        .month(year: 2023, month: 7), .month(year: 2023, month: 8), .month(year: 2023, month: 9),
        .none,
      ])
    #expect(months.map(\.counters.contacts) == [3, 5, 4, 1])
    let kinds = ZoupingExample.pipeline.counters(by: .kind, question)
    #expect(kinds.map(\.key) == [.kind(.inbound), .kind(.outbound)])
  }

  @Test("Split credit gives each of n joint leads 1/n, and the rows add up to the whole")
  func splitCredit() {
    let question = CounterQuestion(at: .asOf(ZoupingExample.published), credit: .split)
    let rows = ZoupingExample.pipeline.counters(by: .lead, question)
    #expect(abs(rows.reduce(0) { $0 + $1.shares.contacts } - 13) < 1e-9)
    let full = ZoupingExample.pipeline.counters(
      by: .lead, CounterQuestion(at: .asOf(ZoupingExample.published)))
    #expect(full.reduce(0) { $0 + $1.shares.contacts } == 19)
    let joint = rows.first { $0.key == .unit("投资促进局") }
    #expect(joint?.counters.contacts == 3)
    #expect(joint.map { abs($0.shares.contacts - 1) < 1e-9 } == true)
  }

  @Test("A leader who is also in the team is credited once")
  func leaderInTeam() {
    var fixture = PipelineFixture()
    let id = fixture.draw("甲")
    fixture.log(.outbound, "2023-05-01", [id]) { facts in
      facts.leader = Leader(name: "宗新", title: nil)
      facts.team = ["宗新", "小王"]
    }
    let rows = fixture.pipeline.counters(
      by: .person, CounterQuestion(at: .now(today: Day.of("2023-06-01"))))
    #expect(rows.map(\.key) == [.person("小王"), .person("宗新")])
    #expect(rows.map(\.counters.contacts) == [1, 1])
  }

  @Test("A line or trip across two directions counts once in each")
  func directions() {
    var fixture = PipelineFixture()
    let id = fixture.draw("甲")
    for kind in [ActivityKind.outbound, .outbound, .inbound] {
      fixture.log(kind, "2023-05-01", [id]) { facts in
        facts.line = "5"
        facts.trip = "上海"
        facts.times = 3
      }
    }
    for rule in [CountingRule.lines, .trips] {
      let counters = fixture.pipeline.counters(
        CounterQuestion(at: .now(today: Day.of("2023-06-01")), rule: rule))
      #expect([counters.outbound, counters.inbound] == [1, 1])
    }
  }

  @Test("Activities of removed projects alone are not counted, those of none are")
  func removed() {
    var fixture = PipelineFixture()
    let kept = fixture.draw("甲", "1 2023-05-01", [.owner: .text("张三")])
    let gone = fixture.draw("乙", "1 2023-05-01, duplicate 2023-05-03")
    fixture.log(.call, "2023-05-02", [gone])
    fixture.log(.call, "2023-05-02", [kept, gone])
    fixture.log(.promotion, "2023-05-02", [])
    func count(_ day: String, _ filter: Filter? = nil) -> Int {
      fixture.pipeline.counters(CounterQuestion(at: .asOf(Day.of(day)), filter: filter)).contacts
    }
    #expect(count("2023-05-02") == 3)
    #expect(count("2023-05-03") == 2)
    #expect(count("2023-05-02", Filter.parse("owner:张三").filter) == 1)
  }
}
