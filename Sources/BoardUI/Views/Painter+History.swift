internal import Canvas
internal import Pipeline
internal import Wording

extension Painter {
  /// The history: when, who, what; one line per saved step, newest first.
  mutating func drawHistory() {
    let body = layout.body
    let title = words.historyTitle(
      of: ui.history.project, count: ui.history.entries.count, undo: ui.hint(.undo))
    frame.write(
      TextWidth.clipped(title, to: body.width - 2), at: Point(x: 1, y: body.y), role: .accent)
    let height = max(0, body.height - 1)
    let hasBar = ui.history.entries.count > height
    let area = Rect(
      x: 0, y: body.y + 1, width: body.width - (hasBar ? 1 : 0), height: height)
    scrollBar(
      .history, in: Rect(x: body.maxX - 1, y: area.y, width: 1, height: height),
      top: ui.history.top, visible: height, count: ui.history.entries.count, isOnBorder: false)
    for (offset, entry) in ui.history.entries.dropFirst(ui.history.top).prefix(area.height)
      .enumerated()
    {
      let index = ui.history.top + offset
      let row = area.row(offset)
      let isSelected = index == ui.history.row
      if isSelected { frame.fill(row, role: .selected) }
      let mark = isSelected ? "\(glyphs.select)" : " "
      let when = words.moment(entry.recordedAt, offset: ui.secondsFromUTC)
      let sentence =
        entry.added > 1
        ? words.imported(entry.added, records: entry.count)
        : words.step(entry.events, pipeline: ui.pipeline)
      write(
        [
          (mark + when + " ", isSelected ? .selected : .dim),
          (signature(entry.by), isSelected ? .selected : .accent),
          (words.recordNumber(entry.commit.first) + " ", isSelected ? .selected : .dim),
          (sentence, isSelected ? .selected : .text),
        ], at: Point(x: 0, y: row.y), limit: row.maxX)
      hits.add(row, .historyRow(index))
    }
    if ui.history.entries.isEmpty {
      frame.write(words.nothingFound, at: Point(x: 1, y: area.y), role: .dim)
    }
  }
  /// Who signed, in nine columns or as many as it takes up to a third of the line.
  private func signature(_ actor: Actor) -> String {
    let text = words.signature(of: actor, account: ui.accounts[actor.uid])
    let columns = TextWidth.columns(of: text)
    if columns <= 9 { return TextWidth.padded(text, to: 9) }
    return TextWidth.clipped(text, to: max(9, layout.body.width / 3)) + " "
  }
}
