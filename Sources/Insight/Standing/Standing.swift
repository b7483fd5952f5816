package import Pipeline

/// Where a project stood on a day: its stage, since when, and its status.
///
/// Only what is known to have happened by that day counts. A month or a range counts from its last
/// day; an event without a date always counts. The descriptive fields of a project have no history,
/// so they are today's whatever the day.
package struct Standing: Hashable, Sendable {
  package let stage: Stage
  /// When that stage was entered.
  package let entered: BusinessDate
  /// The place of that entry in `project.entries`.
  package let entry: Int
  package let status: Status
  /// When the status began; nil when it was never changed.
  package let statusDate: BusinessDate?
}

extension Project {
  /// Where the project stood on a day, nil for how it stands now; nil when it had not begun.
  ///
  /// - Complexity: O(entries and changes of status).
  package func standing(asOf day: Day?) -> Standing? {
    guard let last = lastEntry(asOf: day) else { return nil }
    let change = lastStatus(asOf: day)
    return Standing(
      stage: entries[last].stage, entered: entries[last].on, entry: last,
      status: change.map { statuses[$0].status } ?? .ongoing,
      statusDate: change.map { statuses[$0].on })
  }

  /// The place of the entry that counts on a day; nil when the project had not begun.
  ///
  /// It has begun once a dated entry is sure to have happened, or when it began without a date; an
  /// undated later entry does not bring a project into a picture from before its beginning.
  func lastEntry(asOf day: Day?) -> Int? {
    guard let day else { return entries.count - 1 }
    return Standing.last(of: entries.lazy.map(\.on.settled), asOf: day)
  }

  func lastStatus(asOf day: Day?) -> Int? {
    guard let day else { return statuses.indices.last }
    return statuses.lastIndex { $0.on.isSettled(by: day) }
  }
}

extension Course {
  /// The place of the entry that counts on a day, nil for now; nil when the project had not begun.
  func lastEntry(asOf day: Day?) -> Int? {
    guard let day else { return entries.count - 1 }
    return Standing.last(of: entries.lazy.map(\.on.settled), asOf: day)
  }

  func lastChange(asOf day: Day?) -> Int? {
    guard let day else { return changes.indices.last }
    return changes.lastIndex { $0.on.isSettled(by: day) }
  }

  /// The status that counts on a day, nil for now.
  func status(asOf day: Day?) -> Status.Kind {
    lastChange(asOf: day).map { changes[$0].status } ?? .ongoing
  }
}

extension Standing {
  /// The place of the last day of entries that counts.
  fileprivate static func last(of settled: some Sequence<Day?>, asOf day: Day) -> Int? {
    var last: Int?
    var hasBegun = false
    var index = 0
    for entered in settled {
      defer { index += 1 }
      if let entered {
        guard entered <= day else { continue }
        hasBegun = true
      } else if index == 0 {
        hasBegun = true
      }
      last = index
    }
    return hasBegun ? last : nil
  }
}
