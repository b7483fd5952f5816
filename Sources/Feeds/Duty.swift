package import Insight
package import Pipeline

/// Something somebody has to see to: a step, a review, a request, a hand-over, or a quiet project.
package struct Duty: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A next step.
    case step
    /// The review of a hold.
    case review
    /// A service request with a due day.
    case request
    /// A hand-over that waits for an answer.
    case handOver = "hand-over"
    /// A project nobody moved for long.
    case stale
  }

  package let kind: Kind
  package let project: ProjectID?
  /// What tells it from the others of its kind: a project's, a request's or a hand-over's number.
  package let number: UInt32
  /// Whose it is: who is named in the step, else who is responsible, else the unit; nil for nobody's.
  package let person: String?
  package let text: String
  /// Nil where nothing has a day: what is quiet, and what waits for an answer.
  package let due: Day?
  /// Days late, quiet or waiting; 0 up to the due day.
  package let days: Int
}

extension Pipeline {
  /// What has to be seen to, project by project, then requests and hand-overs.
  ///
  /// Requests and hand-overs without a project are left out where a filter asks for projects.
  ///
  /// - Complexity: O(n log n) in projects, requests and hand-overs, and the activities of projects.
  package func duties(at moment: Moment, passing filter: Filter?) -> [Duty] {
    let day = moment.day
    let agenda = agenda(at: moment, passing: filter)
    var duties: [Duty] = []
    func add(_ kind: Duty.Kind, _ items: [Agenda.Item], _ subject: Agenda.Subject) {
      for item in items where item.subject == subject {
        let project = self[item.project]
        let isStep = kind == .step
        duties.append(
          Duty(
            kind: kind, project: item.project, number: item.project.number,
            person: (isStep ? project?.next?.who : nil) ?? project?.owner ?? project?.lead.first,
            text: isStep ? project?.next?.text ?? "" : "", due: item.due, days: item.days))
      }
    }
    add(.step, agenda.overdue + agenda.scheduled, .nextStep)
    add(.review, agenda.heldPastReview + agenda.scheduled, .review)
    add(.stale, agenda.stale, .quiet)
    for request in dueRequests(at: moment, passing: filter) {
      guard let due = request.due else { continue }
      duties.append(
        Duty(
          kind: .request, project: request.project, number: request.id.number,
          person: request.project.flatMap { self[$0]?.owner } ?? request.unit,
          text: request.organisation + " " + request.subject, due: due,
          days: max(0, day.days(since: due))))
    }
    for handOver in handOvers(at: moment) where handOver.answer == nil {
      guard let project = self[handOver.project],
        project.standing(asOf: moment.cutoff)?.status.isOpen ?? false,
        concerns(handOver.project, filter, moment)
      else { continue }
      duties.append(
        Duty(
          kind: .handOver, project: handOver.project, number: handOver.id.number,
          person: handOver.to, text: handOver.reason ?? "", due: nil,
          days: handOver.on.settled.map { max(0, day.days(since: $0)) } ?? 0))
    }
    return duties
  }
}
