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
    if case .filter = ui.overlay {
      drawFilterKeys(in: row)
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
    case .carrying(_, _, .keys): keyHint
    case .carrying(_, _, .mouse), .sliding: words.dragHintMouse(cancel: ui.hint(.back))
    case .idle, .pressed, .scrolling: nil
    }
  }

  /// The keys there is room for: the ways to all others and the way out come before the rest.
  private func keys(fitting width: Int) -> [(Action, String, String)] {
    let all = shownKeys
    var room = width
    var kept: [Action] = []
    for isVital in [true, false] {
      for (action, key, label) in all where Painter.vitalKeys.contains(action) == isVital {
        let needed = TextWidth.columns(of: key + label) + 1
        guard needed <= room else { continue }
        room -= needed
        kept.append(action)
      }
    }
    return all.filter { kept.contains($0.0) }
  }

  private static let vitalKeys: [Action] = [.help, .back, .palette, .quit]

  private var shownKeys: [(Action, String, String)] {
    let actions = ui.cargo == nil ? Painter.footActions(ui.screen) : Painter.markActions
    return actions.compactMap { action in
      // Going back is what clears the marks.
      let key = ui.keymap.footKey(action == .clearMarks ? .back : action)
      // What has lost all its keys is done from the palette, which says how.
      if key.isEmpty { return nil }
      let isStep = action == .switchMethod && ui.screen == .funnel && ui.flow.page == .trend
      return (action, key, isStep ? words.trendSteps : words.keyLabel(action, on: ui.screen))
    }
  }

  /// What the line of keys offers on a screen.
  static func footActions(_ screen: Screen) -> [Action] {
    switch screen {
    case .board:
      [
        .help, .newProject, .logActivity, .nextStep, .pushForward, .carry, .mark, .search, .mine,
        .showFunnel, .undo, .open, .palette, .quit,
      ]
    case .list:
      [
        .help, .open, .sort, .chooseColumns, .search, .mine, .back, .showBoard, .showFunnel,
        .palette,
        .quit,
      ]
    case .funnel:
      [
        .help, .open, .switchMethod, .switchDimension, .compare, .trend, .switchPeriod,
        .switchBasis, .switchWeight, .switchDwell, .eventEarlier, .dayEarlier, .back, .palette,
        .quit,
      ]
    case .agenda:
      [
        .help, .finishStep, .nextStep, .logActivity, .mine, .open, .search, .back, .palette, .quit,
      ]
    case .report:
      [
        .help, .writeReport, .switchMethod, .reportEarlier, .reportSources, .search, .dayEarlier,
        .previousStage, .back, .palette, .quit,
      ]
    case .requests:
      [
        .help, .newRequest, .advanceRequest, .open, .requestScope, .search, .undo, .back, .palette,
        .quit,
      ]
    case .targets: [.help, .newTarget, .open, .undo, .eventEarlier, .back, .palette, .quit]
    case .history: [.help, .undo, .open, .back, .palette, .quit]
    case .timeline: [.help, .open, .switchMethod, .zoomIn, .previousStage, .back, .palette, .quit]
    }
  }

  private var keyHint: String {
    let keymap = ui.keymap
    let numbers = Action.stages.map(keymap.shown)
    let areUsual = numbers == (1...6).map(String.init)
    let columns =
      [keymap.shown(.previousStage), keymap.shown(.nextStage)] + (areUsual ? ["1-6"] : numbers)
    return words.dragHintKeys(
      choose: columns.filter { !$0.isEmpty }.joined(separator: " "), drop: ui.hint(.open),
      cancel: ui.hint(.back))
  }

  /// What can be done with marked cards.
  private static let markActions: [Action] = [
    .help, .mark, .pushForward, .carry, .assign, .tag, .archive, .clearMarks, .palette, .quit,
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
    let undo =
      notice.offersRedo ? words.redoHint(ui.hint(.redo)) : words.undoHint(ui.hint(.undo))
    let undoWidth = notice.offersUndo ? TextWidth.columns(of: undo) + 2 : 0
    frame.write(
      clipped(notice, to: row.width - undoWidth - 2), at: Point(x: row.x + 1, y: row.y),
      role: role, limit: row.maxX)
    if notice.offersUndo, row.width > undoWidth + 10 {
      button(
        undo, at: Point(x: row.maxX - undoWidth + 1, y: row.y), role: .key, limit: row.maxX,
        notice.offersRedo ? .action(.redo) : .undo)
    }
  }

  /// Cuts a notice to fit; of something saved, "saved record 62" after the two blanks is never cut off.
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
    let hits = words.matches(
      ui.screen == .requests
        ? ui.requests.requests.count : ui.columns.reduce(0) { $0 + $1.count })
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
