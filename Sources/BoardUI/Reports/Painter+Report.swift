internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// Lines above the text: the reports to choose from, and the days.
  static func reportHead(_ layout: Layout) -> Int { layout.body.height >= 6 ? 2 : 0 }

  /// The reports view: which report, of which days, and what it says.
  mutating func drawReport() {
    let body = layout.body
    let head = Painter.reportHead(layout)
    if head > 0 {
      drawReportKinds(in: body.row(0))
      drawReportDays(in: body.row(1))
    }
    let lines = ui.report.lines
    let height = max(0, body.height - head)
    let hasBar = lines.count > height
    let area = Rect(
      x: 0, y: body.y + head, width: body.width - (hasBar ? 1 : 0), height: height)
    scrollBar(
      .report, in: Rect(x: body.maxX - 1, y: area.y, width: 1, height: height),
      top: ui.report.top, visible: height, count: lines.count, isOnBorder: false)
    if let figures = ui.leaderPage {
      hits.add(area, .action(.halfPageDown))
      return drawLeader(figures, in: area)
    }
    for (offset, line) in lines.dropFirst(ui.report.top).prefix(height).enumerated() {
      let row = area.row(offset)
      let isHeading = line.first == "【" || ui.report.top + offset == 0
      frame.write(
        Painter.pan(line, by: ui.report.left), at: Point(x: row.x + 1, y: row.y),
        role: isHeading ? .accent : .text, limit: row.maxX)
    }
  }

  private mutating func drawReportKinds(in row: Rect) {
    var x = row.x + 1
    for (index, kind) in ReportQuestion.Kind.allCases.enumerated() {
      let name = ui.keymap.shown(Action.stages[index]) + words.reportTab(kind)
      let isShown = kind == ui.report.kind
      x = button(
        isShown ? "[\(name)]" : " \(name) ", at: Point(x: x, y: row.y),
        role: isShown ? .tabActive : .tab, limit: row.maxX, .reportKind(kind))
    }
    let text = "[\(ui.keymap.shown(.writeReport)) \(words.keyLabel(.writeReport, on: .report))]"
    let start = row.maxX - TextWidth.columns(of: text) - 1
    if start > x {
      button(
        text, at: Point(x: start, y: row.y), role: .key, limit: row.maxX, .action(.writeReport))
    }
  }

  private mutating func drawReportDays(in row: Rect) {
    let question = ui.reportOrder.question
    var x = button(
      " \(ui.keymap.shown(.reportEarlier)) ", at: Point(x: row.x, y: row.y), role: .key,
      limit: row.maxX, .action(.reportEarlier))
    x = frame.write(
      words.reportDays(question), at: Point(x: x, y: row.y), role: .text, limit: row.maxX)
    x = button(
      " \(ui.keymap.shown(.reportLater)) ", at: Point(x: x, y: row.y), role: .key,
      limit: row.maxX, .action(.reportLater))
    x = button(
      " \(ui.keymap.shown(.reportSources)) ", at: Point(x: x, y: row.y), role: .key,
      limit: row.maxX, .action(.reportSources))
    frame.write(
      words.reportSourcesChip(ui.report.hasSources), at: Point(x: x, y: row.y),
      role: ui.report.hasSources ? .accent : .dim, limit: row.maxX)
  }

  /// A line from a column on; half a wide character becomes a blank.
  static func pan(_ line: String, by columns: Int) -> String {
    guard columns > 0 else { return line }
    var (rest, skipped) = (Substring(line), 0)
    while skipped < columns, let first = rest.first {
      skipped += TextWidth.columns(of: String(first))
      rest = rest.dropFirst()
    }
    return String(repeating: " ", count: max(0, skipped - columns)) + rest
  }

  /// The window that asks where a report shall be written.
  mutating func drawFiling(_ filing: Filing) {
    let width = min(layout.size.width, 74)
    let text = max(4, width - 4)
    var notes: [(String, Role)] = []
    if filing.isTaken {
      notes = Wrapping.lines(of: words.fileIsThere(filing.editor.text), width: text, limit: 3)
        .map { ($0, .warn) }
    } else if let failure = filing.failure {
      notes = Wrapping.lines(of: failure, width: text, limit: 3).map { ($0, .error) }
    } else {
      notes = Wrapping.lines(of: words.fileEndings, width: text, limit: 2).map { ($0, .dim) }
    }
    let height = min(layout.body.height, notes.count + 4)
    let rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    let inner = window(rect, title: words.filingTitle)
    guard !inner.isEmpty else { return }
    let label = words.fileLabel + " "
    let x = frame.write(label, at: Point(x: inner.x, y: inner.y), role: .accent, limit: inner.maxX)
    let field = Rect(x: x, y: inner.y, width: max(0, inner.maxX - x), height: 1)
    frame.fill(field, role: .input)
    drawEditor(filing.editor, in: field, hasCaret: !filing.isTaken, as: .filing)
    for (index, note) in notes.prefix(max(0, inner.height - 2)).enumerated() {
      write([note], at: Point(x: inner.x, y: inner.y + 1 + index), limit: inner.maxX)
    }
    guard inner.height >= 2 else { return }
    let y = inner.maxY - 1
    let end = button(
      "[ \(filing.isTaken ? words.replaceButton : words.writeButton(textKey(.open))) ]",
      at: Point(x: inner.x, y: y), role: .key, limit: inner.maxX, .filingButton(.write))
    button(
      "[ \(filing.isTaken ? words.keepButton : words.cancelButton(textKey(.back))) ]",
      at: Point(x: end + 2, y: y), role: .key, limit: inner.maxX, .filingButton(.cancel))
  }
}
