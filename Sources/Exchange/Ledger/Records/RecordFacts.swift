internal import Pipeline
internal import Vocabulary

/// What one row of a table of records says.
struct RecordFacts {
  enum Record {
    case milestone(Milestone.Facts, of: ProjectFacts)
    /// A project may be named beside the firm.
    case request(ServiceRequest, of: ProjectFacts?)
    case targets([(target: Target, column: TableColumn)])
  }

  var record: Record
  /// What it is told by: 甲项目 开工 2024-03-01.
  var label = ""
  /// What each column says of money and counts, for the sums.
  var amounts: [Int: AmountReading] = [:]
  var counts: [Int: Int] = [:]
}
