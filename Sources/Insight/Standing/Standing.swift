package import Pipeline

/// Where a project stood on a day: its stage, since when, and its status.
///
/// Only what a ``Cutoff`` lets in counts. The descriptive fields of a project have no history,
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
  /// Where the project stood in a picture, nil for one of everything recorded; nil when it had not begun.
  ///
  /// - Complexity: O(entries and changes of status).
  package func standing(asOf cutoff: Cutoff?) -> Standing? {
    guard let last = lastEntry(asOf: cutoff) else { return nil }
    let change = lastStatus(asOf: cutoff)
    return Standing(
      stage: entries[last].stage, entered: entries[last].on, entry: last,
      status: change.map { statuses[$0].status } ?? .ongoing,
      statusDate: change.map { statuses[$0].on })
  }

  /// Where the project stood at the end of a past day.
  package func standing(asOf day: Day) -> Standing? { standing(asOf: Cutoff(day)) }

  /// The place of the entry that counts; nil when the project had not begun.
  ///
  /// It has begun once a dated entry is sure to have happened, or when it began without a date; an
  /// undated later entry does not bring a project into a picture from before its beginning.
  func lastEntry(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return entries.count - 1 }
    return Standing.last(of: entries.lazy.map { CourseDate($0.on) }, asOf: cutoff)
  }

  func lastStatus(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return statuses.indices.last }
    return statuses.lastIndex { $0.on.isSettled(by: cutoff) }
  }
}

extension Course {
  /// The place of the entry that counts, of the last one without a cut-off; nil when the project had not begun.
  func lastEntry(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return entries.count - 1 }
    return Standing.last(of: entries.lazy.map(\.on), asOf: cutoff)
  }

  func lastChange(asOf cutoff: Cutoff?) -> Int? {
    guard let cutoff else { return changes.indices.last }
    return changes.lastIndex { $0.on.isSettled(by: cutoff) }
  }

  /// The status that counts, the last one without a cut-off.
  func status(asOf cutoff: Cutoff?) -> Status.Kind {
    lastChange(asOf: cutoff).map { changes[$0].status } ?? .ongoing
  }
}

extension Standing {
  /// The place of the last day of entries that counts.
  fileprivate static func last(of dates: some Sequence<CourseDate>, asOf cutoff: Cutoff) -> Int? {
    var last: Int?
    var hasBegun = false
    var index = 0
    for entered in dates {
      defer { index += 1 }
      if entered.settled != nil {
        guard entered.isSettled(by: cutoff) else { continue }
        hasBegun = true
      } else if index == 0 {
        hasBegun = true
      }
      last = index
    }
    return hasBegun ? last : nil
  }
}
