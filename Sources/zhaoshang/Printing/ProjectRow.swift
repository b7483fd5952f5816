internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// A project as lists show it: what it is, and how it stood and had aged at a moment.
struct ProjectRow {
  let project: Project
  let standing: Standing
  let ageing: Ageing
}

/// What a list is sorted by; equal ones stay in the order of their numbers.
enum ProjectOrder: String, CaseIterable {
  case number, name, stage, amount, owner, due, days, idle

  func precedes(_ lhs: ProjectRow, _ rhs: ProjectRow) -> Bool {
    switch self {
    case .number: false
    case .name: lhs.project.name < rhs.project.name
    case .stage: lhs.standing.stage < rhs.standing.stage
    case .amount: ProjectOrder.sum(lhs.project) > ProjectOrder.sum(rhs.project)
    case .owner: (lhs.project.owner ?? "\u{10FFFF}") < (rhs.project.owner ?? "\u{10FFFF}")
    case .due: ProjectOrder.due(lhs.project) < ProjectOrder.due(rhs.project)
    case .days: (lhs.ageing.daysInStage ?? -1) > (rhs.ageing.daysInStage ?? -1)
    case .idle: (lhs.ageing.idleDays ?? -1) > (rhs.ageing.idleDays ?? -1)
    }
  }

  /// Yuan before other currencies, which are compared among themselves only.
  private static func sum(_ project: Project) -> (Int, Int64) {
    guard case .known(let money) = project.amount else { return (0, 0) }
    return (money.currency == .yuan ? 2 : 1, money.minor)
  }

  private static func due(_ project: Project) -> Int32 { project.next?.due?.number ?? .max }
}

extension Pipeline {
  /// The projects that pass a filter, as rows.
  func rows(at moment: Moment, passing filter: Filter, sortedBy order: ProjectOrder)
    -> [ProjectRow]
  {
    let rows = ids(passing: filter, at: moment).compactMap { id in
      self[id].flatMap { row(of: $0, at: moment) }
    }
    if order == .number { return rows }
    // The standard sort keeps equal ones in order, which the numbers rely on.
    return rows.sorted { order.precedes($0, $1) }
  }

  /// A project as a row; nil when it had not begun or does not pass.
  func row(of project: Project, at moment: Moment, passing filter: Filter? = nil) -> ProjectRow? {
    guard let standing = project.standing(asOf: moment.cutoff),
      filter?.matches(project, standing, in: self, at: moment) ?? true
    else { return nil }
    return ProjectRow(
      project: project, standing: standing,
      ageing: ageing(of: project, standing, at: moment, thresholds: .standard))
  }
}

extension Words {
  /// The table that `list` prints.
  func table(of rows: [ProjectRow]) -> Table {
    Table(
      [
        .number(heading(.number)), .text(heading(.project), isFlexible: true),
        .text(heading(.stage)), .text(heading(.status), isDispensable: true),
        .number(heading(.amount)),
        .number(heading(.daysInStage)), .number(heading(.idle), isDispensable: true),
        .text(heading(.owner)),
        .text(heading(.lead), isFlexible: true, isDispensable: true),
        .text(heading(.next), isFlexible: true),
        .text(heading(.due)),
      ],
      rows: rows.map { row in
        [
          row.project.id.description, row.project.name, stage(row.standing.stage),
          status(row.standing.status.kind), amount(row.project.amount),
          row.ageing.daysInStage.map(String.init) ?? "",
          row.ageing.idleDays.map(String.init) ?? "", row.project.owner ?? "",
          list(row.project.lead), row.project.next?.text ?? "",
          row.project.next?.due?.description ?? "",
        ]
      })
  }
}

extension ProjectRow {
  /// The object that others may rely on.
  var json: JSONValue {
    [
      "id": .integer(project.id.number),
      "name": .string(project.name),
      "stage": .string(standing.stage.code),
      "status": .string(standing.status.kind.rawValue),
      "investors": .init(project.investors),
      "lead": .init(project.lead),
      "owner": .init(project.owner),
      "cluster": .init(project.cluster),
      "industry": .init(project.industry),
      "kind": .string(project.kind.rawValue),
      "amount": .amount(project.amount),
      "entered": .string(standing.entered.description),
      "days_in_stage": .init(ageing.daysInStage),
      "idle_days": .init(ageing.idleDays),
      "next": .next(project.next),
      "tags": .init(project.tags),
    ]
  }
}

extension JSONValue {
  static func amount(_ amount: Amount?) -> JSONValue {
    switch amount {
    case nil: .null
    case .undisclosed: "undisclosed"
    case .known(let money):
      [
        "value": .string(money.value), "unit": .string(money.unit.rawValue),
        "currency": .string(money.currency.code), "fen": .integer(money.minor),
      ]
    }
  }

  static func next(_ step: NextStep?) -> JSONValue {
    guard let step else { return .null }
    var object: JSONValue = ["text": .string(step.text), "due": .init(step.due?.description)]
    if let who = step.who, var members = object.object {
      members["who"] = .string(who)
      object = .object(members)
    }
    return object
  }
}
