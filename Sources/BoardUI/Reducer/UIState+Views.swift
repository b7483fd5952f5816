package import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Shows what passes a filter, or everybody again where it is that one already.
  mutating func toggleFilter(_ text: String) {
    setFilter(filterText == text ? "" : text)
    say(filterText.isEmpty ? words.everybodyShown : words.filterChip(filterText))
  }

  /// Shows mine; where somebody's are shown already, asks whose.
  mutating func showMine() {
    guard filterText.hasPrefix(words.ownerFilterStart) else {
      return toggleFilter(words.mineFilter)
    }
    var palette = Palette(isHelp: false, over: openCard)
    palette.editor.set((ActionTable.row(.mine)?.command(words) ?? "") + " ")
    overlay = .palette(palette)
  }

  /// Shows what somebody is responsible for; nil for everybody's.
  mutating func show(whose name: String?) {
    overlay = .none
    setFilter(name.map(words.ownerFilter) ?? "")
    say(name == nil ? words.everybodyShown : words.filterChip(filterText))
    sayFilterProblem()
  }

  /// Changes between late cards first and the order by hand; the chosen card stays chosen.
  mutating func switchBoardOrder() {
    let card = selected
    boardOrder = boardOrder == .lateFirst ? .byHand : .lateFirst
    refresh()
    if let card { select(card) }
    say(words.orderedBy(boardOrder))
  }

  /// Shows cards in the order and as closely as on this person's last board.
  package mutating func resume(order: BoardOrder?, density: Density?) {
    if let density { self.density = density }
    guard let order, order != boardOrder else { return }
    boardOrder = order
    refresh()
  }

  mutating func sortList() {
    let all = list.columns
    let next = all.firstIndex(of: list.order).map { ($0 + 1) % all.count } ?? 0
    sortList(by: all[next], isReversed: false)
  }

  mutating func sortList(by column: ProjectColumn, isReversed: Bool) {
    list.order = column
    list.isReversed = isReversed
    refreshList()
    list.row = 0
    say(words.sortedBy(words.heading(of: column), isDescending: list.isDescending))
  }

  mutating func switchMethod() {
    switch screen {
    case .funnel where flow.page == .trend:
      flow.step = flow.step == .month ? .quarter : .month
      refreshFunnel()
    case .funnel:
      let all = FunnelMethod.allCases
      funnel.method = all[((all.firstIndex(of: funnel.method) ?? 0) + 1) % all.count]
    case .timeline:
      timeline.style = timeline.style == .path ? .strips : .path
      timeline.row = 0
    case .report: nextReport()
    case .board, .list, .agenda, .history, .requests, .targets: break
    }
  }

  mutating func switchDimension() {
    let all: [FunnelGrouping?] = [nil] + FunnelGrouping.allCases
    let index = all.firstIndex(of: funnel.grouping) ?? 0
    funnel.grouping = all[(index + 1) % all.count]
    refreshFunnel()
  }

  /// Opens the cards behind the selected row of the funnel.
  mutating func drillIntoFunnel() {
    if drillIntoFlow() { return }
    guard let report = funnel.report else { return }
    let title: String
    let ids: [ProjectID]
    if funnel.row < Stage.allCases.count {
      let stage = Stage.allCases[funnel.row]
      let isFlow = flow.basis == .flow
      title =
        (isFlow ? words.flowColumn : words.method(funnel.method)) + " " + words.stage(stage)
      ids =
        isFlow ? entered(stage, in: report) : report.projects(funnel.method.set, at: stage)
    } else {
      let index = funnel.row - Stage.allCases.count
      guard funnel.groups.indices.contains(index), let grouping = funnel.grouping else { return }
      title = words.groupName(funnel.groups[index].key, grouping)
      ids = funnel.groups[index].funnel.projects
    }
    drill(into: ids, titled: title)
  }
}
