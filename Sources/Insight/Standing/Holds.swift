internal import Pipeline

/// The days a project was on hold, as far as they are dated.
struct Holds: Sendable {
  private var spans: [(first: Day, end: Day)] = []
  /// When the hold that is being followed began.
  private var start: SettledDate?
  /// When the hold began that goes on, if that is known; it is no span before its first day is over.
  private var goesOnFrom: Day?
  /// How many of the spans are over; nil for all.
  private var ended: Int?
  /// Holds whose beginning or end has no date; their days cannot be told.
  private(set) var undated = 0

  /// Collects the holds of a project up to a day; one that goes on ends on that day.
  init(of history: StageHistory, asOf cutoff: Cutoff) {
    for index in history.changes.indices where history.counts(change: index, by: cutoff) {
      let change = history.changes[index]
      take(isHold: change.status == .hold, on: change.on)
    }
    finish(on: cutoff.day)
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

  /// The days on hold since a day, of the holds that are over, and from when the one that goes on
  /// takes away every day: what ``days(from:to:)`` adds up to until something happens.
  func since(_ first: Day) -> (over: Int, goesOnFrom: Day?) {
    let over = spans.prefix(ended ?? spans.count).reduce(0) { days, span in
      days + max(0, span.end.days(since: max(span.first, first)))
    }
    return (over, goesOnFrom.map { max($0, first) })
  }

  // Most projects were never on hold: no memory is taken for them.
  private mutating func take(isHold: Bool, on date: SettledDate) {
    if let began = start {
      add(from: began, to: date.settled)
      start = nil
    }
    if isHold { start = date }
  }

  private mutating func finish(on day: Day) {
    guard let start else { return }
    add(from: start, to: day)
    goesOnFrom = start.settled
    if let goesOnFrom, goesOnFrom < day { ended = spans.count - 1 } else { ended = spans.count }
  }

  private mutating func add(from start: SettledDate, to end: Day?) {
    guard let first = start.settled, let end else {
      undated += 1
      return
    }
    if first < end { spans.append((first, end)) }
  }
}
