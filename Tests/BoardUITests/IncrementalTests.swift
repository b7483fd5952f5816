import BoardUI
import Canvas
import CustomDump
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("What follows from the pipeline, kept up event by event")
struct IncrementalTests {
  @Test("After every commit the columns, sums and counts are those worked out anew")
  func keptUp() throws {
    var ledger = try Ledger.zouping()
    func board() -> UIState {
      UIState(
        pipeline: ledger.pipeline, today: ledger.today, size: Size(width: 80, height: 24),
        words: Words(.zh), actor: ledger.actor)
    }
    var ui = board()
    let today = BusinessDate.day(ledger.today)
    let review = ledger.today.adding(20)
    let commands: [Command] = [
      .move(1, MoveOrder(to: .signing, on: today, reason: "当场签约")),
      .edit(1, [FieldEdit(.amount, to: .amount(.known(try #require(Money("1.6", unit: .yi)))))]),
      .hold(2, review: review, reason: "等政策", on: today),
      .reorder(4, .up),
      .lose(5, .elsewhere, place: "苏州", note: nil, on: today),
      .reopen(5, reason: "回心转意", on: today),
      .together([
        .move(1, MoveOrder(to: .contact, on: today, reason: "重新谈")),
        .move(2, MoveOrder(to: .signing, on: today, reason: "直接签")),
      ]),
      .edit(6, [FieldEdit(.next, to: .next(NextStep(text: "催批复", due: ledger.today.adding(-3))))]),
      .archive(3, reason: "重复", on: today),
      .add(
        NewProject(fields: [.name: .text("云岭药业"), .investors: .list(["云岭"])], on: today)),
    ]
    func check(_ events: [RecordedEvent]) {
      _ = ui.handle(.committed(events, mine: true))
      let anew = board()
      expectNoDifference(ui.columns, anew.columns)
      expectNoDifference(ui.totals, anew.totals)
      expectNoDifference(ui.warnings, anew.warnings)
    }
    for command in commands { check(try ledger.commit(command)) }
    for _ in commands { check(try ledger.undo()) }
    for _ in commands { check(try ledger.redo()) }
  }
}
