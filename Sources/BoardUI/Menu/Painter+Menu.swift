internal import Canvas
internal import Pipeline
internal import Wording

extension Painter {
  /// The menu at the pointer, kept inside the screen.
  mutating func drawMenu(_ menu: Menu) {
    let rows = ui.menuRows(menu)
    let title =
      menu.isForMarked
      ? "\(glyphs.mark)" + words.marked(ui.marks.count)
      : ui.selected.map { id in "\(id) " + (ui.pipeline[id]?.name ?? "") } ?? ""
    let keyWidth = rows.map { TextWidth.columns(of: $0.key) }.max() ?? 0
    let widest = rows.map { TextWidth.columns(of: $0.title) }.max() ?? 0
    let width = min(layout.size.width, max(widest, 16) + keyWidth + 8)
    let height = min(layout.body.height, rows.count + 2)
    let rect = place(width: width, height: height, at: menu.at)
    let area = window(rect, title: TextWidth.clipped(title, to: max(0, width - 6)))
    guard !area.isEmpty else { return }
    let top = max(0, min(menu.row - area.height / 2, rows.count - area.height))
    for (offset, row) in rows.dropFirst(top).prefix(area.height).enumerated() {
      let line = area.row(offset)
      drawMenuRow(row, in: line, keyWidth, isSelected: top + offset == menu.row)
      hits.add(line, .menuRow(top + offset))
    }
    windowBar(.menu, of: rect, beside: area, top: top, count: rows.count)
  }

  /// Beside a point, or beside the selected card as it was just drawn.
  private func place(width: Int, height: Int, at point: Point?) -> Rect {
    let body = layout.body
    var anchor = point
    if anchor == nil, let selected = ui.selected {
      let card = hits.regions.last { $0.target == .card(selected) }?.rect
      anchor = card.map { Point(x: min($0.x + 2, $0.maxX), y: $0.y) }
    }
    guard let anchor else {
      return Rect(
        x: (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width,
        height: height)
    }
    // Away from the pointer where there is room, so that letting go falls on nothing.
    let right = anchor.x + 1 + width <= body.maxX
    let x = right ? anchor.x + 1 : max(body.x, min(anchor.x - width, body.maxX - width))
    let y = max(body.y, min(anchor.y, body.maxY - height))
    return Rect(x: x, y: y, width: width, height: height)
  }

  private mutating func drawMenuRow(
    _ row: MenuRow, in line: Rect, _ keyWidth: Int, isSelected: Bool
  ) {
    let role: Role = isSelected ? .selected : row.unavailable == nil ? .text : .dim
    if isSelected { frame.fill(line, role: .selected) }
    // What cannot be done has a sign of its own, not only a paler colour.
    let sign = isSelected ? glyphs.select : row.unavailable == nil ? " " : glyphs.no
    let titleWidth = max(1, line.width - keyWidth - 3)
    frame.write(
      "\(sign) " + TextWidth.clipped(row.title, to: titleWidth), at: Point(x: line.x, y: line.y),
      role: role, limit: line.maxX)
    frame.write(
      row.key, at: Point(x: line.maxX - TextWidth.columns(of: row.key), y: line.y),
      role: isSelected ? .selected : row.unavailable == nil ? .key : .dim, limit: line.maxX)
  }
}
