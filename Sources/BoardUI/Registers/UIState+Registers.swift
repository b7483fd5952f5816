internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Works out the requests that pass the filter, and their figures.
  mutating func refreshRequests() {
    let wanted = filterText.split(whereSeparator: \.isWhitespace)
      .compactMap { TextQuery(String($0)) }
    let passing = pipeline.requests(RequestQuestion(at: moment)).filter { request in
      let text = words.searchable(request)
      return wanted.allSatisfy { query in text.contains(where: query.matches) }
    }
    let figures = RequestFigures(of: passing, on: day)
    requests.show(passing, figures: figures, on: day)
  }

  mutating func refreshTargets() {
    targets.show(
      pipeline.targetProgress(at: moment), pipeline.clusterStandings(at: moment),
      pipeline.afterSigning(at: moment), in: day.civil.year)
  }

  // MARK: Moving about

  mutating func navigateRegister(_ action: Action) {
    switch screen {
    case .requests:
      requests.row = moved(
        requests.row, action, count: requests.requests.count, page: requestRows)
    default:
      let row = targets.row
      targets.row = moved(row, action, count: targets.lines.count, page: targetRows)
      targets.settle(towards: targets.row - row)
    }
  }

  /// How many lines of each there is room for.
  var requestRows: Int { RequestRoom(layout).list.height }
  var targetRows: Int { max(1, layout.body.height) }

  mutating func settleRegisters() {
    requests.top = scrolled(
      requests.top, row: requests.row, visible: max(1, requestRows),
      count: requests.requests.count)
    targets.top = scrolled(
      targets.top, row: targets.row, visible: targetRows, count: targets.lines.count)
    // The first figure is shown with its heading.
    if targets.row == 1 { targets.top = min(targets.top, max(0, 2 - targetRows)) }
  }

  // MARK: What is done

  /// Goes to an open request that an alert or the month speaks of.
  ///
  /// A filter of projects, whose words its firm and subject need not hold, is taken off.
  mutating func showRequest(_ id: RequestID?) {
    requests.scope = .open
    show(.requests)
    if !filterText.isEmpty, !requests.requests.contains(where: { $0.id == id }) { setFilter("") }
    requests.row = requests.requests.firstIndex { $0.id == id } ?? 0
  }

  /// Takes the selected request a step back; what was said of the later ones is kept for them.
  mutating func returnRequest() -> [Effect] {
    guard let request = requests.selected, let step = request.status.previous else { return [] }
    return [
      .store(.submit(.register(.advance(request.id, to: step, on: nil, RequestAnswer()))))
    ]
  }

  mutating func switchRequestScope() {
    let all = RequestsState.Scope.allCases
    choose(all[((all.firstIndex(of: requests.scope) ?? 0) + 1) % all.count])
  }

  mutating func choose(_ scope: RequestsState.Scope) {
    requests.scope = scope
    requests.row = 0
    refreshRequests()
  }

  /// Opens the selected target for a change, or the projects behind a figure.
  mutating func openTarget() {
    switch targets.selected {
    case .target: openForm(for: .editTarget)
    case .cluster(let standing, _):
      let name = standing.cluster?.name
      let ids = pipeline.projects.filter { project in
        project.cluster == name
          && project.standing(asOf: moment.cutoff)?.status.isOpen ?? false
      }.map(\.id)
      drill(into: ids, titled: name ?? words.noCluster)
    case .rate(let rate, _, _, _):
      let ids = rate.projects(of: pipeline.afterSigning(at: moment))
      drill(into: ids, titled: words.rate(rate))
    case .heading, nil: break
    }
  }
}
