internal import Pipeline
internal import Vocabulary
internal import Wording

/// Gathers what is asked, so that one question is put once for all the rows that it is about.
struct QuestionBook {
  /// Columns that nobody knows, one of which may name the firms.
  private let strangers: [Int]
  private var order: [ImportQuestion.Subject] = []
  private var rows: [Key: [Int]] = [:]
  private var counts: [Key: Int] = [:]
  private var choices: [Key: [ImportAnswer]] = [:]

  /// What two rows share that ask the same.
  fileprivate enum Key: Hashable {
    case subject(ImportQuestion.Subject)
    case wrongUnit(column: Int)
  }

  init(_ layout: TableLayout) {
    strangers = layout.columns.filter { $0.isUnknown || $0.meaning == nil }.map(\.place)
  }

  mutating func note(_ error: LedgerError, _ name: String) {
    let row = error.row
    switch error.problem {
    case .typed(let heading, let fault) where fault.problem == .unitMissing:
      add(
        .unit(column: error.column ?? 0, heading: heading, example: fault.text), row,
        [
          .unit(AmountScale(unit: AmountUnit(.wan), currency: .yuan), name: "万元"),
          .unit(AmountScale(unit: AmountUnit(.yi), currency: .yuan), name: "亿元"),
          .unit(AmountScale(unit: AmountUnit(.one), currency: .yuan), name: "元"),
        ])
    case .typed(let heading, let fault) where fault.problem == .yearMissing:
      add(.year(heading: heading, example: fault.text), row, [])
    case .unknownWord(let heading, let value):
      add(
        .word(heading: heading, word: value), row,
        Stage.allCases.map { .word(value, meaning: $0.term.zh) } + [.word(value, meaning: "-")])
    case .implausible(let amount):
      let place = (error.column ?? 1) - 1
      add(
        .wrongUnit(column: place + 1, amount), row,
        amount.columnMeanings().map { .column(place, meaning: $0) }
          + amount.written.map { .cell(CellPlace(row: row, column: place + 1), $0) }
          + [.leaveOut(row: row)])
    case .noOrganisation where error.column == nil:
      add(.firms, row, strangers.prefix(8).map { .column($0, meaning: "investors") })
    case .signingUndated: add(.signing, row, [])
    case .reviewMissing(let word): add(.review(word: word), row, [])
    case .struckThrough: add(.struck, row, [.struck(isTaken: false), .struck(isTaken: true)])
    default: add(.row(name: name, error), row, Self.choices(for: error))
    }
  }

  mutating func add(_ subject: ImportQuestion.Subject, _ row: Int, _ answers: [ImportAnswer]) {
    let key = subject.key
    if counts[key] == nil {
      order.append(subject)
      choices[key] = answers
    }
    counts[key, default: 0] += 1
    if rows[key, default: []].count < ImportQuestion.shownRows {
      rows[key, default: []].append(row)
    }
  }

  /// The most questions about single rows: whoever has more has another question first.
  private static let limit = 200

  var questions: [ImportQuestion] {
    order.prefix(Self.limit).map { subject in
      var answers = choices[subject.key] ?? []
      // Of one row the cell is most likely wrong, of several the column.
      if case .wrongUnit = subject, counts[subject.key] == 1 {
        answers = answers.filter(\.isOfCell) + answers.filter { !$0.isOfCell }
      }
      return ImportQuestion(
        subject, rows: rows[subject.key] ?? [], count: counts[subject.key], choices: answers)
    }
  }

  private static func choices(for error: LedgerError) -> [ImportAnswer] {
    let row = error.row
    let cell = error.column.map { CellPlace(row: row, column: $0) }
    switch error.problem {
    case .severalProjects(_, let ids, _):
      return ids.map { .same(row: row, $0) } + [.same(row: row, nil), .leaveOut(row: row)]
    case .numberDisagrees(let id, _):
      return [.same(row: row, nil), .same(row: row, id), .leaveOut(row: row)]
    case .projectUnknown: return [.leaveOut(row: row)]
    case .repeatDiffers: return [.leaveOut(row: row), .same(row: row, nil)]
    case .typed(_, let fault) where fault.problem == .negative:
      let digits = fault.text.filter { $0.isDigit || ".,".contains($0) }
      return (cell.map { [.cell($0, digits), .cell($0, "-")] } ?? []) + [.leaveOut(row: row)]
    default:
      return (cell.map { [.cell($0, "…")] } ?? []) + [.leaveOut(row: row)]
    }
  }
}

extension ImportQuestion.Subject {
  fileprivate var key: QuestionBook.Key {
    switch self {
    case .wrongUnit(let column, _): .wrongUnit(column: column)
    case .unit(let column, let heading, _):
      .subject(.unit(column: column, heading: heading, example: ""))
    case .year: .subject(.year(heading: "", example: ""))
    case .word(_, let word): .subject(.word(heading: "", word: word))
    case .review: .subject(.review(word: ""))
    default: .subject(self)
    }
  }
}

extension ImportAnswer {
  fileprivate var isOfCell: Bool { if case .cell = self { true } else { false } }
}
