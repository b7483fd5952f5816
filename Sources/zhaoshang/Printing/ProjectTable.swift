internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

extension Words {
  /// The table that `list` prints.
  func table(of rows: [ProjectRow]) -> Table {
    let columns: [ProjectColumn] = [
      .number, .name, .stage, .status, .amount, .days, .idle, .owner, .lead, .next, .due,
    ]
    return Table(
      columns.map { column in
        Table.Column(
          heading: heading(of: column), alignment: column.isNumber ? .trailing : .leading,
          isFlexible: [.name, .lead, .next].contains(column),
          isDispensable: [.status, .idle, .lead].contains(column))
      },
      rows: rows.map { row in columns.map { text($0, of: row) } })
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
