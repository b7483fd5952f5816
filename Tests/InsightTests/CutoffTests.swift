import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The one cut-off of all questions")
struct CutoffTests {
  private let today = Day.of("2023-06-15")

  @Test(
    "A past day takes a month from its last day, today one that has begun, both what has no date")
  func dates() {
    func counts(_ date: String, _ cutoff: Cutoff) -> Bool {
      BusinessDate(date)?.isSettled(by: cutoff) ?? false
    }
    let (now, past) = (Cutoff.today(today), Cutoff(today))
    for cutoff in [now, past] {
      #expect(counts("2023-06-15", cutoff) && !counts("2023-06-16", cutoff))
      #expect(counts("2023-05", cutoff) && counts("unknown", cutoff) && !counts("2023-07", cutoff))
      #expect(!counts("2023-06-16..2023-06-20", cutoff))
    }
    #expect(counts("2023-06", now) && !counts("2023-06", past))
    #expect(counts("2023-06-10..2023-06-20", now) && !counts("2023-06-10..2023-06-20", past))
    // What counts today goes on counting in pictures of days to come.
    #expect(counts("2023-06", Cutoff(today.adding(1), today: today)))
    #expect(!counts("2023-06", Cutoff(today.adding(-1), today: today)))
    for date in ["2023-06", "2023-06-16", "2023-06-10..2023-06-20", "unknown", "2023-05"] {
      let date = BusinessDate(date) ?? .unknown
      #expect(SettledDate(date).isSettled(by: now) == date.isSettled(by: now))
      #expect(SettledDate(date).isSettled(by: past) == date.isSettled(by: past))
      #expect(SettledDate(date).earliest == date.earliest)
    }
  }

  @Test("While nothing is dated after today all that is recorded counts; else today is a cut-off")
  func moments() {
    var fixture = PipelineFixture()
    fixture.draw("光翼激光", "1 2023-05-01, 2 2023-06, 3 unknown")
    #expect(fixture.pipeline.moment(today: today) == .now(today: today))
    fixture.draw("云岭药业", "1 2023-06-16")
    let pipeline = fixture.pipeline
    #expect(pipeline.moment(today: today) == .upTo(.today(today)))
    #expect(pipeline.moment(today: today, asOf: today) == pipeline.moment(today: today))
    #expect(pipeline.moment(today: today.adding(1)) == .now(today: today.adding(1)))
    #expect(pipeline.moment(today: today, asOf: today.adding(-1)) == .asOf(today.adding(-1)))
    #expect(pipeline.laterDates(than: .today(today)).count == 1)
    #expect(pipeline.laterDates(than: .today(today.adding(1))).count == 0)
  }

  @Test("What was dated later and is taken back holds up no today")
  func takenBack() throws {
    // Somebody's clock was ahead.
    var ledger = Ledger(today: "2023-07-02")
    let id = try ledger.add("光翼激光", on: "2023-06-01")
    try ledger.log(.meet, for: id, on: "2023-07-01")
    #expect(ledger.pipeline.moment(today: today) == .upTo(.today(today)))
    try ledger.undo()
    #expect(ledger.pipeline.moment(today: today) == .now(today: today))
  }

  @Test("Every question counts a card that is dated tomorrow where it stood today")
  func allQuestions() throws {
    var fixture = PipelineFixture()
    let moved = fixture.draw(
      "光翼激光", "1 2023-05-01, 6 2023-06-16", [.cluster: .text("新材料"), .amount: .amount(.of("1"))])
    fixture.draw("云岭药业", "1 2023-06-20", [.cluster: .text("新材料")])
    fixture.draw("魏桥轻量化", "1 2023-05-01, 2 2023-06-20", [.cluster: .text("新材料")])
    let pipeline = fixture.pipeline
    let moment = pipeline.moment(today: today)
    // A store that ends today: the two cards as they stood, and the third not at all.
    var before = PipelineFixture()
    before.draw("光翼激光", "1 2023-05-01", [.cluster: .text("新材料"), .amount: .amount(.of("1"))])
    before.draw("云岭药业", "1 2023-06-20", [.cluster: .text("新材料")])
    before.draw("魏桥轻量化", "1 2023-05-01", [.cluster: .text("新材料")])
    let ended = before.pipeline
    let at = ended.moment(today: today)
    #expect(moment == at)
    let everyone = Filter(scope: .everything)
    #expect(pipeline.snapshot(at: moment).column(.contact).map(\.number) == [1, 3])
    #expect(
      pipeline.snapshot(at: moment).columns.map(Set.init)
        == ended.snapshot(at: at).columns.map(Set.init))
    #expect(pipeline.ids(passing: everyone, at: moment) == ended.ids(passing: everyone, at: at))
    #expect(pipeline.agenda(at: moment) == ended.agenda(at: at))
    #expect(pipeline.alerts(at: moment) == ended.alerts(at: at))
    #expect(pipeline.afterSigning(at: moment) == ended.afterSigning(at: at))
    #expect(pipeline.clusterStandings(at: moment) == ended.clusterStandings(at: at))
    #expect(
      pipeline.funnel(FunnelQuestion(at: moment), passing: everyone)
        == ended.funnel(FunnelQuestion(at: at), passing: everyone))
    #expect(
      pipeline.trend(TrendQuestion(at: moment), passing: everyone)
        == ended.trend(TrendQuestion(at: at), passing: everyone))
    #expect(pipeline.lateness(of: moved, at: moment) == ended.lateness(of: moved, at: at))
    #expect(pipeline.funnel(FunnelQuestion(at: moment)).population == 2)
  }
}
