internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The groups as small funnels side by side on one scale; a line each where there is no room.
  mutating func drawGroups(_ start: Int, in body: Rect) {
    guard let grouping = ui.funnel.grouping, start < body.maxY else { return }
    let area = Rect(x: body.x, y: start, width: body.width, height: body.maxY - start)
    let grid = FunnelGrid(in: area, count: ui.funnel.groups.count)
    let selected = ui.funnel.row - Stage.allCases.count
    guard grid.rows > 0 else { return drawGroupLines(grouping, selected, in: area) }
    let first = grid.first(showing: selected)
    let most =
      ui.funnel.groups.flatMap { $0.funnel.bars(by: ui.funnel.method, weighing: ui.funnel.weight) }
      .map(\.total).max() ?? 0
    for index in ui.funnel.groups.indices.dropFirst(first).prefix(grid.visible) {
      let cell = grid.cell(index - first)
      drawSmallFunnel(
        ui.funnel.groups[index], grouping, most: most, isSelected: index == selected, in: cell)
      hits.add(cell, .funnelRow(Stage.allCases.count + index))
    }
    let rest = ui.funnel.groups.count - first - grid.visible
    if rest > 0 {
      let text = words.more(rest, glyph: glyphs.more) + " "
      frame.write(
        text, at: Point(x: area.maxX - TextWidth.columns(of: text), y: area.maxY - 1), role: .dim,
        limit: area.maxX)
    }
  }

  private mutating func drawSmallFunnel(
    _ row: FunnelRow, _ grouping: FunnelGrouping, most: Int64, isSelected: Bool, in cell: Rect
  ) {
    let share = words.share(row.funnel.overall)
    let name = (isSelected ? "\(glyphs.select)" : " ") + words.groupName(row.key, grouping)
    if isSelected { frame.fill(cell.row(0).trimmed(1), role: .selected) }
    let role: Role = isSelected ? .selected : .header
    let room = cell.width - 2 - share.utf8.count - 1
    frame.write(
      TextWidth.clipped(name, to: max(2, room)), at: Point(x: cell.x, y: cell.y), role: role,
      limit: cell.maxX)
    frame.write(
      share, at: Point(x: cell.maxX - 1 - share.utf8.count, y: cell.y), role: role,
      limit: cell.maxX)
    let picture = FunnelPicture(
      funnel: row.funnel, method: ui.funnel.method, weight: ui.funnel.weight, isFlow: false,
      selected: nil)
    let inside = Rect(x: cell.x, y: cell.y + 1, width: cell.width - 1, height: 6)
    let geometry = FunnelGeometry(in: inside, names: 3, figures: 0, most: most, withRates: false)
    for (stage, bar) in zip(Stage.allCases, picture.bars) {
      let y = geometry.y(of: stage.index)
      guard y < layout.body.maxY else { return }
      frame.write(
        " \(stage.number)", at: Point(x: cell.x, y: y), role: stage.role, limit: cell.maxX)
      let parts = geometry.parts(of: bar, at: stage.index)
      for (part, rect) in parts {
        let (role, sign) = look(of: part, at: stage)
        frame.fill(rect, with: sign, role: role)
      }
      drawSmallTotal(words.barValue(bar.total, picture.weight), of: parts, stage, in: inside, y)
    }
  }

  /// The number of a small bar: in its first part if it fits there, else beside the bar.
  private mutating func drawSmallTotal(
    _ number: String, of parts: [(part: FunnelBar.Part, rect: Rect)], _ stage: Stage,
    in area: Rect, _ y: Int
  ) {
    let width = TextWidth.columns(of: number)
    guard let first = parts.first, let last = parts.last else {
      frame.write(
        "0", at: Point(x: area.x + 3 + (area.width - 3) / 2, y: y), role: .dim, limit: area.maxX)
      return
    }
    if width <= first.rect.width {
      let (role, _) = look(of: first.part, at: stage)
      frame.write(
        number, at: Point(x: first.rect.x + (first.rect.width - width) / 2, y: y), role: role,
        limit: first.rect.maxX)
    } else if last.rect.maxX + 1 + width <= area.maxX {
      frame.write(
        number, at: Point(x: last.rect.maxX + 1, y: y), role: .text, limit: area.maxX)
    }
  }

  /// A group a line: its name, a number for each stage, the share that was signed.
  private mutating func drawGroupLines(
    _ grouping: FunnelGrouping, _ selected: Int, in area: Rect
  ) {
    let nameWidth = max(10, min(30, area.width - 52))
    let heads =
      Stage.allCases.map { TextWidth.padded(words.stageTab($0), to: 6, alignment: .trailing) }
    frame.write(
      TextWidth.padded(" " + words.grouping(grouping), to: nameWidth) + heads.joined()
        + TextWidth.padded(words.overallLabel, to: 9, alignment: .trailing),
      at: Point(x: area.x, y: area.y), role: .header, limit: area.maxX)
    let visible = area.height - 1
    let top = max(0, selected - visible + 1)
    for (offset, index) in ui.funnel.groups.indices.dropFirst(top).prefix(max(0, visible))
      .enumerated()
    {
      let group = ui.funnel.groups[index]
      let row = area.row(offset + 1)
      let isSelected = index == selected
      let counts = Stage.allCases.map {
        TextWidth.padded(
          "\(group.funnel.count($0, by: ui.funnel.method))", to: 6, alignment: .trailing)
      }
      let mark = isSelected ? "\(glyphs.select)" : " "
      if isSelected { frame.fill(row, role: .selected) }
      frame.write(
        TextWidth.padded(mark + words.groupName(group.key, grouping), to: nameWidth)
          + counts.joined()
          + TextWidth.padded(words.share(group.funnel.overall), to: 9, alignment: .trailing),
        at: Point(x: area.x, y: row.y), role: isSelected ? .selected : .text, limit: area.maxX)
      hits.add(row, .funnelRow(Stage.allCases.count + index))
    }
  }
}

/// How small funnels are laid out: as many beside each other as are at least 22 columns wide.
struct FunnelGrid {
  let area: Rect
  let columns: Int
  let rows: Int

  private static let height = 8

  init(in area: Rect, count: Int) {
    self.area = area
    columns = max(1, min(count, area.width / 22))
    rows = area.width >= 40 ? (area.height + 1) / FunnelGrid.height : 0
  }

  var visible: Int { rows * columns }

  /// The first group shown so that one of them is.
  func first(showing index: Int) -> Int {
    guard index >= visible, visible > 0 else { return 0 }
    return (index / columns - rows + 1) * columns
  }

  func cell(_ place: Int) -> Rect {
    let width = area.width / columns
    return Rect(
      x: area.x + place % columns * width, y: area.y + place / columns * FunnelGrid.height,
      width: width, height: FunnelGrid.height - 1)
  }
}

extension Rect {
  /// Without its last columns.
  fileprivate func trimmed(_ columns: Int) -> Rect {
    Rect(x: x, y: y, width: max(0, width - columns), height: height)
  }
}
