package import Pipeline

/// What the leader's page shows at one look: the stock, the year, the funnel, and what wants care.
///
/// Each figure is the answer of the question that has it everywhere else; nothing is counted here
/// by a rule of its own.
package struct LeaderFigures: Hashable, Sendable {
  package let day: Day
  /// Open projects before signing.
  package let talks: Int
  /// The known amounts of those in yuan, in fen; nil where none is known.
  package let talksAmount: Int64?
  /// Projects that began in the month of the day, and in the one before.
  package let begun: Int
  package let begunBefore: Int
  /// Projects that entered signing in the year, up to the day.
  package let signed: Int
  /// The known amounts of those in yuan, in fen; nil where none is known.
  package let signedAmount: Int64?
  package let late: LateCounts
  package let pace: YearPace
  package let funnel: Funnel
  /// Open projects by known amount in yuan, the largest first.
  package let largest: [ProjectID]
  /// What is overdue, held past its review, or stale.
  package let red: [Agenda.Item]
  /// Next steps and reviews due on the day and in the seven after it.
  package let upcoming: [Agenda.Item]
  /// The targets of the year; none where projects are filtered.
  package let targets: [TargetProgress]

  /// The target for signings of everybody, when the year has one.
  package var signings: TargetProgress? {
    targets.first {
      $0.target.measure == .signings && $0.target.unit == nil && $0.target.cluster == nil
    }
  }
}

extension Pipeline {
  /// The figures of the leader's page.
  ///
  /// - Parameter room: How many of the largest projects are wanted.
  /// - Complexity: O(n log n) in projects, and their activities.
  package func leaderFigures(
    at moment: Moment, passing filter: Filter?, thresholds: StaleThresholds, largest room: Int = 5
  ) -> LeaderFigures {
    let day = moment.day
    var open = filter ?? Filter(scope: .open)
    open.scope = .open
    open.thresholds = thresholds
    let board = snapshot(at: moment, passing: open, thresholds: thresholds)
    let talks = Stage.allCases.filter { $0 != .signing }
    let agenda = agenda(at: moment, passing: open)
    let (year, month, _) = day.civil
    let earlier = month == 1 ? (year - 1, 12) : (year, month - 1)
    let begun = trend(
      TrendQuestion(
        at: moment,
        in: Period(from: Day(year: earlier.0, month: earlier.1, day: 1), to: day)),
      passing: filter)
    let inYear = trend(
      TrendQuestion(at: moment, in: Period(from: Day(year: year, month: 1, day: 1), to: day)),
      passing: filter)
    let signed = inYear.rows.flatMap { $0.projects(.signed) }
    func count(_ monthsBack: Int) -> Int {
      let (year, month) = monthsBack == 0 ? (year, month) : earlier
      return begun.rows.first { $0.first.civil.year == year && $0.first.civil.month == month }?
        .count(.entered) ?? 0
    }
    return LeaderFigures(
      day: day, talks: talks.reduce(0) { $0 + board.late($1).open },
      talksAmount: yuan(talks.flatMap { board.column($0) }), begun: count(0),
      begunBefore: count(1), signed: signed.count, signedAmount: yuan(signed), late: board.late,
      pace: YearPace(of: year, on: day),
      funnel: funnel(FunnelQuestion(at: moment), passing: filter),
      largest: largest(of: Stage.allCases.flatMap { board.column($0) }, room), red: agenda.red,
      upcoming: agenda.upcoming(within: 7, of: day),
      targets: filter == nil ? targetProgress(at: moment, year: year) : [])
  }

  /// The projects of the largest known amounts in yuan; other currencies are not ranked among them.
  package func largest(of projects: some Sequence<ProjectID>, _ room: Int) -> [ProjectID] {
    let sums = projects.compactMap { id -> (id: ProjectID, minor: Int64)? in
      guard case .known(let money)? = self[id]?.amount, money.currency == .yuan else { return nil }
      return (id, money.minor)
    }
    return sums.sorted { $0.minor == $1.minor ? $0.id < $1.id : $0.minor > $1.minor }
      .prefix(room).map(\.id)
  }

  private func yuan(_ projects: some Sequence<ProjectID>) -> Int64? {
    AmountTotals(projects.map { self[$0]?.amount }).sum(.yuan)
  }
}

extension Agenda {
  /// The red list: what is overdue, then holds past their review, then what is stale.
  package var red: [Item] { overdue + heldPastReview + stale }

  /// What is due on a day and in so many after it, the earliest first.
  package func upcoming(within days: Int, of day: Day) -> [Item] {
    scheduled.filter { $0.due.map { $0 >= day && $0.days(since: day) <= days } ?? false }
  }
}
