package import Pipeline

/// How a funnel counts who reached a stage.
package enum FunnelMethod: String, CaseIterable, Hashable, Sendable {
  /// Whoever entered the stage, and how many of them went further.
  case step
  /// Whoever entered the stage, as a share of all.
  case any
  /// Whoever entered the stage or a later one.
  case through
  /// Whoever entered every stage up to this one, in order.
  case strict
}

/// The sets of projects a stage of the funnel is counted by.
package enum FunnelSet: Int, CaseIterable, Hashable, Sendable {
  /// R: it has an event into the stage.
  case reachedAny
  /// T: its furthest stage is this one or a later one.
  case reachedThrough
  /// X: it entered every stage up to this one, and the known days of first entry never fall.
  case strict
  /// N: it is in the stage now and not lost or withdrawn; on hold counts.
  case stock
  /// Of R: it reached a later stage at some time.
  case advanced
  /// Of R: neither advanced nor closed, also when it was moved back since.
  case still
  /// Of R: lost or withdrawn without reaching a later stage.
  case dropped
  /// Of R: it has a figure in the stage's dwell.
  case timed
  /// Of R: it first entered the stage by moving back.
  case enteredBackward
}

/// The sets of projects the whole funnel is counted by.
package enum FunnelEnd: Int, CaseIterable, Hashable, Sendable {
  /// It entered the last stage.
  case signed
  /// It is lost, signed before or not.
  case lost
  /// It was given up, signed before or not.
  case withdrawn
  /// None of its stage events has a date.
  case undated
  /// It is lost or was given up after it was signed: among the signed, and among those.
  case closedAfterSigning
}

/// What a funnel is broken down by.
package enum FunnelGrouping: String, CaseIterable, Hashable, Sendable {
  case owner
  /// Joint lead units get full credit each, so the rows add up to more than the whole.
  case lead
  case cluster, industry, kind
}

/// A span of days, both ends included and both open.
package struct Period: Hashable, Sendable {
  package var from: Day?
  package var to: Day?

  package init(from: Day? = nil, to: Day? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether it has no bound, so that what has no date is in it too.
  package var isEverything: Bool { from == nil && to == nil }

  package func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }
}

/// Which visits to a stage give its dwell figures.
package enum DwellRule: String, CaseIterable, Hashable, Sendable {
  /// Every completed visit counts; a re-entry is another visit.
  case visit
  /// One figure a project: all its completed visits together.
  case cumulative
  /// One figure a project: its first visit, if completed.
  case firstPass = "first"
  /// One figure a project: its latest visit, if completed.
  case latest
}

/// What a funnel is asked for.
package struct FunnelQuestion: Hashable, Sendable {
  /// Up to when events count.
  package var cutoff: Cutoff
  package var asOf: Day {
    get { cutoff.day }
    set { cutoff = Cutoff(newValue) }
  }
  /// Only projects whose first entry falls into a period.
  package var cohort: Cohort?
  /// The period whose entries are counted as flow; nil for all time.
  package var flow: Period?
  package var dwell: DwellRule

  /// Restricts to projects by their first entry into one stage, or into any when it is nil.
  ///
  /// One without a date is in no period, and counted beside.
  package struct Cohort: Hashable, Sendable {
    package var stage: Stage?
    package var period: Period

    package init(enteredFirst stage: Stage? = nil, in period: Period) {
      self.stage = stage
      self.period = period
    }
  }

  package init(asOf: Day, cohort: Cohort? = nil, flow: Period? = nil, dwell: DwellRule = .visit) {
    cutoff = Cutoff(asOf)
    self.cohort = cohort
    self.flow = flow
    self.dwell = dwell
  }

  /// As of whatever moment all other figures beside it are of.
  package init(
    at moment: Moment, cohort: Cohort? = nil, flow: Period? = nil, dwell: DwellRule = .visit
  ) {
    self.init(asOf: moment.day, cohort: cohort, flow: flow, dwell: dwell)
    cutoff = moment.limit
  }
}

/// A fact to print under a funnel.
package enum FunnelNote: Hashable, Sendable {
  /// So many projects have no dated stage event; they are counted.
  case undatedProjects(Int)
  /// So many stage events have no date; they are counted.
  case undatedEvents(Int)
  /// So many projects are in no cohort for want of a date.
  case undatedInCohort(Int)
  /// So many projects first entered the stage by moving back; they count as advanced.
  case enteredBackward(Stage, Int)
  /// Hold days were taken from so many visits, so many days in all.
  case holdDaysSubtracted(visits: Int, days: Int)
  /// So many holds have no dates; their days were not taken off.
  case undatedHolds(Int)
  /// Of so many open visits only the month or range of the entry is known; they are at least so old.
  case vagueOpenVisits(Int)
  /// So many visits end before they begin by their dates; they give no dwell.
  case visitsOutOfOrder(Int)
  /// A sum in this currency does not fit and is left out.
  case sumOverflow(Stage, FunnelSet, Currency)
}
