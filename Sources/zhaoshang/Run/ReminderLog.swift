internal import Pipeline
internal import Storage
internal import Wording

/// Which digests of a day went out, as the store's own events tell it.
///
/// Who begins one first, in the order that all machines see, sends it: two that start at the same time
/// do not send it twice, and one that is killed leaves behind that it had begun.
struct ReminderLog {
  private let store: any EventStore
  private let day: Day
  /// Events after this one are looked at.
  private var start: SequenceNumber

  /// How far back a day's reminders are looked for: whatever the zones, it ends within that.
  private static let span: Int64 = 48 * 3_600_000
  private static let page = 500

  init(_ store: any EventStore, of day: Day) {
    self.store = store
    self.day = day
    start = ReminderLog.beginning(store)
  }

  /// The number before the first event of the last two days.
  ///
  /// - Complexity: O(events of those days).
  private static func beginning(_ store: any EventStore) -> SequenceNumber {
    let earliest = Surroundings.milliseconds - span
    var end = store.pipeline.version.number
    while end > 0 {
      let first = end > UInt64(page) ? end - UInt64(page) : 0
      guard
        let events = try? store.events(after: SequenceNumber(first), limit: page),
        let oldest = events.first, oldest.recordedAt >= earliest
      else { return SequenceNumber(first) }
      end = first
    }
    return .origin
  }

  /// How far a person's digest has come; nil when nobody has begun it.
  func state(of person: String, _ workplace: Workplace) throws(Failure) -> Reminder.Step? {
    try claim(of: person, workplace)?.step
  }

  /// Begins a digest; false when somebody else was first.
  mutating func begin(
    _ person: String, _ count: Int, isForced: Bool, _ workplace: Workplace
  ) throws(Failure) -> Bool {
    let mine = try record(person, count, .begun, workplace)
    guard !isForced else { return true }
    return try claim(of: person, workplace)?.begunBy == mine
  }

  mutating func end(_ person: String, _ count: Int, _ step: Reminder.Step, _ workplace: Workplace)
    throws(Failure)
  {
    _ = try record(person, count, step, workplace)
  }

  private func record(
    _ person: String, _ count: Int, _ step: Reminder.Step, _ workplace: Workplace
  ) throws(Failure) -> SequenceNumber {
    let reminder = Reminder(person, of: day, step, count: count)
    do throws(StoreError) {
      let commit = try store.commit { _ in [.reminded(reminder)] }
      return commit.events.last?.sequence ?? .origin
    } catch {
      throw workplace.failure(error, pipeline: store.pipeline)
    }
  }

  /// The last step, and who had begun first since the last failure.
  private func claim(of person: String, _ workplace: Workplace) throws(Failure)
    -> (step: Reminder.Step, begunBy: SequenceNumber?)?
  {
    var found: (step: Reminder.Step, begunBy: SequenceNumber?)?
    var place = start
    while place < store.pipeline.version {
      let events: [RecordedEvent]
      do { events = try store.events(after: place, limit: ReminderLog.page) } catch {
        throw workplace.failure(error, pipeline: store.pipeline)
      }
      guard let end = events.last?.sequence else { break }
      for event in events {
        guard case .reminded(let reminder) = event.event, reminder.person == person,
          reminder.day == day
        else { continue }
        switch reminder.step {
        case .begun:
          if found?.begunBy == nil {
            found = (found?.step == .sent ? .sent : .begun, event.sequence)
          }
        case .sent: found = (.sent, found?.begunBy)
        case .failed: found = found?.step == .sent ? found : (.failed, nil)
        }
      }
      place = end
    }
    return found
  }
}
