package import Pipeline
internal import SafeText
internal import Wording

/// What the cells of one column of a file are.
package enum ColumnMeaning: Hashable, Sendable {
  /// A column that our own ledgers have.
  case ledger(LedgerColumn)
  /// The day on which a stage was entered.
  case reached(Stage)
  /// The day of a milestone.
  case milestone(MilestoneKind)
  /// 到位资金: the amount of a milestone.
  case fundsInPlace
  /// The day a deal closed: its signing, its loss, or when that is expected.
  case closing
  /// The number that another system gave the project.
  case key
  case currency
  /// 万元, 亿元: what the amounts of each row count.
  case amountUnit
  /// 内资 or 外资: which unit of two a heading means.
  case capital
  /// Stages entered earlier, a line each: 2026-06-01 对接中.
  case history
  /// Remarks with their days, a line each.
  case datedNotes
  /// The year of the row's days.
  case year
  /// A person and a telephone in each cell.
  case contactAndPhone
  /// What no field is for: kept as a note, with its heading.
  case words
  case activity(ActivityPart)
  /// Of a table of milestones, requests or targets.
  case record(RecordColumn)
  /// What a unit is to reach in the year.
  case target(Target.Measure)
  /// Known, and not read.
  case nothing

  /// What a table of journeys and receptions says of each.
  package enum ActivityPart: String, CaseIterable, Hashable, Sendable {
    case kind = "activity"
    case person
    case personTitle = "person_title"
    case from, until, days, place, firms, met
    case metTitle = "met_title"
    case heads, team
    case note = "activity_note"
  }

  /// Reads a meaning as a map writes it: a field's code, a heading of ours, `entered signing`,
  /// `milestone completed`, `-`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let text = String(text).trimmingBlanks
    if let plain = Self.plain[text] {
      self = plain
      return
    }
    if let part = ActivityPart(rawValue: text) {
      self = .activity(part)
      return
    }
    if let record = RecordColumn(rawValue: text) {
      self = .record(record)
      return
    }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      if parts[0] == "entered", let stage = Stage(code: parts[1]) {
        self = .reached(stage)
        return
      }
      if parts[0] == "target", let measure = Target.Measure(rawValue: parts[1]) {
        self = .target(measure)
        return
      }
      if parts[0] == "milestone", let kind = MilestoneKind(rawValue: parts[1]) {
        self = .milestone(kind)
        return
      }
    }
    if let field = Field(rawValue: text), Field.editable.contains(field) {
      self = .ledger(field == .next ? .nextText : .field(field))
      return
    }
    guard let column = OwnHeadings.column(named: HeadingText.bare(text)) else { return nil }
    self = .ledger(column)
  }

  /// The text that ``init(_:)`` reads.
  package var code: String {
    if let code = Self.codes[self] { return code }
    switch self {
    case .reached(let stage): return "entered \(stage.code)"
    case .milestone(let kind): return "milestone \(kind.rawValue)"
    case .activity(let part): return part.rawValue
    case .record(let record): return record.rawValue
    case .target(let measure): return "target \(measure.rawValue)"
    case .ledger(.field(let field)), .ledger(.named(let field, _)): return field.rawValue
    case .ledger(let column): return column.heading(in: Words(.zh))
    default: return "-"
    }
  }

  private static let plain: [String: ColumnMeaning] = [
    "-": .nothing, "key": .key, "currency": .currency, "unit": .amountUnit, "capital": .capital,
    "closing": .closing,
    "history": .history, "dated_notes": .datedNotes, "funds_in_place": .fundsInPlace,
    "contact_and_phone": .contactAndPhone, "words": .words, "year": .year,
    "serial": .ledger(.serial), "number": .ledger(.number), "stage": .ledger(.stage),
    "entered": .ledger(.entered), "status": .ledger(.status), "status_on": .ledger(.statusDate),
    "status_reason": .ledger(.statusReason), "review": .ledger(.review),
    "lost_to": .ledger(.lostTo), "progress": .ledger(.progress), "note": .ledger(.remark),
    "investor_profile": .ledger(.investorProfile), "next": .ledger(.nextText),
    "next_due": .ledger(.nextDue), "next_who": .ledger(.nextWho),
  ]

  private static let codes = Dictionary(
    plain.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// The column of our own ledgers that it is; nil for others.
  var column: LedgerColumn? {
    if case .ledger(let column) = self { column } else { nil }
  }

  var field: Field? { column?.field }

  /// Whether its cells are sums of money.
  package var isAmount: Bool {
    switch self {
    case .fundsInPlace, .record(.nodeAmount): true
    case .target(let measure): measure.isAmount
    default: field?.form == .amount && column != .nextText
    }
  }

  /// Whether it says when something happened.
  var isDate: Bool {
    switch self {
    case .reached, .milestone, .closing, .activity(.from), .activity(.until): true
    case .record(let record): record.isPast || record == .requestDue
    case .ledger(let column): column.isDate
    default: false
    }
  }

  /// Whether its days lie behind us: plans and deadlines do not.
  var isPast: Bool {
    switch self {
    case .ledger(.nextDue), .ledger(.review), .ledger(.field(.expectedSigning)), .closing,
      .record(.requestDue):
      false
    default: isDate
    }
  }

  /// Whether such a table is asked for it: what it says is taken, or known to be of no weight.
  func isRead(in kind: LedgerKind) -> Bool {
    switch (kind, self) {
    case (_, .record(let record)): kind == record.kind
    case (_, .target): kind == .targets
    case (.milestones, _), (.requests, _), (.targets, _):
      self == .nothing || self == .words || self == .ledger(.serial)
    case (.projects, .activity): false
    case (.projects, _), (.activities, .activity), (.activities, .nothing), (.activities, .words):
      true
    case (.activities, .ledger(let column)):
      switch column {
      case .serial, .remark, .progress, .progressAndRemark, .field(.lead), .named(.lead, _): true
      default: false
      }
    case (.activities, _): false
    }
  }

  /// Whether several columns may have it: their cells are put together.
  var mayRepeat: Bool {
    switch self {
    case .nothing, .words, .capital, .amountUnit, .datedNotes, .history, .milestone, .reached: true
    case .record(let record): record.mayRepeat
    case .ledger(let column):
      switch column {
      case .serial, .progress, .progressAndRemark, .remark, .lastActivity, .daysInStage: true
      case .field(let field), .named(let field, _):
        switch field.form {
        case .line, .note, .list, .amount: true
        case .name, .date, .kind, .next, .json: false
        }
      case .amountInYi: true
      default: false
      }
    default: false
    }
  }

  /// Whether a table without it, and without its like, says too little of projects to be trusted.
  var isCore: Bool {
    self == .ledger(.stage) || self == .ledger(.status) || isAmount || isDate || self == .history
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
