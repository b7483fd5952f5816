internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// One alert of the agenda: how long it has been, and what it is about.
  mutating func drawAlert(_ alert: Alert, in row: Rect, isSelected: Bool) {
    if isSelected { frame.fill(row, role: .selected) }
    let mark = isSelected ? "\(glyphs.select)" : " "
    frame.write(
      mark + TextWidth.padded(words.days(alert.days), to: 12), at: Point(x: 1, y: row.y),
      role: isSelected ? .selected : .error, limit: row.maxX)
    frame.write(
      TextWidth.clipped(words.alertSubject(alert.subject, in: ui.pipeline), to: row.maxX - 16),
      at: Point(x: 15, y: row.y), role: isSelected ? .selected : .text, limit: row.maxX)
  }
}
