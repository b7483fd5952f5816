import Insight
import Pipeline
import TestSupport
import Testing

@Suite("What a trend counts in each month")
struct TrendTests {
  private func pipeline(_ histories: [String]) -> Pipeline {
    var fixture = PipelineFixture()
    for (index, history) in histories.enumerated() { fixture.draw("项目\(index + 1)", history) }
    return fixture.pipeline
  }

  private func trend(
    _ histories: String..., asOf day: String = "2023-09-30", by step: TrendStep = .month,
    in period: Period = Period()
  ) -> Trend {
    pipeline(histories).trend(TrendQuestion(asOf: Day.of(day), by: step, in: period))
  }

  private func counts(_ trend: Trend) -> [[Int]] {
    trend.rows.map { row in TrendMeasure.allCases.map { row.count($0) } }
  }

  @Test("Entered, advanced, signed and lost stand in the month they happened in")
  func months() {
    let trend = trend(
      "1 2023-07-03, 2 2023-07-20, 6 2023-09-04", "1 2023-07-31, lost 2023-09-01",
      "1 2023-09-30, withdrawn 2023-09-30")
    #expect(trend.rows.map { "\($0.first)" } == ["2023-07-01", "2023-08-01", "2023-09-01"])
    #expect(trend.rows.map { "\($0.last)" } == ["2023-07-31", "2023-08-31", "2023-09-30"])
    #expect(counts(trend) == [[2, 1, 0, 0], [0, 0, 0, 0], [1, 1, 1, 2]])
    #expect(trend.most == 2)
    #expect(!trend.isLastPartial)
    #expect(trend.rows[2].projects(.lost) == [2, 3])
    #expect(trend.rows[2].projects(.signed) == [1])
  }

  @Test("By quarter the months of one are added up")
  func quarters() {
    let trend = trend(
      "1 2022-12-31, 2 2023-01-01", "1 2023-03-31, 2 2023-04-01", asOf: "2023-05-01", by: .quarter)
    #expect(
      trend.rows.map { "\($0.first)..\($0.last)" } == [
        "2022-10-01..2022-12-31", "2023-01-01..2023-03-31", "2023-04-01..2023-06-30",
      ])
    #expect(counts(trend) == [[1, 0, 0, 0], [1, 1, 0, 0], [0, 1, 0, 0]])
    #expect(trend.isLastPartial)
  }

  @Test("A month or a range counts from its last day, and after the day asked for not at all")
  func vague() {
    #expect(
      counts(trend("1 2023-07, 2 2023-07-20..2023-08-02")) == [
        [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0],
      ])
    #expect(
      counts(trend("1 2023-07-01, 2 2023-08", asOf: "2023-08-30")) == [
        [1, 0, 0, 0], [0, 0, 0, 0],
      ])
  }

  @Test("What has no date is in no row, and counted apart")
  func undated() {
    let trend = trend("1 unknown, 2 2023-09-01, 3 unknown, lost unknown", asOf: "2023-09-04")
    #expect(counts(trend) == [[0, 1, 0, 0]])
    #expect(TrendMeasure.allCases.map(trend.undatedCount) == [1, 1, 0, 1])
    #expect(self.trend("1 unknown").rows.isEmpty)
  }

  @Test("Moving back is no advance; going forward again is another, signing again is not")
  func again() {
    let trend = trend(
      "1 2023-09-01, 6 2023-09-02, 5 2023-09-03, 6 2023-09-04", asOf: "2023-09-30")
    #expect(counts(trend) == [[1, 2, 1, 0]])
  }

  @Test("Lost, reopened and lost again is lost twice; what is off the register is in no count")
  func lostAgain() {
    let trend = trend(
      "1 2023-09-01, lost 2023-09-02, reopen 2023-09-03, withdrawn 2023-09-04",
      "1 2023-09-01, archived 2023-09-05", "1 2023-09-01, duplicate 2023-09-05")
    #expect(counts(trend) == [[1, 0, 0, 2]])
    #expect(trend.rows[0].projects(.lost) == [1])
  }

  @Test("A period asked for is listed in full, also where nothing happened")
  func period() {
    let period = Period(from: Day.of("2023-06-01"), to: Day.of("2023-07-31"))
    let trend = trend("1 2023-05-01, 2 2023-07-01, 3 2023-08-01", in: period)
    #expect(trend.rows.map { "\($0.first)" } == ["2023-06-01", "2023-07-01"])
    #expect(counts(trend) == [[0, 0, 0, 0], [0, 1, 0, 0]])
  }

  @Test("The example's months: nobody's entry is dated, fourteen moves and two signings are")
  func zouping() {
    let trend = ZoupingExample.pipeline.trend(TrendQuestion(asOf: ZoupingExample.published))
    #expect(trend.rows.map { "\($0.first)" } == ["2023-07-01", "2023-08-01", "2023-09-01"])
    #expect(counts(trend) == [[0, 5, 0, 0], [0, 8, 1, 0], [0, 1, 1, 0]])
    #expect(TrendMeasure.allCases.map(trend.undatedCount) == [6, 3, 0, 0])
    #expect(trend.isLastPartial)
  }

  @Test("Rows and what is undated add up to the funnel's figures", arguments: 0..<60)
  func addsUp(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var histories: [String] = []
    for _ in 0..<8 {
      var steps: [String] = []
      var day = 1 + Int(random.next() % 20)
      for index in 0..<(1 + Int(random.next() % 5)) {
        day += Int(random.next() % 40)
        let date =
          random.isOnce(in: 6) ? "unknown" : "\(Day.of("2023-01-01").adding(day))"
        let isClosing = index > 0 && random.isOnce(in: 5)
        steps.append((isClosing ? "lost" : "\(1 + random.next() % 6)") + " " + date)
        if isClosing { break }
      }
      histories.append(steps.joined(separator: ", "))
    }
    let pipeline = pipeline(histories)
    let day = Day.of("2023-05-15")
    let trend = pipeline.trend(TrendQuestion(asOf: day))
    let funnel = pipeline.funnel(FunnelQuestion(asOf: day))
    func all(_ measure: TrendMeasure) -> Int { trend.total(measure) + trend.undatedCount(measure) }
    #expect(all(.entered) == funnel.population, "\(histories)")
    #expect(all(.signed) == funnel.signed, "\(histories)")
    let quarters = pipeline.trend(TrendQuestion(asOf: day, by: .quarter))
    for measure in TrendMeasure.allCases {
      #expect(quarters.total(measure) == trend.total(measure))
    }
  }
}
