package import Insight
package import Pipeline
package import Wording
package import Workbook

/// Who files a ledger; what is not given is left to be written in by hand.
package struct LedgerFiling: Hashable, Sendable {
  package var group: String?
  package var filedBy: String?
  package var phone: String?

  package init(group: String? = nil, filedBy: String? = nil, phone: String? = nil) {
    self.group = group
    self.filedBy = filedBy
    self.phone = phone
  }
}

extension Pipeline {
  /// The ledger (台账): title, summary, who filed it, the rows, notes.
  ///
  /// Open projects alone, unless the filter asks for others.
  package func ledger(
    _ profile: LedgerProfile, _ question: ReportQuestion, filing: LedgerFiling = LedgerFiling(),
    in words: Words, pace: WorkPace? = nil
  ) -> Report {
    let pace = pace ?? .none
    var question = question
    if question.filter == nil { question.filter = Filter(scope: .open) }
    let facts = ReportFacts(self, question, pace, upTo: 0.4)
    let day = question.moment.day
    let signed = facts.projects.filter { $0.standing.stage == .signing }
    let talks = facts.projects.filter { $0.standing.stage != .signing }
    let counted = Set(talks.map(\.project.id))
    let new = facts.begun(question.period).filter { counted.contains($0.id) }
    var report = Report(words.ledgerTitle(year: day.civil.year), in: words.language)
    // In the row of the summary: the layout that bureaus exchange has no other for it.
    let scope =
      [words.ledgerScope(from: question.first, to: question.last, on: day)]
      + (words.filed(question.filter).map { [$0] } ?? [])
    report.lines = [
      words.ledgerSummary(
        open: talks.count, new: new.count,
        stages: Stage.allCases.filter { $0 != .signing }.map { stage in
          (stage, talks.filter { $0.standing.stage == stage }.count)
        }, signed: signed.count) + "　" + scope.joined(separator: "　"),
      words.ledgerFiling(
        group: filing.group, filedBy: filing.filedBy, phone: filing.phone, on: day),
    ]
    let rows = table(
      of: facts.projects.map(\.project), profile, at: question.moment, in: words, pace)
    let grid = Report.Grid(
      profile.columns.map {
        .init(heading: $0.heading(in: words), isNumber: $0.isNumber, isDate: $0.isDate)
      }, rows)
    report.sections = [Report.Section(heading: nil, blocks: [.table(grid)])]
    report.notes = [words.ledgerNote] + newerRecordsNote(in: words)
    func list(_ projects: [Project]) -> [String] { projects.map { words.project($0.id, in: self) } }
    report.sources = [
      Report.Source(
        figure: words.report(.underNegotiation), count: talks.count,
        records: list(talks.map(\.project))),
      Report.Source(figure: words.report(.new), count: new.count, records: list(new)),
      Report.Source(
        figure: words.report(.signings), count: signed.count, records: list(signed.map(\.project))),
    ]
    return report
  }

  /// Every project under every field: headings, then rows, for `export --format csv`.
  package func fullTable(in words: Words, pace: WorkPace? = nil) -> [[String]] {
    [LedgerProfile.full.columns.map { $0.heading(in: words) }]
      + table(
        of: Array(projects), .full, at: .now(today: Day(number: 0)), in: words, pace ?? .none)
  }

  /// The same as a workbook, days as days, for `export --format xlsx`.
  package func fullWorkbook(in words: Words, created: Int64, pace: WorkPace? = nil) -> Workbook {
    let dates = LedgerProfile.full.columns.indices.filter { LedgerProfile.full.columns[$0].isDate }
    return Workbook.table(
      fullTable(in: words, pace: pace), dates: Set(dates), named: words.report(.ledger),
      created: created)
  }

  private func table(
    of projects: [Project], _ profile: LedgerProfile, at moment: Moment, in words: Words,
    _ pace: WorkPace
  ) -> [[String]] {
    var rows: [[String]] = []
    pace.begin(projects.count, upTo: 1)
    for project in projects {
      pace.step()
      guard var row = LedgerRow(project, in: self, at: moment, words: words) else { continue }
      row.serial = rows.count + 1
      row.isLossless = profile == .full
      rows.append(profile.columns.map(row.cell))
    }
    return rows
  }
}
