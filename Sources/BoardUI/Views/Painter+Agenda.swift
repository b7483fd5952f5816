internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The agenda: a heading per section, a line per card.
  mutating func drawAgenda() {
    let body = layout.body
    let lines = ui.agenda.lines
    if lines.isEmpty {
      frame.write(words.nothingDue, at: Point(x: 1, y: body.y), role: .ok)
      return
    }
    let hasBar = lines.count > body.height
    scrollBar(
      .agenda, in: Rect(x: body.maxX - 1, y: body.y, width: 1, height: body.height),
      top: ui.agenda.top, visible: body.height, count: lines.count, isOnBorder: false)
    let area = Rect(
      x: body.x, y: body.y, width: body.width - (hasBar ? 1 : 0), height: body.height)
    for (offset, line) in lines.dropFirst(ui.agenda.top).prefix(body.height).enumerated() {
      let row = area.row(offset)
      switch line {
      case .heading(let section, let count):
        frame.write(
          " \(words.agendaSection(section)) \(count)", at: Point(x: 0, y: row.y), role: .header,
          limit: row.maxX)
      case .alertHeading(let kind, let count):
        frame.write(
          " \(words.alertKind(kind)) \(count)", at: Point(x: 0, y: row.y), role: .header,
          limit: row.maxX)
      case .alert(let alert):
        let index = ui.agenda.top + offset
        drawAlert(alert, in: row, isSelected: index == ui.agenda.row)
        hits.add(row, .agendaRow(index))
      case .item(let item):
        let index = ui.agenda.top + offset
        drawAgendaItem(item, in: row, isSelected: index == ui.agenda.row)
        hits.add(row, .agendaRow(index))
      }
    }
  }

  private mutating func drawAgendaItem(_ item: Agenda.Item, in row: Rect, isSelected: Bool) {
    guard let project = ui.pipeline[item.project] else { return }
    let role: Role = isSelected ? .selected : .text
    if isSelected { frame.fill(row, role: .selected) }
    let days = words.agendaDays(item)
    let daysWidth = 14
    let nameWidth = max(10, min(40, (row.width - daysWidth) / 2))
    let stage = "\(item.stage.number)\(words.stageTab(item.stage))"
    let mark = isSelected ? "\(glyphs.select)" : " "
    frame.write(
      mark + TextWidth.padded(days, to: daysWidth - 2), at: Point(x: 1, y: row.y),
      role: isSelected ? .selected : item.isLate ? .error : .dim, limit: row.maxX)
    frame.write(
      TextWidth.padded(project.name, to: nameWidth - 1), at: Point(x: daysWidth + 1, y: row.y),
      role: role, limit: row.maxX)
    let x = frame.write(
      TextWidth.padded(stage, to: 8), at: Point(x: daysWidth + 1 + nameWidth, y: row.y),
      role: isSelected ? .selected : item.stage.role, limit: row.maxX)
    let next =
      project.next.map { nextStep($0, width: max(0, row.maxX - x - 1)) }
      ?? (item.subject == .nothing ? words.noNextStep(ui.keymap.shown(.nextStep)) : "")
    frame.write(
      next, at: Point(x: x, y: row.y), role: isSelected ? .selected : .dim, limit: row.maxX)
  }
}

extension Agenda.Item {
  /// Whether it is overdue or past its review.
  fileprivate var isLate: Bool { days > 0 && (subject == .nextStep || subject == .review) }
}
