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
    let bottom = layout.columns[0].maxY
    for stage in Stage.allCases {
      let area = layout.columns[stage.index]
      hits.add(
        Rect(x: area.x - 1, y: area.y, width: area.width + 1, height: area.height), .column(stage))
      drawHead(of: stage, in: area)
      drawCards(of: stage, in: layout.cards[stage.index])
    }
    defer { drawColumnBars() }
    let edges = layout.columns.map { $0.x - 1 } + [layout.columns[5].maxX]
    for x in edges {
      for y in layout.body.y..<bottom {
        frame.put(glyphs.vertical, at: Point(x: x, y: y), role: .border)
      }
      if layout.headHeight == 3 {
        let glyph =
          x == edges.first ? glyphs.teeLeft : x == edges.last ? glyphs.teeRight : glyphs.cross
        frame.put(glyph, at: Point(x: x, y: layout.body.y + 2), role: .border)
      }
    }
  }

  private mutating func drawHead(of stage: Stage, in area: Rect) {
    let isFocus = ui.focus == stage
    let verdict = dropVerdict(over: stage)
    let name = "\(stage.number)\(words.stage(stage))"
    let count = "\(ui.columns[stage.index].count)"
    let role: Role = isFocus ? .borderFocus : stage.role
    frame.fill(area.row(0), role: isFocus ? .borderFocus : .text)
    switch verdict {
    case .open, .asks:
      write(
        [
          ("[\(name)]", .drop), (area.width >= TextWidth.columns(of: name) + 5 ? " <<" : "", .drop),
        ],
        at: Point(x: area.x, y: area.y), limit: area.maxX)
    case .closed:
      write(
        [("\(glyphs.no)\(name)\(glyphs.no)", .dropClosed)], at: Point(x: area.x, y: area.y),
        limit: area.maxX)
    case .origin, nil:
      let room = area.width - TextWidth.columns(of: count) - 1
      frame.write(
        TextWidth.clipped(name, to: room, ellipsis: ""), at: Point(x: area.x, y: area.y),
        role: role, limit: area.maxX)
      frame.write(
        count, at: Point(x: area.maxX - count.utf8.count, y: area.y), role: role, limit: area.maxX)
    }
    guard layout.headHeight == 3 else { return }
    let totals = TextWidth.clipped(
      words.totals(ui.totals[stage.index], within: area.width), to: area.width)
    frame.write(totals, at: Point(x: area.x, y: area.y + 1), role: .dim, limit: area.maxX)
    let isTarget = verdict != nil && verdict != .origin
    frame.rule(
      y: area.y + 2, from: area.x, to: area.maxX, isTarget ? glyphs.drop : glyphs.horizontal,
      role: isTarget ? (isClosed(verdict) ? .dropClosed : .drop) : isFocus ? .borderFocus : .border)
  }

  /// What a release would do over the stage the carried card is over; nil for other stages.
  func dropVerdict(over stage: Stage) -> DropVerdict? {
    guard case .carrying(let id, let over?, _) = ui.drag, over == stage else { return nil }
    return ui.verdict(on: id, over: stage)
  }

  private func isClosed(_ verdict: DropVerdict?) -> Bool {
    if case .closed = verdict { true } else { false }
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
      frame.write(
        words.more(top, glyph: glyphs.less), at: Point(x: area.x, y: area.y - 1), role: .dim,
        limit: area.maxX)
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
    let lines = words.welcome(new: ui.hint(.newProject), help: ui.hint(.help))
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
