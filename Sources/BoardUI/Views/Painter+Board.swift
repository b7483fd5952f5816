internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  mutating func drawBoard() {
    switch layout.kind {
    case .wide, .columns: drawColumns()
    case .single: drawSingle()
    case .plain: drawPlain()
    }
    if !layout.panel.isEmpty { drawPanel() }
    if !layout.preview.isEmpty { drawPreview() }
    if ui.pipeline.projects.count == 0 { drawWelcome() }
  }

  // MARK: Six columns

  private mutating func drawColumns() {
    for stage in Stage.allCases {
      let area = layout.columns[stage.index]
      hits.add(
        Rect(x: area.x - 1, y: area.y, width: area.width + 1, height: area.height), .column(stage))
      drawHead(of: stage, in: area)
      drawCards(of: stage, in: layout.cards[stage.index])
    }
    drawColumnBars()
  }

  /// A bar of the stage's colour: its name, how many cards and how much; under it what is late.
  private mutating func drawHead(of stage: Stage, in area: Rect) {
    let isFocus = ui.focus == stage && ui.board.count > 0
    let verdict = dropVerdict(over: stage)
    let role: Role =
      switch verdict {
      case .open, .asks: .drop
      case .closed: .dropClosed
      case .origin, nil: stage.area
      }
    let full = "\(stage.number)\(words.stage(stage))"
    let count = "\(ui.columns[stage.index].count)"
    let name =
      switch verdict {
      case .open, .asks:
        "[\(full)]" + (area.width >= TextWidth.columns(of: full) + 5 ? " <<" : "")
      case .closed: "\(glyphs.no)\(full)\(glyphs.no)"
      case .origin, nil: (isFocus ? "\(glyphs.select)" : "") + full
      }
    frame.fill(area.row(0), role: role)
    let room = area.width - (verdict == nil || verdict == .origin ? count.utf8.count + 1 : 0)
    var x = frame.write(
      TextWidth.clipped(name, to: room, ellipsis: ""), at: Point(x: area.x, y: area.y), role: role,
      limit: area.maxX)
    x = frame.write(" " + count, at: Point(x: x, y: area.y), role: role, limit: area.maxX)
    let sums = words.headSums(ui.totals[stage.index])
    let sum = sums.first { x + 1 + TextWidth.columns(of: $0) <= area.maxX }
    if let sum {
      frame.write(
        sum, at: Point(x: area.maxX - TextWidth.columns(of: sum), y: area.y), role: role,
        limit: area.maxX)
    }
    guard layout.headHeight == 2 else { return }
    drawLate(of: stage, sum: sum == nil ? sums.last : nil, in: area.row(1))
  }

  /// How much, where the bar had no room for it, and how many cards are overdue and stale.
  private mutating func drawLate(of stage: Stage, sum: String?, in row: Rect) {
    let late = ui.board.late(stage)
    var pieces: [(String, Role)] = []
    if let sum { pieces.append((sum + " ", .dim)) }
    if late.overdue > 0 { pieces.append(("\(glyphs.overdue)\(late.overdue) ", .error)) }
    if late.stale > 0 { pieces.append(("\(glyphs.stale)\(late.stale)", .warn)) }
    var x = row.x
    for (text, role) in pieces where x + TextWidth.columns(of: text) <= row.maxX {
      x = frame.write(text, at: Point(x: x, y: row.y), role: role, limit: row.maxX)
    }
  }

  /// What a release would do over the stage the carried card is over; nil for other stages.
  func dropVerdict(over stage: Stage) -> DropVerdict? {
    guard case .carrying(let id, let over?, _) = ui.drag, over == stage else { return nil }
    return ui.verdict(on: id, over: stage)
  }

  mutating func drawCards(of stage: Stage, in area: Rect) {
    let ids = ui.columns[stage.index]
    let top = ui.tops[stage.index]
    var y = area.y
    var index = top
    var drawn: [(id: ProjectID, rect: Rect)] = []
    while index < ids.count, y + layout.cardHeight <= area.maxY {
      let isLastLine = y + layout.cardHeight > area.maxY - 1
      if isLastLine, index + 1 < ids.count { break }
      let rect = Rect(x: area.x, y: y, width: area.width, height: layout.cardHeight)
      let id = ids[index]
      if drawFace(of: id, in: rect) {
        hits.add(rect, .card(id))
        drawn.append((id, rect))
      }
      y += layout.cardHeight
      index += 1
    }
    drawSlot(of: stage, in: area, drawn)
    if index < ids.count {
      let text = words.more(ids.count - index, glyph: glyphs.more)
      button(
        text, at: Point(x: area.x, y: area.maxY - 1), role: .dim, limit: area.maxX,
        .column(stage))
    }
    if top > 0, layout.headHeight >= 2 {
      let text = "\(glyphs.less)\(top)"
      frame.write(
        text, at: Point(x: area.maxX - text.count, y: area.y - 1), role: .dim, limit: area.maxX)
    }
  }

  // MARK: One stage, and the plain list

  private mutating func drawSingle() {
    drawStageTabs()
    drawLoneColumn()
    // Only a card on its way meets the edges; any other click there is one on a card.
    guard ui.drag.isActive else { return }
    hits.add(
      Rect(x: 0, y: layout.cards[0].y, width: 1, height: layout.cards[0].height), .edge(.left))
    hits.add(
      Rect(
        x: layout.size.width - 1, y: layout.cards[0].y, width: 1, height: layout.cards[0].height),
      .edge(.right))
  }

  private mutating func drawStageTabs() {
    let row = layout.body.row(0)
    hits.add(layout.columns[0], .column(ui.focus))
    var x = row.x
    for stage in Stage.allCases {
      let count = ui.columns[stage.index].count
      let label = "\(stage.number)\(words.stageTab(stage))\(count)"
      let verdict = dropVerdict(over: stage)
      let isActive = stage == ui.focus
      let role: Role =
        switch verdict {
        case .open, .asks: .drop
        case .closed: .dropClosed
        case .origin, nil: isActive ? .tabActive : stage.role
        }
      let text = isActive || verdict != nil ? "[\(label)]" : " \(label) "
      x = button(text, at: Point(x: x, y: row.y), role: role, limit: row.maxX, .stageTab(stage))
    }
    frame.rule(y: row.y + 1, from: 0, to: row.maxX, glyphs.horizontal)
    let totals = " " + words.totals(ui.totals[ui.focus.index]) + " "
    frame.write(
      totals, at: Point(x: max(0, row.maxX - TextWidth.columns(of: totals) - 1), y: row.y + 1),
      role: .dim)
  }

  private mutating func drawPlain() {
    hits.add(layout.columns[0], .column(ui.focus))
    drawLoneColumn()
  }

  /// What an empty board says: how to begin.
  private mutating func drawWelcome() {
    let lines = words.welcome(
      begin: ui.hint(.open), new: ui.hint(.newProject), ledger: ui.hint(.importFile),
      help: ui.hint(.help))
    let width = min(layout.body.width, (lines.map { TextWidth.columns(of: $0) }.max() ?? 0) + 4)
    let height = min(layout.body.height, lines.count + 2)
    let rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    frame.fill(rect)
    frame.box(rect, title: "", glyphs: glyphs)
    for (index, line) in lines.prefix(max(0, height - 2)).enumerated() {
      frame.write(
        line, at: Point(x: rect.x + 2, y: rect.y + 1 + index), role: index == 0 ? .accent : .text,
        limit: rect.maxX - 1)
    }
  }
}
