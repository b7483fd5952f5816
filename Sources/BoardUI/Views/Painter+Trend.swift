internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

/// Where the figures and the trend of the funnel view go.
struct FunnelPanes {
  let figures: Rect?
  let trend: Rect?

  /// Beside each other from 130 columns; one below the other where that leaves room; else one page
  /// at a time.
  init(_ ui: UIState) {
    let body = ui.layout.body
    if body.width >= 130 {
      let width = max(46, (body.width - 90) / 2)
      figures = Rect(x: 0, y: body.y, width: body.width - width - 1, height: body.height)
      trend = Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
    } else if body.width >= 100, body.height >= 30, ui.funnel.grouping == nil {
      let height = body.height - 20
      figures = Rect(x: 0, y: body.y, width: body.width, height: body.height - height)
      trend = Rect(x: 0, y: body.maxY - height, width: body.width, height: height)
    } else {
      figures = ui.flow.page == .trend ? nil : body
      trend = ui.flow.page == .trend ? body : nil
    }
  }

  /// How many rows of the trend are seen.
  func trendRows(of ui: UIState) -> Int {
    max(1, (trend?.height ?? 0) - (trend.map { $0.height >= 12 ? 6 : 2 } ?? 0))
  }
}

extension Painter {
  /// The trend: a row a month or quarter, a number and a bar for each measure, one scale for all.
  mutating func drawTrend(in area: Rect) {
    guard let trend = ui.flow.trend else { return }
    let isFocused = ui.flow.page == .trend
    drawTrendHead(in: area)
    if trend.rows.isEmpty {
      frame.write(
        words.trendIsEmpty, at: Point(x: area.x + 1, y: area.y + 1), role: .dim, limit: area.maxX)
    }
    let columns = TrendColumns(trend, area: area, selected: ui.flow.measure)
    let head = area.row(1)
    for (measure, cell) in columns.cells where !trend.rows.isEmpty {
      frame.write(
        TextWidth.clipped(words.trendMeasure(measure), to: cell.width - 1),
        at: Point(x: cell.x, y: head.y), role: .header, limit: cell.maxX)
    }
    let seen = min(FunnelPanes(ui).trendRows(of: ui), trend.rows.count)
    let top = min(ui.flow.top, max(0, trend.rows.count - seen))
    for offset in 0..<seen where offset + 2 < area.height {
      drawTrendRow(
        top + offset, of: trend, columns, in: area.row(offset + 2), isFocused: isFocused)
    }
    drawTrendFoot(trend, from: area.y + 2 + seen, in: area)
  }

  private mutating func drawTrendHead(in area: Rect) {
    var x = frame.write(
      " " + words.trendTitle + " ", at: Point(x: area.x, y: area.y), role: .accent,
      limit: area.maxX)
    for step in TrendStep.allCases {
      let isActive = step == ui.flow.step
      let name = words.trendStep(step)
      x = button(
        isActive ? "[\(name)]" : " \(name) ", at: Point(x: x, y: area.y),
        role: isActive ? .tabActive : .tab, limit: area.maxX, .trendStep(step))
    }
  }

  private mutating func drawTrendRow(
    _ index: Int, of trend: Trend, _ columns: TrendColumns, in line: Rect, isFocused: Bool
  ) {
    let row = trend.rows[index]
    let isSelected = isFocused && index == ui.flow.row
    let mark = isSelected ? glyphs.select : " "
    frame.write(
      "\(mark)" + words.trendRow(row, by: ui.flow.step), at: Point(x: line.x, y: line.y),
      role: isSelected ? .accent : .dim, limit: line.maxX)
    for (measure, column) in columns.cells {
      let count = row.count(measure)
      let cell = Rect(x: column.x, y: line.y, width: column.width, height: 1)
      let isChosen = isSelected && measure == ui.flow.measure
      let role = isChosen ? Role.selected : measure.role
      if isChosen { frame.fill(cell, role: .selected) }
      frame.write(
        TextWidth.padded("\(count)", to: columns.digits, alignment: .trailing),
        at: Point(x: cell.x, y: cell.y), role: count == 0 && !isChosen ? .dim : role,
        limit: cell.maxX)
      let room = column.width - columns.digits - 2
      if room >= 2, count > 0 {
        frame.fill(
          Rect(
            x: cell.x + columns.digits + 1, y: cell.y,
            width: (count * room + trend.most - 1) / trend.most, height: 1),
          with: glyphs.bar, role: role)
      }
      hits.add(cell, .trendCell(index, measure))
    }
  }

  private mutating func drawTrendFoot(_ trend: Trend, from start: Int, in area: Rect) {
    var y = start
    for (text, role) in words.trendNotes(trend).map({ ($0, Role.dim) })
      + [(words.trendRule, Role.dim)]
    {
      for line in Wrapping.lines(of: text, width: area.width - 2, limit: 8) where y < area.maxY {
        frame.write(line, at: Point(x: area.x + 1, y: y), role: role, limit: area.maxX)
        y += 1
      }
    }
  }
}

/// A column for each measure; where there is no room for all, for the selected one.
struct TrendColumns {
  let cells: [(measure: TrendMeasure, rect: Rect)]
  let digits: Int

  init(_ trend: Trend, area: Rect, selected: TrendMeasure) {
    let digits = max(3, "\(trend.most)".count)
    let label = 9
    let room = max(0, area.width - label)
    let shown =
      room / TrendMeasure.allCases.count > digits + 4 ? TrendMeasure.allCases : [selected]
    let width = room / shown.count
    self.digits = digits
    cells = shown.enumerated().map { index, measure in
      (measure, Rect(x: area.x + label + index * width, y: area.y, width: width, height: 1))
    }
  }
}

extension TrendMeasure {
  var role: Role {
    switch self {
    case .entered: .stage1
    case .advanced: .stage4
    case .signed: .ok
    case .lost: .error
    }
  }
}
