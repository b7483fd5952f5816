internal import Exchange
internal import JSON
internal import Pipeline
internal import Vocabulary
internal import Wording

extension LedgerPlan {
  /// What an import would do, whole, for machines.
  func json(in words: Words, _ pipeline: Pipeline) -> JSONText {
    JSONText([
      "dry_run": true, "new": .integer(created), "changed": .integer(changed),
      "unchanged": .integer(unchanged), "asked": .integer(asked.count),
      "wrong": .integer(wrong.count), "left_out": .integer(leftOut.count),
      "left": .integer(left.count), "sheet": JSONValue(sheet),
      "title": .array(block.lines.map { ["row": .integer($0.row), "text": .string($0.text)] }),
      "year": JSONValue(block.year?.value), "unit": JSONValue(block.unit.map { words.scale($0) }),
      "columns": .array(
        layouts.flatMap(\.columns).map { column in
          [
            "column": .integer(column.place + 1), "headings": JSONValue(column.headings),
            "meaning": JSONValue(column.meaning?.code),
            "unit": JSONValue(column.unit.map { words.scale($0) }),
          ]
        }),
      "rows": .array(
        lines.map { line in
          [
            "row": .integer(line.row), "kind": .string(line.kind.code),
            "verdict": .string(line.verdict.code),
            "text": .string(words.ledger(line, in: pipeline)),
            "taken": .array(
              line.taken.map {
                [
                  "column": .integer($0.column), "value": .string($0.value),
                  "text": .string(words.taken($0)),
                ]
              }),
          ]
        }),
      "sums": .array(
        reconciliation.map { line in
          [
            "row": .integer(line.row), "section": JSONValue(line.section),
            "stated": .string(line.stated), "read": .string(line.read),
            "agrees": .bool(line.agrees), "text": .string(words.reconciled(line)),
          ]
        }),
      "questions": .array(
        questions.map { question in
          [
            "text": .string(words.question(question)),
            "rows": .array(question.rows.map { .integer($0) }), "count": .integer(question.count),
            "answers": JSONValue(words.answers(question)),
          ]
        }),
    ])
  }
}

extension RowKind {
  /// The word for it in JSON.
  fileprivate var code: String {
    switch self {
    case .blank: "blank"
    case .title: "title"
    case .heading: "heading"
    case .repeatedHeading: "repeated_heading"
    case .section: "section"
    case .sum: "sum"
    case .note: "note"
    case .continuation: "continuation"
    case .project: "project"
    case .activity: "activity"
    case .record: "record"
    case .nothingDone: "nothing_done"
    }
  }
}

extension LedgerPlan.Verdict {
  /// The word for it in JSON.
  fileprivate var code: String {
    switch self {
    case .noRecord: "none"
    case .continues: "continues"
    case .repeats: "repeats"
    case .creates, .createsActivity, .createsRecord: "new"
    case .changesRecord: "changed"
    case .changes(_, let changes, _): changes.isEmpty ? "unchanged" : "changed"
    case .keepsActivity, .keepsRecord: "unchanged"
    case .leaves: "left"
    case .asks: "asked"
    case .wrong: "wrong"
    case .leftOut: "left_out"
    }
  }
}
