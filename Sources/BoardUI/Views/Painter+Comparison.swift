internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// Two funnels: side by side over pairs of figures from 78 columns, below each other else.
  mutating func drawComparison(in area: Rect) {
    guard let comparison = ui.flow.comparison else { return }
    let sides = words.comparisonSides(comparison.subject)
    let half = max(4, (area.width - 12) / 2)
    // Two tables leave no room for the methods where the screen is low: the one in force is named.
    let isLow = area.width < 78 && area.height < 18
    var title: [(String, Role)] =
      [
        (" \(words.compareTitle) ", .accent),
        (TextWidth.clipped(sides.left, to: half), .text), (" -> ", .dim),
        (TextWidth.clipped(sides.right, to: half), .text),
      ]
    if isLow { title.append((" [\(words.method(ui.funnel.method))]", .tabActive)) }
    write(title, at: Point(x: area.x, y: area.y), limit: area.maxX)
    if !isLow { drawMethods(in: area.row(1)) }
    let head = isLow ? 1 : 2
    var room = Rect(
      x: area.x, y: area.y + head, width: area.width, height: max(0, area.height - head))
    let y: Int
    if area.width >= 78 {
      // The table takes eight lines, and the totals and the rule some six.
      let pictures = drawComparedFunnels(comparison, sides, in: room, leaving: 12)
      room.y += pictures
      room.height -= pictures
      y = drawPairs(comparison, in: room)
    } else {
      y = drawStacked(comparison, sides, in: room)
    }
    drawComparisonFoot(comparison, sides, from: y, in: area)
  }

  /// One line a stage: each figure of both sides and its difference.
  private mutating func drawPairs(_ comparison: FunnelComparison, in area: Rect) -> Int {
    let stageWidth = words.language == .zh ? 9 : 13
    let pair = area.width >= 110 ? 30 : 22
    var x = area.x + stageWidth
    let sides =
      "\(TextWidth.padded(words.before, to: 7, alignment: .trailing))"
      + TextWidth.padded(words.after, to: 7, alignment: .trailing)
      + TextWidth.padded(words.difference, to: 7, alignment: .trailing)
    for figure in ComparedFigure.allCases {
      frame.write(
        TextWidth.padded(words.funnelColumn(figure.name), to: 14, alignment: .trailing),
        at: Point(x: x, y: area.y), role: .header, limit: area.maxX)
      frame.write(sides, at: Point(x: x, y: area.y + 1), role: .dim, limit: area.maxX)
      x += pair
    }
    for stage in Stage.allCases {
      let row = area.row(stage.index + 2)
      guard row.y < area.maxY else { break }
      drawStageName(stage, in: row)
      var x = area.x + stageWidth
      for figure in ComparedFigure.allCases {
        let cells = cells(figure, stage, comparison)
        for (index, cell) in [cells.left, cells.right, cells.change].enumerated() {
          frame.write(
            TextWidth.padded(cell, to: 7, alignment: .trailing), at: Point(x: x, y: row.y),
            role: role(row: stage, plain: index == 2 ? cells.role : .text), limit: row.maxX)
          x += 7
        }
        x += pair - 21
      }
    }
    return area.y + 2 + Stage.allCases.count
  }

  /// The first side, and below it the second with the differences.
  private mutating func drawStacked(
    _ comparison: FunnelComparison, _ sides: (left: String, right: String), in area: Rect
  ) -> Int {
    var y = area.y
    let isShort = area.height < 14
    if !isShort {
      y = drawSide(comparison, named: sides.left, isSecond: false, from: y, in: area)
    }
    return drawSide(comparison, named: sides.right, isSecond: true, from: y, in: area)
  }

  private mutating func drawSide(
    _ comparison: FunnelComparison, named name: String, isSecond: Bool, from start: Int,
    in area: Rect
  ) -> Int {
    guard start < area.maxY else { return start }
    let isTight = area.width < 40
    let stageWidth = isTight ? 10 : 14
    let digits = isTight ? 4 : 6
    let width = 13
    let figures: [ComparedFigure] =
      isTight ? [.reached] : area.width < 54 ? [.reached, .rate] : ComparedFigure.allCases
    var x = area.x + stageWidth
    frame.write(
      " " + TextWidth.clipped(name, to: min(stageWidth - 2, area.width - 2)),
      at: Point(x: area.x, y: start),
      role: .dim, limit: area.maxX)
    for figure in figures {
      frame.write(
        TextWidth.padded(words.funnelColumn(figure.name), to: digits, alignment: .trailing),
        at: Point(x: x, y: start), role: .header, limit: area.maxX)
      x += width
    }
    for stage in Stage.allCases {
      let y = start + 1 + stage.index
      guard y < area.maxY else { return y }
      let row = area.row(y - area.y)
      if isSecond { drawStageName(stage, in: row) } else { drawPlainName(stage, in: row) }
      var x = area.x + stageWidth
      for figure in figures {
        let cells = cells(figure, stage, comparison)
        frame.write(
          TextWidth.padded(isSecond ? cells.right : cells.left, to: digits, alignment: .trailing),
          at: Point(x: x, y: y), role: isSecond ? role(row: stage, plain: .text) : .text,
          limit: row.maxX)
        if isSecond {
          frame.write(
            " " + cells.change, at: Point(x: x + digits, y: y),
            role: role(row: stage, plain: cells.role), limit: row.maxX)
        }
        x += width
      }
    }
    return start + 1 + Stage.allCases.count
  }

  private mutating func drawStageName(_ stage: Stage, in row: Rect) {
    let isSelected = ui.funnel.row == stage.index
    if isSelected { frame.fill(row, role: .selected) }
    frame.write(
      "\(isSelected ? glyphs.select : " ")\(stage.number)\(words.stage(stage))",
      at: Point(x: row.x, y: row.y), role: isSelected ? .selected : stage.role, limit: row.maxX)
    hits.add(row, .funnelRow(stage.index))
  }

  private mutating func drawPlainName(_ stage: Stage, in row: Rect) {
    frame.write(
      " \(stage.number)\(words.stage(stage))", at: Point(x: row.x, y: row.y), role: stage.role,
      limit: row.maxX)
  }

  private func role(row stage: Stage, plain: Role) -> Role {
    ui.funnel.row == stage.index ? .selected : plain
  }

  private func cells(_ figure: ComparedFigure, _ stage: Stage, _ comparison: FunnelComparison)
    -> ComparedCells
  {
    let method = ui.funnel.method
    let (left, right) = (comparison.left, comparison.right)
    switch figure {
    case .reached:
      return counts(left.count(stage, by: method), right.count(stage, by: method))
    case .stock: return counts(left[stage].count(.stock), right[stage].count(.stock))
    case .rate:
      let change = comparison.rateChange(stage, by: method)
      return ComparedCells(
        left: words.share(left.rate(stage, by: method)),
        right: words.share(right.rate(stage, by: method)),
        change: words.rateChange(change, up: glyphs.less, down: glyphs.more),
        role: (change ?? 0) == 0 ? .dim : .accent)
    }
  }

  private func counts(_ left: Int, _ right: Int) -> ComparedCells {
    ComparedCells(
      left: "\(left)", right: "\(right)",
      change: words.change(right - left, up: glyphs.less, down: glyphs.more),
      role: left == right ? .dim : .accent)
  }

  private mutating func drawComparisonFoot(
    _ comparison: FunnelComparison, _ sides: (left: String, right: String), from start: Int,
    in area: Rect
  ) {
    var lines: [(String, Role)] = [
      (words.comparisonRule(comparison.subject), .dim),
      (sides.left + ": " + words.funnelTotal(comparison.left), .accent),
      (sides.right + ": " + words.funnelTotal(comparison.right), .accent),
      (words.methodRule(ui.funnel.method), .dim),
    ]
    for (name, funnel) in [(sides.left, comparison.left), (sides.right, comparison.right)] {
      lines += funnel.notes.map { (name + ": " + words.funnelNote($0), .dim) }
    }
    var y = start
    for (text, role) in lines {
      for line in Wrapping.lines(of: text, width: area.width - 2, limit: 3) where y < area.maxY {
        frame.write(line, at: Point(x: area.x + 1, y: y), role: role, limit: area.maxX)
        y += 1
      }
    }
  }
}

/// A figure of one stage on both sides, as text.
private struct ComparedCells {
  let left: String
  let right: String
  let change: String
  /// Of the difference; its sign and arrow say the rest.
  let role: Role
}

private enum ComparedFigure: CaseIterable {
  case reached, stock, rate

  var name: Words.FunnelColumn {
    switch self {
    case .reached: .reached
    case .stock: .stock
    case .rate: .rate
    }
  }
}
