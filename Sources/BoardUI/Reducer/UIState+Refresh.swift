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
    return Filter.parse(filterText, scope: scope, me: actor.name, thresholds: thresholds).filter
  }

  /// Opens on a filter and a day that were asked for.
  package mutating func begin(filter: String, asOf day: Day?) {
    filterText = filter
    asOf = day.flatMap { $0 < today ? $0 : nil }
    // The columns of today without a filter are those it was made with.
    if !filter.isEmpty || asOf != nil { refresh() }
  }

  /// Works out again what follows from the pipeline, the filter and the day.
  ///
  /// - Parameter wider: The filter that the columns stand for now, when nothing but the filter
  ///   changed; a narrower one is looked for among them only.
  /// - Complexity: O(projects) for the board and for the view that is shown; O(cards shown) for the
  ///   board when the filter only grew narrower.
  mutating func refresh(narrowing wider: String? = nil) {
    countLater()
    if isPlain {
      takeToday()
      refreshView()
      return
    }
    let open = filterText.isEmpty ? nil : filter(scope: .open)
    let narrowed = wider.map { Filter.narrows(from: $0, to: filterText) } ?? false
    if let (snapshot, late) = sift(open, isNarrowed: narrowed) ?? lookBack(passing: open) {
      columns = snapshot.columns
      totals = snapshot.totals
      warnings = Warnings(of: late)
    } else {
      let snapshot =
        if let open, narrowed {
          pipeline.snapshot(columns, at: moment, narrowedTo: open)
        } else {
          pipeline.snapshot(at: moment, passing: open)
        }
      columns = snapshot.columns
      totals = snapshot.totals
      countWarnings()
    }
    refreshView()
  }

  /// Finds the cards of today that pass a filter, among those shown when it only grew narrower; nil
  /// without a filter, and on a past day.
  private func sift(_ filter: Filter?, isNarrowed: Bool) -> (snapshot: Snapshot, late: LateCounts)?
  {
    guard moment.cutoff == nil, let filter else { return nil }
    return pipeline.sift(filter, on: today, among: isNarrowed ? columns : nil)
  }

  /// Takes events in and keeps up what follows from them.
  ///
  /// - Complexity: O(cards in the columns touched) on today's board without a filter, O(projects)
  ///   otherwise.
  mutating func take(_ events: [RecordedEvent], touching ids: Set<ProjectID>) {
    guard isPlain, ids.count <= 64 else {
      for event in events { pipeline.apply(event) }
      refresh()
      return
    }
    for id in ids { warnings.add(warnings(of: id), times: -1) }
    for event in events { pipeline.apply(event) }
    countLater()
    guard isPlain else { return refresh() }
    for id in ids { warnings.add(warnings(of: id), times: 1) }
    for stage in Stage.allCases {
      let column = pipeline.column(stage)
      // A column without a touched card is as it was; one that lost or holds one is summed again.
      let isTouched =
        column.count != columns[stage.index].count || ids.contains { pipeline[$0]?.stage == stage }
      guard isTouched else { continue }
      columns[stage.index] = column
      totals[stage.index] =
        pipeline.tally(of: column, today: today, thresholds: thresholds).totals
    }
    refreshView()
  }

  /// Today's columns without a filter, and what is counted of them, in one pass over the cards.
  private mutating func takeToday() {
    columns = Stage.allCases.map { pipeline.column($0) }
    totals = []
    warnings = Warnings()
    for column in columns {
      let tally = pipeline.tally(of: column, today: today, thresholds: thresholds)
      totals.append(tally.totals)
      warnings.add(
        Warnings(open: tally.open, overdue: tally.overdue, stale: tally.stale), times: 1)
    }
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

  private mutating func countWarnings() {
    var counted = Warnings()
    for column in columns {
      pipeline.forEachLateness(of: column, at: moment, thresholds: thresholds) { late in
        counted.add(Warnings(of: late), times: 1)
      }
    }
    warnings = counted
  }

  /// What a card adds to the counts; a closed one adds nothing.
  private func warnings(of id: ProjectID) -> Warnings {
    pipeline.lateness(of: id, at: moment, thresholds: thresholds).map { Warnings(of: $0) }
      ?? Warnings()
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
    timeline.path = pipeline.path(PathQuestion(at: moment, filter: filter))
    timeline.ids = everyone
    let row =
      timeline.style == .path
      ? line.flatMap { timeline.path.firstIndex(of: $0) }
      : card.flatMap { timeline.ids.firstIndex(of: $0) }
    timeline.row = row ?? timeline.row
    timeline.row = min(timeline.row, max(0, timeline.rowCount - 1))
  }

}

extension UIState.Warnings {
  fileprivate init(of late: Lateness) {
    self.init(open: 1, overdue: late.isOverdue ? 1 : 0, stale: late.isStale ? 1 : 0)
  }

  fileprivate init(of late: LateCounts) {
    self.init(open: late.open, overdue: late.overdue, stale: late.stale)
  }

  fileprivate mutating func add(_ other: Self, times: Int) {
    open += other.open * times
    overdue += other.overdue * times
    stale += other.stale * times
  }
}
