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
  /// The last event that was looked at.
  private var place: SequenceNumber
  private var claims: [String: Claim] = [:]

  /// A person's digest: the last step, and who had begun first since the last failure.
  private struct Claim {
    var step: Reminder.Step
    var begunBy: SequenceNumber?
  }

  /// How far back a day's reminders are looked for: whatever the zones, it ends within that.
  private static let span: Int64 = 48 * 3_600_000
  private static let page = 500

  init(_ store: any EventStore, of day: Day) {
    self.store = store
    self.day = day
    place = ReminderLog.beginning(store)
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
  mutating func state(of person: String, _ workplace: Workplace) throws(Failure) -> Reminder.Step? {
    try catchUp(workplace)
    return claims[person]?.step
  }

  /// Begins a digest; false when somebody else was first.
  mutating func begin(
    _ person: String, _ count: Int, isForced: Bool, _ workplace: Workplace
  ) throws(Failure) -> Bool {
    let mine = try record(person, count, .begun, workplace)
    guard !isForced else { return true }
    try catchUp(workplace)
    return claims[person]?.begunBy == mine
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

  /// Looks at the events that were stored since the last look.
  ///
  /// - Complexity: O(those events).
  private mutating func catchUp(_ workplace: Workplace) throws(Failure) {
    while place < store.pipeline.version {
      let events: [RecordedEvent]
      do { events = try store.events(after: place, limit: ReminderLog.page) } catch {
        throw workplace.failure(error, pipeline: store.pipeline)
      }
      guard let end = events.last?.sequence else { break }
      for event in events {
        if case .reminded(let reminder) = event.event, reminder.day == day {
          take(reminder, event.sequence)
        }
      }
      place = end
    }
  }

  private mutating func take(_ reminder: Reminder, _ sequence: SequenceNumber) {
    let before = claims[reminder.person]
    let isSent = before?.step == .sent
    switch reminder.step {
    case .begun where before?.begunBy == nil:
      claims[reminder.person] = Claim(step: isSent ? .sent : .begun, begunBy: sequence)
    case .begun: break
    case .sent: claims[reminder.person] = Claim(step: .sent, begunBy: before?.begunBy)
    case .failed where !isSent: claims[reminder.person] = Claim(step: .failed)
    case .failed: break
    }
  }
}
