/// The course of a project without a single text: stages, changes of status and signs of life by
/// their days.
///
/// What funnel, trend and the board of an earlier day are counted from. One is filled again and again
/// while a hundred thousand projects are gone over, so that none of them takes memory.
package struct Course: Sendable {
  package private(set) var id = ProjectID(0)
  /// In the order recorded; never empty once filled.
  package private(set) var entries: [Entry] = []
  package private(set) var changes: [Change] = []
  /// The settled days of its dated activities.
  package private(set) var signs: [Day] = []

  /// One entry into a stage.
  package struct Entry: Hashable, Sendable {
    package let stage: Stage
    package let kind: MoveKind
    package let on: CourseDate

    package init(stage: Stage, kind: MoveKind, on: CourseDate) {
      self.stage = stage
      self.kind = kind
      self.on = on
    }
  }

  /// One change of status.
  package struct Change: Hashable, Sendable {
    package let status: Status.Kind
    /// Why it was lost; nil for any other status.
    package let loss: LossReason?
    package let on: CourseDate

    package init(status: Status.Kind, loss: LossReason?, on: CourseDate) {
      self.status = status
      self.loss = loss
      self.on = on
    }

    /// Whether the project is outside every count from then on.
    package var isRemoved: Bool { status == .archived || loss == .duplicate }
  }

  package init() {}

  /// Empties it for another project.
  package mutating func begin(_ id: ProjectID) {
    self.id = id
    entries.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
  }

  package mutating func append(_ entry: Entry) { entries.append(entry) }
  package mutating func append(_ change: Change) { changes.append(change) }
  package mutating func append(_ sign: Day) { signs.append(sign) }
}

/// A business date, as far as figures ask: the day it is settled by, and how sure that is.
package struct CourseDate: Hashable, Sendable {
  /// The last day it may have been; nil when nobody knows.
  package let settled: Day?
  /// How many days before that it may have been: none when the day is known.
  package let span: Int32

  package init(settled: Day?, span: Int32) {
    self.settled = settled
    self.span = span
  }

  package init(_ date: BusinessDate) {
    settled = date.settled
    span =
      if let last = date.settled, let first = date.earliest { last.number - first.number } else {
        0
      }
  }

  /// The first day it may have been, nil if unknown.
  package var earliest: Day? { settled.map { Day(number: $0.number - span) } }
  /// The day, when it is known to the day.
  package var exactDay: Day? { span == 0 ? settled : nil }

  /// Whether an event with this date belongs to a picture.
  package func isSettled(by cutoff: Cutoff) -> Bool {
    guard let settled, settled > cutoff.day else { return true }
    guard let begunBy = cutoff.begunBy, let earliest else { return false }
    return earliest <= begunBy
  }
}

extension Pipeline {
  /// Fills in the course of a project; false when there is none.
  ///
  /// - Complexity: O(its history); a project asleep is not taken apart.
  package func follow(_ id: ProjectID, into course: inout Course) -> Bool {
    if projects.isAsleep(id.number), let source = glances.source,
      source.course(id.number, into: &course)
    {
      return true
    }
    course.begin(id)
    let found: Void? = projects.ask(id.number) { project in
      for entry in project.entries {
        course.append(
          Course.Entry(stage: entry.stage, kind: entry.kind, on: CourseDate(entry.on)))
      }
      for change in project.statuses {
        var loss: LossReason?
        if case .lost(let reason, _, _) = change.status { loss = reason }
        course.append(
          Course.Change(status: change.status.kind, loss: loss, on: CourseDate(change.on)))
      }
      for activity in project.activities {
        if let day = date(of: activity)?.settled { course.append(day) }
      }
    }
    return found != nil
  }
}
