import CustomDump
import Insight
import Pipeline
import TestSupport
import Testing

@Suite("A past day from which one goes to the next")
struct HindsightTests {
  @Test(
    "On any walk through the days it says what a question asked afresh says",
    arguments: 0..<60 as Range<UInt64>)
  func walk(seed: UInt64) {
    var chance = Chance(seed: seed)
    let pipeline = Self.draw(&chance)
    let text = Self.filters[chance.below(Self.filters.count)]
    let filter =
      text.isEmpty ? nil : Filter.parse(text, scope: .everything, me: nil).filter
    var day = Day.of("2023-01-01").adding(chance.below(500))
    // A month that has begun counts today, on no earlier day.
    let today = day.adding([0, 3, -3, 30][chance.below(4)])
    var cutoff = Cutoff(day, today: today)
    let moment = Moment.upTo(cutoff)
    var hindsight = Hindsight(
      pipeline, at: cutoff, passing: filter, counting: FunnelQuestion(at: moment),
      TrendQuestion(at: moment))
    var dwell = DwellRule.visit
    for step in 0..<25 {
      let place: Comment = "seed \(seed) step \(step) day \(day) of \(today) \(text)"
      expect(&hindsight, pipeline, cutoff, filter, dwell, place)
      // Mostly to the next day, sometimes far away, sometimes to today.
      day =
        chance.below(5) == 0
        ? today : day.adding([1, -1, 1, -1, 7, -30, 1, -1, 200, -400][chance.below(10)])
      if chance.below(6) == 0 { dwell = DwellRule.allCases[chance.below(4)] }
      cutoff = Cutoff(day, today: today)
      hindsight.look(at: cutoff, in: pipeline)
    }
  }

  @Test("Ages and holds go on from day to day while nothing happens")
  func nothingHappens() {
    var fixture = PipelineFixture()
    fixture.draw("光翼激光", "1 2023-05-01, 2 2023-05-10, hold 2023-05-20, resume 2023-05-25")
    fixture.draw("魏桥轻量化", "1 2023-05-01, hold 2023-05-04")
    let pipeline = fixture.pipeline
    let first = Cutoff(Day.of("2023-05-26"))
    var hindsight = Hindsight(
      pipeline, at: first, passing: nil, counting: FunnelQuestion(at: .upTo(first)),
      TrendQuestion(at: .upTo(first)))
    for offset in 0..<12 {
      let day = first.day.adding(offset)
      hindsight.look(at: Cutoff(day), in: pipeline)
      expect(&hindsight, pipeline, Cutoff(day), nil, .visit, "\(day)")
    }
  }

  @Test("It follows what passes a filter by what happens, and leaves what ages to others")
  func canFollow() {
    func can(_ text: String) -> Bool { Hindsight.canFollow(Filter.parse(text).filter) }
    #expect(can("cq") && can("stage:visit 雷达") && can("status:lost owner:王") && can("amount>1亿"))
    #expect(!can("stale:yes") && !can("cq overdue:no"))
    #expect(Hindsight.canFollow(nil))
  }

  private static let filters = [
    "", "", "", "项目", "lc", "stage:1,2", "status:lost,hold", "status:all", "owner:张三", "amount>1亿",
    "next:any",
  ]

  /// Compares every answer with that of a question asked afresh.
  private func expect(
    _ hindsight: inout Hindsight, _ pipeline: Pipeline, _ cutoff: Cutoff, _ filter: Filter?,
    _ dwell: DwellRule, _ place: Comment
  ) {
    #expect(hindsight.cutoff == cutoff)
    let moment = Moment.upTo(cutoff)
    let question = FunnelQuestion(at: moment, dwell: dwell)
    #expect(
      hindsight.funnel(question, in: pipeline) == pipeline.funnel(question, passing: filter),
      place)
    let trend = TrendQuestion(at: moment)
    #expect(hindsight.trend(trend, in: pipeline) == pipeline.trend(trend, passing: filter), place)
    let rules = CountingRule.allCases
    let asked = CounterQuestion(at: moment, filter: filter)
    let told = pipeline.counters(rules, asked)
    let sums = hindsight.contacts(in: pipeline)
    #expect(sums == pipeline.contacts(rules, asked), place)
    for rule in rules {
      #expect(sums[rule]?.contacts == told[rule]?.contacts, place)
      #expect(sums[rule]?.outbound == told[rule]?.outbound, place)
      #expect(sums[rule]?.undated == told[rule]?.undated, place)
    }
  }

  /// A pipeline of thirty histories, in and out of order, with activities that share lines and trips.
  private static func draw(_ chance: inout Chance) -> Pipeline {
    var fixture = PipelineFixture()
    var ids: [ProjectID] = []
    for _ in 0..<30 {
      var fields: [Field: FieldValue] = [
        .owner: .text(["张三", "李四"][chance.below(2)]), .investors: .list(["聊城实业"]),
      ]
      switch chance.below(4) {
      case 0: fields[.amount] = .amount(.undisclosed)
      case 1: fields[.amount] = .amount(.of("\(1 + chance.below(4))"))
      case 2: fields[.amount] = .amount(.of("5000", .wan, "USD"))
      default: break
      }
      if chance.below(3) == 0 {
        let due = Day.of("2023-01-01").adding(chance.below(500))
        fields[.next] = .next(NextStep(text: "送审", due: due, who: nil))
      }
      ids.append(fixture.draw(["项目", "重庆银行", "雷达"][chance.below(3)], steps(&chance), fields))
    }
    for _ in 0..<60 {
      let day = Day.of("2023-01-01").adding(chance.below(500))
      let date = chance.below(6) == 0 ? "unknown" : "\(day)"
      let projects = (0..<chance.below(3)).map { _ in ids[chance.below(ids.count)] }
      let kind = ActivityKind.allCases[chance.below(ActivityKind.allCases.count)]
      let (line, trip) = (chance.below(9), chance.below(9))
      fixture.log(kind, date, projects) { facts in
        if line < 4 { facts.line = "第\(line)行" }
        if trip < 3 { facts.trip = "第\(trip)次出访" }
        facts.times = 1 + trip % 3
      }
    }
    return fixture.pipeline
  }

  /// Steps as ``PipelineFixture/draw(_:_:_:)`` reads them; their days may go back.
  private static func steps(_ chance: inout Chance) -> String {
    var day = Day.of("2023-01-01").adding(chance.below(300))
    var steps = ["\(1 + chance.below(3)) \(date(day, &chance))"]
    for _ in 0..<chance.below(8) {
      day = day.adding(chance.below(45) - 5)
      let what =
        switch chance.below(12) {
        case 0, 1: "hold"
        case 2, 3: "resume"
        case 4: ["lost", "withdrawn", "archived", "duplicate"][chance.below(4)]
        case 5: "reopen"
        default: "\(1 + chance.below(6))"
        }
      steps.append("\(what) \(date(day, &chance))")
    }
    return steps.joined(separator: ", ")
  }

  private static func date(_ day: Day, _ chance: inout Chance) -> BusinessDate {
    switch chance.below(8) {
    case 0: .unknown
    case 1: .month(year: day.civil.year, month: day.civil.month)
    case 2: .range(day, day.adding(1 + chance.below(20)))
    default: .day(day)
    }
  }
}
