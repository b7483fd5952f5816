package import Pipeline

/// What a condition of a filter is about: every label that stands over a value on a screen.
package enum FilterKey: Hashable, Sendable {
  case number, stage, status, days, idle, due, entered, stale, overdue
  case field(Field)

  /// All of them, once.
  package static let all: [FilterKey] =
    [.stage, .status, .number, .days, .idle, .due, .entered, .stale, .overdue]
    + Field.editable.map(FilterKey.field)

  /// The word used in files and on the command line.
  package var code: String {
    switch self {
    case .number: "number"
    case .stage: "stage"
    case .status: "status"
    case .days: "days"
    case .idle: "idle"
    case .due: "due"
    case .entered: "entered"
    case .stale: "stale"
    case .overdue: "overdue"
    case .field(.tags): "tag"
    case .field(let field): field.rawValue
    }
  }

  /// What stands over it, in lists, cards, forms and reports alike.
  package var term: Term {
    switch self {
    case .number: Term("编号", "No.", "序号", "id")
    case .stage: Term("阶段", "Stage", "当前阶段")
    case .status: Term("状态", "Status")
    case .days: Term("停留", "Days", "停留天数")
    case .idle: Term("未动", "Idle", "未动天数")
    case .due: Term("期限", "Due", "时限")
    case .entered: Term("起始", "Since", "起始日期")
    case .stale: Term("停滞", "Stale")
    case .overdue: Term("逾期", "Overdue", "超期")
    case .field(let field): field.term
    }
  }

  /// Everything that names it, folded.
  package var spokenForms: [String] {
    let term = term
    var words = [code, term.zh, term.en] + term.synonyms
    if case .field(let field) = self { words.append(field.rawValue) }
    // A column of a sheet called 单位 may be one of units of measure; a filter's is not.
    if self == .field(.lead) { words.append("单位") }
    return words.map { Spoken.folded($0) }
  }

  private static let spoken: [String: FilterKey] = Dictionary(
    all.flatMap { key in key.spokenForms.map { ($0, key) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// Reads a label of either language, a code or a common synonym, in any case and width.
  package init?(spoken: some StringProtocol) {
    guard let key = FilterKey.spoken[Spoken.folded(spoken)] else { return nil }
    self = key
  }

  /// The ones that are offered where a condition begins.
  package static let offered: [FilterKey] = [
    .stage, .field(.owner), .field(.lead), .field(.cluster), .field(.industry), .field(.kind),
    .field(.amount), .field(.tags), .status, .stale, .overdue, .field(.next), .field(.investors),
    .days, .idle, .due,
  ]
}
