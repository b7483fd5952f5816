package import Insight
package import Pipeline

/// The funnel view's pages and what they are asked for: figures, trend, comparison.
package struct FlowState: Hashable, Sendable {
  package enum Page: Hashable, Sendable { case figures, trend, comparison }

  /// Whether a period restricts to a cohort or counts what happened in it.
  package enum Basis: Hashable, Sendable { case cohort, flow }

  /// A period that follows the day looked at, or one that was typed.
  package enum Span: Hashable, Sendable {
    case all, month, quarter, year, lastYear
    case chosen(Period)

    static let round: [Span] = [.all, .month, .quarter, .year, .lastYear]
  }

  /// Two sides that follow the day looked at, or that were typed.
  package enum Compared: Hashable, Sendable {
    case monthEarlier, yearEarlier, largestLeads
    case chosen(ComparisonSubject)

    static let round: [Compared] = [.monthEarlier, .yearEarlier, .largestLeads]
  }

  package var page: Page = .figures
  package var dwell: DwellRule = .visit
  package var span: Span = .all
  package var basis: Basis = .cohort
  package var step: TrendStep = .month
  package var trend: Trend?
  package var row = 0
  package var top = 0
  package var measure: TrendMeasure = .entered
  package var compared: Compared = .monthEarlier
  package var comparison: FunnelComparison?

  package var selected: Trend.Row? {
    guard let trend, trend.rows.indices.contains(row) else { return nil }
    return trend.rows[row]
  }

  /// The days of the period on a day; nil for all time.
  package func period(on day: Day) -> Period? {
    let (year, month, _) = day.civil
    let quarter = (month - 1) / 3 * 3 + 1
    return switch span {
    case .all: nil
    case .month: Period(year: year, month...month)
    case .quarter: Period(year: year, quarter...quarter + 2)
    case .year: Period(year: year, 1...12)
    case .lastYear: Period(year: year - 1, 1...12)
    case .chosen(let period): period
    }
  }
}

extension Period {
  fileprivate init(year: Int, _ months: ClosedRange<Int>) {
    self.init(
      from: BusinessDate.month(year: year, month: months.lowerBound).earliest,
      to: BusinessDate.month(year: year, month: months.upperBound).settled)
  }
}
