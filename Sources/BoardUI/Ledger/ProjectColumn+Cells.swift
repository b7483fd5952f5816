internal import Insight
internal import Pipeline
internal import Wording

extension ProjectColumn {
  /// How many cells it takes in the list; the name takes what is left besides.
  func width(_ words: Words, numbers: Int) -> Int {
    switch self {
    case .number: max(6, numbers + 2)
    case .stage, .owner, .due: 9
    case .name: 24
    case .days, .idle: 8
    case .amount: 11
    case .status: words.language == .zh ? 7 : 10
    case .next, .investors: 22
    case .lead: 20
    case .grade, .kind: 10
    case .industry, .source, .landing: 14
    case .cluster, .tags: 16
    case .entered: 12
    }
  }

  /// What stands over the column: as short as what is under it.
  func head(_ words: Words) -> String { self == .number ? "#" : words.heading(of: self) }

  /// The field that the filter looks into and that the column shows as it is.
  var soughtField: Field? {
    switch self {
    case .name, .owner, .lead, .investors, .industry, .cluster, .tags: field
    default: nil
    }
  }
}

extension ListState {
  /// Whether the largest stand first.
  var isDescending: Bool { order.isLargestFirst != isReversed }
}
