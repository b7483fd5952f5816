internal import Canvas
internal import Pipeline

extension Painter {
  /// Bars in the gap to the right of each column that has more cards than room.
  mutating func drawColumnBars() {
    for stage in Stage.allCases {
      let area = layout.cards[stage.index]
      scrollBar(
        .column(stage), in: Rect(x: area.maxX, y: area.y, width: 1, height: area.height),
        top: ui.tops[stage.index], visible: layout.visibleCards,
        count: ui.columns[stage.index].count, isOnBorder: true)
    }
  }

  /// One stage over the whole width, with room for its bar when it needs one.
  mutating func drawLoneColumn() {
    let area = layout.cards[0]
    let count = ui.columns[ui.focus.index].count
    let needsBar = count > layout.visibleCards && area.height > 1 && area.width > 8
    let cards = Rect(
      x: area.x, y: area.y, width: area.width - (needsBar ? 1 : 0), height: area.height)
    drawCards(of: ui.focus, in: cards)
    guard needsBar else { return }
    scrollBar(
      .column(ui.focus), in: Rect(x: area.maxX - 1, y: area.y, width: 1, height: area.height),
      top: ui.tops[ui.focus.index], visible: layout.visibleCards, count: count, isOnBorder: false)
  }

  /// Shows where a card that is moved within its column would come to stand.
  mutating func drawSlot(of stage: Stage, in area: Rect, _ drawn: [(id: ProjectID, rect: Rect)]) {
    guard case .sliding(let id, let above) = ui.drag, ui.pipeline[id]?.stage == stage else {
      return
    }
    let y: Int?
    if let above {
      y = drawn.first { $0.id == above }.map { $0.rect.maxY - 1 }
    } else {
      y = layout.headHeight >= 2 ? area.y - 1 : area.y
    }
    if let y {
      frame.rule(y: y, from: area.x, to: area.maxX, glyphs.drop, role: .drop)
    }
  }
}
