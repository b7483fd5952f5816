package import Pipeline

/// Something that should have been done by now.
package struct Alert: Hashable, Sendable {
  package let kind: Kind
  package let subject: Subject
  /// How long it has been: since the signing, the last activity, the due day or the offer.
  package let days: Int

  package init(kind: Kind, subject: Subject, days: Int) {
    self.kind = kind
    self.subject = subject
    self.days = days
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Signed three quarters ago, and nothing was done: to be struck off.
    case exit
    /// Signed three months ago, and nothing was done: to be talked to.
    case unperformed
    /// Signed 90 days ago, and construction has not started.
    case unstarted
    /// Nothing was reported for a fortnight.
    case followUp = "follow-up"
    /// A service request past its due day.
    case request
    /// A hand-over that nobody answered.
    case handOver = "hand-over"
  }

  package enum Subject: Hashable, Sendable {
    case project(ProjectID)
    case request(RequestID)
    case handOver(HandOverID, ProjectID)
  }
}

/// After how long something is alerted: on the day itself, in days where nothing else is said.
package struct AlertLimits: Hashable, Sendable {
  /// In months by the calendar.
  package var unperformed = 3
  package var exit = 9
  package var unstarted = 90
  package var followUp = 14
  package var handOver = 3

  package init() {}
}

extension Pipeline {
  /// What should have been done by a moment, kind by kind, the longest overdue first.
  ///
  /// A project on hold is not alerted; one to be struck off is not also to be talked to.
  ///
  /// - Complexity: O(n log n) in projects and requests, and their activities and milestones.
  package func alerts(
    at moment: Moment, limits: AlertLimits = AlertLimits(), passing filter: Filter? = nil
  ) -> [Alert] {
    let day = moment.day
    var alerts: [Alert] = []
    for signed in afterSigning(at: moment, passing: filter).projects {
      guard isOngoing(signed.id, moment), let on = signed.signed.settled, on <= day else {
        continue
      }
      let days = day.days(since: on)
      func alert(_ kind: Alert.Kind) {
        alerts.append(Alert(kind: kind, subject: .project(signed.id), days: days))
      }
      if !signed.isPerformed, on.adding(months: limits.exit) <= day {
        alert(.exit)
      } else if !signed.isPerformed, on.adding(months: limits.unperformed) <= day {
        alert(.unperformed)
      }
      if signed.isBuilding, !signed.hasStarted, days >= limits.unstarted { alert(.unstarted) }
    }
    for project in projects {
      guard isOngoing(project.id, moment),
        let standing = project.standing(asOf: moment.cutoff), standing.stage != .signing,
        filter?.matches(project, standing, in: self, at: moment) ?? true,
        let quiet = ageing(of: project, standing, at: moment).quietDays, quiet >= limits.followUp
      else { continue }
      alerts.append(Alert(kind: .followUp, subject: .project(project.id), days: quiet))
    }
    if filter == nil {
      for request in requests(RequestQuestion(at: moment)) {
        guard let late = request.daysLate(on: day) else { continue }
        alerts.append(Alert(kind: .request, subject: .request(request.id), days: late))
      }
    }
    for handOver in handOvers(at: moment) where handOver.answer == nil {
      // Of a project that is off the board nobody waits for an answer.
      guard let on = handOver.on.settled, let project = self[handOver.project],
        project.standing(asOf: moment.cutoff)?.status.isOpen ?? false,
        filter?.matches(project, in: self, at: moment) ?? true
      else { continue }
      let days = day.days(since: on)
      if days >= limits.handOver {
        let subject = Alert.Subject.handOver(handOver.id, handOver.project)
        alerts.append(Alert(kind: .handOver, subject: subject, days: days))
      }
    }
    let order = Alert.Kind.allCases
    // Stable within a kind and a number of days: by project, as they were found.
    return order.flatMap { kind in
      alerts.enumerated().filter { $0.element.kind == kind }
        .sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }.map(\.element)
    }
  }

  private func isOngoing(_ id: ProjectID, _ moment: Moment) -> Bool {
    self[id]?.standing(asOf: moment.cutoff)?.status.kind == .ongoing
  }
}
