internal import Insight
internal import Pipeline
internal import Wording

extension Words {
  /// The board as plain text: a paragraph a stage, a line a card, from top to bottom.
  ///
  /// What a screen reader, a pipe and a mail want, so cells are never cut.
  func board(_ pipeline: Pipeline, _ workplace: Workplace, passing filter: Filter) -> String {
    let moment = workplace.moment(of: pipeline)
    let snapshot = pipeline.snapshot(at: moment, passing: filter)
    var paragraphs = [
      [boardTitle, asOf(workplace.day), projectCount(snapshot.count)]
        .joined(separator: say("，", ", "))
    ]
    for stage in Stage.allCases {
      let cards = snapshot.column(stage).compactMap { id in
        pipeline[id].flatMap { pipeline.row(of: $0, at: moment) }
      }
      let sums = snapshot.totals(stage).known == 0 ? "" : "  " + totals(snapshot.totals(stage))
      let head = "\(stage.number) \(self.stage(stage))  \(cards.count)\(sums)"
      let table = Table(
        [.text(""), .number(""), .text(""), .number(""), .number(""), .text(""), .text("")],
        rows: cards.map(cells))
      paragraphs.append(
        ([head] + table.lines(headings: false, columns: nil)).joined(separator: "\n"))
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private func cells(_ row: ProjectRow) -> [String] {
    let project = row.project
    let next = project.next.map { step in
      ([step.text] + [step.due?.description].compactMap { $0 }).joined(separator: " ")
    }
    return [
      row.standing.status.kind == .ongoing ? " " : status(row.standing.status.kind),
      project.id.description, project.name, amount(project.amount),
      row.ageing.daysInStage.map(days) ?? "", project.owner ?? list(project.lead), next ?? "",
    ]
  }
}
