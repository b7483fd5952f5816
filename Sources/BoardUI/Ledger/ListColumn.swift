internal import Insight
internal import Pipeline
internal import Vocabulary
internal import Wording

/// A column of the list, and what it is sorted by.
package enum ListColumn: String, CaseIterable, Hashable, Sendable {
  case number, stage, name, days, amount, status, next, owner, lead, investors
  case idle, grade, industry, cluster, source, landing, tags, kind, entered

  /// The ones shown until somebody chooses.
  package static let standard: [ListColumn] = [
    .number, .stage, .name, .days, .amount, .status, .next, .owner, .lead, .investors,
  ]

  /// Reads a column's name in either language: 金额, amount, 责任人.
  init?(spoken: String) {
    let spoken = spoken.lowercased()
    let found = ListColumn.allCases.first { column in
      column.rawValue == spoken
        || [Words(.zh), Words(.en)].contains { column.title($0).lowercased() == spoken }
    }
    // The words of the command line mean the same here: 金额, 责任人, owner.
    let field = Field(spoken: spoken)?.rawValue
    guard let column = found ?? field.flatMap(ListColumn.init(rawValue:)) else { return nil }
    self = column
  }

  /// Whether its own order is the largest first.
  var isLargestFirst: Bool {
    switch self {
    case .days, .amount, .idle: true
    default: false
    }
  }

  /// How many cells it takes; the name takes what is left besides.
  func width(_ words: Words, numbers: Int) -> Int {
    switch self {
    case .number: max(6, numbers + 2)
    case .stage: 9
    case .name: 24
    case .days, .idle: 8
    case .amount: 11
    case .status: words.language == .zh ? 7 : 10
    case .next, .investors: 22
    case .owner: 9
    case .lead: 20
    case .grade, .kind: 10
    case .industry, .source, .landing: 14
    case .cluster, .tags: 16
    case .entered: 12
    }
  }

  func title(_ words: Words) -> String {
    switch self {
    case .number: words.numberLabel
    case .stage: words.stageLabel
    case .name: words.field(.name)
    case .days: words.daysLabel
    case .amount: words.field(.amount)
    case .status: words.statusLabel
    case .next: words.field(.next)
    case .owner: words.field(.owner)
    case .lead: words.field(.lead)
    case .investors: words.field(.investors)
    case .idle: words.idleLabel
    case .grade: words.field(.grade)
    case .industry: words.field(.industry)
    case .cluster: words.field(.cluster)
    case .source: words.field(.source)
    case .landing: words.field(.landing)
    case .tags: words.field(.tags)
    case .kind: words.field(.kind)
    case .entered: words.enteredLabel
    }
  }

  /// The column's heading, no wider than its values.
  func head(_ words: Words) -> String { self == .number ? "#" : title(words) }

  func text(_ project: Project, _ standing: Standing, _ ageing: Ageing, _ words: Words) -> String {
    switch self {
    case .number: project.id.description
    case .stage: "\(standing.stage.number)\(words.stageTab(standing.stage))"
    case .name: project.name
    case .days: ageing.daysInStage.map { words.days($0) } ?? words.cardNoDays
    case .amount: words.cardAmount(project.amount)
    case .status: words.status(standing.status.kind)
    case .next:
      project.next.map { ($0.due.map { words.shortDate($0) + " " } ?? "") + $0.text } ?? ""
    case .owner: project.owner ?? ""
    case .lead: words.list(project.lead)
    case .investors: words.list(project.investors)
    case .idle: ageing.idleDays.map { words.days($0) } ?? words.cardNoDays
    case .grade: project.text(.grade) ?? ""
    case .industry: project.industry ?? ""
    case .cluster: project.cluster ?? ""
    case .source: project.text(.source) ?? ""
    case .landing: project.text(.landing) ?? ""
    case .tags: words.list(project.tags)
    case .kind: words.projectKind(project.kind)
    case .entered: project.entries.first.map { words.historyDate($0.on) } ?? ""
    }
  }
}

extension ListColumn {
  /// The field that the filter looks into and that the column shows as it is.
  var soughtField: Field? {
    switch self {
    case .name: .name
    case .owner: .owner
    case .lead: .lead
    case .investors: .investors
    case .industry: .industry
    case .cluster: .cluster
    case .tags: .tags
    case .number, .stage, .days, .amount, .status, .next, .idle, .grade, .source, .landing, .kind,
      .entered:
      nil
    }
  }
}

extension ListState {
  /// Whether the largest stand first.
  var isDescending: Bool { order.isLargestFirst != isReversed }
}
