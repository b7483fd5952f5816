internal import Canvas
internal import Insight

extension Painter {
  /// Draws what is suggested for the line being typed, under it or, where there is more room, above.
  mutating func drawSuggestions(_ form: Form) {
    guard let suggestions = form.suggestions,
      let line = hits.regions.last(where: { $0.target == .formEntry(form.focus) })?.rect
    else { return }
    let below = layout.body.maxY - line.maxY
    let above = line.y - layout.body.y
    let wanted = min(suggestions.values.count, 6)
    let height = min(wanted, max(below, above))
    guard height > 0 else { return }
    let x = line.x + Painter.labelWidth(words, in: line)
    let widest = suggestions.values.map { TextWidth.columns(of: $0) }.max() ?? 0
    let width = min(max(widest + 3, 12), line.maxX - x)
    let y = below >= height ? line.maxY : line.y - height
    let row = suggestions.row ?? 0
    let top = min(max(0, row - height + 1), suggestions.values.count - height)
    for offset in 0..<height {
      let index = top + offset
      let rect = Rect(x: x, y: y + offset, width: width, height: 1)
      let isChosen = suggestions.row == index
      let text = TextWidth.clipped(suggestions.values[index], to: width - 2)
      frame.fill(rect, role: isChosen ? .selected : .input)
      frame.write(
        (isChosen ? "\(glyphs.select)" : " ") + text, at: Point(x: rect.x, y: rect.y),
        role: isChosen ? .selected : .input, limit: rect.maxX)
      hits.add(rect, .offer(index))
    }
    let edge = x + width - 1
    if top > 0 { frame.put(glyphs.less, at: Point(x: edge, y: y), role: .dim) }
    if top + height < suggestions.values.count {
      frame.put(glyphs.more, at: Point(x: edge, y: y + height - 1), role: .dim)
    }
  }
}
