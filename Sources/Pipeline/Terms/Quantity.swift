/// A count that an activity or a milestone says of itself; the raw value is its name in files.
package enum Quantity: String, CaseIterable, Hashable, Sendable {
  /// How many occurrences an activity stands for.
  case times
  /// 人次: person-visits.
  case headcount
  /// 天数: days away.
  case days
  /// How many projects reached a milestone at once.
  case count

  /// What it can be.
  package var range: ClosedRange<Int> {
    switch self {
    case .times: 1...9999
    case .headcount: 0...999_999
    case .days: 0...9999
    case .count: 1...999_999
    }
  }
}
