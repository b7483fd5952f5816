internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The trend: a column a month or quarter for the chosen measure, and all numbers under them.
  mutating func drawTrend(in area: Rect) {
    guard let trend = ui.flow.trend else { return }
    drawTrendHead(in: area)
    guard !trend.rows.isEmpty else {
      frame.write(
        words.trendIsEmpty, at: Point(x: area.x + 1, y: area.y + 1), role: .dim, limit: area.maxX)
      return drawTrendFoot(trend, from: area.y + 2, in: area)
    }
    let geometry = TrendGeometry(trend, of: ui.flow.measure, in: area, words)
    let top = min(ui.flow.top, max(0, trend.rows.count - geometry.visible))
    drawTrendAxis(geometry, in: area)
    drawTrendNames(geometry, in: area)
    for place in 0..<geometry.visible where top + place < trend.rows.count {
      drawTrendColumn(top + place, at: place, of: trend, geometry, in: area)
    }
    drawTrendFoot(trend, from: geometry.table + geometry.measures, in: area)
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
    x = frame.write("  ", at: Point(x: x, y: area.y), limit: area.maxX)
    frame.put(glyphs.bar, at: Point(x: x, y: area.y), role: ui.flow.measure.area)
    frame.write(
      words.trendMeasure(ui.flow.measure), at: Point(x: x + 2, y: area.y), role: .text,
      limit: area.maxX)
  }

  /// The scale at the left, its top and middle told, and the line that the columns stand on.
  private mutating func drawTrendAxis(_ geometry: TrendGeometry, in area: Rect) {
    let chart = geometry.chart
    guard !chart.isEmpty else { return }
    let most = geometry.most
    for line in 0..<chart.height {
      let value =
        line == 0
        ? most
        : line == chart.height / 2 && chart.height >= 4 && most >= 4
          ? Int((Double(most) * Double(chart.height - line) / Double(chart.height)).rounded()) : nil
      let text = value.map { "\($0)" } ?? ""
      frame.write(
        TextWidth.padded(text, to: geometry.names - 1, alignment: .trailing),
        at: Point(x: area.x, y: chart.y + line), role: .dim, limit: area.maxX)
      frame.put(glyphs.vertical, at: Point(x: chart.x - 1, y: chart.y + line), role: .border)
    }
    frame.put(glyphs.bottomLeft, at: Point(x: chart.x - 1, y: chart.maxY), role: .border)
    frame.rule(
      y: chart.maxY, from: chart.x, to: min(area.maxX, chart.maxX), glyphs.horizontal)
  }

  private mutating func drawTrendNames(_ geometry: TrendGeometry, in area: Rect) {
    for (index, measure) in shownMeasures(geometry).enumerated() {
      let isChosen = measure == ui.flow.measure
      frame.write(
        (isChosen ? "\(glyphs.select)" : " ") + words.trendMeasure(measure),
        at: Point(x: area.x, y: geometry.table + index), role: isChosen ? .accent : .dim,
        limit: area.x + geometry.names)
    }
  }

  /// Those for which there is a line; the chosen one always.
  private func shownMeasures(_ geometry: TrendGeometry) -> [TrendMeasure] {
    let all = TrendMeasure.allCases
    guard geometry.measures < all.count else { return all }
    let others = all.filter { $0 != ui.flow.measure }.prefix(geometry.measures - 1)
    return all.filter { $0 == ui.flow.measure || others.contains($0) }
  }

  private mutating func drawTrendColumn(
    _ index: Int, at place: Int, of trend: Trend, _ geometry: TrendGeometry, in area: Rect
  ) {
    let row = trend.rows[index]
    let x = geometry.x(place)
    let isSelected = ui.flow.page == .trend && index == ui.flow.row
    let count = row.count(ui.flow.measure)
    let chart = geometry.chart
    let lines = geometry.lines(count)
    let bar = Rect(x: x, y: chart.maxY - lines, width: geometry.width, height: lines)
    hits.add(
      Rect(x: x, y: chart.y, width: geometry.pitch, height: geometry.months - chart.y + 1)
        .intersection(area),
      .trendCell(index, ui.flow.measure))
    frame.fill(bar.intersection(area), with: glyphs.bar, role: ui.flow.measure.area)
    if lines > 0 {
      centre("\(count)", in: bar.row(0), role: ui.flow.measure.area)
    }
    centre(
      words.trendColumn(row, by: ui.flow.step, width: geometry.pitch - 1, isFirst: place == 0),
      in: Rect(x: x, y: geometry.months, width: geometry.width, height: 1),
      role: isSelected ? .accent : .dim)
    for (line, measure) in shownMeasures(geometry).enumerated() {
      let cell = Rect(x: x, y: geometry.table + line, width: geometry.width, height: 1)
      let count = row.count(measure)
      let isChosen = isSelected && measure == ui.flow.measure
      if isChosen { frame.fill(cell, role: .selected) }
      centre(
        count == 0 ? "." : "\(count)", in: cell,
        role: isChosen ? .selected : count == 0 ? .dim : measure.role)
      hits.add(cell.intersection(area), .trendCell(index, measure))
    }
  }

  /// Writes a text in the middle of a line; a longer one begins at its left.
  private mutating func centre(_ text: String, in line: Rect, role: Role) {
    let width = TextWidth.columns(of: text)
    frame.write(
      text, at: Point(x: line.x + max(0, (line.width - width) / 2), y: line.y), role: role,
      limit: layout.body.maxX)
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

extension TrendMeasure {
  var role: Role {
    switch self {
    case .entered: .stage1
    case .advanced: .stage4
    case .signed: .ok
    case .lost: .error
    }
  }

  /// The role of its columns.
  var area: Role {
    switch self {
    case .entered: .area1
    case .advanced: .area4
    case .signed: .area6
    case .lost: .dropped
    }
  }
}
