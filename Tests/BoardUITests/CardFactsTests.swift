import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@testable import BoardUI

@Suite("The last line of a card")
struct CardFactsTests {
  @Test("What does not fit takes a shorter form or is left out whole; no digit is ever cut")
  func forms() {
    for width in 0...40 {
      let facts = CardFacts(
        amounts: ["12.4亿", "12.4"], owner: "欧阳建国", unit: "国信发展集团", days: ["逾15天", "-15"],
        width: width)
      let used = TextWidth.columns(of: facts.left) + TextWidth.columns(of: facts.right)
      #expect(used <= width)
      #expect(["", "逾15天", "-15"].contains(facts.right))
      let words = facts.left.split(separator: " ").map(String.init)
      #expect(
        words.allSatisfy { ["12.4亿", "12.4", "欧阳建国", "国信发展集团"].contains($0) }, "\(width): \(words)")
      if width >= 4 { #expect(!words.isEmpty, "\(width): \(facts)") }
    }
  }

  @Test(
    "One unit for a whole screen, and a smaller one rather than nothing",
    arguments: [
      (930_000_000_00, ["9.3亿", "9.3"], ["0.93bn", "0.93"]),
      (1_240_000_000_00, ["12.4亿", "12.4"], ["1.24bn", "1.24"]),
      (5_000_000_00, ["0.05亿", "0.05"], ["5m"]),
      (50_000_00, ["5万"], ["50k"]),
      (100_000_000_00, ["1亿", "1"], ["0.1bn", "0.1"]),
    ] as [(Int64, [String], [String])])
  func amounts(_ minor: Int64, _ chinese: [String], _ english: [String]) {
    let amount = Amount.known(Money(minor: minor))
    #expect(Words(.zh).cardAmounts(amount) == chinese)
    #expect(Words(.en).cardAmounts(amount) == english)
  }

  @Test("The chosen order is late first, and by hand after s")
  func order() throws {
    var ledger = Ledger(today: "2026-11-30")
    for name in ["润泽新材料", "宏远光伏支架", "嘉禾预制菜"] { try ledger.add(name, on: "2026-11-25") }
    try ledger.commit(
      .edit(3, [FieldEdit(.next, to: .next(NextStep(text: "送政策汇编", due: "2026-11-24")))]))
    var sitting = Sitting(ledger, size: Size(width: 140, height: 40))
    #expect(sitting.ui.columns[0] == [3, 1, 2])
    #expect(sitting.screen.contains("逾6天") && sitting.screen.contains("11-24 送政策"))
    sitting.press("s")
    #expect(sitting.ui.columns[0] == [1, 2, 3])
    sitting.press("s")
    #expect(sitting.ui.columns[0] == [3, 1, 2])
    // What becomes late, or is done, moves at once.
    try sitting.colleague(.edit(3, [FieldEdit(.next, to: nil)]))
    #expect(sitting.ui.columns[0] == [1, 2, 3])
  }

  @Test(
    "f shows mine, and f and Enter everybody's again; a click on what is late shows that, and back")
  func chips() throws {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("润泽新材料", on: "2026-11-25", [.owner: .text(ledger.actor.name)])
    try ledger.add("宏远光伏支架", on: "2026-11-25", [.owner: .text("李娜")])
    try ledger.commit(
      .edit(2, [FieldEdit(.next, to: .next(NextStep(text: "看厂房", due: "2026-11-24")))]))
    var sitting = Sitting(ledger, size: Size(width: 140, height: 40))
    sitting.press("f")
    #expect(sitting.ui.columns[0] == [1])
    sitting.press("f", "Enter")
    #expect(sitting.ui.columns[0].count == 2)
    sitting.click(.filter(sitting.ui.words.overdueFilter))
    #expect(sitting.ui.columns[0] == [2])
    sitting.click(.filter(sitting.ui.words.overdueFilter))
    #expect(sitting.ui.columns[0].count == 2)
  }
}
