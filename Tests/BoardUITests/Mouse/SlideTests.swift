@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Moving a card within its column by the mouse")
struct SlideTests {
  private func sitting() throws -> Sitting {
    var sitting = Sitting(try Ledger(drawn: "对接: 1 2 3 4 | 考察: 5"))
    // Cards are moved in the order by hand.
    sitting.press("s")
    return sitting
  }

  private func dropped(_ id: ProjectID, on target: ProjectID) throws -> Sitting {
    var sitting = try sitting()
    let place = sitting.place(of: .card(target))
    sitting.pull(.card(id), to: place)
    sitting.pointer(.up(.left), at: place)
    return sitting
  }

  @Test("Over a card below it goes under it, over one above it goes before it")
  func places() throws {
    #expect(try Board(of: dropped(1, on: 3).ui.pipeline) == Board("对接: 2 3 1 4 | 考察: 5"))
    #expect(try Board(of: dropped(4, on: 2).ui.pipeline) == Board("对接: 1 4 2 3 | 考察: 5"))
    #expect(try Board(of: dropped(3, on: 1).ui.pipeline) == Board("对接: 3 1 2 4 | 考察: 5"))
  }

  @Test("Below the last card is the end; where it stood already nothing changes")
  func end() throws {
    var sitting = try sitting()
    let area = sitting.ui.layout.cards[0]
    let below = Point(x: area.x + 2, y: area.y + 4 * sitting.ui.layout.cardHeight)
    sitting.pull(.card(2), to: below)
    #expect(sitting.ui.drag == .sliding(2, under: 4))
    sitting.pointer(.up(.left), at: below)
    #expect(Board(of: sitting.ui.pipeline) == Board("对接: 1 3 4 2 | 考察: 5"))
    sitting = try self.sitting()
    sitting.pull(.card(4), to: below)
    sitting.pointer(.up(.left), at: below)
    #expect(sitting.effects == [])
  }

  @Test("The place is shown by a rule and in words, and Esc gives it up")
  func shown() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: sitting.place(of: .card(3)))
    #expect(sitting.ui.drag == .sliding(1, under: 3))
    let area = sitting.ui.layout.cards[0]
    let row = area.y + 3 * sitting.ui.layout.cardHeight - 1
    #expect(sitting.lines[row].contains("═══"))
    #expect(sitting.screen.contains("放到 #3 之下"))
    sitting.press("Esc")
    sitting.pointer(.up(.left), at: sitting.place(of: .card(3)))
    #expect(sitting.effects == [] && sitting.ui.drag == .idle)
  }

  @Test("Out of its column it becomes a move to that stage")
  func leaving() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: sitting.place(of: .card(3)))
    sitting.pointer(.drag(.left), at: sitting.place(of: .card(5)))
    #expect(sitting.ui.drag == .carrying(1, over: .visit, by: .mouse))
  }

  @Test("Where the order is not the column's own, the reason is said")
  func filtered() throws {
    var sitting = try sitting()
    sitting.press("/")
    sitting.type("项目")
    sitting.press("Enter")
    sitting.pull(.card(1), to: sitting.place(of: .card(3)))
    #expect(sitting.ui.drag == .idle)
    #expect(sitting.ui.notice?.text == sitting.ui.words.noReorderWhileFiltered)
  }

  @Test("A card that a colleague moved meanwhile is no place any more")
  func stale() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 | 考察: 3")
    #expect(ledger.refusal(of: .reorder(1, .under(3))) == .movedMeanwhile(3, now: .visit))
    #expect(ledger.refusal(of: .reorder(1, .under(1))) == .movedMeanwhile(1, now: .contact))
    #expect(try ledger.commit(.reorder(1, .under(nil))) == [])
    try ledger.commit(.reorder(1, .under(2)))
    #expect(ledger.board == Board("对接: 2 1 | 考察: 3"))
    try ledger.undo()
    #expect(ledger.board == Board("对接: 1 2 | 考察: 3"))
  }
}
