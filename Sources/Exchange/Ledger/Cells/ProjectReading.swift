internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// One row of a table while it is read, cell by cell.
struct ProjectReading {
  let context: RowContext
  let row: Int
  let texts: [String]
  let further: [[String]]
  var year: (value: Int, source: DateSource)?
  var facts = ProjectFacts()
  var problems: [LedgerError] = []
  /// What each column says of a field's amount.
  var amounts: [Field: [(column: TableColumn, text: String, amount: Amount)]] = [:]
  var open: [(column: TableColumn, text: String)] = []
  var closing: (column: TableColumn, text: String)?
  /// A deadline that is no one day.
  var dueWords: String?
  /// Words that mean nothing here; of no weight once the row is known to be signed.
  var unknown: [(column: TableColumn, text: String)] = []
  /// The milestone that a word of the stage's column names.
  var worded: MilestoneKind?

  init(context: RowContext, row: Int, texts: [String], further: [[String]]) {
    self.context = context
    self.row = row
    self.texts = texts
    self.further = further
  }

  // MARK: Cells

  func text(_ column: TableColumn) -> String? {
    guard texts.indices.contains(column.place), !texts[column.place].isEmpty else { return nil }
    return texts[column.place]
  }

  /// A cell with what the rows behind it add.
  func whole(_ column: TableColumn) -> String? {
    if further.isEmpty { return text(column) }
    var parts: [String] = []
    for texts in [texts] + further where texts.indices.contains(column.place) {
      let part = texts[column.place]
      if !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  mutating func fail(_ column: TableColumn?, _ problem: LedgerError.Problem) {
    problems.append(
      LedgerError(row: row + 1, column: column.map { $0.place + 1 }, problem: problem))
  }

  mutating func take(_ column: TableColumn) {
    guard let meaning = column.meaning, meaning != .nothing, let text = whole(column) else {
      return
    }
    if let fault = context.table.faults[.init(row: row, column: column.place)],
      context.answers.cells[CellPlace(row: row + 1, column: column.place + 1)] == nil
    {
      return fail(column, .unreadable(heading: column.heading, value: fault, .value))
    }
    switch meaning {
    case .ledger(let ledger): take(column, ledger, text)
    case .reached(let stage):
      if let date = date(column, text) {
        facts.reached.append(Intake.Step(stage: stage, on: date))
      }
    case .milestone(let kind):
      if case .nothing = context.vocabulary.word(text) { return }
      if let date = date(column, text) {
        facts.milestones.append(Milestone.Facts(projects: [], kind: kind, on: date))
      }
    case .fundsInPlace: takeFunds(column, text)
    case .closing:
      closing = (column, text)
    case .key:
      guard let key = wholeNumber(column, text) else { return }
      facts.keys.append((context.vocabulary.system ?? column.heading) + ":" + key)
    case .history: takeHistory(column, text)
    case .datedNotes:
      for line in text.split(separator: "\n") {
        facts.notes.append(DatedLine(line).remark(today: context.today))
      }
    case .contactAndPhone: return takeContact(column, text)
    case .words:
      if !RowMarks.isBlankWord(text) {
        // A number under the table's unit means nothing without it.
        let unit = context.block.unit.flatMap { unit in
          DecimalText.plain(text) != nil && column.isOfMoney ? unit : nil
        }
        note(column.heading + "：" + text + (unit.map { Words(.zh).scale($0) } ?? ""))
      }
    case .year, .currency, .capital, .amountUnit, .activity, .record, .target, .nothing: return
    }
    facts.texts.append((column, text))
  }

  mutating func take(_ column: TableColumn, _ ledger: LedgerColumn, _ text: String) {
    switch ledger {
    case .serial, .lastActivity, .daysInStage: return
    case .number:
      let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
      if let number = UInt32(digits), "\(number)" == digits { facts.number = ProjectID(number) }
    case .amountInYi: takeAmount(.amount, column, text)
    case .investorProfile: facts.investorProfile = isBlank(text) ? nil : text
    case .progress, .progressAndRemark, .remark:
      if isBlank(text) { return }
      let remark = Intake.Remark(text: clean(text, .note), on: .day(context.today))
      if !facts.notes.contains(where: { $0.text == remark.text }) { facts.notes.append(remark) }
    case .stage: takeWord(column, text)
    case .entered: if let date = date(column, text) { facts.entered = date }
    case .status: takeWord(column, text)
    case .statusDate: if let date = date(column, text) { facts.statusDate = date }
    case .statusReason: facts.statusReason = isBlank(text) ? nil : text
    case .review: facts.review = day(column, text)
    case .lostTo: facts.lostTo = isBlank(text) ? nil : text
    case .nextText: if !isBlank(text) { facts.nextText = clean(text, .line) }
    case .nextDue: takeDue(column, text)
    case .nextWho: if !isBlank(text) { facts.nextWho = clean(text, .line) }
    case .contactedOn:
      if let date = date(column, text) {
        facts.fields[.firstTalkOn] = .date(date)
        facts.isContactDated = true
      }
    case .field(let field), .named(let field, _): take(column, field, text)
    }
  }

  mutating func take(_ column: TableColumn, _ field: Field, _ text: String) {
    switch field.form {
    case .name:
      facts.name = clean(text, .name)
      if text.count(where: { "①②③④⑤⑥⑦⑧⑨⑩".contains($0) }) > 1 {
        fail(column, .severalInOne(heading: column.heading, value: text))
      }
    case .line, .json:
      guard !isBlank(text), let line = wholeNumber(column, text, field) else { return }
      var cleaned = clean(line, .line)
      if field == .land, let unit = context.block.landUnit, DecimalText.plain(cleaned) != nil {
        cleaned += unit
      }
      if case .text(let before) = facts.fields[field] {
        if before != cleaned { facts.fields[field] = .text(before + "、" + cleaned) }
      } else {
        facts.fields[field] = .text(cleaned)
      }
    case .note:
      if isBlank(text) { return }
      let cleaned = clean(text, .note)
      if case .text(let before) = facts.fields[field], before != cleaned {
        facts.fields[field] = .text(before + "\n" + cleaned)
      } else {
        facts.fields[field] = .text(cleaned)
      }
    case .list:
      if isBlank(text) { return }
      let kind = NameList.Kind(field)
      var items = context.isOwn ? OwnList.items(text, kind) : NameList.parts(of: text, kind)
      items = items.map { clean($0, .line) }.filter { !$0.isEmpty }
      if case .list(let before) = facts.fields[field] {
        items = before + items.filter { !before.contains($0) }
      }
      if !items.isEmpty { facts.fields[field] = .list(items) }
    case .amount: takeAmount(field, column, text)
    case .date: if let date = date(column, text) { facts.fields[field] = .date(date) }
    case .kind:
      guard !isBlank(text) else { return }
      if let kind = ProjectKind(spoken: text) {
        facts.fields[field] = .kind(kind)
      } else {
        fail(column, .unreadable(heading: column.heading, value: text, .form(.kind)))
      }
    case .next: facts.nextText = clean(text, .line)
    }
  }

  /// A person and a telephone, which two fields hold.
  mutating func takeContact(_ column: TableColumn, _ text: String) {
    if isBlank(text) { return }
    let cell = ContactCell(text)
    for (field, part) in [(Field.contact, cell.name), (.contactPhone, cell.phone)]
    where !part.isEmpty {
      var half = column
      half.meaning = .ledger(.field(field))
      take(half, field, part)
      facts.texts.append((half, part))
    }
  }

  /// Keeps words that no field is for.
  mutating func note(_ text: String) {
    facts.notes.append(Intake.Remark(text: clean(text, .note), on: .day(context.today)))
  }

  func isBlank(_ text: String) -> Bool {
    text.utf8.count < 16 && !context.isOwn && RowMarks.isBlankWord(text)
  }

  /// A text as the store will have it, so that a second import finds it again.
  func clean(_ text: String, _ rule: TextRule) -> String {
    rule.isClean(text) ? text : (try? rule.clean(text)) ?? text
  }

  /// Digits that Excel has not spoiled; nil when it has, which is noted.
  mutating func wholeNumber(
    _ column: TableColumn, _ text: String, _ field: Field? = nil
  ) -> String? {
    do throws(TypedFault) {
      let code = try CodeText.read(text)
      return field == .contactPhone || field == nil ? CodeText.withoutDecimals(code) : text
    } catch {
      if let field {
        facts.spoiled.append(.init(column: column, text: text, field: field))
      } else {
        fail(column, .typed(heading: column.heading, error))
      }
      return nil
    }
  }

  /// What somebody has written beside a cell is kept with the project.
  mutating func takeComments() {
    for column in context.layout.columns {
      let place = SheetTable.Place(row: row, column: column.place)
      guard let comment = context.table.marks.comments[place] else { continue }
      let note = column.heading + "批注：" + comment
      self.note(note)
    }
  }
}
