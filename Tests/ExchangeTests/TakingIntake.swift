import Pipeline
import TestSupport

/// 2026-11-22, after everything in the tests.
let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

extension Pipeline {
  /// A pipeline that has taken in an intake and nothing else.
  init(taking intake: Intake) throws(Refusal) {
    self.init()
    try carryOut(.take(intake))
  }

  /// Decides a command and applies what it changes.
  mutating func carryOut(_ command: Command) throws(Refusal) {
    let events = try decide(command, today: today)
    for (part, event) in events.enumerated() {
      apply(
        RecordedEvent(
          sequence: version.next, id: "", part: part, parts: events.count,
          by: Actor(uid: 0, name: ""), host: "", recordedAt: 0, event: event))
    }
  }
}
