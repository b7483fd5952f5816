internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording
internal import Workbook

/// Reads the rows of one project: its own, and those that go on with it.
struct ProjectRowReader {
  let context: RowContext

  /// - Parameters:
  ///   - row: From 0.
  ///   - further: The rows that go on with it.
  ///   - section: The unit that the section is headed by, where no column tells the unit.
  /// - Returns: What the row says; and what is wrong with it, the first cell first.
  func read(_ row: Int, _ texts: [String], further: [[String]], section: String?)
    -> (ProjectFacts, [LedgerError])
  {
    var reading = Reading(context: context, row: row, texts: texts, further: further)
    reading.year = context.year(in: texts)
    for column in context.layout.columns { reading.take(column) }
    reading.settleAmounts()
    reading.settleStage()
    if !context.table.marks.comments.isEmpty { reading.takeComments() }
    if let section, reading.facts.fields[.lead] == nil {
      reading.facts.fields[.lead] = .list([section])
      reading.facts.taken.append(
        TakenFrom(column: 0, heading: "", text: section, value: section, source: .section))
    }
    return (reading.facts, reading.problems)
  }

  private struct Reading {
    let context: RowContext
    let row: Int
    let texts: [String]
    let further: [[String]]
    var year: (value: Int, source: DateSource)?
    var facts = ProjectFacts()
    var problems: [LedgerError] = []
    /// What each column says of a field's amount.
    private var amounts: [Field: [(column: TableColumn, text: String, amount: Amount)]] = [:]
    private var open: [(column: TableColumn, text: String)] = []

    init(context: RowContext, row: Int, texts: [String], further: [[String]]) {
      self.context = context
      self.row = row
      self.texts = texts
      self.further = further
    }

    // MARK: Cells

    private func text(_ column: TableColumn) -> String? {
      guard texts.indices.contains(column.place), !texts[column.place].isEmpty else { return nil }
      return texts[column.place]
    }

    /// A cell with what the rows behind it add.
    private func whole(_ column: TableColumn) -> String? {
      if further.isEmpty { return text(column) }
      var parts: [String] = []
      for texts in [texts] + further where texts.indices.contains(column.place) {
        let part = texts[column.place]
        if !part.isEmpty, !parts.contains(part) { parts.append(part) }
      }
      return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private mutating func fail(_ column: TableColumn?, _ problem: LedgerError.Problem) {
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
      case .currency, .capital, .amountUnit, .activity, .nothing: return
      }
      facts.texts.append((column, text))
    }

    private var closing: (column: TableColumn, text: String)?

    private mutating func take(_ column: TableColumn, _ ledger: LedgerColumn, _ text: String) {
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

    private mutating func take(_ column: TableColumn, _ field: Field, _ text: String) {
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

    private func isBlank(_ text: String) -> Bool {
      text.utf8.count < 16 && !context.isOwn && RowMarks.isBlankWord(text)
    }

    /// A text as the store will have it, so that a second import finds it again.
    private func clean(_ text: String, _ rule: TextRule) -> String {
      rule.isClean(text) ? text : (try? rule.clean(text)) ?? text
    }

    /// Digits that Excel has not spoiled; nil when it has, which is noted.
    private mutating func wholeNumber(
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
        facts.notes.append(Intake.Remark(text: clean(note, .note), on: .day(context.today)))
      }
    }

    // MARK: Amounts

    private mutating func takeAmount(_ field: Field, _ column: TableColumn, _ text: String) {
      do throws(TypedFault) {
        let (reading, taken) = try read(column, text)
        facts.amounts[column.place] = reading
        if let taken { facts.taken.append(taken) }
        if let amount = reading.amount {
          amounts[field, default: []].append((column, text, amount))
        }
        if reading.words != nil { keepWords(column, text) }
      } catch {
        if error.problem == .unitMissing, !column.alternatives.isEmpty {
          open.append((column, text))
        } else {
          fail(column, .typed(heading: column.heading, error))
        }
      }
    }

    private func read(_ column: TableColumn, _ text: String) throws(TypedFault)
      -> (AmountReading, TakenFrom?)
    {
      if text == context.vocabulary.emptyAmount {
        return (try CellReader.amount("", unit: nil), nil)
      }
      var unit = column.unit
      if let other = context.currency, let said = self.text(other),
        let currency = context.vocabulary.units.currency(said), let counted = unit
      {
        unit = AmountScale(unit: counted.unit, currency: currency)
      }
      if let other = context.unitColumn, let said = self.text(other), column.unitSource != .heading,
        let scale = context.vocabulary.units.unit(said)
      {
        let taken = TakenFrom(
          column: column.place + 1, heading: column.heading, text: text, value: said,
          source: .otherColumn(other.heading))
        return (try CellReader.amount(text, unit: scale), taken)
      }
      if unit == nil, column.alternatives.count > 1, let capital = context.capital,
        let said = self.text(capital)
      {
        unit = column.alternatives.first { unit in
          let isYuan = (unit.currency ?? .yuan) == .yuan
          return said.hasPrefix("内") && isYuan || said.hasPrefix("外") && !isYuan
        }
        if unit != nil {
          let taken = TakenFrom(
            column: column.place + 1, heading: column.heading, text: text, value: said,
            source: .otherColumn(capital.heading))
          return (try CellReader.amount(text, unit: unit), taken)
        }
      }
      return (try CellReader.amount(text, unit: unit), nil)
    }

    private mutating func takeFunds(_ column: TableColumn, _ text: String) {
      do throws(TypedFault) {
        let (reading, _) = try read(column, text)
        facts.amounts[column.place] = reading
        if case .known(let money) = reading.value, money.minor > 0 {
          var milestone = Milestone.Facts(projects: [], kind: .fundsInPlace, on: .unknown)
          milestone.amount = .known(money)
          facts.milestones.append(milestone)
        }
        if reading.words != nil { keepWords(column, text) }
      } catch {
        fail(column, .typed(heading: column.heading, error))
      }
    }

    private mutating func keepWords(_ column: TableColumn, _ text: String) {
      let note = column.heading + "：" + text
      facts.notes.append(Intake.Remark(text: clean(note, .note), on: .day(context.today)))
      facts.taken.append(
        TakenFrom(
          column: column.place + 1, heading: column.heading, text: text, value: note,
          source: .words))
    }

    /// Several columns may say one amount, in two currencies or units; they have to agree.
    mutating func settleAmounts() {
      for (column, text) in open {
        let field = column.meaning?.field ?? .amount
        let fits = column.alternatives.lazy.compactMap { unit in
          try? CellReader.amount(text, unit: unit)
        }.first { reading in
          guard let amount = reading.amount else { return false }
          return amounts[field]?.contains { $0.amount.isSame(as: amount) } ?? false
        }
        if let fits {
          facts.amounts[column.place] = fits
          continue
        }
        fail(column, .unitOpen(heading: column.heading, value: text, column.alternatives))
      }
      for (field, said) in amounts {
        guard let first = said.first else { continue }
        let amount = first.amount
        facts.fields[field] = .amount(amount)
        for other in said.dropFirst() where !other.amount.isSame(as: amount) {
          fail(
            other.column,
            .columnsDiffer(
              heading: other.column.heading, value: other.text, other: first.column.heading,
              otherValue: first.text))
        }
      }
    }

    // MARK: Days

    private mutating func date(_ column: TableColumn, _ text: String) -> BusinessDate? {
      if case .nothing = context.vocabulary.word(text) { return nil }
      do throws(TypedFault) {
        let (cell, words) = try CellReader.date(
          text, year: year, today: context.today, isPast: column.meaning?.isPast ?? false,
          from1904: context.table.marks.isFrom1904)
        if words != nil { keepWords(column, text) }
        guard let cell else { return nil }
        if cell.source != .cell {
          facts.taken.append(
            TakenFrom(
              column: column.place + 1, heading: column.heading, text: text,
              value: cell.date.description, source: .date(cell.source)))
        }
        return cell.date
      } catch {
        fail(column, .typed(heading: column.heading, error))
      }
      return nil
    }

    private mutating func day(_ column: TableColumn, _ text: String) -> Day? {
      guard let date = date(column, text) else { return nil }
      if let day = date.exactDay { return day }
      fail(column, .typed(heading: column.heading, TypedFault(text, .notADay)))
      return nil
    }

    /// A deadline that is no one day stays with the step's words.
    private mutating func takeDue(_ column: TableColumn, _ text: String) {
      guard let date = date(column, text) else { return }
      if let day = date.exactDay {
        facts.nextDue = day
      } else {
        dueWords = text
        facts.taken.append(
          TakenFrom(
            column: column.place + 1, heading: column.heading, text: text, value: text,
            source: .words))
      }
    }

    private var dueWords: String?

    // MARK: Stages and states

    private mutating func takeWord(_ column: TableColumn, _ text: String) {
      if isBlank(text) { return }
      switch context.vocabulary.word(text) {
      case .stage(let stage): facts.stage = facts.stage.map { max($0, stage) } ?? stage
      case .status(let kind):
        facts.statusKind = kind
        facts.statusWord = text
      case .milestone(let kind):
        facts.stage = .signing
        worded = kind
      case .nothing: return
      case .asks, nil: unknown.append((column, text))
      }
    }

    /// Words that mean nothing here; of no weight once the row is known to be signed.
    private var unknown: [(column: TableColumn, text: String)] = []

    private var worded: MilestoneKind?

    /// The column that says when, or by whom, where none says what.
    private var stepColumn: TableColumn? {
      if facts.nextDue != nil { return context.layout.column(.ledger(.nextDue)) }
      return facts.nextWho == nil ? nil : context.layout.column(.ledger(.nextWho))
    }

    private mutating func takeHistory(_ column: TableColumn, _ text: String) {
      for line in text.split(separator: "\n") {
        let dated = DatedLine(line)
        switch context.vocabulary.word(dated.text) {
        case .stage(let stage):
          facts.reached.append(
            Intake.Step(stage: stage, on: dated.day.map { .day($0) } ?? .unknown))
        case .milestone(let kind):
          facts.milestones.append(
            Milestone.Facts(projects: [], kind: kind, on: dated.day.map { .day($0) } ?? .unknown))
        case .status, .nothing: continue
        case .asks, nil: fail(column, .unknownWord(heading: column.heading, value: dated.text))
        }
      }
    }

    mutating func settleStage() {
      for (column, text) in unknown where facts.stage != .signing {
        fail(column, .unknownWord(heading: column.heading, value: text))
      }
      if let dueWords {
        facts.nextText = (facts.nextText ?? "") + "（" + dueWords + "）"
      }
      if facts.nextText == nil, let column = stepColumn, let text = text(column) {
        facts.stepHeading = column.heading
        facts.taken.append(
          TakenFrom(
            column: column.place + 1, heading: column.heading, text: text, value: column.heading,
            source: .noStep))
      }
      if facts.stage == nil, facts.reached.isEmpty { takeHead() }
      if let worded, !facts.milestones.contains(where: { $0.kind == worded }) {
        facts.milestones.append(Milestone.Facts(projects: [], kind: worded, on: .unknown))
      }
      if facts.stage == nil {
        facts.stage =
          facts.reached.map(\.stage).max()
          ?? (facts.milestones.isEmpty || !facts.reached.contains { $0.stage == .signing }
            ? nil : .signing)
      }
      settleClosing()
      if facts.stage == .signing, facts.entered == nil,
        !facts.reached.contains(where: { $0.stage == .signing })
      {
        facts.entered = headDate(of: .signing)
      }
    }

    /// A deal's closing day is its signing's, its loss's, or when that is expected.
    private mutating func settleClosing() {
      guard let (column, text) = closing, !isBlank(text) else { return }
      let isWon = facts.stage == .signing
      let isLost = facts.statusKind == .lost || facts.statusKind == .withdrawn
      var column_ = column
      column_.meaning =
        isWon
        ? .reached(.signing) : isLost ? .ledger(.statusDate) : .ledger(.field(.expectedSigning))
      guard let date = date(column_, text) else { return }
      if isWon {
        if !facts.reached.contains(where: { $0.stage == .signing }) {
          facts.reached.append(Intake.Step(stage: .signing, on: date))
        }
      } else if isLost {
        facts.statusDate = facts.statusDate ?? date
      } else {
        facts.fields[.expectedSigning] = .date(date)
      }
    }

    /// Takes the word that a remark begins with, where no column tells stage or status: 洽谈, 投产, 终止.
    private mutating func takeHead() {
      guard !context.hasStage else { return }
      for text in remarks {
        let head = text.prefix { !"，。；、,;\n ".contains($0) }
        switch context.vocabulary.word(String(head)) {
        case .stage(let stage): facts.stage = facts.stage.map { max($0, stage) } ?? stage
        case .milestone(let kind):
          facts.stage = .signing
          worded = kind
        case .status(let kind) where kind == .lost || kind == .withdrawn:
          if facts.statusKind == nil { (facts.statusKind, facts.statusWord) = (kind, text) }
        default: continue
        }
        return
      }
    }

    /// The day that a remark gives a stage at its head: 4月8日签约.
    private func headDate(of stage: Stage) -> BusinessDate? {
      for text in remarks {
        for piece in text.split(whereSeparator: { "，。；,;\n".contains($0) }) {
          guard let split = piece.lastIndex(where: { $0.isDigit || "年月日号".contains($0) }) else {
            continue
          }
          let (day, word) = (piece[...split], piece[piece.index(after: split)...])
          guard case .stage(stage) = context.vocabulary.word(String(word)),
            let cell = try? CellReader.date(
              String(day), year: year, today: context.today, isPast: true
            ).date
          else { continue }
          return cell.date
        }
      }
      return nil
    }

    private var remarks: [String] {
      context.layout.columns.compactMap { column in
        switch column.meaning {
        case .ledger(.progress), .ledger(.progressAndRemark): text(column)
        default: nil
        }
      }
    }
  }
}

extension Amount {
  /// Whether two say the same, whatever the unit: 2000万元 and 0.2亿元.
  func isSame(as other: Amount) -> Bool {
    switch (self, other) {
    case (.known(let mine), .known(let theirs)):
      mine.minor == theirs.minor && mine.currency == theirs.currency
    case (.undisclosed, .undisclosed): true
    case (.known, .undisclosed), (.undisclosed, .known): false
    }
  }
}

/// A line that begins with a day: 2026-07-11 7月10日到访.
struct DatedLine {
  let day: Day?
  let text: String

  init(_ line: some StringProtocol) {
    let line = String(line).trimmingBlanks
    day = Day(line.prefix(10))
    text = day == nil ? line : String(line.dropFirst(10)).trimmingBlanks
  }

  func remark(today: Day) -> Intake.Remark {
    Intake.Remark(text: text, on: .day(day ?? today))
  }
}
