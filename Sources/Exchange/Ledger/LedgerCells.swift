internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// The cells of one row of a sheet, read as what their columns hold.
struct LedgerCells {
  let sheet: LedgerSheet
  /// From 0.
  let row: Int
  let today: Day
  let vocabulary: LedgerVocabulary
  let texts: [String]

  init(sheet: LedgerSheet, row: Int, today: Day, vocabulary: LedgerVocabulary) {
    self.sheet = sheet
    self.row = row
    self.today = today
    self.vocabulary = vocabulary
    texts = sheet.rows[row]
  }

  /// The cell under a column; nil when the sheet has no such column or nothing stands there.
  func text(_ column: LedgerColumn) -> String? {
    guard let found = sheet.columns.first(where: { $0.column == column }) else { return nil }
    return text(found)
  }

  private func text(_ column: LedgerSheet.Column) -> String? {
    guard texts.indices.contains(column.place), !texts[column.place].isBlank else { return nil }
    return texts[column.place]
  }

  /// The words of a row that is no project: a title, the headings, a sum, a note; nil for others.
  var title: String? {
    guard let first = texts.first(where: { !$0.isBlank }) else { return nil }
    if row <= sheet.headingRow { return first }
    let filled = texts.count { !$0.isBlank }
    // Nearly every row has a name and more than a title has.
    if filled > 2, let name = text(.field(.name)) {
      return sheet.isNameHeading(name) ? first : nil
    }
    let tidy = LedgerSheet.bare(first)
    let isSum = ["合计", "小计", "总计", "total", "subtotal"].contains { tidy.hasPrefix($0) }
    let isNote = ["注:", "注：", "备注:", "备注：", "说明:", "说明：", "note:"].contains { tidy.hasPrefix($0) }
    let name = text(.field(.name))
    guard let name else { return isSum || filled == 1 ? first : nil }
    if filled == 1, isNote { return first }
    return sheet.isNameHeading(name) || isSum ? first : nil
  }

  // MARK: Values

  func value(of field: Field) throws(LedgerError) -> FieldValue? {
    guard let column = sheet.columns.first(where: { $0.column.field == field }) else { return nil }
    return try value(column)
  }

  /// The field's value that a cell spells; nil when nothing stands there.
  func value(_ column: LedgerSheet.Column) throws(LedgerError) -> FieldValue? {
    guard let text = text(column), let field = column.column.field else { return nil }
    switch field.form {
    case .name, .line, .note, .json, .next: return .text(text)
    case .list: return .list(items(text))
    case .amount:
      if let amount = amount(text, column.unit) { return .amount(amount) }
    case .date:
      if let date = BusinessDate(spoken: text, today: today) { return .date(date) }
    case .kind:
      if let kind = vocabulary.kinds.known(text) { return .kind(kind) }
    }
    throw unreadable(column, .form(field.form))
  }

  private func amount(_ text: String, _ unit: Money.Unit?) -> Amount? {
    if let unit {
      let digits = FullWidth.folded(text).filter { !$0.isWhitespace && $0 != "," }
      if let money = Money(digits, unit: unit) { return .known(money) }
    }
    return Amount(spoken: text)
  }

  private func items(_ text: String) -> [String] {
    if text.isOneItem { return [text] }
    if text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
      return text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }
    }
    return text.split { "、,，;；".contains($0) }.map(String.init)
  }

  func date(_ column: LedgerColumn) throws(LedgerError) -> BusinessDate? {
    guard let text = text(column) else { return nil }
    guard let date = BusinessDate(spoken: text, today: today) else {
      throw error(
        column, .unreadable(heading: sheet.heading(of: column), value: text, .form(.date)))
    }
    return date
  }

  private func day(_ column: LedgerColumn) throws(LedgerError) -> Day? {
    guard let text = text(column) else { return nil }
    guard let day = Day(spoken: text, today: today) else {
      throw error(column, .unreadable(heading: sheet.heading(of: column), value: text, .day))
    }
    return day
  }

  /// The next step as the row tells it, with what it does not tell as it was.
  func nextStep(after old: NextStep?) throws(LedgerError) -> NextStep? {
    let due = try day(.nextDue) ?? old?.due
    guard let text = text(.nextText) ?? old?.text else { return nil }
    return NextStep(text: text, due: due, who: self.text(.nextWho) ?? old?.who)
  }

  func stage() throws(LedgerError) -> Stage? { try named(.stage, .stage, vocabulary.stages) }
  func statusKind() throws(LedgerError) -> Status.Kind? {
    try named(.status, .status, vocabulary.statuses)
  }

  private func named<Known: Named>(
    _ column: LedgerColumn, _ expected: LedgerError.Expectation, _ words: SpokenWords<Known>
  ) throws(LedgerError) -> Known? {
    guard let text = text(column) else { return nil }
    guard let known = words.known(text) else {
      throw error(column, .unreadable(heading: sheet.heading(of: column), value: text, expected))
    }
    return known
  }

  /// A new project's status; nil when it is under way.
  func statusChange() throws(LedgerError) -> StatusChange? {
    guard let kind = try statusKind(), kind != .ongoing else { return nil }
    let reason = text(.statusReason) ?? ""
    let status: Status
    switch kind {
    case .ongoing: return nil
    case .hold:
      guard let review = try day(.review) else {
        throw error(
          .status,
          .unreadable(heading: sheet.heading(of: .review), value: text(.review) ?? "", .day))
      }
      status = .onHold(review: review, reason: reason)
    case .lost:
      let parts = reason.split(separator: "：", maxSplits: 1)
      guard let why = parts.first.flatMap({ LossReason(spoken: $0) }) else {
        throw error(
          .statusReason,
          .unreadable(heading: sheet.heading(of: .statusReason), value: reason, .lossReason))
      }
      status = .lost(why, place: text(.lostTo), note: parts.count > 1 ? String(parts[1]) : nil)
    case .withdrawn: status = .withdrawn(reason: reason)
    case .archived: status = .archived(reason: reason)
    }
    return StatusChange(
      old: .ongoing, new: status, on: try date(.statusDate) ?? .unknown, reason: nil)
  }

  /// What goes into the project's notes.
  var remarks: [String] {
    var remarks: [String] = []
    for column in [LedgerColumn.progress, .progressAndRemark, .remark] {
      if let text = text(column), !remarks.contains(text) { remarks.append(text) }
    }
    return remarks
  }

  // MARK: Errors

  /// A formula without a value is no text that anybody wrote.
  func refuseFaults() throws(LedgerError) {
    if sheet.faults.isEmpty { return }
    for column in sheet.columns {
      guard let text = sheet.faults[SheetTable.Place(row: row, column: column.place)] else {
        continue
      }
      throw LedgerError(
        row: row + 1, column: column.place + 1,
        problem: .unreadable(heading: column.heading, value: text, .value))
    }
  }

  func error(_ column: LedgerColumn, _ problem: LedgerError.Problem) -> LedgerError {
    let place = sheet.columns.first { $0.column == column }?.place
    return LedgerError(row: row + 1, column: place.map { $0 + 1 }, problem: problem)
  }

  private func unreadable(_ column: LedgerSheet.Column, _ expected: LedgerError.Expectation)
    -> LedgerError
  {
    LedgerError(
      row: row + 1, column: column.place + 1,
      problem: .unreadable(heading: column.heading, value: text(column) ?? "", expected))
  }

  /// What a rule refused, with the cell that it is about.
  func error(for refusal: Refusal) -> LedgerError {
    var inner = refusal
    var column: LedgerSheet.Column?
    if case .intake(let site, let rule) = refusal {
      inner = rule
      switch site {
      case .stage: column = sheet.column(.entered) ?? sheet.column(.stage)
      case .status, .earlierStatus: column = sheet.column(.status)
      case .note: column = sheet.column(.remark) ?? sheet.column(.progress)
      case .project, .activity, .milestone, .directory, .register: break
      }
    }
    switch inner {
    case .text(.field(let field), _), .tooMany(.field(let field), _), .notAnAmount(let field, _):
      column = sheet.columns.first { $0.column.field == field }
    case .missing(_, _, let requirements):
      if requirements.contains(.organisation) { column = sheet.column(.field(.investors)) }
      if requirements.contains(.signingDate) {
        column = sheet.column(.entered) ?? sheet.column(.stage)
      }
    default: break
    }
    return LedgerError(
      row: row + 1, column: column.map { $0.place + 1 },
      problem: .refused(
        heading: column?.heading, value: column.flatMap(text) ?? "", inner))
  }
}

extension LedgerSheet {
  func column(_ column: LedgerColumn) -> Column? { columns.first { $0.column == column } }
  func heading(of column: LedgerColumn) -> String {
    self.column(column)?.heading ?? column.heading(in: Words(.zh))
  }
}

extension String {
  /// Whether nothing in it can part a list's items; most lists have one.
  fileprivate var isOneItem: Bool {
    guard !isEmpty else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      // A comma, a semicolon, a line end, and what 、 and ，and ；begin with.
      case 0x2C, 0x3B, 0x0A, 0x0D, 0xE3, 0xEF: false
      default: true
      }
    }
  }

  var isBlank: Bool {
    guard let first = unicodeScalars.first?.value else { return true }
    // A character is blank when its first scalar is, and no ideograph is.
    if first > 0x3000 || first > 0x20 && first < 0x7F { return false }
    return allSatisfy(\.isWhitespace)
  }
}
