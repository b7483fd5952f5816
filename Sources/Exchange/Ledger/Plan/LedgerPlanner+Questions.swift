internal import Pipeline

extension LedgerPlanner {
  /// Puts together what is asked of the table as a whole and of its rows.
  mutating func finish() {
    tellUnread()
    plan.reconciliation = reconciler.found
    guard let layout = plan.layouts.first else { return }
    askForTwins(layout)
    for column in layout.columns where column.isUnknown {
      guard let example = unknown.example(of: column) else { continue }
      plan.questions.append(
        ImportQuestion(
          .unknownColumn(heading: column.heading, column: column.place + 1, example: example),
          rows: [layout.headingRows.lowerBound + 1],
          choices: [
            .column(column.place, meaning: "words"), .column(column.place, meaning: "-"),
          ]))
    }
    if !stageless.isEmpty {
      let isAnyCore = layout.columns.contains { $0.meaning?.isCore ?? false }
      plan.questions.append(
        ImportQuestion(
          .stage(isAnyCore: isAnyCore), rows: stageless,
          choices: Stage.allCases.map { .stage($0) }))
    }
    if !kindless.isEmpty {
      plan.questions.append(
        ImportQuestion(
          .activityKind, rows: kindless,
          choices: [.outbound, .inbound, .meet, .negotiation].map { .activityKind($0) }))
    }
    if let unitless, !unitless.rows.isEmpty {
      plan.questions.append(
        ImportQuestion(
          .blankUnit(heading: unitless.heading, above: unitless.above), rows: unitless.rows,
          choices: [.blankUnit(isAbove: true), .blankUnit(isAbove: false)]))
    }
    plan.questions += questions.questions
    if answers.acceptsSums { return }
    for line in plan.reconciliation where !line.agrees {
      // What was left out is named, and the sum cannot agree without it.
      if answers.leavesBad || !answers.leftOut.isEmpty, line.isExplained { continue }
      plan.questions.append(
        ImportQuestion(.sum(line), rows: [line.row], choices: [.despiteSums]))
    }
  }

  /// Asks which of two columns is meant where both have one meaning that has one value.
  private mutating func askForTwins(_ layout: TableLayout) {
    var seen: [ColumnMeaning: TableColumn] = [:]
    for column in layout.columns {
      guard let meaning = column.meaning, !meaning.mayRepeat else { continue }
      if let other = seen[meaning] {
        plan.questions.append(
          ImportQuestion(
            .columnTwice(
              heading: column.heading, column: column.place + 1, other: other.place + 1),
            rows: [layout.headingRows.lowerBound + 1],
            choices: [
              .column(column.place, meaning: "-"), .column(other.place, meaning: "-"),
            ]))
      } else {
        seen[meaning] = column
      }
    }
  }
}
