/// How far the digest of a day for one person has come: facts, no change to any project.
///
/// Whoever begins one first in the order of events sends it; nobody else does.
package struct Reminder: Hashable, Sendable {
  package enum Step: String, CaseIterable, Sendable {
    /// It is being handed on; without a later step it is not known whether it went out.
    case begun
    case sent
    /// It was not taken, and may be begun again.
    case failed
  }

  package var person: String
  package var day: Day
  package var step: Step
  /// How many items it names.
  package var count: Int

  package init(_ person: String, of day: Day, _ step: Step, count: Int) {
    self.person = person
    self.day = day
    self.step = step
    self.count = count
  }
}
