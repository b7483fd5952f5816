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
  /// The last event that was looked at: all are, for the clocks that dated them are many, and some go
  /// back.
  private var place: SequenceNumber
  private var claims: [String: Claim] = [:]
  /// Of earlier days: the last digest of each person that was begun, and of which nothing was heard.
  private var unknown: [String: Day] = [:]

  /// A person's digest: the last step, and who had begun first since the last failure.
  private struct Claim {
    var step: Reminder.Step
    var begunBy: SequenceNumber?
    /// When it was begun, in milliseconds since 1970 by the clock of whoever did.
    var begunAt: Int64 = 0
  }

  private static let page = 2000

  init(_ store: any EventStore, of day: Day) {
    self.store = store
    self.day = day
    place = .origin
  }

  /// How far a person's digest has come; nil when nobody has begun it.
  mutating func state(of person: String, _ workplace: Workplace) throws(Failure) -> Reminder.Step? {
    try catchUp(workplace)
    return claims[person]?.step
  }

  /// Whose last digest of an earlier day was cut off: nobody knows whether it went out.
  mutating func cutOff(_ workplace: Workplace) throws(Failure) -> [(person: String, day: Day)] {
    try catchUp(workplace)
    return unknown.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { (person: $0.key, day: $0.value) }
  }

  /// Whether a digest was begun so lately that its program may still be at it.
  func isFresh(_ person: String) -> Bool {
    guard let claim = claims[person], claim.step == .begun else { return false }
    return (0..<ReminderPost.patience).contains(Surroundings.milliseconds - claim.begunAt)
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
        guard case .reminded(let reminder) = event.event else { continue }
        if reminder.day == day {
          take(reminder, event.sequence, at: event.recordedAt)
        } else if reminder.step == .begun {
          unknown[reminder.person] = reminder.day
        }
        // What went out later names what is still to be done.
        if reminder.step != .begun { unknown[reminder.person] = nil }
      }
      place = end
    }
  }

  private mutating func take(
    _ reminder: Reminder, _ sequence: SequenceNumber, at moment: Int64
  ) {
    let before = claims[reminder.person]
    let isSent = before?.step == .sent
    switch reminder.step {
    case .begun where before?.begunBy == nil:
      claims[reminder.person] = Claim(
        step: isSent ? .sent : .begun, begunBy: sequence, begunAt: moment)
    case .begun: break
    case .sent: claims[reminder.person] = Claim(step: .sent, begunBy: before?.begunBy)
    case .failed where !isSent: claims[reminder.person] = Claim(step: .failed)
    case .failed: break
    }
  }
}
