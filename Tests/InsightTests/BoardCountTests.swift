import Insight
import Pipeline
import TestSupport
import Testing

@Suite("Counting the board in one pass")
struct BoardCountTests {
  @Test("The amounts and warnings are those of the cards one by one", arguments: 0..<30)
  func oneByOne(seed: Int) {
    var commands = RandomCommands(seed: seed)
    var ledger = Ledger()
    for _ in 0..<60 { _ = try? ledger.commit(commands.command(for: ledger.pipeline)) }
    let pipeline = ledger.pipeline
    for day in [19_000, 19_560, 19_700, 21_000] as [Int32] {
      let today = Day(number: day)
      for moment in [Moment.now(today: today), .asOf(today), .upTo(.today(today))] {
        let snapshot = pipeline.snapshot(at: moment)
        var late = LateCounts()
        for stage in Stage.allCases {
          let column = snapshot.column(stage)
          #expect(snapshot.totals(stage) == AmountTotals(column.map { pipeline[$0]?.amount }))
          for id in column {
            #expect(pipeline[id]?.standing(asOf: moment.cutoff)?.stage == stage)
            if let card = pipeline.lateness(of: id, at: moment) { late.add(card) }
          }
        }
        #expect(snapshot.late == late, "seed \(seed) \(moment)")
        #expect(late.open == snapshot.count)
      }
    }
  }
  @Test("Ages, holds and what is due go on from day to day while nothing happens")
  func nothingHappens() {
    var fixture = PipelineFixture()
    fixture.draw("光翼激光", "1 2023-05-01, 2 2023-05-10, hold 2023-05-20, resume 2023-05-25")
    fixture.draw("魏桥轻量化", "1 2023-05-01, hold 2023-05-04")
    fixture.draw(
      "云岭药业", "3 2023-05-01",
      [.next: .next(NextStep(text: "核对", due: Day.of("2023-06-03"), who: nil))])
    let late = (0..<12).map { offset in
      fixture.pipeline.snapshot(at: .asOf(Day.of("2023-05-26").adding(offset))).late
    }
    // Quiet for 21 days on the 22nd; the one that was held for five days on its 19th.
    #expect(late.map(\.stale) == [1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    #expect(late.map(\.overdue) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1])
    #expect(late.allSatisfy { $0.open == 3 })
  }
}
