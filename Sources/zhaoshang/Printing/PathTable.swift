internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

extension Words {
  /// The dated path as a table, one line an activity or milestone.
  func table(of path: [PathEntry], _ pipeline: Pipeline, showsProjects: Bool) -> Table {
    var columns: [Table.Column] = [
      .text(heading(.date)), .text(heading(.kind), isFlexible: true),
      .number(heading(.times), isDispensable: true),
      .text(heading(.project), isFlexible: true), .text(heading(.place), isFlexible: true),
      .text(heading(of: .lead), isFlexible: true, isDispensable: true),
      .text(heading(.who), isFlexible: true),
      .text(heading(.outcome), isFlexible: true),
    ]
    if !showsProjects { columns.remove(at: 3) }
    let table = Table(
      columns,
      rows: path.map { entry in
        var cells = cells(entry)
        if showsProjects {
          let named = list(entry.projects.map { project($0, in: pipeline) })
          cells.insert(named.isEmpty ? subject(of: entry) : named, at: 3)
        }
        return cells
      })
    guard showsProjects else { return table }
    var headings = columns.map(\.heading)
    headings.insert(projectNumberHeading, at: 3)
    return table.with(
      sheet: headings,
      path.map { entry in
        var cells = cells(entry)
        var projects = numberAndName(of: entry.projects, in: pipeline)
        if entry.projects.isEmpty { projects[1] = subject(of: entry) }
        cells.insert(contentsOf: projects, at: 3)
        return cells
      })
  }

  private func cells(_ entry: PathEntry) -> [String] {
    switch entry.what {
    case .activity(let activity, let isReturnVisit):
      let facts = activity.facts
      return [
        date(entry.on), activityKind(isReturnVisit ? .returnVisit : facts.kind),
        "\(facts.times)", list([facts.place].compactMap { $0 } + facts.sites),
        list(facts.lead), facts.leader.map { $0.name + ($0.title.map { " " + $0 } ?? "") } ?? "",
        facts.outcomeText ?? facts.outcome.map(outcome) ?? "",
      ]
    case .milestone(let milestone):
      let facts = milestone.facts
      return [
        date(entry.on), facts.name ?? self.milestone(facts.kind), "\(facts.count)",
        facts.cluster ?? "", "", "", facts.document ?? facts.note ?? "",
      ]
    }
  }

  private func subject(of entry: PathEntry) -> String {
    if case .milestone(let milestone) = entry.what { milestone.facts.subject ?? "" } else { "" }
  }
}

extension PathEntry {
  var json: JSONValue {
    let projects = JSONValue.array(self.projects.map { .integer($0.number) })
    switch what {
    case .activity(let activity, let isReturnVisit):
      let facts = activity.facts
      return [
        "type": "activity", "id": .integer(activity.id.number),
        "on": .string(on.description), "before": .init(boundedBy?.description),
        "projects": projects, "kind": .string(facts.kind.rawValue),
        "return_visit": .bool(isReturnVisit), "times": .integer(facts.times),
        "place": .init(facts.place), "sites": .init(facts.sites), "lead": .init(facts.lead),
        "leader": facts.leader.map { ["name": .string($0.name), "title": .init($0.title)] }
          ?? .null,
        "team": .init(facts.team), "counterparts": .init(facts.counterparts),
        "trip": .init(facts.trip), "line": .init(facts.line),
        "outcome": .init(facts.outcome?.code), "outcome_text": .init(facts.outcomeText),
        "note": .init(facts.note),
      ]
    case .milestone(let milestone):
      let facts = milestone.facts
      return [
        "type": "milestone", "id": .integer(milestone.id.number),
        "on": .string(on.description), "projects": projects,
        "kind": .string(facts.kind.rawValue), "name": .init(facts.name),
        "subject": .init(facts.subject), "cluster": .init(facts.cluster),
        "count": .integer(facts.count), "amount": .amount(facts.amount),
        "document": .init(facts.document), "note": .init(facts.note),
      ]
    }
  }
}
