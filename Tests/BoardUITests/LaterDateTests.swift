import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing

@Suite("What another clock dated after today")
struct LaterDateTests {
  @Test(
    "A card moved tomorrow stands where it stood, the notice and the title say why, and midnight moves it"
  )
  func tomorrow() throws {
    var ledger = Ledger(today: "2023-06-15")
    let moved = try ledger.add("光翼激光", on: "2023-06-01")
    try ledger.add("云岭药业", on: "2023-06-01")
    var sitting = Sitting(ledger, size: Size(width: 120, height: 30))
    #expect(sitting.ui.columns.map(\.count) == [2, 0, 0, 0, 0, 0])
    #expect(!title(sitting).contains("在后"))
    sitting.ledger.today = "2023-06-16"
    try sitting.colleague(
      .move(moved, MoveOrder(to: .visit, on: "2023-06-16", reason: "已约好", from: .contact)))
    #expect(sitting.ui.columns.map(\.count) == [2, 0, 0, 0, 0, 0])
    #expect(sitting.ui.notice?.text.contains("2023-06-16 在今天之后") ?? false)
    #expect(title(sitting).contains("另1个在后"))
    // The funnel, the list and the counters of one sitting say the same.
    sitting.press("F")
    sitting.handle(.dayChanged("2023-06-15"))
    #expect(sitting.ui.funnel.report?[.contact].count(.stock) == 2)
    sitting.press("B")
    sitting.handle(.dayChanged("2023-06-16"))
    #expect(sitting.ui.columns.map(\.count) == [1, 1, 0, 0, 0, 0])
    #expect(!title(sitting).contains("在后"))
  }

  @Test("A pipeline that takes the place of another is asked anew what is dated later")
  func replaced() throws {
    var ledger = Ledger(today: "2023-06-16")
    try ledger.add("光翼激光", on: "2023-06-16")
    var other = Ledger(today: "2023-06-16")
    try other.add("光翼激光", on: "2023-06-01")
    var sitting = Sitting(ledger)
    sitting.handle(.dayChanged("2023-06-15"))
    #expect(sitting.ui.columns.map(\.count) == [0, 0, 0, 0, 0, 0])
    // As many events, of another day.
    sitting.ui.startOver(with: other.pipeline)
    #expect(sitting.ui.columns.map(\.count) == [1, 0, 0, 0, 0, 0])
  }

  private func title(_ sitting: Sitting) -> String {
    sitting.lines.first ?? ""
  }
}
