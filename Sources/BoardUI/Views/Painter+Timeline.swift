internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  mutating func drawTimeline() {
    switch ui.timeline.style {
    case .path: drawPath()
    case .strips: drawStrips()
    }
  }

  /// The dated path (招商路径): a line per activity and milestone.
  private mutating func drawPath() {
    let body = layout.body
    frame.write(
      TextWidth.clipped(words.pathTitle(ui.timeline.path.count), to: body.width - 2),
      at: Point(x: 1, y: body.y), role: .accent)
    let entries = ui.timeline.path
    let visible = max(0, body.height - 1)
    // A line may be higher than one: where there are more than rows, there is sure to be more.
    let hasBar = entries.count > visible
    let area = Rect(
      x: 0, y: body.y + 1, width: body.width - (hasBar ? 1 : 0), height: visible)
    let textWidth = max(4, area.width - 2)
    // Lines are as high as their text; the selected one is kept in sight by counting up from it.
    var top = ui.timeline.row
    var room = area.height - height(of: entries, at: top, textWidth)
    while top > 0, room - height(of: entries, at: top - 1, textWidth) >= 0 {
      top -= 1
      room -= height(of: entries, at: top, textWidth)
    }
    scrollBar(
      .path, in: Rect(x: body.maxX - 1, y: area.y, width: 1, height: visible),
      top: min(ui.timeline.row, max(0, entries.count - visible)), visible: visible,
      count: entries.count, isOnBorder: false)
    var y = area.y
    for index in entries.indices.dropFirst(top).prefix(area.height) where y < area.maxY {
      let isSelected = index == ui.timeline.row
      let lines = pathLines(entries[index], width: textWidth)
      let start = y
      for (offset, line) in lines.enumerated() where y < area.maxY {
        let row = Rect(x: 0, y: y, width: area.width, height: 1)
        if isSelected { frame.fill(row, role: .selected) }
        let head = offset == 0 ? (isSelected ? "\(glyphs.select)" : " ") : " "
        frame.write(
          head + line, at: Point(x: 0, y: y),
          role: isSelected ? .selected : role(of: entries[index]), limit: area.maxX)
        y += 1
      }
      hits.add(Rect(x: 0, y: start, width: area.width, height: y - start), .timelineRow(index))
    }
    if entries.isEmpty { frame.write(words.nothingFound, at: Point(x: 1, y: area.y), role: .dim) }
  }

  private func height(of entries: [PathEntry], at index: Int, _ width: Int) -> Int {
    guard entries.indices.contains(index) else { return 0 }
    return pathLines(entries[index], width: width).count
  }

  /// A line of the path with its date in a column of its own, where there is room for one.
  private func pathLines(_ entry: PathEntry, width: Int) -> [String] {
    let date = words.historyDate(entry.on)
    let text = words.pathLine(entry, in: ui.pipeline)
    guard width >= 40 else { return Wrapping.lines(of: date + " " + text, width: width) }
    return Wrapping.lines(of: text, width: width - 11).enumerated().map { index, line in
      TextWidth.padded(index == 0 ? date : "", to: 11) + line
    }
  }

  private func role(of entry: PathEntry) -> Role {
    switch entry.what {
    case .milestone: .ok
    case .activity(let activity, _):
      switch activity.facts.kind.direction {
      case .outbound: .stage2
      case .inbound: .stage3
      case .other: .text
      }
    }
  }

  /// A strip of stage digits per project: readable without colour, `.` before it began, `=` on hold,
  /// `x` closed.
  private mutating func drawStrips() {
    let body = layout.body
    let nameWidth = max(8, min(28, body.width / 3))
    let hasBar = ui.timeline.ids.count > body.height - 2
    let cells = max(1, body.width - nameWidth - 12 - (hasBar ? 1 : 0))
    let window = ui.timeline.window(cells: cells, upTo: ui.day)
    let title = words.stripsTitle(
      from: window.first, to: window.lastDay(of: cells - 1), days: window.cellDays)
    frame.write(
      TextWidth.clipped(title, to: body.width - 2), at: Point(x: 1, y: body.y), role: .accent)
    guard body.height > 2 else { return }
    drawMonths(window, x: nameWidth, y: body.y + 1)
    let area = Rect(x: 0, y: body.y + 2, width: body.width, height: body.height - 2)
    let top = max(0, ui.timeline.row - area.height + 1)
    defer {
      scrollBar(
        .strips, in: Rect(x: body.maxX - 1, y: area.y, width: 1, height: area.height), top: top,
        visible: area.height, count: ui.timeline.ids.count, isOnBorder: false)
    }
    for (offset, id) in ui.timeline.ids.dropFirst(top).prefix(area.height).enumerated() {
      guard let project = ui.pipeline[id], let standing = project.standing(asOf: ui.moment.cutoff)
      else {
        continue
      }
      let index = top + offset
      let row = area.row(offset)
      let isSelected = index == ui.timeline.row
      if isSelected { frame.fill(row, role: .selected) }
      let name = "\(isSelected ? glyphs.select : " ")" + project.name
      frame.write(
        TextWidth.padded(name, to: nameWidth - 1), at: Point(x: 0, y: row.y),
        role: isSelected ? .selected : .text)
      for (cell, what) in project.strip(window, asOf: ui.moment.limit).enumerated() {
        frame.put(
          what.character, at: Point(x: nameWidth + cell, y: row.y),
          role: stripRole(what, isSelected))
      }
      let label = " \(standing.stage.number)\(words.stageTab(standing.stage))"
      frame.write(
        label, at: Point(x: nameWidth + cells, y: row.y),
        role: isSelected ? .selected : standing.stage.role, limit: row.maxX)
      hits.add(row, .timelineRow(index))
    }
  }

  private func stripRole(_ cell: StripCell, _ isSelected: Bool) -> Role {
    if isSelected { return .selected }
    switch cell {
    case .stage(let stage): return stage.role
    case .onHold: return .held
    case .before, .future, .closed: return .dim
    }
  }

  private mutating func drawMonths(_ window: StripWindow, x: Int, y: Int) {
    var free = 0
    for cell in 0..<window.cells where cell >= free {
      let day = window.lastDay(of: cell)
      let before = window.lastDay(of: cell - 1)
      guard cell == 0 || day.civil.month != before.civil.month else { continue }
      let label = words.month(day)
      guard cell + TextWidth.columns(of: label) <= window.cells else { continue }
      frame.write(label, at: Point(x: x + cell, y: y), role: .dim)
      free = cell + TextWidth.columns(of: label) + 1
    }
  }
}

extension TimelineState {
  /// The window of days shown, ending `offset` cells before a day.
  func window(cells: Int, upTo day: Day) -> StripWindow {
    let last = day.adding(-offset * daysPerCell)
    return StripWindow(
      first: last.adding(1 - cells * daysPerCell), cells: cells, cellDays: daysPerCell)
  }
}
