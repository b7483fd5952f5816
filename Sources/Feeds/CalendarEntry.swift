package import Insight
package import Pipeline
package import Wording

/// One day's entry of a calendar feed: something that is due.
package struct CalendarEntry: Hashable, Sendable {
  /// The same as long as it is about the same thing, in whatever file of this store it stands.
  package let uid: String
  package var day: Day
  package var summary: String
  package var description: String
  package var categories: [String]
  /// How often it was changed since it was first written (RFC 5545, 3.8.7.4).
  package var sequence = 0
  /// Whether it was done, or is no longer to be done.
  package var isCancelled = false
  /// The day on which a feed first told it as cancelled.
  package var cancelledOn: Day?

  /// A count of changes as RFC 5545 can write it (3.3.8).
  static func sequence(_ count: Int) -> Int { min(max(count, 0), Int(Int32.max)) }
}

extension Pipeline {
  /// What a calendar shows: next steps, reviews and requests with a due day, by day.
  ///
  /// - Parameter store: The store's name among all, for the entries' own.
  package func calendar(
    at moment: Moment, passing filter: Filter?, of person: String?, store: String, in words: Words
  ) -> [CalendarEntry] {
    let entries: [(duty: Duty, entry: CalendarEntry)] = duties(at: moment, passing: filter)
      .compactMap { duty in
        guard let due = duty.due, person.map({ $0 == duty.person }) ?? true else { return nil }
        return (
          duty,
          CalendarEntry(
            uid: "\(duty.kind.rawValue)-\(duty.number)@\(store)", day: due,
            summary: words.calendarSummary(duty, in: self),
            description: words.calendarDescription(duty, in: self),
            categories: [words.duty(duty.kind)])
        )
      }
    return entries.sorted { ($0.entry.day, $0.entry.uid) < ($1.entry.day, $1.entry.uid) }
      .map(\.entry)
  }
}

extension [CalendarEntry] {
  /// The entries as the successors of those of an earlier file.
  ///
  /// One that was changed counts its changes. One that is there no more is told as cancelled, so
  /// that a calendar that only adds takes it away, and is forgotten after two months. One that comes
  /// back after that begins above whatever it may have counted to, at a hundred a day.
  ///
  /// - Parameter earlier: Nil when there is none.
  package func following(_ earlier: [CalendarEntry]?, on today: Day) -> [CalendarEntry] {
    // The days since 2026-01-01, before which no calendar was written.
    let start = earlier == nil ? 0 : Swift.max(0, 100 * (Int(today.number) - 20_454))
    let earlier = earlier ?? []
    let before = Dictionary(earlier.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    var followed = map { entry in
      var entry = entry
      guard let old = before[entry.uid] else {
        entry.sequence = CalendarEntry.sequence(start)
        return entry
      }
      entry.sequence = CalendarEntry.sequence(old.sequence + (entry.says(the: old) ? 0 : 1))
      return entry
    }
    let uids = Set(map(\.uid))
    for var old in earlier where !uids.contains(old.uid) {
      if !old.isCancelled { old.sequence = CalendarEntry.sequence(old.sequence + 1) }
      old.isCancelled = true
      let since = old.cancelledOn ?? today
      old.cancelledOn = since
      if since.adding(61) > today { followed.append(old) }
    }
    return followed
  }
}

extension CalendarEntry {
  private func content() -> [String] { [day.description, summary, description] + categories }

  fileprivate func says(the other: CalendarEntry) -> Bool {
    content() == other.content() && isCancelled == other.isCancelled
  }
}
