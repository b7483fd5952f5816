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
        words.field(.next) + ": " + ($0.due.map { words.dueLine($0, today: ui.day) + " " } ?? "")
          + $0.text
      } ?? words.noNextStep(ui.keymap.shown(.nextStep))
    let who = words.list(project.investors)
    write(
      [
        (TextWidth.clipped(who + "  ", to: area.width / 2), .text),
        (next, ageing.isOverdue ? .error : .dim),
      ],
      at: Point(x: 1, y: area.y + 2), limit: area.maxX - 1)
    guard area.height > 3 else { return }
    let last = project.activities.compactMap { ui.pipeline.activity($0)?.facts }
      .filter { $0.on.isSettled(by: ui.moment.limit) }
      .max { ($0.on.settled?.number ?? .min) < ($1.on.settled?.number ?? .min) }
    let text =
      last.map { words.lastActivity($0) } ?? words.noActivity(ui.keymap.shown(.logActivity))
    frame.write(
      TextWidth.clipped(text, to: area.width - 2), at: Point(x: 1, y: area.y + 3), role: .dim)
  }

  static func detailRect(_ layout: Layout) -> Rect {
    let width = min(layout.size.width, 100)
    let height = max(1, layout.body.height)
    return Rect(
      x: (layout.size.width - width) / 2, y: layout.body.y, width: width, height: height)
  }

  mutating func drawDetail(_ detail: Overlay.Detail) {
    guard let project = ui.pipeline[detail.project] else { return }
    let rect = Painter.detailRect(layout)
    let inner = window(rect, title: words.detailTitle)
    let lines = DetailLines(ui, project, width: inner.width).lines
    draw(lines, in: inner, from: detail.top, hasSigns: inner == rect)
    let top = min(detail.top, max(0, lines.count - inner.height))
    windowBar(.detail, of: rect, beside: inner, top: top, count: lines.count)
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
