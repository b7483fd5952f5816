internal import Pipeline

/// What is known of each project as of a day, by its number, in a few numbers side by side.
struct HindsightRows: Sendable {
  /// How a project stood, in one byte.
  struct State: Hashable, Sendable {
    /// The stage's number; 0 for one that is in no column.
    private(set) var column: UInt8 = 0
    private var flags: UInt8 = 0

    /// The column it stood in; nil when the board did not show it.
    var stage: Stage? {
      get { Stage(rawValue: column) }
      set { column = newValue?.rawValue ?? 0 }
    }
    /// Whether it had begun and passes the filter, closed or not.
    var passes: Bool {
      get { flags & 1 != 0 }
      set { set(1, newValue) }
    }
    var isOpen: Bool {
      get { flags & 2 != 0 }
      set { set(2, newValue) }
    }
    /// Whether contacts with it count.
    var admitsContacts: Bool {
      get { flags & 4 != 0 }
      set { set(4, newValue) }
    }
    var isOngoing: Bool {
      get { flags & 8 != 0 }
      set { set(8, newValue) }
    }

    private mutating func set(_ flag: UInt8, _ isSet: Bool) {
      if isSet { flags |= flag } else { flags &= ~flag }
    }
  }

  private(set) var standing: [State]
  /// The last day on which anything happened, up to the day looked at, and the first after it.
  private var since: [Int32]
  private var until: [Int32]
  /// From when it is stale, if nothing happens; `.max` for never.
  private var staleFrom: [Int32]
  /// When its next step is due, as it is today; `.max` for never.
  private var due: [Int32]
  /// The stage's number of the column a card stands in today; 0 for one that is closed.
  private var today: [UInt8]

  init(upTo number: Int) {
    standing = Array(repeating: State(), count: number + 1)
    since = Array(repeating: .min, count: number + 1)
    until = Array(repeating: .max, count: number + 1)
    staleFrom = until
    due = until
    today = Array(repeating: 0, count: number + 1)
  }

  /// Notes what does not depend on the day.
  mutating func begin(_ course: borrowing Course, due: Day?) {
    let index = Int(course.id.number)
    self.due[index] = due?.number ?? .max
    if course.status(asOf: nil).isOpen, let last = course.entries.last {
      today[index] = last.stage.rawValue
    }
  }

  /// Notes what holds of a project from the day on until something happens to it.
  mutating func settle(
    _ course: borrowing Course, as state: State, at cutoff: Cutoff, _ thresholds: StaleThresholds
  ) {
    let index = Int(course.id.number)
    let day = cutoff.day
    var (last, next) = (Int32.min, Int32.max)
    func meet(_ date: CourseDate) {
      guard let settled = date.settled?.number, let first = date.earliest?.number else { return }
      if settled <= day.number {
        last = max(last, settled)
      } else if date.isSettled(by: cutoff) {
        // Counts today though it is not over: any other day asks again.
        last = .max
      } else {
        // A month that has begun counts from then on, if that day is today.
        next = min(next, max(first, day.number))
      }
    }
    for entry in course.entries { meet(entry.on) }
    for change in course.changes { meet(change.on) }
    for sign in course.signs { meet(CourseDate(settled: sign, span: 0)) }
    since[index] = last
    until[index] = next
    standing[index] = state
    staleFrom[index] =
      state.isOngoing ? course.staleFrom(asOf: cutoff, thresholds)?.number ?? .max : .max
  }

  /// The numbers of the projects to which something happened between the day looked at and another.
  func changed(by day: Day) -> [Int] {
    let number = day.number
    var changed: [Int] = []
    since.withUnsafeBufferPointer { since in
      until.withUnsafeBufferPointer { until in
        for index in since.indices where number < since[index] || number >= until[index] {
          changed.append(index)
        }
      }
    }
    return changed
  }

  /// The columns of a board, from top to bottom.
  ///
  /// Those that stand elsewhere today, or nowhere, follow by number.
  func columns(of pipeline: Pipeline) -> [[ProjectID]] {
    standing.withUnsafeBufferPointer { standing in
      var shown = Stage.allCases.map { stage in
        pipeline.column(stage).filter { standing[Int($0.number)].column == stage.rawValue }
      }
      for index in standing.indices {
        let column = standing[index].column
        if column != 0, column != today[index] {
          shown[Int(column) - 1].append(ProjectID(UInt32(index)))
        }
      }
      return shown
    }
  }

  /// What is late among the cards that are shown.
  func lateness(on day: Day) -> LateCounts {
    var counts = LateCounts()
    for index in standing.indices where standing[index].column != 0 && standing[index].isOpen {
      counts.open += 1
      if due[index] < day.number { counts.overdue += 1 }
      if staleFrom[index] <= day.number { counts.stale += 1 }
    }
    return counts
  }
}

extension Course {
  /// The first day on which the project is stale if nothing happens after a day on which it is
  /// ongoing; nil for never.
  fileprivate func staleFrom(asOf cutoff: Cutoff, _ thresholds: StaleThresholds) -> Day? {
    let day = cutoff.day
    guard let last = lastEntry(asOf: cutoff), let limit = thresholds[entries[last].stage] else {
      return nil
    }
    var sign = entries[last].on.settled.map { min($0, day) }
    for active in signs where active <= day {
      if sign.map({ active > $0 }) ?? true { sign = active }
    }
    guard let sign else { return nil }
    // Quiet days are never fewer than none.
    if limit < 0 { return sign }
    return sign.adding(Holds(of: self, asOf: cutoff).since(sign).over + limit + 1)
  }
}
