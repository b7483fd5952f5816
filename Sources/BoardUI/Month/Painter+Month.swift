internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  mutating func drawMonth(_ month: MonthState) {
    let inner = window(layout.body, title: words.monthTitle(month.day))
    guard !inner.isEmpty else { return }
    let geometry = MonthGeometry(month.plan, in: inner)
    drawWeekdays(month.plan.first, geometry)
    for place in 0...month.plan.last.days(since: month.plan.first) {
      drawDay(month.plan.first.adding(place), month, geometry)
    }
    drawDayList(month, in: geometry.list)
  }

  private mutating func drawWeekdays(_ first: Day, _ geometry: MonthGeometry) {
    let monday = first.adding(1 - first.weekday)
    for place in 0..<7 {
      frame.write(
        TextWidth.clipped(
          words.weekday(monday.adding(place)), to: geometry.cellWidth - 1, ellipsis: ""),
        at: Point(x: geometry.weekdays.x + place * geometry.cellWidth, y: geometry.weekdays.y),
        role: .dim, limit: geometry.weekdays.maxX)
    }
  }

  private mutating func drawDay(_ day: Day, _ month: MonthState, _ geometry: MonthGeometry) {
    let cell = geometry.cell(day)
    guard !cell.isEmpty else { return }
    hits.add(cell, .monthDay(day, nil))
    let items = month.plan[day]
    let isTarget = month.over == day && month.carried != nil
    let isChosen = day == month.day
    let role: Role =
      isTarget ? .drop : isChosen && month.row == nil ? .selected : day == ui.day ? .accent : .text
    let head = Rect(x: cell.x, y: cell.y, width: cell.width - 1, height: 1)
    frame.fill(head, role: isTarget || role == .selected ? role : isChosen ? .marked : .text)
    let due = items.count { !$0.isDone }
    let done = items.count - due
    let isLate = due > 0 && day < ui.day
    let number = "\(isChosen ? String(glyphs.select) : " ")\(day.civil.day)"
    var x = frame.write(
      number, at: Point(x: cell.x, y: cell.y), role: role, limit: head.maxX)
    let counts = words.dayCounts(due: due, done: done)
    let short = [due > 0 ? "\(due)" : "", done > 0 ? "+\(done)" : ""].joined()
    let shown = [counts, short].first { x + 1 + TextWidth.columns(of: $0) <= head.maxX } ?? ""
    if !shown.isEmpty {
      x = frame.write(
        (isLate ? "\(glyphs.overdue)" : " ") + shown, at: Point(x: x, y: cell.y),
        role: role == .selected || isTarget ? role : isLate ? .error : .dim, limit: head.maxX)
    }
    guard cell.height > 1 else { return }
    let room = cell.height - 1
    let fits = items.count <= room ? items.count : room - 1
    for (line, item) in items.prefix(fits).enumerated() {
      let row = Rect(x: cell.x, y: cell.y + 1 + line, width: cell.width - 1, height: 1)
      draw(item, on: day, in: row, isSelected: false)
      hits.add(row, .monthDay(day, item))
    }
    if items.count > fits, fits >= 0 {
      frame.write(
        words.more(items.count - fits, glyph: glyphs.more),
        at: Point(x: cell.x, y: cell.y + 1 + fits), role: .dim, limit: cell.maxX - 1)
    }
  }

  private mutating func draw(
    _ item: MonthPlan.Item, on day: Day, in row: Rect, isSelected: Bool
  ) {
    let isLate = !item.isDone && day < ui.day
    let sign: Character =
      switch item {
      case .done: glyphs.yes
      case .review: glyphs.held
      case .request: glyphs.request
      case .step: isLate ? glyphs.overdue : " "
      }
    let project = item.project.flatMap { ui.pipeline[$0] }
    let role: Role =
      isSelected
      ? .selected : item.isDone ? .dim : isLate ? .error : project?.stage.role ?? .accent
    let name = project?.name ?? request(of: item)?.organisation ?? ""
    if isSelected { frame.fill(row, role: .selected) }
    frame.write(
      TextWidth.clipped("\(sign)" + name, to: row.width), at: Point(x: row.x, y: row.y),
      role: role, limit: row.maxX)
  }

  /// The chosen day: each item with what is to be done, or was.
  private mutating func drawDayList(_ month: MonthState, in area: Rect) {
    guard area.height > 0, area.width > 4 else { return }
    let items = month.items
    let title =
      " \(month.day) \(words.weekday(month.day)) "
      + words.dayCounts(
        due: items.count { !$0.isDone }, done: items.count { $0.isDone }) + " "
    let x = frame.write(
      TextWidth.clipped(title, to: area.width), at: Point(x: area.x, y: area.y), role: .header,
      limit: area.maxX)
    frame.rule(y: area.y, from: x, to: area.maxX, glyphs.horizontal)
    let lines = max(0, area.height - 1 - monthHint(area).count) / 2
    let top = max(0, min((month.row ?? 0) - lines + 1, items.count - lines))
    for (offset, item) in items.dropFirst(top).prefix(lines).enumerated() {
      let y = area.y + 1 + offset * 2
      let row = Rect(x: area.x, y: y, width: area.width, height: 1)
      draw(item, on: month.day, in: row, isSelected: month.row == top + offset)
      frame.write(
        TextWidth.clipped("  " + detail(of: item), to: area.width), at: Point(x: area.x, y: y + 1),
        role: .dim, limit: area.maxX)
      hits.add(
        Rect(x: area.x, y: y, width: area.width, height: 2), .monthDay(month.day, item))
    }
    drawMonthHint(in: area)
  }

  private func monthHint(_ area: Rect) -> [String] {
    func both(_ actions: Action...) -> String {
      actions.map(ui.keymap.shown).filter { !$0.isEmpty }.joined(separator: " ")
    }
    let hint = words.monthHint(
      pages: both(.halfPageUp, .halfPageDown), open: textKey(.open),
      shift: both(.pushBack, .pushForward))
    return area.height > 4 ? Wrapping.lines(of: hint, width: area.width, limit: 2) : []
  }

  private mutating func drawMonthHint(in area: Rect) {
    let lines = monthHint(area)
    for (offset, line) in lines.enumerated() {
      frame.write(
        line, at: Point(x: area.x, y: area.maxY - lines.count + offset), role: .dim,
        limit: area.maxX)
    }
  }

  private func request(of item: MonthPlan.Item) -> ServiceRequest? {
    guard case .request(let id) = item else { return nil }
    return ui.pipeline.request(id)
  }

  private func detail(of item: MonthPlan.Item) -> String {
    switch item {
    case .done(let id, _):
      return ui.pipeline.activity(id).map { words.activityLine($0.facts) } ?? ""
    case .review: return words.status(.hold)
    case .request:
      let request = request(of: item)
      let owner = request?.project.flatMap { ui.pipeline[$0]?.owner }
      return [request?.subject, owner ?? request?.unit].compactMap { $0 }.joined(separator: "  ")
    case .step(let id):
      let project = ui.pipeline[id]
      return [project?.next?.text, project?.next?.who ?? project?.owner].compactMap { $0 }
        .joined(separator: "  ")
    }
  }
}
