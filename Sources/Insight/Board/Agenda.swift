package import Pipeline

/// What calls for attention: late steps, today's, this week's, and projects nobody moves.
package struct Agenda: Hashable, Sendable {
  /// Next steps due before the day, the latest first to be due leading.
  package fileprivate(set) var overdue: [Item] = []
  /// Next steps and reviews of holds due on the day.
  package fileprivate(set) var today: [Item] = []
  /// Next steps and reviews due later in the same week, to Sunday.
  package fileprivate(set) var thisWeek: [Item] = []
  /// Ongoing projects before signing for which no next step is agreed.
  package fileprivate(set) var withoutNextStep: [Item] = []
  /// Stale projects, the longest quiet first.
  package fileprivate(set) var stale: [Item] = []
  /// Next steps and reviews due on the day or at any time after it.
  package fileprivate(set) var scheduled: [Item] = []
  /// Holds whose review date has passed.
  package fileprivate(set) var heldPastReview: [Item] = []

  package struct Item: Hashable, Sendable {
    package let project: ProjectID
    /// Where it stood at that moment.
    package let stage: Stage
    package let subject: Subject
    /// When it is due; nil when nothing is.
    package let due: Day?
    /// Days late, days quiet, or days in the stage, by what the section is about; 0 on the day.
    package let days: Int
  }

  package enum Subject: Hashable, Sendable { case nextStep, review, quiet, nothing }
}

extension Pipeline {
  /// The agenda of a day; a project may stand in several sections.
  ///
  /// - Complexity: O(n log n) in projects, and their activities.
  package func agenda(at moment: Moment, passing filter: Filter? = nil) -> Agenda {
    let thresholds = filter?.thresholds ?? .standard
    let day = moment.day
    let sunday = day.adding(7 - day.weekday)
    var agenda = Agenda()
    for project in projects {
      guard let standing = project.standing(asOf: moment.cutoff), standing.status.isOpen,
        filter?.matches(project, standing, in: self, at: moment) ?? true
      else { continue }
      func item(_ subject: Agenda.Subject, _ due: Day?, _ days: Int) -> Agenda.Item {
        Agenda.Item(
          project: project.id, stage: standing.stage, subject: subject, due: due, days: days)
      }
      func schedule(_ subject: Agenda.Subject, _ due: Day) {
        if due >= day { agenda.scheduled.append(item(subject, due, 0)) }
        if due == day {
          agenda.today.append(item(subject, due, 0))
        } else if due > day, due <= sunday {
          agenda.thisWeek.append(item(subject, due, 0))
        }
      }
      if let due = project.next?.due {
        if due < day { agenda.overdue.append(item(.nextStep, due, day.days(since: due))) }
        schedule(.nextStep, due)
      }
      let ageing = ageing(of: project, standing, at: moment, thresholds: thresholds)
      if case .onHold(let review, _) = standing.status {
        if let late = ageing.reviewDays {
          agenda.heldPastReview.append(item(.review, review, late))
        }
        schedule(.review, review)
        continue
      }
      if project.next == nil, standing.stage != .signing {
        agenda.withoutNextStep.append(item(.nothing, nil, ageing.daysInStage ?? 0))
      }
      if ageing.isStale { agenda.stale.append(item(.quiet, nil, ageing.quietDays ?? 0)) }
    }
    agenda.sort()
    return agenda
  }
}

extension Agenda {
  fileprivate mutating func sort() {
    func byDue(_ items: inout [Item]) {
      items.sort { ($0.due ?? .distant, $0.project) < ($1.due ?? .distant, $1.project) }
    }
    func byDays(_ items: inout [Item]) {
      items.sort { $0.days == $1.days ? $0.project < $1.project : $0.days > $1.days }
    }
    byDue(&overdue)
    byDue(&today)
    byDue(&thisWeek)
    byDue(&scheduled)
    byDue(&heldPastReview)
    byDays(&withoutNextStep)
    byDays(&stale)
  }
}

extension Day {
  /// After every day a due date can have.
  fileprivate static let distant = Day(number: .max)
}
