internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in a mouse event that was resolved against the last frame.
  mutating func point(
    _ pointer: Pointer, on target: HitMap.Target?, over stage: Stage?, at time: Int64
  ) -> [Effect] {
    switch (drag, pointer.action) {
    case (.pressed(let id, _), .drag(.left)):
      // A card is lifted by leaving its column, so that an unsteady click moves nothing.
      let edge = target.flatMap { if case .edge(let edge) = $0 { edge } else { nil } }
      guard let stage, stage != pipeline[id]?.stage || edge != nil else { return [] }
      if let reason = unavailable(.carry) {
        drag = .idle
        say(reason, .bad)
        return []
      }
      drag = .carrying(id, over: stage, by: .mouse)
      // Lifting is no first half of a double click.
      lastClick = nil
      notice = nil
      if let edge { turn(edge, carrying: id) }
    case (.carrying(let id, _, .mouse), .drag(.left)):
      drag = .carrying(id, over: stage, by: .mouse)
      if case .edge(let edge) = target { turn(edge, carrying: id) }
    case (.carrying(let id, _, .mouse), .up(.left)):
      if let stage { return drop(id, on: stage) }
      cancelDrag(saying: words.dragCancelledOutside)
    case (.carrying(let id, _, .keys), .down(.left)):
      if let stage { return drop(id, on: stage) }
      cancelDrag(saying: words.dragCancelledOutside)
    case (.carrying, .down), (.carrying, .wheelUp), (.carrying, .wheelDown):
      cancelDrag(saying: words.dragCancelled)
    case (_, .up(_)):
      if case .pressed = drag { drag = .idle }
    case (_, .drag(_)): break
    case (_, .down(let button)): return press(button, pointer, target, time)
    case (_, .wheelUp): scroll(target, over: stage, by: -1)
    case (_, .wheelDown): scroll(target, over: stage, by: 1)
    }
    return []
  }

  /// In a narrow terminal a card dragged to the edge brings in the next stage.
  private mutating func turn(_ edge: HitMap.Edge, carrying id: ProjectID) {
    guard let next = edge == .left ? focus.previous : focus.next else { return }
    focus = next
    drag = .carrying(id, over: next, by: .mouse)
  }

  private mutating func press(
    _ button: Pointer.Button, _ pointer: Pointer, _ target: HitMap.Target?, _ time: Int64
  ) -> [Effect] {
    strayKeys = 0
    news = []
    guard let target else { return [] }
    if button == .right { return pressRight(target) }
    guard button == .left else { return [] }
    let isDouble = lastClick.map { $0.target == target && time - $0.time <= 400 } ?? false
    lastClick = isDouble ? nil : Click(target: target, time: time)
    switch target {
    case .card(let id):
      overlay = .none
      select(id)
      if isDouble {
        overlay = .detail(Overlay.Detail(project: id))
      } else {
        drag = .pressed(id, at: pointer.at)
      }
    case .column(let stage), .stageTab(let stage): focus = stage
    case .viewTab(let screen): return showing(screen)
    case .action(let action): return perform(action)
    case .undo: return perform(.undo)
    case .filterChip: return perform(.search)
    case .asOfChip: return perform(.backToToday)
    case .formEntry(let index): focusEntry(index)
    case .formButton(.save): return submitForm()
    case .formButton(.cancel), .outside: return perform(.back)
    case .paletteRow(let row): return runPalette(row: row)
    case .funnelRow(let row):
      funnel.row = row
      if flow.page == .trend { flow.page = .figures }
      if isDouble { return perform(.open) }
    case .method(let method): funnel.method = method
    case .trendCell(let row, let measure):
      flow.page = .trend
      flow.row = row
      flow.measure = measure
      if isDouble { return perform(.open) }
    case .trendStep(let step):
      flow.step = step
      refreshFunnel()
    case .listRow(let row):
      list.row = row
      if isDouble { return perform(.open) }
    case .timelineRow(let row):
      timeline.row = row
      if isDouble { return perform(.open) }
    case .agendaRow(let row):
      agenda.row = row
      if isDouble { return perform(.open) }
    case .historyRow(let row):
      history.row = row
      if isDouble { return perform(.open) }
    case .edge, .window: break
    }
    return []
  }

  /// The right button: what can be done with the card under it.
  private mutating func pressRight(_ target: HitMap.Target) -> [Effect] {
    switch target {
    case .card(let id): select(id)
    case .listRow(let row): list.row = row
    default: return []
    }
    return perform(.palette)
  }

  private mutating func scroll(_ target: HitMap.Target?, over stage: Stage?, by lines: Int) {
    switch overlay {
    case .detail: scrollDetail(by: lines * 2)
    case .palette(var palette):
      palette.row = min(max(0, palette.row + lines), max(0, paletteRows(palette).count - 1))
      overlay = .palette(palette)
    case .form(var form):
      form.button = nil
      form.focus = min(max(0, form.focus + lines), form.entries.count - 1)
      overlay = .form(form)
    case .filter: break
    case .none:
      if screen == .board {
        if let stage { focus = stage }
        rows[focus.index] += lines
      } else {
        navigate(lines > 0 ? .nextCard : .previousCard)
      }
    }
  }
}
