internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// Does a named action, or says why it cannot be done now.
  mutating func perform(_ action: Action) -> [Effect] {
    strayKeys = 0
    news = []
    if drag.isActive, action != .back, inHand == nil || !action.isForCardInHand {
      cancelDrag(saying: nil)
    }
    if let reason = unavailable(action) {
      say(reason, .bad)
      return []
    }
    if action != .undo { notice = nil }
    switch action {
    case .previousStage, .nextStage, .previousCard, .nextCard, .firstCard, .lastCard, .halfPageUp,
      .halfPageDown, .stage1, .stage2, .stage3, .stage4, .stage5, .stage6:
      return go(action)
    case .open: return open()
    case .back: goBack()
    case .pushBack, .pushForward: return push(action == .pushForward ? 1 : -1)
    case .carry:
      if let (card, over) = inHand { return drop(card, on: over) }
      pickUp()
    case .reorderUp: return reorder(.up)
    case .reorderDown: return reorder(.down)
    case .newProject, .logActivity, .finishStep, .edit, .nextStep, .note, .milestone, .hold, .lose,
      .withdraw,
      .archive, .reopen, .assign, .tag, .newRequest, .advanceRequest, .editRequest, .newTarget,
      .editTarget, .approval, .approvalStep, .handOver, .merge:
      openForm(for: action)
    case .mark, .markRange, .markAll: mark(action)
    case .clearMarks:
      say(words.marksCleared(marks.count))
      marks = Marks()
    case .menu: openMenu(at: nil, isForMarked: cargo != nil)
    case .reverseSort: sortList(by: list.order, isReversed: !list.isReversed)
    case .chooseColumns: overlay = .columns(ColumnPicker(list.columns))
    case .resume:
      if let selected { return [.store(.submit(.resume(selected, on: .day(today))))] }
    case .copy:
      if let selected, let project = pipeline[selected] {
        let command = ActionTable.row(.copy)?.command(words) ?? ""
        say(words.sentToClipboard(command: ":" + command), .good)
        return [.terminal(.copy(cardText(project)))]
      }
    case .undo:
      if screen == .history, let entry = history.selected {
        return [.store(.undoCommit(entry.commit))]
      }
      return [.store(.undo)]
    case .redo: return [.store(.redo)]
    case .search: overlay = .filter(LineEditor(filterText), before: filterText, on: selected)
    case .clearFilter: setFilter("")
    case .mine: showMine()
    case .showBoard: show(.board)
    case .showList: show(.list)
    case .showFunnel: show(.funnel)
    case .showTimeline: show(.timeline)
    case .showAgenda: show(.agenda)
    case .showMonth: openMonth()
    case .showHistory: return showHistory(of: nil)
    case .cardHistory: return showHistory(of: selected)
    case .showRequests: show(.requests)
    case .showTargets: show(.targets)
    case .returnRequest: return returnRequest()
    case .requestScope: switchRequestScope()
    case .nextView: return showing(screen.next)
    case .previousView: return showing(screen.previous)
    case .dayEarlier: look(at: day.adding(-1))
    case .dayLater: look(at: day.adding(1))
    case .eventEarlier: lookAtNews(before: true)
    case .eventLater: lookAtNews(before: false)
    case .backToToday: look(at: nil)
    case .sort: screen == .board ? switchBoardOrder() : sortList()
    case .density: changeDensity()
    case .switchMethod: switchMethod()
    case .switchDimension: switchDimension()
    case .compare: switchComparison()
    case .trend: switchTrend()
    case .switchDwell: switchDwell()
    case .switchPeriod: switchPeriod()
    case .switchBasis: switchBasis()
    case .switchWeight: switchWeight()
    case .showReports: show(.report)
    case .reportEarlier: turnReport(by: -1)
    case .reportLater: turnReport(by: 1)
    case .reportSources: switchSources()
    case .writeReport: openFiling()
    case .zoomIn: timeline.zoom(by: -1)
    case .zoomOut: timeline.zoom(by: 1)
    case .importFile: openImport()
    case .rename: say(words.renameUsage)
    case .remind: return letOut(.remind, to: nil)
    case .calendar: return letOut(.calendar, to: nil)
    case .publish: return letOut(.publish, to: nil)
    case .output: showOutput()
    case .palette: overlay = .palette(Palette(isHelp: false, over: openCard))
    case .help: overlay = .palette(Palette(isHelp: true, over: openCard))
    case .theme: return nextTheme()
    case .language: setLanguage(words.language == .zh ? .en : .zh)
    case .mouse:
      mouseIsOn.toggle()
      say(mouseIsOn ? words.mouseOn : words.mouseOff)
      return [.terminal(.setMouse(mouseIsOn))]
    case .redraw: return [.terminal(.redraw)]
    case .reload: return [.store(.reload)]
    case .suspend: return [.terminal(.suspend)]
    case .quit:
      if inHand == nil { return [.terminal(.quit)] }
      goBack()
    }
    return []
  }

  /// Goes where a moving action says: with the card in hand, in the open card, or on the screen.
  private mutating func go(_ action: Action) -> [Effect] {
    if let (card, over) = inHand { return steer(action, card, over: over) }
    if case .detail = overlay { scrollDetail(action) } else { navigate(action) }
    return []
  }

  private mutating func open() -> [Effect] {
    if let (card, over) = inHand { return drop(card, on: over) }
    if screen == .board, isForTheFirstTime {
      askForIntroduction()
      return []
    }
    switch screen {
    case .funnel: drillIntoFunnel()
    case .report: break
    case .requests: openForm(for: .editRequest)
    case .targets: openTarget()
    case .agenda where agenda.request != nil: showRequest(agenda.request)
    case .board, .list, .timeline, .agenda, .history:
      if case .detail = overlay { return [] }
      if let selected { overlay = .detail(Overlay.Detail(project: selected)) }
    }
    return []
  }

  /// One step back: out of a drag, a window, a narrowed list, a filter, a past day.
  private mutating func goBack() {
    if drag.isActive {
      cancelDrag(saying: words.dragCancelled)
    } else if overlay != .none {
      closeOverlay()
    } else if !marks.isEmpty {
      let before = marks.count
      marks.clear()
      say(words.marksCleared(before - marks.count))
    } else if list.drill != nil, screen == .list {
      show(list.drill?.origin ?? .funnel)
    } else if screen == .funnel, flow.page != .figures {
      flow.page = .figures
    } else if screen != .board {
      show(.board)
    } else if !filterText.isEmpty {
      setFilter("")
    } else if asOf != nil {
      look(at: nil)
    }
  }

  /// Closes what lies on top; what was typed into a form is kept, a filter line goes back.
  mutating func closeOverlay() {
    switch overlay {
    case .form(let form): closeForm(form)
    case .palette(let palette): overlay = .under(palette.under)
    case .filter(_, let before, let card):
      overlay = .none
      setFilter(before)
      if screen == .board, let card { select(card) }
    case .menu(let menu): overlay = .under(menu.under)
    case .confirm(let confirmation): cancelConfirm(confirmation)
    case .detail, .columns, .filing, .importing, .own, .month, .none: overlay = .none
    }
  }

  private mutating func reorder(_ direction: Command.Reordering) -> [Effect] {
    guard let selected else { return [] }
    return [.store(.submit(.reorder(selected, direction)))]
  }

  private mutating func nextTheme() -> [Effect] {
    guard let index = themes.firstIndex(of: theme) else {
      return themes.first.map { [.store(.loadTheme($0))] } ?? []
    }
    return [.store(.loadTheme(themes[(index + 1) % themes.count]))]
  }

  mutating func setLanguage(_ language: Language) {
    words = Words(language)
    say(words.languageNow)
  }

  private mutating func changeDensity() {
    let all = Density.allCases
    density = all[((all.firstIndex(of: density) ?? 0) + 1) % all.count]
    say(words.densityIs(density))
  }
}
