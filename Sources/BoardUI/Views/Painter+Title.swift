internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// The top line: the views, the counts that warn, the filter, and whose board of which day it is.
  mutating func drawTitle() {
    let row = layout.title
    guard !row.isEmpty else { return }
    frame.fill(row, role: .header)
    let right = drawTitleRight(row)
    var x = row.x + (layout.kind == .plain ? 0 : 1)
    if row.width >= 60 {
      x = frame.write(
        words.productName + " ", at: Point(x: x, y: row.y), role: .header, limit: right)
    }
    // The tab of the view that is shown is never the one without room.
    var reserved = TextWidth.columns(of: words.screen(ui.screen)) + 2
    for screen in Screen.allCases {
      let isActive = screen == ui.screen
      if screen.isOccasional, !isActive, layout.kind != .wide { continue }
      if isActive { reserved = 0 }
      // The plain list has no heads: the stage it shows stands here.
      let name =
        layout.kind == .plain && isActive && screen == .board
        ? "\(ui.focus.number)\(words.stageTab(ui.focus))\(ui.columns[ui.focus.index].count)"
        : words.screen(screen)
      let text = !isActive ? " \(name) " : layout.kind == .plain ? name : "[\(name)]"
      guard isActive || row.width >= 60, x + TextWidth.columns(of: text) + reserved < right else {
        continue
      }
      x = button(
        text, at: Point(x: x, y: row.y), role: isActive ? .tabActive : .tab, limit: right,
        .viewTab(screen))
    }
    for chip in chips where x + TextWidth.columns(of: chip.text) + 2 < right {
      x = frame.write("  ", at: Point(x: x, y: row.y), role: .header, limit: right)
      x =
        chip.target.map {
          button(chip.text, at: Point(x: x, y: row.y), role: chip.role, limit: right, $0)
        } ?? frame.write(chip.text, at: Point(x: x, y: row.y), role: chip.role, limit: right)
    }
  }

  private struct Chip {
    let text: String
    let role: Role
    /// What a click on it shows; nil for what is only told.
    var target: HitMap.Target?
  }

  private var chips: [Chip] {
    let signed = ui.board.late(.signing).open
    var chips: [Chip] = []
    // First, because chips without room are left out, and no other count includes these records.
    if ui.pipeline.unknownEvents > 0 {
      chips.append(Chip(text: words.newerCount(ui.pipeline.unknownEvents), role: .warn))
    }
    if ui.warnings.overdue > 0 {
      chips.append(
        Chip(
          text: "\(glyphs.overdue)" + words.overdueCount(ui.warnings.overdue), role: .error,
          target: .filter(words.overdueFilter)))
    }
    if ui.warnings.stale > 0 {
      chips.append(
        Chip(
          text: "\(glyphs.stale)" + words.staleCount(ui.warnings.stale), role: .warn,
          target: .filter(words.staleFilter)))
    }
    chips.append(Chip(text: words.openCount(ui.warnings.open - signed), role: .header))
    if signed > 0 { chips.append(Chip(text: words.signedCount(signed), role: .ok)) }
    return chips
  }

  /// Draws from the right edge and returns the first column it took.
  private mutating func drawTitleRight(_ row: Rect) -> Int {
    var x = row.maxX
    func place(_ text: String) -> Int? {
      let width = TextWidth.columns(of: text) + 1
      guard x - width >= row.width / 3 else { return nil }
      x -= width
      return x
    }
    if !ui.marks.isEmpty {
      let text =
        "\(glyphs.mark)" + (row.width < 60 ? "\(ui.marks.count)" : words.marked(ui.marks.count))
      x = max(row.x, x - TextWidth.columns(of: text) - 1)
      button(text, at: Point(x: x, y: row.y), role: .marked, limit: row.maxX, .marksChip)
      // Where there is no room for both, how many are marked matters more than the day.
      if row.width < 30 { return x }
    }
    let date = ui.asOf.map { words.asOfChip($0) } ?? "\(ui.today)"
    let later = ui.asOf == nil ? ui.later.dates.count : 0
    let marked = later == 0 ? date : date + " " + words.laterMark(later)
    for (text, role) in [
      (marked, ui.asOf == nil && later == 0 ? Role.header : .warn), (date, .warn),
    ] {
      guard let at = place(text) else { continue }
      button(text, at: Point(x: at, y: row.y), role: role, limit: row.maxX, .asOfChip)
      break
    }
    if row.width >= 100, let at = place(ui.actor.name) {
      frame.write(ui.actor.name, at: Point(x: at, y: row.y), role: .header, limit: row.maxX)
    }
    if ui.readOnlyReason != nil, let at = place(words.readOnlyChip) {
      frame.write(words.readOnlyChip, at: Point(x: at, y: row.y), role: .error, limit: row.maxX)
    }
    if !ui.filterText.isEmpty {
      let text = TextWidth.clipped(words.filterChip(ui.filterText), to: max(8, row.width / 4))
      if let at = place(text) {
        button(text, at: Point(x: at, y: row.y), role: .accent, limit: row.maxX, .filterChip)
      }
    }
    return x
  }
}
