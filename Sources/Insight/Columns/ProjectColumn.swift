package import Pipeline
package import Vocabulary

/// A column of a list of projects, and what such a list is sorted by.
///
/// The board's list, `list`, saved views and `:sort` know the same ones; `Words` has their headings.
package enum ProjectColumn: String, CaseIterable, Hashable, Sendable {
  case number, stage, name, days, amount, status, next, due, owner, lead, investors
  case idle, grade, industry, cluster, source, landing, tags, kind, entered

  /// The ones the board's list shows until somebody chooses.
  package static let standard: [ProjectColumn] = [
    .number, .stage, .name, .days, .amount, .status, .next, .owner, .lead, .investors,
  ]

  /// The field that it shows as it is; nil for what is worked out, or shown in another form.
  package var field: Field? {
    switch self {
    case .name: .name
    case .amount: .amount
    case .owner: .owner
    case .lead: .lead
    case .investors: .investors
    case .grade: .grade
    case .industry: .industry
    case .cluster: .cluster
    case .source: .source
    case .landing: .landing
    case .tags: .tags
    case .kind: .kind
    case .next: .next
    case .number, .stage, .days, .status, .due, .idle, .entered: nil
    }
  }

  /// What a filter calls it; every column is one of its keys.
  package var key: FilterKey {
    switch self {
    case .number: .number
    case .stage: .stage
    case .days: .days
    case .status: .status
    case .due: .due
    case .idle: .idle
    case .entered: .entered
    case .name, .amount, .next, .owner, .lead, .investors, .grade, .industry, .cluster, .source,
      .landing, .tags, .kind:
      .field(field ?? .name)
    }
  }

  /// Whether it holds numbers, which stand under each other by their last digit.
  package var isNumber: Bool {
    switch self {
    case .number, .amount, .days, .idle: true
    default: false
    }
  }

  /// Whether its own order is the largest first.
  package var isLargestFirst: Bool {
    switch self {
    case .days, .amount, .idle: true
    default: false
    }
  }
}
