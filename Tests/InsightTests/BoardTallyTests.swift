import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Counting the board in one pass")
struct BoardTallyTests {
  @Test("The amounts and warnings are those of the cards one by one", arguments: 0..<30)
  func oneByOne(seed: Int) {
    var commands = RandomCommands(seed: seed)
    var ledger = Ledger()
    for _ in 0..<60 { _ = try? ledger.commit(commands.command(for: ledger.pipeline)) }
    let pipeline = ledger.pipeline
    for stage in Stage.allCases {
      let column = pipeline.column(stage)
      for day in [19_000, 19_560, 19_700, 21_000] as [Int32] {
        let today = Day(number: day)
        let tally = pipeline.tally(of: column, today: today)
        #expect(tally.totals == AmountTotals(column.map { pipeline[$0]?.amount }))
        let late = column.compactMap { pipeline.lateness(of: $0, at: .now(today: today)) }
        #expect(tally.open == late.count)
        #expect(tally.overdue == late.filter(\.isOverdue).count)
        #expect(tally.stale == late.filter(\.isStale).count)
      }
    }
  }
}
