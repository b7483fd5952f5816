internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Takes in one intent and says what is to be done.
  ///
  /// The state afterwards is settled: rows exist, selected cards are in sight, a drag whose card is
  /// gone has ended.
  package mutating func handle(_ intent: Intent) -> [Effect] {
    let effects = respond(to: intent)
    settle()
    return effects + settleReport() + settlePreview()
  }

  private mutating func respond(to intent: Intent) -> [Effect] {
    switch intent {
    case .perform(let action): return perform(action)
    case .command(let command): return run(command)
    case .key(let key): return type(key)
    case .typed(let text):
      type(text)
      return []
    case .paste(let text): return paste(text)
    case .line(let line): return hear(line)
    case .pointer(let pointer, let target, let stage, let time):
      return point(pointer, on: target, over: stage, at: time)
    case .resized(let size):
      self.size = size
      cancelDrag(saying: words.dragCancelledByResize)
      return []
    case .focusLost:
      if case .carrying(_, _, .mouse) = drag { cancelDrag(saying: words.dragCancelled) }
      switch drag {
      case .sliding: cancelDrag(saying: words.dragCancelled)
      case .pressed, .scrolling: drag = .idle
      case .idle, .carrying: break
      }
      return []
    case .committed(let events, let mine): return absorb(events, mine: mine)
    case .refused(let refusal): return refuse(refusal)
    case .storeFailed(let sentence):
      if case .form(var form) = overlay {
        form.failure = sentence
        overlay = .form(form)
      }
      failImport(sentence)
      notice = Notice(sentence, tone: .bad)
      return []
    case .historyLoaded(let events):
      history.show(events)
      return []
    case .dayChanged(let day):
      today = day
      refresh()
      return []
    case .themeChanged(let name, let glyphs):
      theme = name
      self.glyphs = glyphs
      return []
    case .viewsChanged(let views):
      savedViews = views
      return []
    case .reportLoaded(let order, let text):
      show(text, of: order)
      return []
    case .reportFiled(let result):
      take(result)
      return []
    case .importNews(let news):
      return take(news)
    case .ownNews(let news):
      take(news)
      return []
    case .said(let notice):
      self.notice = notice
      return []
    }
  }

  /// Puts rows back into their columns and scrolls the selected ones into sight, without leaving
  /// blank room below the last.
  private mutating func settle() {
    let visible = layout.visibleCards
    for index in columns.indices {
      rows[index] = min(max(0, rows[index]), max(0, columns[index].count - 1))
      tops[index] = scrolled(
        tops[index], row: rows[index], visible: visible, count: columns[index].count)
    }
    list.row = min(max(0, list.row), max(0, list.ids.count - 1))
    list.top = scrolled(
      list.top, row: list.row, visible: layout.listRows, count: list.ids.count)
    let height = layout.body.height
    agenda.top = scrolled(
      agenda.top, row: agenda.row, visible: max(1, height), count: agenda.lines.count)
    history.top = scrolled(
      history.top, row: history.row, visible: max(1, height - 1), count: history.entries.count)
    settleRegisters()
    settleFirstTalk()
    flow.top = scrolled(
      flow.top, row: flow.row, visible: FunnelPanes(self).trendColumns(of: self),
      count: flow.trend?.rows.count ?? 0)
    switch drag {
    case .carrying(let id, _, _), .sliding(let id, _):
      if pipeline[id]?.status.isOpen != true { cancelDrag(saying: words.dragCardGone) }
    case .idle, .pressed, .scrolling: break
    }
    settleMarks()
    settlePalette()
    if case .filter = overlay {} else if case .palette = overlay {} else { offer = nil }
    if let detail = openCard, pipeline[detail.project] == nil { overlay = .none }
  }

  func scrolled(_ top: Int, row: Int, visible: Int, count: Int) -> Int {
    let low = max(0, row - visible + 1)
    return min(max(top, low), row, max(0, count - visible))
  }

  mutating func say(_ text: String, _ tone: Notice.Tone = .plain) {
    notice = Notice(text, tone: tone)
  }

  mutating func refuse(_ refusal: Refusal) -> [Effect] {
    if case .form(var form) = overlay {
      form.take(refusal)
      overlay = .form(form)
    }
    renewConfirm()
    let sentence = words.refusal(refusal, pipeline: pipeline)
    failImport(sentence)
    say(sentence, .bad)
    return []
  }
}
