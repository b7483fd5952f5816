internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Layout {
  /// Whether the list has a line of sums under it.
  var listHasFoot: Bool { body.height >= 6 }

  /// How many lines of the list are seen at once.
  var listRows: Int { max(1, body.height - 2 - (listHasFoot ? 1 : 0)) }
}

extension Painter {
  /// The list: a line per project, closed ones too, and the sums under them.
  mutating func drawList() {
    let body = layout.body
    let count = ui.list.ids.count
    let room = body.width - (count > layout.listRows ? 1 : 0)
    let (columns, left) = ledgerColumns(room)
    let title =
      ui.list.drill.map { words.drillTitle($0.title, count, back: ui.hint(.back)) }
      ?? words.listTitle(
        count, order: words.heading(of: ui.list.order), isDescending: ui.list.isDescending)
    let more = left > 0 ? words.columnsLeft(left) : ""
    frame.write(
      TextWidth.clipped(title + more, to: body.width - 2), at: Point(x: 1, y: body.y),
      role: .accent)
    guard body.height > 1 else { return }
    drawLedgerHead(columns, y: body.y + 1, limit: room)
    let area = Rect(
      x: 0, y: body.y + 2, width: room, height: min(max(0, body.height - 2), layout.listRows))
    for (offset, id) in ui.list.ids.dropFirst(ui.list.top).prefix(area.height).enumerated() {
      guard let project = ui.pipeline[id] else { continue }
      let index = ui.list.top + offset
      let row = area.row(offset)
      drawListRow(project, columns, in: row, isSelected: index == ui.list.row)
      hits.add(row, .listRow(index))
    }
    if ui.list.ids.isEmpty {
      frame.write(words.nothingFound, at: Point(x: 1, y: area.y), role: .dim)
    }
    scrollBar(
      .list, in: Rect(x: body.width - 1, y: area.y, width: 1, height: area.height),
      top: ui.list.top, visible: area.height, count: count, isOnBorder: false)
    if layout.listHasFoot { drawSums(y: body.maxY - 1) }
  }

  /// The heads answer to clicks: once sorts, once more turns the order round.
  private mutating func drawLedgerHead(_ columns: [LedgerCell], y: Int, limit: Int) {
    for cell in columns {
      let isSorted = cell.column == ui.list.order
      let sign = isSorted ? "\(ui.list.isDescending ? glyphs.more : glyphs.less)" : ""
      let name = TextWidth.clipped(
        cell.column.head(words), to: max(0, cell.width - 1 - (isSorted ? 1 : 0)), ellipsis: "")
      frame.write(
        TextWidth.padded(name + sign, to: cell.width), at: Point(x: cell.x, y: y),
        role: isSorted ? .accent : .header, limit: limit)
      let width = min(cell.width, limit - cell.x)
      hits.add(Rect(x: cell.x, y: y, width: width, height: 1), .ledgerHead(cell.column))
    }
  }

  /// Draws the number of projects and the sum of each currency, and the same of the marked ones.
  private mutating func drawSums(y: Int) {
    let width = layout.body.width
    var text = words.ledgerSums(ui.list.totals)
    if !ui.marks.isEmpty {
      var marked = AmountTotals()
      for id in ui.marks.sorted { marked.add(ui.pipeline[id]?.amount) }
      text += "   \(glyphs.mark)" + words.markedSums(marked)
    }
    frame.fill(Rect(x: 0, y: y, width: width, height: 1), role: .header)
    frame.write(
      TextWidth.clipped(text, to: width - 2), at: Point(x: 1, y: y), role: .header, limit: width)
  }

  private mutating func drawListRow(
    _ project: Project, _ columns: [LedgerCell], in row: Rect, isSelected: Bool
  ) {
    guard let standing = project.standing(asOf: ui.moment.cutoff) else { return }
    let ageing = ui.pipeline.ageing(
      of: project, standing, at: ui.moment, thresholds: ui.thresholds)
    let shown = ProjectRow(project, standing, ageing)
    let isMarked = ui.marks.contains(project.id)
    let base: Role =
      isSelected
      ? .selected
      : isMarked
        ? .marked
        : ui.news.contains(project.id)
          ? .accent
          : standing.status.kind == .hold ? .held : standing.status.isOpen ? .text : .dim
    if isSelected || isMarked { frame.fill(row, role: base) }
    let sign: Character =
      isSelected
      ? glyphs.select
      : ageing.isOverdue ? glyphs.overdue : ageing.isStale ? glyphs.stale : " "
    frame.put(sign, at: Point(x: 0, y: row.y), role: isSelected ? .selected : .warn)
    if isMarked { frame.put(glyphs.mark, at: Point(x: 1, y: row.y), role: base) }
    for cell in columns {
      let text = words.shown(cell.column, of: shown)
      let role = cell.column == .stage && base == .text ? standing.stage.role : base
      frame.write(
        TextWidth.padded(text, to: cell.width - 1), at: Point(x: cell.x, y: row.y),
        role: role, limit: row.maxX)
      if let field = cell.column.soughtField {
        markFound(
          TextWidth.clipped(text, to: cell.width - 1), of: field,
          at: Point(x: cell.x, y: row.y), limit: row.maxX)
      }
    }
  }

  /// The columns there is room for, and how many are left out.
  private func ledgerColumns(_ width: Int) -> (cells: [LedgerCell], left: Int) {
    let digits = "\(ui.pipeline.nextProject.number)".utf8.count
    if width < 39 {
      let number = min(max(5, digits + 2), width)
      return (
        [
          LedgerCell(column: .number, x: 2, width: min(number, max(0, width - 2))),
          LedgerCell(column: .name, x: 2 + number, width: max(0, width - 2 - number)),
        ], 0
      )
    }
    var cells: [LedgerCell] = []
    var x = 2
    for column in ui.list.columns {
      let size = column.width(words, numbers: digits)
      guard x + size <= width || cells.isEmpty else { continue }
      cells.append(LedgerCell(column: column, x: x, width: min(size, width - x)))
      x += size
    }
    // The name takes what is left, else the last one.
    let spare = max(0, width - x)
    let widened = cells.firstIndex { $0.column == .name } ?? cells.count - 1
    for index in cells.indices where index >= widened {
      if index == widened { cells[index].width += spare } else { cells[index].x += spare }
    }
    return (cells, ui.list.columns.count - cells.count)
  }
}

/// Where a column of the list stands.
private struct LedgerCell {
  let column: ProjectColumn
  var x: Int
  var width: Int
}
