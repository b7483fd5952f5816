internal import Pipeline

/// A question asked of one project after the other, each awake or asleep.
protocol ProjectVisitor {
  mutating func visit(_ project: some ProjectReading)
}

extension Pipeline {
  /// Shows a project where it is; nothing when there is none.
  @inline(__always)
  func show(_ id: ProjectID, to visitor: inout some ProjectVisitor) {
    if let asleep = asleep(id) {
      visitor.visit(asleep)
    } else {
      _ = projects.ask(id.number) { visitor.visit($0) }
    }
  }

  /// Goes over the histories of the projects that pass a filter at a moment, by number.
  ///
  /// - Complexity: O(entries and changes of status of all projects), and what the filter asks of each.
  func forEachHistory(
    at moment: Moment, passing filter: Filter?,
    _ body: (ProjectID, StageHistory, AmountFigure) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var visitor = HistoryVisitor(
        pipeline: self, moment: moment, scan: filter.map { FilterScan($0, at: moment) }, body: body)
      for number in projects.numbers { show(ProjectID(number), to: &visitor) }
    }
  }
}

private struct HistoryVisitor: ProjectVisitor {
  let pipeline: Pipeline
  let moment: Moment
  var scan: FilterScan?
  let body: (ProjectID, StageHistory, AmountFigure) -> Void

  mutating func visit(_ project: some ProjectReading) {
    let history = project.history(in: pipeline)
    if scan != nil {
      guard let standing = history.figures(asOf: moment.cutoff),
        scan?.passes(project, standing, in: pipeline) ?? true
      else { return }
    }
    body(project.id, history, project.amountFigure)
  }
}
