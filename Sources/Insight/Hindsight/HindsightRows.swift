internal import Pipeline

/// What is known of each project as of a day, by its number, in a few numbers side by side.
struct HindsightRows: Sendable {
  /// How a project stood.
  struct State: Hashable, Sendable {
    /// Whether it had begun and passes the filter.
    var passes = false
    /// Whether contacts with it count.
    var admitsContacts = false
  }

  private(set) var standing: [State]
  /// The last day on which anything happened, up to the day looked at, and the first after it.
  private var since: [Int32]
  private var until: [Int32]

  init(upTo number: Int) {
    standing = Array(repeating: State(), count: number + 1)
    since = Array(repeating: .min, count: number + 1)
    until = Array(repeating: .max, count: number + 1)
  }

  /// Notes what holds of a project from the day on until something happens to it.
  mutating func settle(
    _ id: ProjectID, _ history: StageHistory, as state: State, at cutoff: Cutoff
  ) {
    let index = Int(id.number)
    let day = cutoff.day
    var (last, next) = (Int32.min, Int32.max)
    func meet(_ date: SettledDate) {
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
    for entry in history.entries { meet(entry.on) }
    for change in history.changes { meet(change.on) }
    since[index] = last
    until[index] = next
    standing[index] = state
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
}
