internal import Pipeline

// When a project is quiet, stale and overdue: said here, and nowhere else.

extension StandingFigures {
  /// When it entered its stage, as counted on a day.
  ///
  /// Now, a month that is not over yet may have been entered: that is today, not the future.
  func entered(by day: Day) -> Day? { entered.map { min($0, day) } }
}

extension ProjectReading {
  /// The last day of the last dated activity by a day; nil when there was none.
  func active(by day: Day, in pipeline: Pipeline) -> Day? {
    guard let last = lastActivityDay(in: pipeline) else { return nil }
    if last <= day { return last }
    var active: Day?
    forEachActivityDay(in: pipeline) { settled in
      if settled <= day, active.map({ settled > $0 }) ?? true { active = settled }
    }
    return active
  }

  /// How many days it was on hold from a day on.
  func heldDays(since first: Day, at moment: Moment, in pipeline: Pipeline) -> Int {
    if !hasBeenHeld { return 0 }
    return Holds(of: history(in: pipeline), asOf: moment.limit).days(from: first, to: moment.day)
  }

  /// Days since the last sign of life, entry or activity, without those on hold; nil without a date.
  func quietDays(_ standing: StandingFigures, at moment: Moment, in pipeline: Pipeline) -> Int? {
    let day = moment.day
    let (entered, active) = (standing.entered(by: day), active(by: day, in: pipeline))
    guard let sign = if let entered, let active { max(entered, active) } else { active ?? entered }
    else { return nil }
    return day.days(since: sign) - heldDays(since: sign, at: moment, in: pipeline)
  }

  /// Whether it has been quiet for as long as its stage allows, or longer; closed and on hold it is not.
  func isStale(
    _ standing: StandingFigures, by thresholds: StaleThresholds, at moment: Moment,
    in pipeline: Pipeline
  ) -> Bool {
    guard standing.status == .ongoing, let limit = thresholds[standing.stage] else { return false }
    // Of one that has not been in its stage for so long nothing else need be asked.
    if let entered = standing.entered(by: moment.day), moment.day.days(since: entered) < limit {
      return false
    }
    return quietDays(standing, at: moment, in: pipeline).map { $0 >= limit } ?? false
  }

  /// How many days the next step of an open project is late; nil when it is not.
  func overdueDays(_ standing: StandingFigures, on day: Day) -> Int? {
    guard standing.status.isOpen, let due = nextDue, due < day else { return nil }
    return day.days(since: due)
  }
}
