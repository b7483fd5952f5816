package import Insight
internal import Pipeline
internal import Vocabulary

extension Words {
  /// What stands over a column, wherever projects are listed.
  package func heading(of column: ProjectColumn) -> String { filterKey(column.key) }

  /// What a row shows in a column, for a reader's eye: days with their unit, dates without the year.
  package func shown(_ column: ProjectColumn, of row: ProjectRow) -> String {
    switch column {
    case .stage: "\(row.standing.stage.number)\(stageTab(row.standing.stage))"
    case .days: row.ageing.daysInStage.map { days($0) } ?? cardNoDays
    case .idle: row.ageing.idleDays.map { days($0) } ?? cardNoDays
    case .amount: cardAmount(row.project.amount)
    case .due: row.project.next?.due.map(shortDate) ?? ""
    case .next:
      row.project.next.map { ($0.due.map { shortDate($0) + " " } ?? "") + $0.text } ?? ""
    case .number, .name, .status, .owner, .lead, .investors, .grade, .industry, .cluster, .source,
      .landing, .tags, .kind, .entered:
      text(column, of: row)
    }
  }

  /// What a row holds in a column, for tables and files: bare numbers, whole dates, nothing for what
  /// is not there.
  package func text(_ column: ProjectColumn, of row: ProjectRow) -> String {
    let project = row.project
    return switch column {
    case .number: project.id.description
    case .stage: stage(row.standing.stage)
    case .name: project.name
    case .days: row.ageing.daysInStage.map(String.init) ?? ""
    case .idle: row.ageing.idleDays.map(String.init) ?? ""
    case .amount: amount(project.amount)
    case .status: status(row.standing.status.kind)
    case .next: project.next?.text ?? ""
    case .due: project.next?.due?.description ?? ""
    case .owner: project.owner ?? ""
    case .lead: list(project.lead)
    case .investors: list(project.investors)
    case .grade: project.text(.grade) ?? ""
    case .industry: project.industry ?? ""
    case .cluster: project.cluster ?? ""
    case .source: project.text(.source) ?? ""
    case .landing: project.text(.landing) ?? ""
    case .tags: list(project.tags)
    case .kind: projectKind(project.kind)
    case .entered: project.entries.first.map { historyDate($0.on) } ?? ""
    }
  }
}

extension ProjectColumn {
  /// Reads a column's name as it stands over it in either language, in code, or as its field is
  /// called elsewhere: 金额, amount, 总投资.
  package init?(spoken: String) {
    let spoken = spoken.lowercased()
    let found = ProjectColumn.allCases.first { column in
      column.rawValue == spoken
        || [Words(.zh), Words(.en)].contains { $0.heading(of: column).lowercased() == spoken }
    }
    let field = Field(spoken: spoken)
    let fitting = found ?? ProjectColumn.allCases.first { field != nil && $0.field == field }
    guard let column = fitting else { return nil }
    self = column
  }
}
