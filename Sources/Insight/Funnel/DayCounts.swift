/// How often each number of days occurred: enough for mean, median and maximum.
///
/// Counted by value, so that a hundred thousand visits need neither memory for each nor sorting.
package struct DayCounts: Hashable, Sendable {
  /// Occurrences by number of days.
  private var counts: [Int] = []
  package private(set) var count = 0
  private var sum = 0

  /// Beyond this many days (more than a thousand years) a figure is taken for this many.
  private static var limit: Int { 400_000 }

  package init() {}

  /// Adds a number so many times; less than no times takes out what was added.
  mutating func add(_ days: Int, times: Int) {
    let days = Swift.min(Swift.max(days, 0), Self.limit)
    if days >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: days + 1 - counts.count))
    }
    counts[days] += times
    count += times
    sum += days * times
    // The last one stands for the most, so nothing may be left of what is gone.
    while counts.last == 0 { counts.removeLast() }
  }

  mutating func add(_ other: DayCounts) {
    if other.counts.count > counts.count {
      counts.append(contentsOf: repeatElement(0, count: other.counts.count - counts.count))
    }
    for index in other.counts.indices { counts[index] += other.counts[index] }
    count += other.count
    sum += other.sum
  }

  package var mean: Double? { count == 0 ? nil : Double(sum) / Double(count) }
  /// The most days; nil when there are none.
  package var max: Int? { count == 0 ? nil : counts.count - 1 }

  /// The middle one, or halfway between the two in the middle.
  package var median: Double? {
    guard count > 0 else { return nil }
    let lower = value(at: (count - 1) / 2)
    return count % 2 == 1 ? Double(lower) : Double(lower + value(at: count / 2)) / 2
  }

  /// The value at a place in ascending order.
  private func value(at place: Int) -> Int {
    var passed = 0
    for days in counts.indices {
      passed += counts[days]
      if passed > place { return days }
    }
    return 0
  }
}
