package import Pipeline

/// The six columns of the board under a filter, now or as of a day.
package struct Snapshot: Hashable, Sendable {
  /// By `Stage.index`, from top to bottom.
  package let columns: [[ProjectID]]
  /// By `Stage.index`.
  package let totals: [AmountTotals]
  package let moment: Moment

  package func column(_ stage: Stage) -> [ProjectID] { columns[stage.index] }
  package func totals(_ stage: Stage) -> AmountTotals { totals[stage.index] }
  /// How many cards there are in all columns.
  package var count: Int { columns.reduce(0) { $0 + $1.count } }
}

extension Pipeline {
  /// The columns as they stand now, from glances alone.
  private func today(at moment: Moment) -> Snapshot {
    let totals = columns.map { column in
      var total = AmountTotals()
      for id in column { total.add(glance(at: id)?.amount ?? .missing) }
      return total
    }
    return Snapshot(columns: columns, totals: totals, moment: moment)
  }

  /// The columns of another day, or of today where something is dated later, from the courses of all projects.
  private func past(asOf cutoff: Cutoff, passing filter: Filter?) -> Snapshot {
    var shown: [[ProjectID]] = Array(repeating: [], count: Stage.allCases.count)
    var totals = Array(repeating: AmountTotals(), count: shown.count)
    // The column each card stands in then, from 1 on, by number; 0 for one that is not there.
    var standing = [UInt8](repeating: 0, count: Int(projects.lastNumber) + 1)
    // Those that stand elsewhere today, or nowhere.
    var moved: [ProjectID] = []
    forEachCourse(at: .upTo(cutoff), passing: filter) { course in
      guard let last = course.lastEntry(asOf: cutoff),
        filter != nil || course.status(asOf: cutoff).isOpen
      else { return }
      let stage = course.entries[last].stage
      standing[Int(course.id.number)] = stage.rawValue
      totals[stage.index].add(amount(of: course.id))
      let isInColumn =
        course.status(asOf: nil).isOpen && course.entries.last?.stage == stage
      if !isInColumn { moved.append(course.id) }
    }
    for stage in Stage.allCases {
      shown[stage.index] = columns[stage.index].filter {
        standing[Int($0.number)] == stage.rawValue
      }
    }
    for id in moved { shown[Int(standing[Int(id.number)]) - 1].append(id) }
    return Snapshot(columns: shown, totals: totals, moment: .upTo(cutoff))
  }

  /// The columns of the board.
  ///
  /// Cards stand in the order of the board. Those that are not in their column today, because the
  /// moment is another one or because the filter asks for closed projects, follow by number.
  ///
  /// - Complexity: O(n) in projects, and what the filter asks of each.
  package func snapshot(at moment: Moment, passing filter: Filter? = nil) -> Snapshot {
    if let cutoff = moment.cutoff { return past(asOf: cutoff, passing: filter) }
    if let filter { return sift(filter, on: moment.day).snapshot }
    return today(at: moment)
  }
}
