@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing

@Suite("The mouse in a narrow terminal")
struct NarrowPointerTests {
  private func sitting() throws -> Sitting {
    var ledger = Ledger()
    let id = try ledger.add("光翼激光", in: .contact, [.source: .text("驻深招商组")])
    try ledger.log(.outbound, for: id, on: "2023-07-19")
    return Sitting(ledger, size: Size(width: 60, height: 20))
  }

  @Test("A click on a tab goes to its stage, and on a card's first column to the card")
  func tabs() throws {
    var sitting = try sitting()
    sitting.click(.stageTab(.approval))
    #expect(sitting.ui.focus == .approval)
    sitting.click(.stageTab(.contact))
    let region = try #require(sitting.rendering.hits.regions.first { $0.target == .card(1) })
    #expect(sitting.rendering.hits.target(at: Point(x: 0, y: region.rect.y)) == .card(1))
  }

  @Test("A card is dropped on a tab")
  func dropOnTab() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: sitting.place(of: .stageTab(.visit)))
    #expect(sitting.ui.drag == .carrying(1, over: .visit, by: .mouse))
    sitting.pointer(.up(.left), at: sitting.place(of: .stageTab(.visit)))
    #expect(sitting.ui.pipeline[1]?.stage == .visit)
  }

  @Test("At the edge the next stage comes in, and the card can be let go in it, edge and all")
  func edges() throws {
    for isAtEdge in [true, false] {
      var sitting = try sitting()
      sitting.pull(.card(1), to: Point(x: 59, y: 8))
      #expect(sitting.ui.focus == .visit)
      #expect(sitting.ui.drag == .carrying(1, over: .visit, by: .mouse))
      if !isAtEdge {
        sitting.pointer(.drag(.left), at: Point(x: 30, y: 8))
        #expect(sitting.ui.drag == .carrying(1, over: .visit, by: .mouse))
      }
      sitting.pointer(.up(.left), at: Point(x: isAtEdge ? 59 : 30, y: 8))
      #expect(sitting.ui.pipeline[1]?.stage == .visit)
    }
  }

  @Test("The left edge brings the stage before back, and cancelling shows the card's own again")
  func back() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: Point(x: 59, y: 8))
    sitting.pointer(.drag(.left), at: Point(x: 30, y: 8))
    sitting.pointer(.drag(.left), at: Point(x: 59, y: 8))
    #expect(sitting.ui.focus == .returnVisit)
    sitting.pointer(.drag(.left), at: Point(x: 0, y: 8))
    #expect(sitting.ui.focus == .visit)
    sitting.press("Esc")
    #expect(sitting.ui.focus == .contact && sitting.ui.drag == .idle)
  }
}
