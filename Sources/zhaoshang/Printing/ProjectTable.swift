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

extension Words {
  /// The same as bare numbers and whole dates, sums in the currency's own unit.
  func sheet(of rows: [ProjectRow]) -> Table {
    let columns: [ProjectColumn] = [
      .number, .name, .stage, .status, .amount, .days, .idle, .owner, .lead, .next, .due,
    ]
    let headings = columns.flatMap { column in
      column == .amount
        ? [heading(of: column), say("币种", "currency"), say("金额情况", "amount_state")]
        : [heading(of: column).filter { $0 != "." }.replacing(" ", with: "_")]
    }
    return Table(
      headings.map { .text($0) },
      rows: rows.map { row in
        columns.flatMap { column -> [String] in
          switch column {
          case .number: ["\(row.project.id.number)"]
          case .amount: amountCells(row.project.amount)
          default: [text(column, of: row)]
          }
        }
      })
  }

  private func amountCells(_ amount: Amount?) -> [String] {
    switch amount {
    case .known(let money):
      [bare(money.minor, of: money.currency), money.currency.code, say("已知", "known")]
    case .undisclosed: ["", "", self.amount(amount)]
    case nil: ["", "", ""]
    }
  }
}

extension ProjectRow {
  /// The object that others may rely on.
  var json: JSONValue {
    guard var object = usual.object else { return usual }
    for field in Field.editable where object[field.rawValue] == nil {
      switch project[field] {
      case .text(let text): object[field.rawValue] = .string(text)
      case .list(let items): object[field.rawValue] = .init(items)
      case .amount(let amount): object[field.rawValue] = .amount(amount)
      case .date(let date): object[field.rawValue] = .string(date.description)
      case .kind, .next, nil: break
      }
    }
    return .object(object)
  }

  private var usual: JSONValue {
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
