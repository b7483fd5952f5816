internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The live panel beside the board: the selected card.
  mutating func drawPanel() {
    let inner = Rect(
      x: layout.panel.x + 1, y: layout.panel.y, width: layout.panel.width - 2,
      height: layout.panel.height)
    guard let id = ui.selected, let project = ui.pipeline[id] else { return }
    hits.add(layout.panel, .action(.open))
    if leavesPanel { return }
    let lines = DetailLines(ui, project, width: inner.width, limit: inner.height + 1).lines
    draw(lines, in: inner, from: 0)
  }

  /// The selected card under a board that has no room for a panel.
  mutating func drawPreview() {
    let area = layout.preview
    frame.rule(y: area.y, from: 0, to: area.width, glyphs.horizontal)
    guard let id = ui.selected, let project = ui.pipeline[id],
      let standing = project.standing(asOf: ui.moment.cutoff)
    else { return }
    let ageing = ui.pipeline.ageing(
      of: project, standing, at: ui.moment, thresholds: ui.thresholds)
    hits.add(area, .action(.open))
    let facts = words.previewFacts(project, standing, ageing)
    let name = "\(project.id) \(project.name)"
    let room = area.width - TextWidth.columns(of: facts) - 4
    write(
      [(TextWidth.padded(name, to: max(10, room)), .accent), ("  " + facts, .text)],
      at: Point(x: 1, y: area.y + 1), limit: area.maxX - 1)
    let next =
      project.next.map {
        words.field(.next) + " " + ($0.due.map { words.dueLine($0, today: ui.day) + " " } ?? "")
          + $0.text
      } ?? words.noNextStep(ui.keymap.shown(.nextStep))
    let last = project.activities.compactMap { ui.pipeline.activity($0)?.facts }
      .filter { $0.on.isSettled(by: ui.moment.limit) }
      .max { ($0.on.settled?.number ?? .min) < ($1.on.settled?.number ?? .min) }
    let done =
      last.map { words.lastActivity($0) } ?? words.noActivity(ui.keymap.shown(.logActivity))
    let half = (area.width - 4) / 2
    let end = frame.write(
      TextWidth.clipped(next, to: area.width >= 60 ? half : area.width - 2),
      at: Point(x: 1, y: area.y + 2), role: ageing.isOverdue ? .error : .dim, limit: area.maxX - 1)
    guard area.width >= 60 else { return }
    frame.write(
      TextWidth.clipped(done, to: area.maxX - end - 4), at: Point(x: end + 3, y: area.y + 2),
      role: .dim, limit: area.maxX - 1)
  }

  static func detailRect(_ layout: Layout) -> Rect {
    let width = min(layout.size.width, 132)
    let height = max(1, layout.body.height)
    return Rect(
      x: (layout.size.width - width) / 2, y: layout.body.y, width: width, height: height)
  }

  mutating func drawDetail(_ detail: Overlay.Detail) {
    guard let project = ui.pipeline[detail.project] else { return }
    let rect = Painter.detailRect(layout)
    let inner = window(rect, title: words.detailTitle)
    let panes = DetailPanes(ui, project)
    let left = Rect(
      x: inner.x, y: inner.y, width: panes.right.isEmpty ? inner.width : panes.leftWidth - 2,
      height: inner.height)
    draw(panes.left, in: left, from: detail.top, hasSigns: inner == rect)
    if !panes.right.isEmpty {
      for y in inner.y..<inner.maxY {
        frame.put(glyphs.vertical, at: Point(x: left.maxX, y: y), role: .border)
      }
      let right = Rect(
        x: inner.x + panes.leftWidth + 1, y: inner.y,
        width: inner.width - panes.leftWidth - 1, height: inner.height)
      draw(panes.right, in: right, from: detail.top, hasSigns: false)
    }
    let top = min(detail.top, max(0, panes.count - inner.height))
    windowBar(.detail, of: rect, beside: inner, top: top, count: panes.count)
  }

  /// Where the text of an open card stands.
  static func detailText(_ layout: Layout) -> Rect { windowText(detailRect(layout)) }

  /// The room inside a window's frame; one too small for a frame has none.
  static func windowText(_ rect: Rect) -> Rect {
    guard rect.width >= 6, rect.height >= 3 else { return rect }
    return Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
  }

  /// Clears a rectangle, frames it, and answers for every click in and around it.
  mutating func window(_ rect: Rect, title: String) -> Rect {
    hits.add(Rect(layout.size), .outside)
    hits.add(rect, .window)
    frame.fill(rect)
    let text = Painter.windowText(rect)
    if text != rect { frame.box(rect, title: title, glyphs: glyphs, role: .borderFocus) }
    return text
  }

  /// Draws lines from `top` on, with signs that there is more above or below.
  mutating func draw(
    _ lines: [[DetailLines.Piece]], in area: Rect, from top: Int, hasSigns: Bool = true
  ) {
    let top = min(top, max(0, lines.count - area.height))
    for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      write(line, at: Point(x: area.x, y: area.y + offset), limit: area.maxX)
    }
    guard hasSigns else { return }
    if top > 0 { frame.put(glyphs.less, at: Point(x: area.maxX - 1, y: area.y), role: .dim) }
    if lines.count > top + area.height {
      frame.put(glyphs.more, at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .dim)
    }
  }
}
