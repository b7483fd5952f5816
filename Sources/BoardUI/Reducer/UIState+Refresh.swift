package import Insight
package import Pipeline
internal import Wording

extension UIState {
  /// When the questions are asked: today, without what is dated later, or as of the day looked at.
  package var moment: Moment {
    if let asOf { return .asOf(asOf) }
    return later.dates.onBoard == 0 ? .now(today: today) : .upTo(.today(today))
  }

  /// Whether the columns are those of everything recorded, as the pipeline keeps them.
  private var isPlain: Bool { filterText.isEmpty && moment.cutoff == nil }

  /// Counts what is dated after today.
  ///
  /// - Complexity: O(1) as long as nothing is, and where nothing has changed since.
  private mutating func countLater() {
    if later.version == pipeline.version, later.today == today { return }
    later = KeptLater(
      dates: pipeline.laterDates(than: .today(today)), version: pipeline.version, today: today)
  }

  /// The filter that is typed; nil when there is none.
  func filter(scope: FilterScope) -> Filter? {
    if filterText.isEmpty && scope == .everything { return nil }
    var filter = (isKept ? kept : readFilter()).filter.scoped(scope)
    filter.thresholds = thresholds
    return filter
  }

  /// What cannot be read in the filter, or is nobody's.
  package var filterProblems: [FilterProblem] {
    filterText.isEmpty ? [] : (isKept ? kept : readFilter()).problems
  }

  private var isKept: Bool {
    kept.text == filterText && kept.version == pipeline.version && kept.me == actor.name
  }

  private func readFilter() -> KeptFilter {
    let (filter, problems) = Filter.parse(filterText, me: actor.name, in: pipeline)
    return KeptFilter(
      text: filterText, me: actor.name, version: pipeline.version, filter: filter,
      problems: problems)
  }

  /// Reads the filter anew when it, or the pipeline its names are looked up in, has changed.
  private mutating func keepFilter() {
    if !filterText.isEmpty, !isKept { kept = readFilter() }
  }

  /// Says why a filter finds nobody, or not what was meant.
  mutating func sayFilterProblem() {
    if let problem = filterProblems.first { say(words.filterProblem(problem), .bad) }
  }

  /// Opens on a filter and a day that were asked for.
  package mutating func begin(filter: String, asOf day: Day?) {
    filterText = filter
    asOf = day.flatMap { $0 < today ? $0 : nil }
    // The columns of today without a filter are those it was made with.
    if !filter.isEmpty || asOf != nil { refresh() }
    sayFilterProblem()
  }

  /// Works out again what follows from the pipeline, the filter and the day.
  ///
  /// - Parameter wider: The filter that the columns stand for now, when nothing but the filter
  ///   changed; a narrower one is looked for among them only.
  /// - Complexity: O(projects) for the board and for the view that is shown; O(cards shown) for the
  ///   board when the filter only grew narrower.
  mutating func refresh(narrowing wider: String? = nil) {
    countLater()
    keepFilter()
    let narrowed = wider.map { Filter.narrows(from: $0, to: filterText) } ?? false
    board = pipeline.snapshot(
      at: moment, passing: filterText.isEmpty ? nil : filter(scope: .open), thresholds: thresholds,
      in: boardOrder, among: narrowed ? columns : nil)
    refreshView()
  }

  /// Takes events in and keeps up what follows from them.
  ///
  /// - Complexity: O(cards in the columns touched) on today's board without a filter, O(projects)
  ///   otherwise.
  mutating func take(_ events: [RecordedEvent], touching ids: Set<ProjectID>) {
    let before = isPlain ? stages(of: ids) : []
    for event in events { pipeline.apply(event) }
    countLater()
    keepFilter()
    guard isPlain, board.moment == moment, board.order == boardOrder, ids.count <= 64 else {
      return refresh()
    }
    // A column without a touched card, now or before, is as it was.
    let touched = before.union(stages(of: ids))
    let changed = Stage.allCases.filter {
      touched.contains($0)
        || (boardOrder == .byHand
          ? pipeline.column($0) != columns[$0.index]
          : pipeline.column($0).count != columns[$0.index].count)
    }
    board.renew(changed, of: pipeline, thresholds: thresholds)
    refreshView()
  }

  private func stages(of ids: Set<ProjectID>) -> Set<Stage> {
    Set(ids.compactMap { pipeline[$0]?.stage })
  }

  private mutating func refreshView() {
    switch screen {
    case .board: break
    case .list: refreshList()
    case .funnel: refreshFunnel()
    case .timeline: refreshTimeline()
    case .agenda:
      agenda.show(
        pipeline.agenda(at: moment, passing: filter(scope: .open)),
        alerts: pipeline.alerts(
          at: moment, passing: filterText.isEmpty ? nil : filter(scope: .open)))
    case .requests: refreshRequests()
    case .targets: refreshTargets()
    case .report, .history: break
    }
  }

  mutating func refreshList() {
    let selected = list.selected
    let drill = list.drill
    list.ids = inOrder(
      drill.map { drill in everyone.filter { drill.ids.contains($0) } } ?? everyone)
    var totals = AmountTotals()
    for id in list.ids { totals.add(pipeline[id]?.amount) }
    list.totals = totals
    list.row = selected.flatMap { list.ids.firstIndex(of: $0) } ?? list.row
  }

  /// Everybody who passes the filter at the moment, closed ones too, by number.
  private var everyone: [ProjectID] {
    let filter = filter(scope: .everything)
    guard let filter else {
      // Now, everybody has begun.
      return moment.cutoff == nil
        ? pipeline.projects.numbers.map(ProjectID.init)
        : pipeline.projects.filter { $0.standing(asOf: moment.cutoff) != nil }.map(\.id)
    }
    return pipeline.ids(passing: filter, at: moment)
  }

  mutating func refreshFunnel() {
    let filter = filter(scope: .everything)
    let shown = flow.selected?.first
    countFunnel(passing: filter)
    funnel.groups =
      funnel.grouping.map { pipeline.funnels(by: $0, funnelQuestion, passing: filter) } ?? []
    selectTrend(at: shown)
    compareFlow(passing: filter)
    funnel.row = min(funnel.row, funnel.rowCount - 1)
  }

  private mutating func refreshTimeline() {
    let filter = filter(scope: .everything)
    let line = timeline.path.indices.contains(timeline.row) ? timeline.path[timeline.row] : nil
    let card = timeline.selected
    // The newest first: what is filed stays in the order of its dates.
    timeline.path = pipeline.path(PathQuestion(at: moment, filter: filter)).reversed()
    timeline.ids = everyone
    let row =
      timeline.style == .path
      ? line.flatMap { timeline.path.firstIndex(of: $0) }
      : card.flatMap { timeline.ids.firstIndex(of: $0) }
    timeline.row = row ?? timeline.row
    timeline.row = min(timeline.row, max(0, timeline.rowCount - 1))
  }

}
