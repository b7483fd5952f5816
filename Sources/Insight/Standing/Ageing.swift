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
  /// Quiet for longer than the stage allows; a closed project and one on hold are not.
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
    of project: Project, at moment: Moment, thresholds: StaleThresholds = .standard
  ) -> Ageing? {
    guard let standing = project.standing(asOf: moment.cutoff) else { return nil }
    return ageing(of: project, standing, at: moment, thresholds: thresholds)
  }

  /// The same for a caller that knows the project's standing at that moment already.
  package func ageing(
    of project: Project, _ standing: Standing, at moment: Moment,
    thresholds: StaleThresholds = .standard
  ) -> Ageing {
    let day = moment.day
    let holds = Holds(of: project, asOf: moment.limit)
    // Now, a month that is not over yet may have been entered: that is today, not the future.
    let entered = standing.entered.settled.map { min($0, day) }
    let active = lastActivity(of: project, asOf: day)
    let alive: Day? =
      if let entered, let active { max(entered, active) } else { active ?? entered }
    let quiet = alive.map { day.days(since: $0) - holds.days(from: $0, to: day) }
    let isOpen = standing.status.isOpen
    var isStale = false
    if standing.status.kind == .ongoing, let limit = thresholds[standing.stage], let quiet {
      isStale = quiet > limit
    }
    var reviewDays: Int?
    if case .onHold(let review, _) = standing.status, review < day {
      reviewDays = day.days(since: review)
    }
    let overdue = project.next?.due.map { day.days(since: $0) } ?? 0
    return Ageing(
      daysInStage: entered.map { day.days(since: $0) },
      heldDays: entered.map { holds.days(from: $0, to: day) } ?? 0,
      idleDays: (active ?? entered).map { day.days(since: $0) }, quietDays: quiet,
      isStale: isStale, overdueDays: isOpen && overdue > 0 ? overdue : nil,
      reviewDays: reviewDays)
  }

  /// The last day of the last dated activity by a day; nil when there was none.
  func lastActivity(of project: Project, asOf day: Day) -> Day? {
    var last: Day?
    for id in project.activities {
      guard let settled = date(of: id)?.settled, settled <= day else { continue }
      if last.map({ settled > $0 }) ?? true { last = settled }
    }
    return last
  }
}
