internal import Pipeline

/// The days a project was on hold, as far as they are dated.
struct Holds: Sendable {
  private var spans: [(first: Day, end: Day)] = []
  /// Holds whose beginning or end has no date; their days cannot be told.
  private(set) var undated = 0

  /// Collects the holds of a project up to a day; one that goes on ends on that day.
  init(of project: Project, asOf day: Day) {
    // Most projects were never on hold: no memory is taken for them.
    var start: BusinessDate?
    for change in project.statuses where change.on.isSettled(by: day) {
      if let began = start {
        add(from: began, to: change.on.settled)
        start = nil
      }
      if change.status.kind == .hold { start = change.on }
    }
    if let start { add(from: start, to: day) }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// How many days of a span were spent on hold: never more than it has, also when holds written
  /// up out of order overlap.
  func days(from first: Day, to end: Day) -> Int {
    let held = spans.reduce(0) { days, span in
      days + max(0, min(span.end, end).days(since: max(span.first, first)))
    }
    return min(held, max(0, end.days(since: first)))
  }

  private mutating func add(from start: BusinessDate, to end: Day?) {
    guard let first = start.settled, let end else {
      undated += 1
      return
    }
    if first < end { spans.append((first, end)) }
  }
}
