internal import Pipeline

/// A trend being counted, project by project.
struct TrendTally {
  private static let measures = TrendMeasure.allCases.count

  /// The cut-off may be another one for each project that is counted.
  var question: TrendQuestion
  /// Who did what in each row, by the row's number less the first one's, and the place of the measure.
  private var events: [[ProjectID]] = []
  /// The number of the first row: months since the year 0 over those of a step.
  private var firstRow = 0
  private var undated = Array(repeating: [ProjectID](), count: measures)
  private var found: [Fact] = []

  /// Something that a trend counts.
  private struct Fact: Hashable {
    let measure: Int
    /// Nil without a date.
    let row: Int?
  }

  init(_ question: TrendQuestion) { self.question = question }

  /// Counts a project; each has to have a higher number than those before.
  mutating func add(_ id: ProjectID, _ history: StageHistory) {
    found.removeAll(keepingCapacity: true)
    collect(history)
    for fact in found { put(id, fact) { $0.append($1) } }
  }

  /// Counts a project of another day than it was counted of, the one that ``question`` asks for now.
  ///
  /// - Parameters:
  ///   - old: The cut-off it was counted of; nil when it is not in yet.
  ///   - isIn: Whether it is counted now.
  mutating func change(
    _ id: ProjectID, _ history: StageHistory, from old: Cutoff?, isIn: Bool
  ) {
    let cutoff = question.cutoff
    found.removeAll(keepingCapacity: true)
    if let old {
      question.cutoff = old
      collect(history)
      question.cutoff = cutoff
    }
    let before = found
    found.removeAll(keepingCapacity: true)
    if isIn { collect(history) }
    if before == found { return }
    // A handful each: what stays is left where it is.
    var gone = before
    for fact in found {
      if let index = gone.firstIndex(of: fact) {
        gone.remove(at: index)
      } else {
        put(id, fact) { $0.insert($1, at: $0.firstPlace(of: $1)) }
      }
    }
    for fact in gone {
      put(id, fact) { ids, id in
        let place = ids.firstPlace(of: id)
        if place < ids.count, ids[place] == id { ids.remove(at: place) }
      }
    }
  }

  private mutating func collect(_ project: StageHistory) {
    let cutoff = question.cutoff
    guard let last = project.lastEntry(asOf: cutoff) else { return }
    if let change = project.lastChange(asOf: cutoff), project.changes[change].isRemoved { return }
    if let first = project.firstEntry(asOf: cutoff) { note(.entered, project.entries[first].on) }
    for index in 0...last where project.counts(entry: index, by: cutoff) {
      let entry = project.entries[index]
      if entry.kind == .advance || entry.kind == .skip { note(.advanced, entry.on) }
    }
    if let first = project.firstEntry(into: .signing, asOf: cutoff) {
      note(.signed, project.entries[first].on)
    }
    var wasClosed = false
    for index in project.changes.indices where project.counts(change: index, by: cutoff) {
      let change = project.changes[index]
      // What was merged and parted again was never lost.
      let isClosed = (change.status == .lost || change.status == .withdrawn) && !change.isRemoved
      if isClosed, !wasClosed { note(.lost, change.on) }
      wasClosed = isClosed
    }
  }

  private mutating func note(_ measure: TrendMeasure, _ on: SettledDate) {
    guard let day = on.settled else {
      found.append(Fact(measure: measure.place, row: nil))
      return
    }
    guard question.period.contains(day) else { return }
    found.append(Fact(measure: measure.place, row: row(of: day)))
  }

  private mutating func put(
    _ id: ProjectID, _ fact: Fact, _ change: (inout [ProjectID], ProjectID) -> Void
  ) {
    guard let row = fact.row else { return change(&undated[fact.measure], id) }
    makeRoom(for: row)
    change(&events[(row - firstRow) * Self.measures + fact.measure], id)
  }

  private mutating func makeRoom(for row: Int) {
    if events.isEmpty { firstRow = row }
    let before = firstRow - row
    if before > 0 {
      events.insert(contentsOf: repeatElement([], count: before * Self.measures), at: 0)
      firstRow = row
    }
    let missing = (row - firstRow + 1) * Self.measures - events.count
    if missing > 0 { events.append(contentsOf: repeatElement([], count: missing)) }
  }

  private func row(of day: Day) -> Int {
    let (year, month, _) = day.civil
    return (year * 12 + month - 1) / question.step.months
  }

  /// Every row from the first to the last, also those in which nothing happened.
  func finish() -> Trend {
    let end = row(of: min(question.period.to ?? question.asOf, question.asOf))
    guard let start = question.period.from.map(row(of:)) ?? earliest, start <= end else {
      return Trend(question: question, rows: [], undated: undated)
    }
    let listed = (start...end).compactMap { number -> Trend.Row? in
      let month = number * question.step.months
      let after = month + question.step.months
      guard let first = Day(year: month / 12, month: month % 12 + 1, day: 1),
        let next = Day(year: after / 12, month: after % 12 + 1, day: 1)
          ?? Day(year: (after - 1) / 12, month: 12, day: 31)?.adding(1)
      else { return nil }
      return Trend.Row(first: first, last: next.adding(-1), events: events(in: number))
    }
    return Trend(question: question, rows: listed, undated: undated)
  }

  /// The number of the first row in which anything happened.
  private var earliest: Int? {
    events.firstIndex { !$0.isEmpty }.map { firstRow + $0 / Self.measures }
  }

  private func events(in row: Int) -> [[ProjectID]] {
    let start = (row - firstRow) * Self.measures
    guard start >= 0, start < events.count else {
      return Array(repeating: [], count: Self.measures)
    }
    return Array(events[start..<start + Self.measures])
  }
}

extension [ProjectID] {
  /// Where a number stands among ascending ones, or would have to stand.
  fileprivate func firstPlace(of id: ProjectID) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
