import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Figures before and after a merger")
struct MergedFigureTests {
  /// #1 in contact, and the same again as #2, signed on 1 March.
  private func twins() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add("铝箔项目", on: "2023-01-01")
    try ledger.add("铝箔扩建项目", on: "2023-01-02")
    try ledger.commit(.move(2, MoveOrder(to: .signing, on: "2023-03-01", reason: "补录")))
    var target = Target(year: 2023, measure: .signings)
    target.count = 3
    try ledger.commit(.register(.save(.target(target))))
    return ledger
  }

  private func signed(_ pipeline: Pipeline, _ moment: Moment) -> [Int] {
    let progress = pipeline.targetProgress(at: moment)
    guard case .count(let reached) = progress[0].actual else { return [] }
    return [pipeline.afterSigning(at: moment).signed, reached]
  }

  @Test(
    "The signing of the one that goes counts once, now and on any day, whichever way round",
    arguments: [(2, 1), (1, 2)] as [(UInt32, UInt32)])
  func signing(gone: UInt32, kept: UInt32) throws {
    var ledger = try twins()
    #expect(signed(ledger.pipeline, .now(today: "2023-11-22")) == [1, 1])
    try ledger.commit(
      .register(.merge(ProjectID(gone), into: ProjectID(kept), on: "2023-06-01")))
    #expect(signed(ledger.pipeline, .now(today: "2023-11-22")) == [1, 1])
    for (day, count) in [
      ("2023-02-28", 0), ("2023-03-01", 1), ("2023-05-31", 1), ("2023-06-01", 1),
    ]
      as [(Day, Int)]
    {
      #expect(signed(ledger.pipeline, .asOf(day)) == [count, count], "\(day)")
    }
  }

  @Test("Two that were merged by mistake and parted are in every past day's figures as before")
  func parted() throws {
    var ledger = try twins()
    let days: [Day] = ["2023-01-31", "2023-02-28", "2023-03-01", "2023-05-31", "2023-07-01"]
    let picture = { (pipeline: Pipeline) in
      days.map { day -> [Int] in
        let funnel = pipeline.funnel(FunnelQuestion(asOf: day))
        let lost = pipeline.trend(TrendQuestion(asOf: day)).rows.map { $0.count(.lost) }
        return signed(pipeline, .asOf(day)) + [funnel.population] + lost
      }
    }
    let before = picture(ledger.pipeline)
    #expect(before[2] == [1, 1, 2, 0, 0, 0])
    try ledger.commit(.register(.merge(2, into: 1, on: "2023-06-01")))
    #expect(picture(ledger.pipeline)[2] == [1, 1, 1, 0, 0, 0])
    try ledger.commit(.reopen(2, reason: nil, on: "2023-07-01"))
    #expect(picture(ledger.pipeline) == before)
  }
}
