internal import Canvas
internal import Pipeline
internal import Wording

extension Painter {
  /// The line of news and the line of keys.
  mutating func drawFoot() {
    drawNotice()
    let row = layout.keysRow
    guard !row.isEmpty else { return }
    if let hint = dragHint {
      frame.write(
        TextWidth.clipped(hint, to: row.width - 1), at: Point(x: row.x + 1, y: row.y), role: .key,
        limit: row.maxX)
      return
    }
    var x = row.x + 1
    for (action, key, label) in keys(fitting: row.width - 1) {
      let start = x
      x = frame.write(key, at: Point(x: x, y: row.y), role: .key, limit: row.maxX)
      x = frame.write(label, at: Point(x: x, y: row.y), role: .dim, limit: row.maxX)
      hits.add(Rect(x: start, y: row.y, width: x - start, height: 1), .action(action))
      x += 1
    }
  }

  /// The keys and buttons of a card on its way; nil when none is.
  private var dragHint: String? {
    switch ui.drag {
    case .carrying(_, _, .keys): words.dragHintKeys
    case .carrying(_, _, .mouse), .sliding: words.dragHintMouse
    case .idle, .pressed, .scrolling: nil
    }
  }

  /// The keys there is room for: the ways to all others and the way out come before the rest.
  private func keys(fitting width: Int) -> [(Action, String, String)] {
    let all = shownKeys
    var room = width
    var kept: Set<Action> = []
    for isVital in [true, false] {
      for (action, key, label) in all where Painter.vitalKeys.contains(action) == isVital {
        let needed = TextWidth.columns(of: key + label) + 1
        guard needed <= room else { continue }
        room -= needed
        kept.insert(action)
      }
    }
    return all.filter { kept.contains($0.0) }
  }

  private static let vitalKeys: Set<Action> = [.help, .back, .palette, .quit]

  private var shownKeys: [(Action, String, String)] {
    if ui.cargo != nil { return Self.markKeys.map { ($0, $1, words.keyLabel($0, on: ui.screen)) } }
    let actions: [(Action, String)] =
      switch ui.screen {
      case .board:
        [
          (.help, "F1?"), (.newProject, "F2n"), (.open, "Enter"), (.pushForward, "<>"),
          (.undo, "u"), (.search, "F3/"), (.showFunnel, "F7F"), (.carry, "F5m"),
          (.logActivity, "a"), (.showTimeline, "F6T"), (.palette, "F9:"), (.quit, "F10q"),
        ]
      case .list:
        [
          (.help, "F1?"), (.open, "Enter"), (.sort, "s"), (.chooseColumns, "C"),
          (.search, "F3/"), (.back, "Esc"),
          (.showBoard, "B"), (.showFunnel, "F7F"), (.palette, "F9:"), (.quit, "F10q"),
        ]
      case .funnel:
        [
          (.help, "F1?"), (.open, "Enter"), (.switchMethod, "v"), (.switchDimension, "b"),
          (.compare, "c"), (.trend, "t"), (.switchPeriod, "p"), (.switchBasis, "w"),
          (.switchDwell, "d"),
          (.eventEarlier, "()"), (.dayEarlier, ",."), (.back, "Esc"), (.palette, "F9:"),
          (.quit, "F10q"),
        ]
      case .agenda:
        [
          (.help, "F1?"), (.open, "Enter"), (.nextStep, "@"), (.logActivity, "a"),
          (.search, "F3/"), (.back, "Esc"), (.palette, "F9:"), (.quit, "F10q"),
        ]
      case .history:
        [
          (.help, "F1?"), (.undo, "u"), (.open, "Enter"), (.back, "Esc"), (.palette, "F9:"),
          (.quit, "F10q"),
        ]
      case .timeline:
        [
          (.help, "F1?"), (.open, "Enter"), (.switchMethod, "v"), (.zoomIn, "+-"),
          (.previousStage, "hl"), (.back, "Esc"), (.palette, "F9:"), (.quit, "F10q"),
        ]
      }
    return actions.map { action, key in
      let isStep = action == .switchMethod && ui.screen == .funnel && ui.flow.page == .trend
      return (action, key, isStep ? words.trendSteps : words.keyLabel(action, on: ui.screen))
    }
  }

  /// What can be done with marked cards.
  private static let markKeys: [(Action, String)] = [
    (.help, "F1?"), (.mark, "Space"), (.pushForward, "<>"), (.carry, "F5m"), (.assign, "O"),
    (.tag, "#"), (.archive, "F8x"), (.clearMarks, "Esc"), (.palette, "F9:"), (.quit, "F10q"),
  ]

  private mutating func drawNotice() {
    let row = layout.noticeRow
    guard !row.isEmpty else { return }
    if case .filter(let editor, _, _) = ui.overlay {
      drawFilterLine(editor, in: row)
      return
    }
    if case .carrying(let id, let over, _) = ui.drag {
      drawDragLine(id, over, in: row)
      return
    }
    if case .sliding(let id, let above) = ui.drag {
      let name = ui.pipeline[id].map { TextWidth.clipped($0.name, to: max(8, row.width / 3)) }
      frame.write(
        words.sliding(name ?? "", id, under: above), at: Point(x: row.x + 1, y: row.y), role: .drag,
        limit: row.maxX)
      return
    }
    guard let notice = ui.notice else { return }
    let role: Role =
      switch notice.tone {
      case .plain: .status
      case .good: .ok
      case .bad: .error
      }
    let undo = words.undoHint
    let undoWidth = notice.offersUndo ? TextWidth.columns(of: undo) + 2 : 0
    frame.write(
      clipped(notice, to: row.width - undoWidth - 2), at: Point(x: row.x + 1, y: row.y),
      role: role, limit: row.maxX)
    if notice.offersUndo, row.width > undoWidth + 10 {
      button(
        undo, at: Point(x: row.maxX - undoWidth + 1, y: row.y), role: .key, limit: row.maxX, .undo)
    }
  }

  /// Cuts a notice to fit; of something saved, "saved #62" after the two blanks is never cut off.
  private func clipped(_ notice: Notice, to width: Int) -> String {
    let text = notice.text
    guard notice.offersUndo, TextWidth.columns(of: text) > width,
      let gap = text.ranges(of: "  ").last?.lowerBound
    else { return TextWidth.clipped(text, to: width) }
    let ending = String(text[gap...])
    let room = max(0, width - TextWidth.columns(of: ending))
    return TextWidth.clipped(
      TextWidth.clipped(String(text[..<gap]), to: room) + ending, to: width)
  }

  /// What letting go would do, in words: the same for mouse and keys.
  private mutating func drawDragLine(_ id: ProjectID, _ over: Stage?, in row: Rect) {
    guard let project = ui.pipeline[id] else { return }
    let name = TextWidth.clipped(project.name, to: max(8, row.width / 3))
    // In a narrow terminal where it would go matters more than what it is called.
    let cargo = ui.dropPlan(over: over ?? project.stage)
    let start =
      cargo.map { words.draggingAll($0.ids.count) }
      ?? (row.width < 60 ? id.description : words.dragging(name, id))
    var outcome: (String, Role)
    switch over {
    case nil: outcome = (words.dropOutside, .warn)
    case let stage?:
      let target = words.stage(stage)
      switch ui.verdict(on: id, over: stage) {
      case .origin: outcome = (words.dropOrigin, .dim)
      case .open: outcome = ("-> \(target)", .drop)
      case .asks(let missing):
        outcome = (
          "-> \(target) " + words.dropAsks(missing.map { words.requirement($0) }), .warn
        )
      case .closed(let refusal):
        outcome = (
          "-> \(target) \(glyphs.no) " + words.refusal(refusal, pipeline: ui.pipeline), .dropClosed
        )
      }
    }
    let x = frame.write(
      start + " ", at: Point(x: row.x + 1, y: row.y), role: .drag, limit: row.maxX)
    if let cargo, !cargo.refused.isEmpty, cargo.wantingReason.isEmpty, over != nil {
      let going = cargo.passing.count
      outcome.0 += " " + words.dropSome(going, refused: cargo.refused.count)
    }
    frame.write(
      TextWidth.clipped(outcome.0, to: row.maxX - x), at: Point(x: x, y: row.y), role: outcome.1,
      limit: row.maxX)
  }

  private mutating func drawFilterLine(_ editor: LineEditor, in row: Rect) {
    frame.fill(row, role: .input)
    let hits = words.matches(ui.columns.reduce(0) { $0 + $1.count })
    let limit = row.maxX - TextWidth.columns(of: hits) - 2
    let start = frame.write(" / ", at: Point(x: row.x, y: row.y), role: .input, limit: limit)
    drawEditor(editor, in: Rect(x: start, y: row.y, width: limit - start, height: 1), as: .filter)
    frame.write(
      hits, at: Point(x: row.maxX - TextWidth.columns(of: hits) - 1, y: row.y), role: .input,
      limit: row.maxX)
  }

  /// Draws a text being typed and parks the hardware cursor on its caret, where an input method
  /// looks for it.
  mutating func drawEditor(
    _ editor: LineEditor, in rect: Rect, hasCaret: Bool = true, as place: TextPlace
  ) {
    guard rect.width > 0 else { return }
    var shown = Substring(editor.text)
    var before = TextWidth.columns(of: editor.beforeCaret)
    var skipped = 0
    while before >= rect.width, let first = shown.first {
      before -= TextWidth.columns(of: String(first))
      shown = shown.dropFirst()
      skipped += 1
    }
    frame.write(shown, at: Point(x: rect.x, y: rect.y), role: .input, limit: rect.maxX)
    let caret = Point(x: rect.x + before, y: rect.y)
    hits.add(rect.intersection(Rect(frame.size)), .text(place, x: rect.x, skipped: skipped))
    if hasCaret, Rect(frame.size).contains(caret) { frame.cursor = caret }
  }
}
