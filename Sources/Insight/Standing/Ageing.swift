package import Pipeline

/// After how many quiet days a card counts as stale, stage by stage.
package struct StaleThresholds: Hashable, Sendable {
  /// By `Stage.index`; nil for never.
  private var days: [Int?]

  /// A fortnight for contact and visit, three weeks for the return visit, a month for intent and
  /// approval; a signed project does not go stale.
  package static let standard = StaleThresholds([14, 14, 21, 30, 30, nil])

  private init(_ days: [Int?]) { self.days = days }

  package subscript(stage: Stage) -> Int? {
    get { days[stage.index] }
    set { days[stage.index] = newValue }
  }
}

/// How long a project has been where it is, and what is late about it.
package struct Ageing: Hashable, Sendable {
  /// Days since the entry into the present stage, holds included; nil without a date.
  ///
  /// From the last day of a month or range, so at least so many.
  package let daysInStage: Int?
  /// How many of those days were spent on hold.
  package let heldDays: Int
  /// Days since the last activity, or since the entry when there was none; nil without a date.
  package let idleDays: Int?
  /// Days since the last sign of life, which is the later of activity and entry, without those on
  /// hold; this is what goes stale.
  package let quietDays: Int?
  /// Quiet for as long as the stage allows, or longer; a closed project and one on hold are not.
  package let isStale: Bool
  /// How many days the next step of an open project is late; nil when it is not.
  package let overdueDays: Int?
  /// How many days ago a hold should have been reviewed; nil when it need not have been.
  package let reviewDays: Int?

  package var isOverdue: Bool { overdueDays != nil }
  package var isHeldPastReview: Bool { reviewDays != nil }
}

extension Pipeline {
  /// How a project has aged at a moment; nil when it had not begun.
  ///
  /// - Complexity: O(entries, changes of status and activities of the project).
  package func ageing(
    of project: some ProjectReading, at moment: Moment, thresholds: StaleThresholds = .standard
  ) -> Ageing? {
    project.figures(asOf: moment.cutoff, in: self).map {
      ageing(of: project, $0, at: moment, thresholds: thresholds)
    }
  }

  /// The same for a caller that knows the project's standing at that moment already.
  package func ageing(
    of project: Project, _ standing: Standing, at moment: Moment,
    thresholds: StaleThresholds = .standard
  ) -> Ageing {
    ageing(of: project, standing.figures, at: moment, thresholds: thresholds)
  }

  package func ageing(
    of project: some ProjectReading, _ standing: StandingFigures, at moment: Moment,
    thresholds: StaleThresholds
  ) -> Ageing {
    let day = moment.day
    let entered = standing.entered(by: day)
    let active = project.active(by: day, in: self)
    var reviewDays: Int?
    if standing.status == .hold {
      let history = project.history(in: self)
      let change = history.lastChange(asOf: moment.cutoff)
      if let review = change.flatMap({ history.changes[$0].review }), review < day {
        reviewDays = day.days(since: review)
      }
    }
    return Ageing(
      daysInStage: entered.map { day.days(since: $0) },
      heldDays: entered.map { project.heldDays(since: $0, at: moment, in: self) } ?? 0,
      idleDays: (active ?? entered).map { day.days(since: $0) },
      quietDays: project.quietDays(standing, at: moment, in: self),
      isStale: project.isStale(standing, by: thresholds, at: moment, in: self),
      overdueDays: project.overdueDays(standing, on: day), reviewDays: reviewDays)
  }
}
