import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The bars of a funnel")
struct FunnelBarTests {
  @Test("By step a bar is who went on, who is still there and who was lost, and nobody else")
  func step() {
    let funnel = ZoupingExample.pipeline.funnel(FunnelQuestion(asOf: ZoupingExample.published))
    let bars = funnel.bars(by: .step)
    #expect(bars.map(\.total) == [6, 5, 4, 5, 1, 2])
    #expect(bars.map { $0[.advanced] } == [6, 5, 3, 3, 0, 0])
    #expect(bars.map { $0[.still] } == [0, 0, 1, 2, 1, 2])
    #expect(bars.map { $0[.dropped] } == [0, 0, 0, 0, 0, 0])
  }

  @Test(
    "By through and strict a bar is who is in the next set, and who is not",
    arguments: [
      FunnelMethod.through, .strict,
    ])
  func sets(_ method: FunnelMethod) {
    let funnel = ZoupingExample.pipeline.funnel(FunnelQuestion(asOf: ZoupingExample.published))
    let bars = funnel.bars(by: method)
    for (bar, next) in zip(bars, bars.dropFirst()) { #expect(bar[.advanced] == next.total) }
    for stage in Stage.allCases {
      #expect(bars[stage.index].total == Int64(funnel.count(stage, by: method)))
      #expect(bars[stage.index][.dropped] == 0)
    }
  }

  @Test("By amount a bar is the known yuan; dollars and unknown amounts are in none")
  func amounts() throws {
    var ledger = Ledger(today: "2026-11-30")
    _ = try ledger.add(
      "铝板带材项目", in: .contact, [.amount: .amount(.known(Money(minor: 12_000_000_000)))])
    _ = try ledger.add(
      "樱花模具项目", in: .contact,
      [.amount: .amount(.known(Money(minor: 2_000_000_000, currency: Currency(code: "USD")!)))])
    _ = try ledger.add("食品加工项目")
    let bars = ledger.pipeline.funnel(FunnelQuestion(asOf: "2026-11-30"))
      .bars(by: .step, weighing: .amount)
    #expect(bars[0].total == 12_000_000_000 && bars[0][.still] == 12_000_000_000)
    #expect(bars.dropFirst().allSatisfy { $0.total == 0 })
  }

  @Test("The greatest loss is where the least went on of those that lost somebody")
  func loss() throws {
    var ledger = try Ledger(drawn: "对接: 1 | 考察: 2 3 4 | 回访: 5")
    #expect(
      ledger.pipeline.funnel(FunnelQuestion(asOf: ledger.today)).greatestLoss(by: .step) == nil)
    try ledger.commit(.lose(2, .land, place: nil, note: nil, on: .day(ledger.today)))
    let funnel = ledger.pipeline.funnel(FunnelQuestion(asOf: ledger.today))
    #expect(funnel.greatestLoss(by: .step) == .visit)
    #expect(funnel.greatestLoss(by: .any) == nil)
  }
}
