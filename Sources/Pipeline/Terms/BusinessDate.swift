/// When something happened, as precisely as anybody knows.
///
/// The date a person gives, possibly in the past and possibly vague; never the clock's.
package enum BusinessDate: Hashable, Sendable {
  case day(Day)
  /// Some day of one month.
  case month(year: Int, month: Int)
  /// From the first to the last day, both included; the first is earlier.
  case range(Day, Day)
  case unknown

  /// Reads `2023-07-19`, `2023-07`, `2023-07-01..2023-09-04` or `unknown`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    if text == "unknown" {
      self = .unknown
    } else if let day = Day(text) {
      self = .day(day)
    } else if text.utf8.count == 7, let first = Day("\(text)-01") {
      self = .month(year: first.civil.year, month: first.civil.month)
    } else if text.utf8.count == 22, text.dropFirst(10).hasPrefix("..") {
      guard let first = Day(text.prefix(10)), let last = Day(text.suffix(10)), first <= last
      else { return nil }
      self = first == last ? .day(first) : .range(first, last)
    } else {
      return nil
    }
  }

  /// The day from which it is sure to have happened: the last day it may have been, nil if unknown.
  package var settled: Day? {
    switch self {
    case .day(let day): day
    case .month(let year, let month):
      Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    case .range(_, let last): last
    case .unknown: nil
    }
  }

  /// The first day it may have been, nil if unknown.
  package var earliest: Day? {
    switch self {
    case .day(let day): day
    case .month(let year, let month): Day(year: year, month: month, day: 1)
    case .range(let first, _): first
    case .unknown: nil
    }
  }

  /// The day, when it is known to the day.
  package var exactDay: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  /// Whether an event with this date belongs to the picture of `day`; an unknown date always does.
  package func isSettled(by day: Day) -> Bool { settled.map { $0 <= day } ?? true }
}

extension BusinessDate: CustomStringConvertible {
  /// The form that ``init(_:)`` reads.
  package var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
    case .range(let first, let last): "\(first)..\(last)"
    case .unknown: "unknown"
    }
  }
}
