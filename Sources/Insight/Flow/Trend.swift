package import Pipeline

/// What a trend counts in each month.
///
/// All are flows: what happened in the month, whatever became of it since (domain, section 5: flow =
/// entries in the period). A flow may exceed the stock, and is never divided by another flow here.
package enum TrendMeasure: String, CaseIterable, Hashable, Sendable {
  /// Projects by their first entry into any stage; each counts once.
  case entered
  /// Moves forward into any stage, signing too; every move counts, after a move back again too.
  case advanced
  /// Projects by their first entry into signing; each counts once.
  case signed
  /// Changes of status to lost or withdrawn; after a reopening again.
  case lost
}

/// How long a row of a trend is.
package enum TrendStep: String, CaseIterable, Hashable, Sendable {
  case month, quarter

  var months: Int { self == .month ? 1 : 3 }
}

/// What a trend is asked for.
package struct TrendQuestion: Hashable, Sendable {
  /// Up to when events count.
  package var cutoff: Cutoff
  package var asOf: Day { cutoff.day }
  package var step: TrendStep
  /// The days whose months are listed; open ends reach the first event and the day asked for.
  package var period: Period

  package init(asOf: Day, by step: TrendStep = .month, in period: Period = Period()) {
    cutoff = Cutoff(asOf)
    self.step = step
    self.period = period
  }

  /// As of whatever moment all other figures beside it are of.
  package init(at moment: Moment, by step: TrendStep = .month, in period: Period = Period()) {
    self.init(asOf: moment.day, by: step, in: period)
    cutoff = moment.limit
  }
}

/// What happened to the projects, month by month or quarter by quarter.
package struct Trend: Hashable, Sendable {
  package let question: TrendQuestion
  /// Without gaps, the earliest first; none before anything dated has happened.
  package let rows: [Row]
  /// What has no date, by the place of its measure; it is in no row.
  let undated: [[ProjectID]]

  /// One month or quarter.
  package struct Row: Hashable, Sendable {
    package let first: Day
    package let last: Day
    let events: [[ProjectID]]

    package func count(_ measure: TrendMeasure) -> Int { events[measure.place].count }
    /// The projects counted, by number, each once.
    package func projects(_ measure: TrendMeasure) -> [ProjectID] {
      Set(events[measure.place]).sorted()
    }
  }

  package func undatedCount(_ measure: TrendMeasure) -> Int { undated[measure.place].count }
  /// The most that any row has of anything: what a full bar stands for.
  package var most: Int {
    rows.lazy.flatMap { $0.events.lazy.map(\.count) }.max() ?? 0
  }
  /// The most that any row has of a measure: what a full column stands for.
  package func most(of measure: TrendMeasure) -> Int {
    rows.lazy.map { $0.count(measure) }.max() ?? 0
  }
  package func total(_ measure: TrendMeasure) -> Int {
    rows.reduce(0) { $0 + $1.count(measure) }
  }
  /// Whether the last row ends after the day asked for, so that more may still come into it.
  package var isLastPartial: Bool { rows.last.map { $0.last > question.asOf } ?? false }
}

extension TrendMeasure {
  /// Its place in lists by measure.
  package var place: Int {
    switch self {
    case .entered: 0
    case .advanced: 1
    case .signed: 2
    case .lost: 3
    }
  }
}
