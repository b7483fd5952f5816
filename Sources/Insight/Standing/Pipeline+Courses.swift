internal import Pipeline

extension Pipeline {
  /// Goes over the courses of the projects that pass a filter at a moment, by number.
  ///
  /// The course handed out is the same one each time, filled anew. Few projects are taken apart when
  /// the filter asks for text, stages and status only, and none without a filter.
  ///
  /// - Complexity: O(entries, changes of status and activities of all projects).
  func forEachCourse(
    at moment: Moment, passing filter: Filter?, _ body: (borrowing Course) -> Void
  ) {
    var course = Course()
    var scan = filter.map { FilterScan($0) }
    for id in projects.numbers.lazy.map(ProjectID.init) where follow(id, into: &course) {
      if let filter {
        guard let last = course.lastEntry(asOf: moment.cutoff) else { continue }
        let verdict = scan?.verdict(
          on: id, course.entries[last].stage, course.status(asOf: moment.cutoff), in: self)
        let passes = verdict ?? self[id].map { filter.matches($0, in: self, at: moment) } ?? false
        if !passes { continue }
      }
      body(course)
    }
  }

  /// A project's amount as it is today.
  func amount(of id: ProjectID) -> Glance.AmountGlance {
    if let kept = keptGlance(at: id) { return kept.amount }
    return self[id].map { Glance.AmountGlance($0.amount) } ?? .missing
  }
}
