internal import Canvas
internal import Pipeline
internal import Wording

/// Where the question stands and what it says; the same for drawing and for scrolling.
struct ConfirmGeometry {
  let rect: Rect
  /// The room for lines, above the buttons.
  let area: Rect
  let buttons: Rect
  let lines: [(text: String, role: Role)]

  /// How many cards are named, and how many refusals told, before the rest is only counted.
  private static let named = 6
  private static let told = 200

  var lastTop: Int { max(0, lines.count - area.height) }

  init(_ ui: UIState, _ confirmation: BulkQuestion) {
    let layout = ui.layout
    let width = min(layout.size.width, 72)
    lines = Self.lines(ui, confirmation.plan, width: max(4, width - 4))
    let height = min(layout.body.height, lines.count + 4)
    rect = Rect(
      x: (layout.size.width - width) / 2,
      y: layout.body.y + max(0, (layout.body.height - height) / 2), width: width, height: height)
    let inner = Painter.windowText(rect)
    let foot = inner.height >= 4 ? 2 : inner.height >= 2 ? 1 : 0
    area = Rect(x: inner.x, y: inner.y, width: inner.width, height: inner.height - foot)
    buttons = Rect(
      x: inner.x, y: inner.maxY - 1, width: inner.width, height: inner.height >= 2 ? 1 : 0)
  }

  private static func lines(_ ui: UIState, _ plan: BulkPlan, width: Int)
    -> [(text: String, role: Role)]
  {
    let words = ui.words
    var lines: [(text: String, role: Role)] = []
    func add(_ text: String, _ role: Role) {
      for line in Wrapping.lines(of: text, width: width) { lines.append((line, role)) }
    }
    func name(_ id: ProjectID) -> String { "\(id) " + (ui.pipeline[id]?.name ?? "") }
    if !plan.passing.isEmpty {
      add(words.question(words.deed(plan.deed, count: plan.passing.count)), .accent)
      for id in plan.passing.prefix(named) {
        lines.append((TextWidth.clipped("  " + name(id), to: width), .text))
      }
      let more = plan.passing.count - named
      if more > 0 { lines.append(("  " + words.moreNames(more), .dim)) }
      let shown = Set(ui.columns.joined())
      let hidden = plan.passing.count { !shown.contains($0) }
      if hidden > 0, ui.screen == .board { add(words.alsoOutOfSight(hidden), .warn) }
    }
    if let reason = words.reason(of: plan.deed) { add(words.reasonLine(reason), .text) }
    if !plan.unchanged.isEmpty { add(words.someUnchanged(plan.unchanged.count), .dim) }
    if !plan.refused.isEmpty {
      add(words.someRefused(plan.refused.count), .warn)
      for refused in plan.refused.prefix(told) {
        let why = words.refusal(refused.refusal, pipeline: ui.pipeline)
        // Most sentences name the card themselves.
        let who = why.contains("\(refused.id) ") ? "" : name(refused.id) + ": "
        add("\(ui.glyphs.no) \(who)\(why)", .error)
      }
      let more = plan.refused.count - told
      if more > 0 { lines.append(("  " + words.moreNames(more), .dim)) }
    }
    if !plan.passing.isEmpty { add(words.oneStep(undo: ui.hint(.undo)), .dim) }
    return lines
  }
}

extension Painter {
  /// The question before several cards are changed; Cancel has the focus.
  mutating func drawConfirm(_ confirmation: BulkQuestion) {
    let geometry = ConfirmGeometry(ui, confirmation)
    _ = window(geometry.rect, title: words.confirmTitle)
    let area = geometry.area
    let top = min(confirmation.top, geometry.lastTop)
    for (offset, line) in geometry.lines.dropFirst(top).prefix(area.height).enumerated() {
      frame.write(
        line.text, at: Point(x: area.x, y: area.y + offset), role: line.role, limit: area.maxX)
    }
    windowBar(.confirm, of: geometry.rect, beside: area, top: top, count: geometry.lines.count)
    drawConfirmButtons(confirmation, in: geometry.buttons)
  }

  private mutating func drawConfirmButtons(_ confirmation: BulkQuestion, in row: Rect) {
    guard !row.isEmpty else { return }
    let plan = confirmation.plan
    func label(_ text: String, isFocused: Bool) -> String {
      isFocused ? "\(glyphs.select)[ \(text) ]" : "   \(text)  "
    }
    let isGoing = confirmation.button == .go
    let cancel = ui.keymap.shown(.back, in: .list)
    var stay = label(words.stayButton(cancel), isFocused: !isGoing)
    var go = label(
      words.goButton(plan.passing.count, isPart: !plan.refused.isEmpty), isFocused: isGoing)
    if TextWidth.columns(of: stay + go) > row.width {
      stay = (isGoing ? " " : "\(glyphs.select)") + cancel + " "
      go = (isGoing ? "\(glyphs.select)" : " ") + "y (\(plan.passing.count))"
    }
    let x = button(
      stay, at: Point(x: row.x, y: row.y), role: isGoing ? .key : .selected, limit: row.maxX,
      .confirmButton(.cancel))
    guard plan.command != nil else { return }
    button(
      go, at: Point(x: x + 1, y: row.y), role: isGoing ? .selected : .key, limit: row.maxX,
      .confirmButton(.go))
  }
}
