package import Pipeline

/// Which report is asked for, of which days.
package struct ReportQuestion: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case week, month, path, ledger, leader
  }

  package var kind: Kind
  /// What is known: stock and running totals are of this moment.
  package var moment: Moment
  /// The days whose news is told, both included.
  package var first: Day
  package var last: Day
  /// Only projects that pass, and what was done for them.
  package var filter: Filter?
  package var thresholds = StaleThresholds.standard
  package var method = FunnelMethod.step

  package init(_ kind: Kind, at moment: Moment, from first: Day, to last: Day) {
    self.kind = kind
    self.moment = moment
    self.first = first
    self.last = last
  }

  /// The report of the period a moment lies in: its week from Monday, else its month to its end.
  package init(_ kind: Kind, at moment: Moment) {
    let day = moment.day
    if kind == .week {
      let monday = day.adding(1 - day.weekday)
      self.init(kind, at: moment, from: monday, to: monday.adding(6))
    } else {
      let first = day.adding(1 - day.civil.day)
      let length = Day.length(ofMonth: day.civil.month, year: day.civil.year)
      self.init(kind, at: moment, from: first, to: first.adding(length - 1))
    }
  }

  /// The report of a period that was named, else of the one a moment lies in; the path of all time.
  ///
  /// A period that is over is reported as it stood on its last day, unless a day was asked for.
  package init(_ kind: Kind, of period: Period, at moment: Moment) {
    var moment = moment
    if moment.limit.begunBy == moment.day, let last = period.to, last < moment.day {
      moment = .asOf(last)
    }
    // One bound alone belongs to the week or the month that it lies in.
    let given = period.to ?? period.from
    self.init(kind, at: kind == .leader ? moment : given.map(Moment.asOf) ?? moment)
    self.moment = moment
    if kind == .leader, let to = period.to, to < first {
      first = ReportQuestion(kind, at: .asOf(to)).first
    }
    if let from = period.from { first = from }
    if let to = period.to { last = to }
    if kind == .path {
      first = period.from ?? ReportQuestion.beginning
      last = period.to ?? moment.day
    }
  }

  /// How many days it may have; nil for as many as one likes.
  package var most: Int? {
    switch kind {
    case .week: 7
    case .month: 31
    case .path, .ledger, .leader: nil
    }
  }
  package var isTooLong: Bool { most.map { last.days(since: first) >= $0 } ?? false }

  /// Adds a row for each owner, unit, cluster, industry or kind.
  package var grouping: FunnelGrouping?

  /// Before every day there is: a period that has no beginning.
  package static let beginning = Day(number: .min)

  package var period: Period { Period(from: first, to: last) }

  /// As many days just before; the month before when the period is a whole month.
  package var previous: Period {
    let (year, month, day) = first.civil
    if day == 1, last == first.adding(Day.length(ofMonth: month, year: year) - 1) {
      let end = first.adding(-1)
      return Period(from: end.adding(1 - end.civil.day), to: end)
    }
    let length = last.days(since: first) + 1
    return Period(from: first.adding(-length), to: first.adding(-1))
  }
}
