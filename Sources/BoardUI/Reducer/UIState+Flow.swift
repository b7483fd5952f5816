internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// What the funnel is asked for: the day, the period and the dwell rule of the view.
  var funnelQuestion: FunnelQuestion {
    let period = flow.period(on: day)
    return FunnelQuestion(
      at: moment,
      cohort: flow.basis == .cohort ? period.map { FunnelQuestion.Cohort(in: $0) } : nil,
      flow: period, dwell: flow.dwell)
  }

  /// Keeps the trend's row on the days it was on.
  mutating func selectTrend(at first: Day?) {
    let rows = flow.trend?.rows ?? []
    flow.row =
      first.flatMap { first in rows.firstIndex { $0.first <= first && first <= $0.last } }
      ?? max(0, rows.count - 1)
  }

  /// Counts the comparison when it is shown.
  mutating func compareFlow(passing filter: Filter?) {
    flow.comparison =
      flow.page == .comparison
      ? subject.map {
        pipeline.comparison(
          of: $0, FunnelQuestion(at: moment, dwell: flow.dwell), passing: filter)
      } : nil
  }

  /// What is compared, for the day looked at; nil when there are no two lead units.
  private var subject: ComparisonSubject? {
    switch flow.compared {
    case .monthEarlier: return .days(day.earlier(months: 1), day)
    case .yearEarlier: return .days(day.earlier(months: 12), day)
    case .chosen(let subject): return subject
    case .largestLeads:
      var counts: [String: Int] = [:]
      for project in pipeline.projects {
        for unit in project.lead { counts[unit, default: 0] += 1 }
      }
      let largest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
      return largest.count == 2 ? .groups(.lead, largest[0].key, largest[1].key) : nil
    }
  }

  /// Goes to the trend and back.
  mutating func switchTrend() {
    flow.page = flow.page == .trend ? .figures : .trend
    refreshFunnel()
  }

  /// Goes through what can be compared without typing, and then back to the figures.
  mutating func switchComparison() {
    let round = FlowState.Compared.round
    if flow.page != .comparison {
      flow.compared = round[0]
      flow.page = .comparison
    } else if let index = round.firstIndex(of: flow.compared), index + 1 < round.count {
      flow.compared = round[index + 1]
    } else {
      flow.page = .figures
    }
    refreshFunnel()
    if flow.page == .comparison, flow.comparison == nil {
      flow.page = .figures
      say(words.nothingToCompare)
    }
  }

  /// Compares what was typed, or says what can be typed.
  mutating func compare(_ text: String) {
    let operands = text.split(separator: " ").map(String.init)
    guard let subject = ComparisonSubject(spoken: operands, today: today, on: day, in: pipeline)
    else {
      say(words.cannotCompare, .bad)
      return
    }
    flow.compared = .chosen(subject)
    flow.page = .comparison
    show(.funnel)
  }

  mutating func switchDwell() {
    let all = DwellRule.allCases
    flow.dwell = all[((all.firstIndex(of: flow.dwell) ?? 0) + 1) % all.count]
    refreshFunnel()
    say(words.dwellLabel + ": " + words.dwellRule(flow.dwell))
  }

  mutating func switchPeriod() {
    let all = FlowState.Span.round
    choose(all[((all.firstIndex(of: flow.span) ?? all.count - 1) + 1) % all.count])
  }

  mutating func choose(_ span: FlowState.Span) {
    flow.span = span
    refreshFunnel()
    sayBasis()
  }

  mutating func switchBasis() {
    flow.basis = flow.basis == .cohort ? .flow : .cohort
    refreshFunnel()
    sayBasis()
  }

  private mutating func sayBasis() {
    say(
      words.periodLabel + ": " + words.period(flow.period(on: day)) + " / "
        + (flow.basis == .cohort ? words.cohortName : words.flowName))
  }

  mutating func navigateFlow(_ action: Action) {
    guard flow.page == .trend else {
      let count = flow.page == .comparison ? Stage.allCases.count : funnel.rowCount
      funnel.row = moved(funnel.row, action, count: count, page: 6)
      return
    }
    let all = TrendMeasure.allCases
    switch action {
    case .previousCard: flow.measure = all[max(0, flow.measure.place - 1)]
    case .nextCard: flow.measure = all[min(all.count - 1, flow.measure.place + 1)]
    case .previousStage: moveTrend(.previousCard)
    case .nextStage: moveTrend(.nextCard)
    default: moveTrend(action)
    }
  }

  /// Months run from left to right: what moves along a list moves along them.
  private mutating func moveTrend(_ action: Action) {
    flow.row = moved(
      flow.row, action, count: flow.trend?.rows.count ?? 0,
      page: FunnelPanes(self).trendColumns(of: self))
  }

  mutating func switchWeight() {
    let all = FunnelWeight.allCases
    funnel.weight = all[((all.firstIndex(of: funnel.weight) ?? 0) + 1) % all.count]
    say(words.weightLabel + ": " + words.weight(funnel.weight))
  }

  /// Opens the projects behind the selected bar, or behind a stage of the comparison.
  ///
  /// - Returns: Whether the page is one of these.
  mutating func drillIntoFlow() -> Bool {
    switch flow.page {
    case .figures: return false
    case .trend:
      guard let row = flow.selected else { return true }
      drill(
        into: row.projects(flow.measure),
        titled: words.trendRow(row, by: flow.step) + " " + words.trendMeasure(flow.measure))
    case .comparison:
      guard let comparison = flow.comparison, funnel.row < Stage.allCases.count else { return true }
      let stage = Stage.allCases[funnel.row]
      let ids = comparison.projects(funnel.method.set, at: stage)
      if ids.isEmpty {
        say(words.nothingDiffers)
      } else {
        drill(into: ids, titled: words.compareTitle + " " + words.stage(stage))
      }
    }
    return true
  }

  mutating func drill(into ids: [ProjectID], titled title: String) {
    list.ids = []
    list.row = 0
    show(.list, drill: ListState.Drill(title: title, ids: Set(ids), origin: screen))
  }

  /// The projects that entered a stage in the period, when entries are what is counted.
  func entered(_ stage: Stage, in report: Funnel) -> [ProjectID] {
    let period = flow.period(on: day) ?? Period()
    return report.projects(.reachedAny, at: stage).filter { id in
      pipeline[id]?.entries.contains { entry in
        guard entry.stage == stage, let settled = entry.on.settled else { return false }
        return settled <= day && period.contains(settled)
      } ?? false
    }
  }
}

extension Day {
  /// The same day of an earlier month, or its last day when it is shorter.
  fileprivate func earlier(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 - months
    let (earlierYear, earlierMonth) = (index / 12, index % 12 + 1)
    let length = Day.length(ofMonth: earlierMonth, year: earlierYear)
    return Day(year: earlierYear, month: earlierMonth, day: min(day, length)) ?? self
  }
}
