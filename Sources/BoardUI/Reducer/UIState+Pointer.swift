internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in a mouse event that was resolved against the last frame.
  mutating func point(
    _ pointer: Pointer, on target: HitMap.Target?, over stage: Stage?, at time: Int64
  ) -> [Effect] {
    if case .month(let month) = overlay, month.carried != nil {
      var day: Day?
      if case .monthDay(let found, _) = target { day = found }
      switch pointer.action {
      case .drag(.left): return dragInMonth(to: day, isReleased: false)
      case .up(_): return dragInMonth(to: day, isReleased: true)
      default: break
      }
    }
    switch (drag, pointer.action) {
    case (.pressed(let id, _), .drag(.left)):
      // A card is lifted by leaving its column, so that an unsteady click moves nothing.
      let edge = target.flatMap { if case .edge(let edge) = $0 { edge } else { nil } }
      guard let stage else { return [] }
      guard stage != pipeline[id]?.stage || edge != nil else {
        slide(id, over: target, at: pointer.at)
        return []
      }
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
    case (.sliding(let id, _), .drag(.left)):
      if let stage, stage != pipeline[id]?.stage {
        drag = .carrying(id, over: stage, by: .mouse)
      } else {
        slide(id, over: target, at: pointer.at)
      }
    case (.sliding(let id, let above), .up(.left)): return put(id, under: above)
    case (.sliding, .down), (.sliding, .wheelUp), (.sliding, .wheelDown):
      cancelDrag(saying: words.dragCancelled)
    case (.scrolling(let scroller, let bar), .drag(.left)):
      scroll(scroller, along: bar, to: pointer.at.y)
    case (.scrolling, .up(_)): drag = .idle
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
    if case .scrolling = drag { drag = .idle }
    if button == .right { return pressRight(target, at: pointer.at) }
    guard button == .left else { return [] }
    let isDouble = lastClick.map { $0.target == target && time - $0.time <= 400 } ?? false
    lastClick = isDouble ? nil : Click(target: target, time: time)
    switch target {
    case .card(let id) where pointer.modifiers.contains(.control):
      select(id)
      marks.toggle(id)
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
    case .monthDay(let day, let item): return pressMonth(day, item, isDouble: isDouble)
    case .unfold:
      if case .form(var form) = overlay {
        form.unfold()
        overlay = .form(form)
      }
    case .filter(let text): toggleFilter(text)
    case .project(let id): overlay = .detail(Overlay.Detail(project: id))
    case .asOfChip: return perform(.backToToday)
    case .formEntry(let index): focusEntry(index)
    case .formButton(.save): return submitForm()
    case .offer(let row):
      chooseOffer(row)
      chooseSuggestion(row)
    case .formButton(.cancel), .outside: return perform(.back)
    case .paletteRow(let row): return runPalette(row: row)
    case .menuRow(let row): return runMenu(row: row)
    case .confirmButton(.go): return confirm()
    case .confirmButton(.cancel): closeOverlay()
    case .scrollBar(let scroller, let bar):
      drag = .scrolling(scroller, along: bar)
      scroll(scroller, along: bar, to: pointer.at.y)
    case .ledgerHead(let column):
      sortList(by: column, isReversed: list.order == column && !list.isReversed)
    case .pickerRow(let row): togglePicked(row: row)
    case .text(let place, let x, let skipped):
      placeCaret(in: place, columns: pointer.at.x - x, after: skipped)
    case .marksChip: openMenu(at: pointer.at, isForMarked: true)
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
      if pointer.modifiers.contains(.control), let id = list.selected {
        marks.toggle(id)
      } else if isDouble {
        return perform(.open)
      }
    case .timelineRow(let row):
      timeline.row = row
      if isDouble { return perform(.open) }
    case .agendaRow(let row):
      agenda.row = row
      if isDouble { return perform(.open) }
    case .historyRow(let row):
      history.row = row
      if isDouble { return perform(.open) }
    case .reportKind(let kind): choose(report: kind)
    case .filingButton(let button): return pressFiling(button)
    case .importing(let target): return point(at: target, isDouble: isDouble)
    case .requestRow(let row):
      requests.row = row
      if isDouble { return perform(.open) }
    case .requestScope(let scope): choose(scope)
    case .targetRow(let row):
      targets.row = row
      if isDouble { return perform(.open) }
    case .edge, .window: break
    }
    return []
  }

  /// The right button: what can be done with the card under it.
  ///
  /// Of a marked card it is for all marked ones; on a window it only closes a menu.
  private mutating func pressRight(_ target: HitMap.Target, at point: Point) -> [Effect] {
    if case .menu = overlay {
      if target == .outside { closeOverlay() }
      return []
    }
    guard overlay == .none else { return [] }
    switch target {
    case .card(let id): select(id)
    case .listRow(let row): list.row = row
    case .timelineRow(let row): timeline.row = row
    case .agendaRow(let row): agenda.row = row
    case .historyRow(let row): history.row = row
    default: return []
    }
    guard let selected else { return [] }
    notice = nil
    openMenu(at: point, isForMarked: markable != nil && marks.contains(selected))
    return []
  }

  private mutating func scroll(_ target: HitMap.Target?, over stage: Stage?, by lines: Int) {
    switch overlay {
    case .detail: scrollDetail(by: lines * 2)
    case .palette(var palette):
      palette.row = min(max(0, palette.row + lines), max(0, paletteRows(palette).count - 1))
      overlay = .palette(palette)
    case .form(var form):
      form.button = nil
      form.focus = min(max(0, form.focus + lines), form.visibleCount - 1)
      overlay = .form(form)
    case .menu(var menu):
      menu.row = min(max(0, menu.row + lines), max(0, menuRows(menu).count - 1))
      overlay = .menu(menu)
    case .confirm: scrollConfirm(by: lines * 2)
    case .columns(var picker):
      picker.row = min(max(0, picker.row + lines), picker.order.count - 1)
      overlay = .columns(picker)
    case .importing(var state):
      state.move(by: lines)
      overlay = .importing(state)
    case .own: scrollOwn(by: lines)
    case .month(let month): _ = turn(lines > 0 ? 1 : -1, month)
    case .filter, .filing: break
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
