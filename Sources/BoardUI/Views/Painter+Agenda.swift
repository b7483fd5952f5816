internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The agenda: a heading per section, a line per card, and the chosen card beside them.
  mutating func drawAgenda() {
    let panes = AgendaPanes(layout)
    let lines = ui.agenda.lines
    if lines.isEmpty {
      frame.write(words.nothingDue, at: Point(x: 1, y: panes.lines.y), role: .ok)
      return
    }
    let body = panes.lines
    let hasBar = lines.count > body.height
    scrollBar(
      .agenda, in: Rect(x: body.maxX - 1, y: body.y, width: 1, height: body.height),
      top: ui.agenda.top, visible: body.height, count: lines.count, isOnBorder: false)
    let area = Rect(
      x: body.x, y: body.y, width: body.width - (hasBar ? 1 : 0), height: body.height)
    for (offset, line) in lines.dropFirst(ui.agenda.top).prefix(body.height).enumerated() {
      let row = area.row(offset)
      let index = ui.agenda.top + offset
      switch line {
      case .heading(let section, let count):
        drawAgendaHeading(words.agendaSection(section), count, in: row)
      case .alertHeading(let kind, let count):
        drawAgendaHeading(words.alertKind(kind), count, in: row)
      case .alert(let alert):
        drawAlert(alert, in: row, isSelected: index == ui.agenda.row)
        hits.add(row, .agendaRow(index))
      case .item(let item):
        drawAgendaItem(item, in: row, isSelected: index == ui.agenda.row)
        hits.add(row, .agendaRow(index))
      }
    }
    drawAgendaCard(in: panes.card)
  }

  private mutating func drawAgendaHeading(_ name: String, _ count: Int, in row: Rect) {
    let x = frame.write(
      " \(name) \(count) ", at: Point(x: row.x, y: row.y), role: .header, limit: row.maxX)
    frame.rule(y: row.y, from: x, to: row.maxX, glyphs.horizontal)
  }

  /// The chosen card, as the panel beside the board has it.
  private mutating func drawAgendaCard(in area: Rect) {
    guard !area.isEmpty, let id = ui.agenda.selected, let project = ui.pipeline[id] else { return }
    for y in area.y..<area.maxY {
      frame.put(glyphs.vertical, at: Point(x: area.x - 1, y: y), role: .border)
    }
    let inner = Rect(x: area.x + 1, y: area.y, width: area.width - 2, height: area.height)
    hits.add(area, .action(.open))
    draw(
      DetailLines(ui, project, width: inner.width, limit: inner.height + 1).lines, in: inner,
      from: 0)
  }

  private mutating func drawAgendaItem(_ item: Agenda.Item, in row: Rect, isSelected: Bool) {
    guard let project = ui.pipeline[item.project] else { return }
    if isSelected { frame.fill(row, role: .selected) }
    func role(_ other: Role) -> Role { isSelected ? .selected : other }
    let cells = AgendaCells(row)
    let sign = item.isLate ? glyphs.overdue : item.subject == .quiet ? glyphs.stale : " "
    frame.put(
      isSelected ? glyphs.select : " ", at: Point(x: row.x, y: row.y), role: role(.text))
    frame.write(
      "\(sign)" + words.agendaDays(item), at: Point(x: row.x + 1, y: row.y),
      role: role(item.isLate ? .error : item.subject == .quiet ? .warn : .dim), limit: cells.name)
    frame.write(
      TextWidth.clipped(project.name, to: cells.stage - cells.name - 1),
      at: Point(x: cells.name, y: row.y), role: role(.text), limit: row.maxX)
    frame.write(
      "\(item.stage.number)\(words.stageTab(item.stage))", at: Point(x: cells.stage, y: row.y),
      role: role(item.stage.role), limit: row.maxX)
    let next =
      project.next.map { ($0.due.map { words.shortDate($0) + " " } ?? "") + $0.text }
      ?? (item.subject == .nothing ? words.noNextStep(ui.keymap.shown(.nextStep)) : "")
    frame.write(
      TextWidth.clipped(next, to: max(0, cells.owner - cells.next - 1)),
      at: Point(x: cells.next, y: row.y), role: role(.dim), limit: row.maxX)
    guard cells.owner < row.maxX else { return }
    frame.write(
      TextWidth.clipped(project.owner ?? "-", to: cells.amount - cells.owner - 1),
      at: Point(x: cells.owner, y: row.y), role: role(.text), limit: row.maxX)
    let amount =
      words.cardAmounts(project.amount).first {
        TextWidth.columns(of: $0) <= row.maxX - cells.amount
      } ?? ""
    frame.write(
      amount, at: Point(x: row.maxX - TextWidth.columns(of: amount), y: row.y),
      role: role(.text), limit: row.maxX)
  }
}

extension Agenda.Item {
  /// Whether it is overdue or past its review.
  fileprivate var isLate: Bool { days > 0 && (subject == .nextStep || subject == .review) }
}
