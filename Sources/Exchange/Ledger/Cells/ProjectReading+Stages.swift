internal import Pipeline
internal import SafeText
internal import Vocabulary
internal import Wording

// How far a project has come, and in what state it is.
extension ProjectReading {
  mutating func takeWord(_ column: TableColumn, _ text: String) {
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
    case .asks, nil:
      if let (kind, reason) = statusWithReason(text) {
        (facts.statusKind, facts.statusWord) = (kind, text)
        if facts.statusReason == nil { facts.statusReason = reason }
      } else {
        unknown.append((column, text))
      }
    }
  }

  /// A status and why: 已终止（资金问题）, 暂停，等地价.
  func statusWithReason(_ text: String) -> (Status.Kind, String)? {
    let head = text.prefix { !"，。；：、,;:（(\n ".contains($0) }
    guard head.count < text.count, case .status(let kind) = context.vocabulary.word(String(head)),
      kind != .ongoing
    else { return nil }
    var reason = text[head.endIndex...]
    while let first = reason.first, "，。；：、,;:（(\n ".contains(first) { reason.removeFirst() }
    while let last = reason.last, "）)。".contains(last) { reason.removeLast() }
    return (kind, String(reason))
  }

  /// The column that says when, or by whom, where none says what.
  var stepColumn: TableColumn? {
    if facts.nextDue != nil { return context.layout.column(.ledger(.nextDue)) }
    return facts.nextWho == nil ? nil : context.layout.column(.ledger(.nextWho))
  }

  mutating func takeHistory(_ column: TableColumn, _ text: String) {
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
    if !context.isOwn { takeStatusHead() }
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
  mutating func settleClosing() {
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

  /// Takes the status that a remark begins with, or is, where no column tells it: 暂停，等地价.
  mutating func takeStatusHead() {
    guard context.layout.column(.ledger(.status)) == nil, facts.statusKind == nil else { return }
    for (column, text) in remarks + notes {
      let head = text.prefix { !"，。；：、,;:（(\n ".contains($0) }
      guard case .status(let kind) = context.vocabulary.word(String(head)), kind != .ongoing else {
        continue
      }
      facts.taken.append(
        TakenFrom(
          column: column.place + 1, heading: column.heading, text: text,
          value: Words(.zh).status(kind), source: .answer))
      (facts.statusKind, facts.statusWord) = (kind, text)
      return
    }
  }

  /// Takes the word that a remark begins with, where no column tells stage or status: 洽谈, 投产, 终止.
  mutating func takeHead() {
    guard !context.hasStage else { return }
    for (_, text) in remarks {
      let head = text.prefix { !"，。；、,;\n ".contains($0) }
      let bare = head.drop { $0.isDigit || "年月日号.-/初底中上下旬".contains($0) }
      switch context.vocabulary.word(String(head)) ?? context.vocabulary.word(String(bare)) {
      case .stage(let stage): facts.stage = facts.stage.map { max($0, stage) } ?? stage
      case .milestone(let kind):
        facts.stage = .signing
        worded = kind
      default: continue
      }
      return
    }
  }

  /// The day that a remark gives a stage at its head: 4月8日签约.
  func headDate(of stage: Stage) -> BusinessDate? {
    for (_, text) in remarks {
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

  var remarks: [(column: TableColumn, text: String)] {
    context.layout.columns.compactMap { column in
      switch column.meaning {
      case .ledger(.progress), .ledger(.progressAndRemark): text(column).map { (column, $0) }
      default: nil
      }
    }
  }

  private var notes: [(column: TableColumn, text: String)] {
    context.layout.columns.compactMap { column in
      column.meaning == .ledger(.remark) ? text(column).map { (column, $0) } : nil
    }
  }
}
