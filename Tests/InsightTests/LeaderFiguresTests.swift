import Pipeline
import TestSupport
import Testing

@testable import Insight

@Suite("The figures of the leader's page")
struct LeaderFiguresTests {
  @Test("Talks, signings, amounts, the red list and what is due are those of their own questions")
  func figures() throws {
    var ledger = Ledger(today: "2026-11-30")
    func money(_ yi: Int64) -> FieldValue { .amount(.known(Money(minor: yi * 10_000_000_000))) }
    try ledger.add("宏远无纺布项目", in: .intent, on: "2026-10-29", [.amount: money(9)])
    try ledger.add("致远冷链物流园", in: .approval, on: "2026-11-20", [.amount: money(12)])
    try ledger.add("启明风电叶片项目", in: .signing, on: "2026-05-08", [.amount: money(3)])
    try ledger.add("光翼预制菜项目", in: .contact, on: "2026-11-25")
    try ledger.commit(
      .edit(1, [FieldEdit(.next, to: .next(NextStep(text: "催补可研", due: "2026-11-26")))]))
    try ledger.commit(
      .edit(2, [FieldEdit(.next, to: .next(NextStep(text: "看厂房", due: "2026-12-05")))]))
    try ledger.commit(
      .edit(4, [FieldEdit(.next, to: .next(NextStep(text: "寄资料", due: "2026-12-20")))]))
    let figures = ledger.pipeline.leaderFigures(
      at: .now(today: ledger.today), passing: nil, thresholds: .standard)
    #expect(figures.talks == 3)
    #expect(figures.talksAmount == 210_000_000_000)
    #expect(figures.signed == 1 && figures.signedAmount == 30_000_000_000)
    #expect(figures.begun == 2 && figures.begunBefore == 1)
    #expect(figures.largest == [2, 1, 3])
    #expect(figures.late.overdue == 1)
    #expect(figures.red.map(\.project).first == 1)
    #expect(figures.upcoming.map(\.project) == [2])
    #expect(figures.pace.percent == 92)
  }
}
