internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  mutating func navigate(_ action: Action) {
    switch screen {
    case .board: navigateBoard(action)
    case .list: list.row = moved(list.row, action, count: list.ids.count, page: layout.body.height)
    case .funnel: navigateFlow(action)
    case .timeline: navigateTimeline(action)
    case .agenda:
      let row = agenda.row
      agenda.row = moved(row, action, count: agenda.lines.count, page: layout.body.height)
      agenda.settle(towards: agenda.row - row)
    case .report: navigateReport(action)
    case .requests, .targets: navigateRegister(action)
    case .history:
      history.row = moved(
        history.row, action, count: history.entries.count, page: layout.body.height)
    }
  }

  private mutating func navigateBoard(_ action: Action) {
    if let stage = action.stage { focus = stage }
    switch action {
    case .previousStage: focus = focus.previous ?? focus
    case .nextStage: focus = focus.next ?? focus
    default:
      let index = focus.index
      rows[index] = moved(
        rows[index], action, count: columns[index].count, page: layout.visibleCards)
    }
  }

  private mutating func navigateTimeline(_ action: Action) {
    switch action {
    case .previousStage: timeline.pan(by: -1)
    case .nextStage: timeline.pan(by: 1)
    default:
      timeline.row = moved(
        timeline.row, action, count: timeline.rowCount, page: layout.body.height)
    }
  }

  func moved(_ row: Int, _ action: Action, count: Int, page: Int) -> Int {
    let target =
      switch action {
      case .previousCard: row - 1
      case .nextCard: row + 1
      case .firstCard: 0
      case .lastCard: count - 1
      case .halfPageUp: row - max(1, page / 2)
      case .halfPageDown: row + max(1, page / 2)
      default: row
      }
    return min(max(0, target), max(0, count - 1))
  }

  /// Goes to a card wherever it is; false when the board does not show it.
  @discardableResult
  mutating func select(_ id: ProjectID) -> Bool {
    for stage in Stage.allCases {
      if let row = columns[stage.index].firstIndex(of: id) {
        focus = stage
        rows[stage.index] = row
        return true
      }
    }
    return false
  }

  /// Shows a screen; the history has to be asked of the store.
  mutating func showing(_ screen: Screen) -> [Effect] {
    if screen == .history { return showHistory(of: nil) }
    show(screen)
    return []
  }

  mutating func showHistory(of project: ProjectID?) -> [Effect] {
    history.project = project
    history.row = 0
    show(.history)
    return [.store(.loadHistory(project))]
  }

  /// Shows a view; the list in full, or narrowed to what a figure of the funnel counted.
  mutating func show(_ screen: Screen, drill: ListState.Drill? = nil) {
    self.screen = screen
    list.drill = drill
    overlay = .none
    cancelDrag(saying: nil)
    refresh()
  }

  mutating func setFilter(_ text: String) {
    let selected = selected
    let before = filterText
    filterText = text
    refresh(narrowing: before)
    if let selected, select(selected) { return }
    if columns[focus.index].isEmpty,
      let found = Stage.allCases.first(where: { !columns[$0.index].isEmpty })
    {
      focus = found
    }
  }

  /// Looks at the board of a past day; today and later mean today.
  mutating func look(at day: Day?) {
    cancelDrag(saying: nil)
    let selected = selected
    asOf = day.flatMap { $0 < today ? $0 : nil }
    refresh()
    if let selected, screen == .board { select(selected) }
    let news = hint(.eventEarlier) + " " + hint(.eventLater)
    say(
      asOf.map { words.lookingAt($0, news: news, today: hint(.backToToday)) } ?? words.backToToday)
  }

  /// Looks at the nearest day on which anything happened.
  mutating func lookAtNews(before: Bool) {
    var nearest: Day?
    func consider(_ settled: Day?) {
      guard let candidate = settled else { return }
      if before ? candidate < day : candidate > day && candidate <= today {
        nearest = nearest.map { before ? max($0, candidate) : min($0, candidate) } ?? candidate
      }
    }
    pipeline.forEachDate { consider($0.settled) }
    if let nearest {
      look(at: nearest)
    } else if !before {
      look(at: nil)
    } else {
      say(words.nothingEarlier)
    }
  }

  mutating func run(_ command: CommandLine) -> [Effect] {
    notice = nil
    switch command {
    case .open(let id):
      guard pipeline[id] != nil else { return refuse(.unknownProject(id)) }
      if screen == .board { select(id) }
      overlay = .detail(Overlay.Detail(project: id))
    case .stage(let stage):
      show(.board)
      focus = stage
    case .move(let stage):
      if let reason = unavailable(.carry) {
        say(reason, .bad)
        return []
      }
      if let cargo, cargo.count > 1 { return begin(.move(stage), with: cargo) }
      return actedOn.flatMap { pipeline[$0] }.map { move($0, to: stage) } ?? []
    case .view(let screen): return showing(screen)
    case .savedView(let name): return showView(name)
    case .saveView(let name): return saveView(name)
    case .forgetView(let name): return forgetView(name)
    case .asOf(let day): look(at: day)
    case .theme(let name):
      guard themes.contains(name) else {
        say(words.unknownTheme(name, known: themes), .bad)
        return []
      }
      return use(theme: name)
    case .language(let language): setLanguage(language)
    case .mouse(let isOn):
      mouseIsOn = isOn
      say(isOn ? words.mouseOn : words.mouseOff)
      return [.terminal(.setMouse(isOn))]
    case .compare(let text): compare(text)
    case .period(let period) where screen == .report:
      if period == nil { report.span = .back(0) }
      choose(report: report.kind, of: period)
    case .report(let kind, let period): choose(report: kind, of: period)
    case .importFile(let path): return importFile(at: path)
    case .letOut(let outlet, let target): return letOut(outlet, to: target)
    case .fill(let action, let typed): return fill(action, with: typed)
    case .copy(let path):
      if let reason = unavailable(.copy) {
        say(reason, .bad)
        return []
      }
      overlay = .under(openCard)
      return selected.flatMap { pipeline[$0] }.map { [.store(.keep(cardText($0), at: path))] } ?? []
    case .whose(let name): show(whose: name)
    case .own(let name): return ownAction(named: name).map { run($0) } ?? []
    case .rename(let renaming):
      if let reason = unavailable(.rename) {
        say(reason, .bad)
        return []
      }
      overlay = .none
      return [.store(.submit(.rename(renaming)))]
    case .writeReport(let path): return file(at: path)
    case .period(let period):
      flow.page = .figures
      show(.funnel)
      choose(period.map(FlowState.Span.chosen) ?? .all)
    case .filter(let text):
      overlay = .none
      setFilter(text)
      sayFilterProblem()
    case .sort(let column):
      show(.list)
      sortList(by: column, isReversed: false)
    }
    return []
  }
}
