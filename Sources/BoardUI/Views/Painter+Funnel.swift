internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The funnel's pages: figures and trend, as far as there is room for both, or a comparison.
  mutating func drawFunnel() {
    if ui.flow.page == .comparison {
      drawComparison(in: layout.body)
      return
    }
    let panes = FunnelPanes(ui)
    if let figures = panes.figures { drawFigures(in: figures) }
    if let trend = panes.trend { drawTrend(in: trend) }
  }

  /// The funnel of all that pass the filter.
  var funnelPicture: FunnelPicture? {
    ui.funnel.report.map {
      FunnelPicture(
        funnel: $0, method: ui.funnel.method, weight: ui.funnel.weight,
        isFlow: ui.flow.basis == .flow,
        selected: ui.flow.page == .figures ? ui.funnel.row : nil)
    }
  }

  /// What was asked, the bars with their figures, the totals, and the groups.
  private mutating func drawFigures(in body: Rect) {
    guard let picture = funnelPicture else { return }
    drawMethods(in: body.row(0))
    let isGrouped = ui.funnel.grouping != nil
    // The totals come before lines between the bars, and the groups before both.
    let spare = isGrouped ? 10 : 3
    let room = max(6, body.height - 2 - spare)
    let area = Rect(
      x: body.x, y: body.y + 2, width: body.width, height: min(room, isGrouped ? 11 : 17))
    let names = funnelNameWidth(picture)
    let columns = FunnelColumns(
      picture, words, room: body.width - names, right: body.maxX,
      ratesStandBetween: area.height >= 11)
    let geometry = FunnelGeometry(
      in: area, names: names, figures: columns.width,
      most: picture.bars.map(\.total).max() ?? 0)
    drawFunnelHead(picture, columns, in: body.row(1))
    for stage in Stage.allCases {
      let row = Rect(
        x: body.x, y: geometry.y(of: stage.index), width: body.width, height: geometry.barHeight)
      guard row.maxY <= body.maxY else { break }
      hits.add(row, .funnelRow(stage.index))
      for column in columns.columns {
        frame.write(
          TextWidth.padded(
            columns.cell(column.kind, at: stage), to: column.width, alignment: .trailing),
          at: Point(x: column.x, y: row.y), role: .text, limit: body.maxX)
      }
    }
    drawFunnelBars(
      picture, geometry,
      in: Rect(x: body.x, y: area.y, width: body.width, height: body.maxY - area.y))
    let end = drawSummary(picture.funnel, area.y + geometry.height, in: body)
    drawGroups(end, in: body)
  }

  /// What the signs and lengths of the bars mean, and the headings of the figures.
  private mutating func drawFunnelHead(
    _ picture: FunnelPicture, _ columns: FunnelColumns, in row: Rect
  ) {
    let names = funnelNameWidth(picture)
    frame.write(
      TextWidth.padded(
        picture.isFlow ? words.flowColumn : words.funnelColumn(.reached), to: names - 1,
        alignment: .trailing),
      at: Point(x: row.x, y: row.y), role: .header, limit: row.maxX)
    var x = row.x + names
    if !picture.isFlow {
      for part in FunnelBar.Part.allCases {
        if picture.method.set != .reachedAny, part == .dropped { continue }
        let (role, sign) = look(of: part, at: .contact)
        frame.put(sign, at: Point(x: x, y: row.y), role: role)
        x =
          frame.write(
            words.barPart(part, by: picture.method), at: Point(x: x + 2, y: row.y), role: .dim,
            limit: row.maxX) + 2
      }
    }
    for column in columns.columns {
      frame.write(
        TextWidth.padded(columns.heading(column.kind), to: column.width, alignment: .trailing),
        at: Point(x: column.x, y: row.y), role: .header, limit: row.maxX)
    }
  }

  /// The methods, and what the figures are asked for; each answers to a click.
  mutating func drawMethods(in row: Rect) {
    guard !row.isEmpty else { return }
    let (y, limit) = (row.y, row.maxX)
    var x = frame.write(
      " " + words.methodLabel + " ", at: Point(x: row.x, y: y), role: .dim, limit: limit)
    for method in FunnelMethod.allCases {
      let name = words.method(method)
      let isActive = method == ui.funnel.method
      x = button(
        isActive ? "[\(name)]" : " \(name) ", at: Point(x: x, y: y),
        role: isActive ? .tabActive : .tab, limit: limit, .method(method))
    }
    if ui.flow.page == .comparison { return }
    let basis = ui.flow.basis == .cohort ? words.cohortName : words.flowName
    let period = words.period(ui.flow.period(on: ui.day))
    let questions: [(String, String, Action)] = [
      (words.groupingLabel, words.grouping(ui.funnel.grouping), .switchDimension),
      (words.periodLabel, period + "/" + basis, .switchPeriod),
      (words.weightLabel, words.weight(ui.funnel.weight), .switchWeight),
      (words.dwellLabel, words.dwellRule(ui.flow.dwell), .switchDwell),
    ]
    for (label, value, action) in questions {
      let text = "  " + label + ": " + value
      guard action == .switchDimension || x + TextWidth.columns(of: text) < limit else { return }
      x = button(text, at: Point(x: x, y: y), role: .dim, limit: limit, .action(action))
    }
  }

  /// The totals, the method's rule in words, and the footnotes.
  private mutating func drawSummary(_ report: Funnel, _ start: Int, in body: Rect) -> Int {
    var lines: [(String, Role)] = [(words.funnelTotal(report), .accent)]
    // The groups below come before what can be had by taking the grouping off.
    let isCrowded = ui.funnel.grouping != nil && body.height < 34
    if !isCrowded, let stage = Stage.allCases.dropFirst(ui.funnel.row).first {
      lines.append(
        (
          words.stageFigures(report[stage], dwell: ui.flow.dwell, method: ui.funnel.method),
          .text
        ))
    }
    // What a period means is read wrongly without its rule.
    if ui.flow.basis == .flow {
      lines.append((words.flowRule, .dim))
    } else if ui.flow.span != .all {
      lines.append((words.cohortRule, .dim))
    }
    lines += counterLines(isWide: body.width >= 130, isCrowded: isCrowded)
    for note in report.notes { lines.append((words.funnelNote(note), .dim)) }
    if ui.funnel.weight == .amount, ui.flow.basis == .cohort {
      lines.append((words.weightRule, .dim))
    }
    // The method's last: it is the same tomorrow.
    if ui.flow.basis == .cohort, !isCrowded {
      lines.append((words.methodRule(ui.funnel.method), .dim))
    }
    // Six rows at least are the groups'.
    let bottom = ui.funnel.grouping == nil ? body.maxY : max(start + 1, body.maxY - 8)
    var y = start
    for (text, role) in lines {
      for line in Wrapping.lines(of: text, width: body.width - 2, limit: 3) where y < bottom {
        frame.write(line, at: Point(x: body.x + 1, y: y), role: role, limit: body.maxX)
        y += 1
      }
    }
    return y
  }

  /// The contacts by each rule of counting; all in one line where there is room.
  private func counterLines(isWide: Bool, isCrowded: Bool) -> [(String, Role)] {
    let lines = CountingRule.allCases.compactMap { rule -> (String, Role)? in
      guard !isCrowded || rule == .occurrences, let counters = ui.funnel.counters[rule] else {
        return nil
      }
      return (words.counterLine(counters, by: rule), rule == .occurrences ? .accent : .dim)
    }
    return isWide && !lines.isEmpty
      ? [(lines.map(\.0).joined(separator: "  "), .accent)] : lines
  }
}
