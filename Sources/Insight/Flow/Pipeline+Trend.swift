package import Pipeline

extension Pipeline {
  /// Counts what happened in each month by the day asked for.
  ///
  /// The population is the funnel's: projects that pass the filter and had begun, less those removed
  /// from the register. A date that is a month or a range counts in the month of its last day.
  ///
  /// - Complexity: O(entries and changes of status of all projects, and rows).
  package func trend(_ question: TrendQuestion, passing filter: Filter? = nil) -> Trend {
    var tally = TrendTally(question)
    forEachCourse(at: .asOf(question.asOf), passing: filter) { tally.add($0) }
    return tally.finish()
  }
}

/// A trend being counted, project by project.
private struct TrendTally {
  private let question: TrendQuestion
  /// By the number of the row: months since the year 0 over those of a step.
  private var rows: [Int: [[ProjectID]]] = [:]
  private var undated = TrendTally.nothing

  private static let nothing: [[ProjectID]] = Array(
    repeating: [], count: TrendMeasure.allCases.count)

  init(_ question: TrendQuestion) { self.question = question }

  mutating func add(_ project: borrowing Course) {
    let day = question.asOf
    guard let last = project.lastEntry(asOf: day) else { return }
    if let change = project.lastChange(asOf: day), project.changes[change].isRemoved { return }
    var hasBegun = false
    var isSigned = false
    for index in 0...last where project.entries[index].on.isSettled(by: day) {
      let entry = project.entries[index]
      if !hasBegun {
        hasBegun = true
        count(project.id, .entered, entry.on)
      }
      if entry.kind == .advance || entry.kind == .skip { count(project.id, .advanced, entry.on) }
      if entry.stage == .signing, !isSigned {
        isSigned = true
        count(project.id, .signed, entry.on)
      }
    }
    var wasClosed = false
    for change in project.changes where change.on.isSettled(by: day) {
      let isClosed = change.status == .lost || change.status == .withdrawn
      if isClosed, !wasClosed { count(project.id, .lost, change.on) }
      wasClosed = isClosed
    }
  }

  private mutating func count(_ id: ProjectID, _ measure: TrendMeasure, _ on: CourseDate) {
    guard let day = on.settled else {
      undated[measure.place].append(id)
      return
    }
    guard question.period.contains(day) else { return }
    rows[row(of: day), default: TrendTally.nothing][measure.place].append(id)
  }

  private func row(of day: Day) -> Int {
    let (year, month, _) = day.civil
    return (year * 12 + month - 1) / question.step.months
  }

  /// Every row from the first to the last, also those in which nothing happened.
  func finish() -> Trend {
    let end = row(of: min(question.period.to ?? question.asOf, question.asOf))
    guard let start = question.period.from.map(row(of:)) ?? rows.keys.min(), start <= end else {
      return Trend(question: question, rows: [], undated: undated)
    }
    let listed = (start...end).compactMap { number -> Trend.Row? in
      let month = number * question.step.months
      let after = month + question.step.months
      guard let first = Day(year: month / 12, month: month % 12 + 1, day: 1),
        let next = Day(year: after / 12, month: after % 12 + 1, day: 1)
          ?? Day(year: (after - 1) / 12, month: 12, day: 31)?.adding(1)
      else { return nil }
      return Trend.Row(
        first: first, last: next.adding(-1), events: rows[number] ?? TrendTally.nothing)
    }
    return Trend(question: question, rows: listed, undated: undated)
  }
}
