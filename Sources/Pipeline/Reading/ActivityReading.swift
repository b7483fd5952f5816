/// What counts of contacts ask of an activity, whether it is awake or asleep.
package protocol ActivityReading {
  var kind: ActivityKind { get }
  var on: SettledDate { get }
  /// How many real occurrences it stands for.
  var times: Int { get }
  /// The first project it was for, and the others.
  var project: ProjectID? { get }
  var otherProjects: ArraySlice<ProjectID> { get }
  var line: RecordedName? { get }
  var trip: RecordedName? { get }
}

/// A name as its record has it.
package enum RecordedName: Hashable, Sendable {
  case own(String)
  case shared(SharedText)
}

extension Activity: ActivityReading {
  package var kind: ActivityKind { facts.kind }
  package var on: SettledDate { SettledDate(facts.on) }
  package var times: Int { facts.times }
  package var project: ProjectID? { facts.projects.first }
  package var otherProjects: ArraySlice<ProjectID> { facts.projects.dropFirst() }
  package var line: RecordedName? { facts.line.map(RecordedName.own) }
  package var trip: RecordedName? { facts.trip.map(RecordedName.own) }
}

/// An activity where it sleeps, packed in 28 bytes.
package struct SleepingActivity: BitwiseCopyable, Hashable, Sendable, ActivityReading {
  private let date: UInt64
  private let occurrences: Int32
  private let projectNumber: UInt32
  /// One more than the number of a shared text; 0 for none.
  private let lineNumber: UInt32
  private let tripNumber: UInt32
  private let presence: UInt32

  /// Of a number without an activity.
  package static let nothing = SleepingActivity()

  private init() {
    (date, occurrences, projectNumber) = (0, 0, 0)
    (lineNumber, tripNumber, presence) = (0, 0, 0)
  }

  /// - Parameter shared: The number of a text that several records have; nil for one that has none.
  package init(of activity: Activity, _ shared: (String) -> SharedText?) {
    func number(_ text: String?) -> UInt32? {
      guard let text else { return 0 }
      return shared(text).flatMap { UInt32(exactly: $0.number + 1) }
    }
    let facts = activity.facts
    let (line, trip) = (number(facts.line), number(facts.trip))
    let times = Int32(exactly: facts.times)
    let isWhole = facts.projects.count < 2 && line != nil && trip != nil && times != nil
    date = activity.on.packed(Codes.activities.code(of: facts.kind))
    occurrences = times ?? 0
    projectNumber = facts.projects.first?.number ?? 0
    lineNumber = line ?? 0
    tripNumber = trip ?? 0
    presence = isWhole ? 3 : 1
  }

  package var isThere: Bool { presence & 1 != 0 }
  /// Whether it is all here: of several projects, or of a long name, only the date and the kind are.
  package var isWhole: Bool { presence == 3 }

  package var kind: ActivityKind { Codes.activities[UInt8(truncatingIfNeeded: date >> 32)] }
  package var on: SettledDate { SettledDate(packed: date) }
  package var times: Int { Int(occurrences) }
  package var project: ProjectID? { projectNumber == 0 ? nil : ProjectID(projectNumber) }
  package var otherProjects: ArraySlice<ProjectID> { [] }
  package var line: RecordedName? { name(lineNumber) }
  package var trip: RecordedName? { name(tripNumber) }

  private func name(_ number: UInt32) -> RecordedName? {
    number == 0 ? nil : .shared(SharedText(Int(number) - 1))
  }
}
