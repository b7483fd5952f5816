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

  /// Six rows of figures and bars, the rule they were counted by, and the breakdown.
  private mutating func drawFigures(in body: Rect) {
    guard let report = ui.funnel.report else { return }
    let isFlow = ui.flow.basis == .flow
    var y = body.y
    drawMethods(in: body.row(0))
    y += 1
    let columns = FunnelColumns(words, width: body.width, isFlow: isFlow)
    drawFunnelRow(columns.header, columns, y: y, role: .header, limit: body.maxX)
    y += 1
    for stage in Stage.allCases where y < body.maxY {
      let isSelected = ui.flow.page == .figures && ui.funnel.row == stage.index
      let row = body.row(y - body.y)
      if isSelected { frame.fill(row, role: .selected) }
      drawFunnelRow(
        columns.cells(
          of: stage, in: report, method: ui.funnel.method, mark: isSelected ? glyphs.select : " "),
        columns, y: y, role: isSelected ? .selected : stage.role, limit: body.maxX)
      drawBar(of: stage, in: report, from: columns.barStart, row: row)
      hits.add(row, .funnelRow(stage.index))
      y += 1
    }
    y = drawSummary(report, y, in: body)
    drawGroups(y + 1, in: body)
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
      (words.dwellLabel, words.dwellRule(ui.flow.dwell), .switchDwell),
    ]
    for (label, value, action) in questions {
      let text = "  " + label + ": " + value
      guard action == .switchDimension || x + TextWidth.columns(of: text) < limit else { return }
      x = button(text, at: Point(x: x, y: y), role: .dim, limit: limit, .action(action))
    }
  }

  private mutating func drawFunnelRow(
    _ cells: [String], _ columns: FunnelColumns, y: Int, role: Role, limit: Int
  ) {
    for (cell, column) in zip(cells, columns.columns) {
      frame.write(
        TextWidth.padded(cell, to: column.width, alignment: column.alignment),
        at: Point(x: column.x, y: y), role: role, limit: limit)
    }
  }

  private mutating func drawBar(of stage: Stage, in report: Funnel, from x: Int, row: Rect) {
    let room = row.maxX - x - 1
    let counts = Stage.allCases.map {
      ui.flow.basis == .flow ? report[$0].flow : report.count($0, by: ui.funnel.method)
    }
    let most = counts.max() ?? 0
    guard room >= 4, most > 0 else { return }
    let count = counts[stage.index]
    let length = (count * room + most - 1) / most
    frame.fill(
      Rect(x: x, y: row.y, width: length, height: 1), with: glyphs.bar, role: stage.role)
  }

  /// The totals, the method's rule in words, and the footnotes.
  private mutating func drawSummary(_ report: Funnel, _ start: Int, in body: Rect) -> Int {
    var lines: [(String, Role)] = [(words.funnelTotal(report), .accent)]
    // The groups below come before what can be had by taking the grouping off.
    let isCrowded = ui.funnel.grouping != nil && body.height < 30
    if !isCrowded, let stage = Stage.allCases.dropFirst(ui.funnel.row).first {
      lines.append(
        (
          words.stageFigures(report[stage], dwell: ui.flow.dwell, method: ui.funnel.method),
          .text
        ))
    }
    if ui.flow.basis == .flow {
      lines.append((words.flowRule, .dim))
    } else {
      if ui.flow.span != .all { lines.append((words.cohortRule, .dim)) }
      lines.append((words.methodRule(ui.funnel.method), .dim))
    }
    for note in report.notes { lines.append((words.funnelNote(note), .dim)) }
    for rule in CountingRule.allCases where !isCrowded || rule == .occurrences {
      if let counters = ui.funnel.counters[rule] {
        lines.append(
          (words.counterLine(counters, by: rule), rule == .occurrences ? .accent : .dim))
      }
    }
    var y = start
    for (text, role) in lines {
      for line in Wrapping.lines(of: text, width: body.width - 2, limit: 3)
      where y < body.maxY {
        frame.write(line, at: Point(x: 1, y: y), role: role, limit: body.maxX)
        y += 1
      }
    }
    return y
  }

  private mutating func drawGroups(_ start: Int, in body: Rect) {
    guard let grouping = ui.funnel.grouping, start < body.maxY else { return }
    let nameWidth = max(10, min(30, body.width - 52))
    var y = start
    let heads =
      Stage.allCases.map { TextWidth.padded(words.stageTab($0), to: 6, alignment: .trailing) }
    frame.write(
      TextWidth.padded(" " + words.grouping(grouping), to: nameWidth) + heads.joined()
        + TextWidth.padded(words.overallLabel, to: 9, alignment: .trailing),
      at: Point(x: 0, y: y), role: .header, limit: body.maxX)
    y += 1
    let visible = body.maxY - y
    let selected = ui.funnel.row - Stage.allCases.count
    let top = max(0, selected - visible + 1)
    for index in ui.funnel.groups.indices.dropFirst(top).prefix(max(0, visible)) {
      let group = ui.funnel.groups[index]
      let isSelected = index == selected
      let counts = Stage.allCases.map {
        TextWidth.padded(
          "\(group.funnel.count($0, by: ui.funnel.method))", to: 6, alignment: .trailing)
      }
      let mark = isSelected ? "\(glyphs.select)" : " "
      if isSelected { frame.fill(body.row(y - body.y), role: .selected) }
      frame.write(
        TextWidth.padded(mark + words.groupName(group.key, grouping), to: nameWidth)
          + counts.joined()
          + TextWidth.padded(words.share(group.funnel.overall), to: 9, alignment: .trailing),
        at: Point(x: 0, y: y), role: isSelected ? .selected : .text, limit: body.maxX)
      hits.add(
        body.row(y - body.y), .funnelRow(Stage.allCases.count + index))
      y += 1
    }
  }
}

/// The funnel table's columns: those that fit, most telling first.
struct FunnelColumns {
  struct Column {
    let kind: Kind
    let x: Int
    let width: Int
    let alignment: TextWidth.Alignment
  }

  enum Kind: CaseIterable {
    case stage, reached, stock, advanced, still, dropped, rate, dwell, age, amount
  }

  let columns: [Column]
  let barStart: Int
  private let words: Words
  /// Whether entries in a period are counted, and their periodic ratio.
  private let isFlow: Bool

  init(_ words: Words, width: Int, isFlow: Bool = false) {
    self.words = words
    self.isFlow = isFlow
    let isChinese = words.language == .zh
    // Columns are given up from the end of this list when the terminal is narrow.
    let wanted: [(Kind, Int)] = [
      (.stage, isChinese ? 8 : 11), (.reached, isFlow ? 10 : 7),
      (.rate, isFlow ? 10 : 7), (.stock, 7), (.advanced, 9), (.still, 7),
      (.dropped, 8), (.dwell, 8), (.age, 8), (.amount, isChinese ? 16 : 18),
    ]
    var shown: [(Kind, Int)] = []
    var used = 1
    for (kind, size) in wanted where used + size <= width {
      shown.append((kind, size))
      used += size
    }
    var x = 0
    var columns: [Column] = []
    for kind in Kind.allCases {
      guard let (_, size) = shown.first(where: { $0.0 == kind }) else { continue }
      columns.append(
        Column(kind: kind, x: x, width: size, alignment: kind == .stage ? .leading : .trailing))
      x += size
    }
    self.columns = columns
    barStart = x + 2
  }

  var header: [String] {
    columns.map { column in
      switch column.kind {
      case .reached where isFlow: words.flowColumn
      case .rate where isFlow: words.periodicRatioShort
      default: words.funnelColumn(column.kind.name)
      }
    }
  }

  func cells(of stage: Stage, in report: Funnel, method: FunnelMethod, mark: Character) -> [String]
  {
    let figures = report[stage]
    return columns.map { column in
      switch column.kind {
      case .stage: "\(mark)\(stage.number)\(words.stage(stage))"
      case .reached: "\(isFlow ? figures.flow : report.count(stage, by: method))"
      case .stock: "\(figures.count(.stock))"
      case .advanced: "\(figures.count(.advanced))"
      case .still: "\(figures.count(.still))"
      case .dropped: "\(figures.count(.dropped))"
      case .rate:
        words.share(isFlow ? report.periodicRatio(stage) : report.rate(stage, by: method))
      case .dwell: words.medianDays(figures.dwell)
      case .age: figures.openAges.max.map { words.days($0) } ?? "-"
      case .amount: words.totals(figures.amounts(method.set))
      }
    }
  }
}

extension FunnelColumns.Kind {
  var name: Words.FunnelColumn {
    switch self {
    case .stage: .stage
    case .reached: .reached
    case .stock: .stock
    case .advanced: .advanced
    case .still: .still
    case .dropped: .dropped
    case .rate: .rate
    case .dwell: .dwell
    case .age: .age
    case .amount: .amount
    }
  }
}
