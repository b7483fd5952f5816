internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// A count of contacts as it was asked for, ready to be printed.
struct CountAnswer {
  let period: Period
  let rule: CountingRule
  let credit: CreditRule
  let asOf: Day
  let filter: Filter?
  let counters: Counters
  let grouping: CounterGrouping?
  let rows: [CounterRow]

  /// The counters, row by row under a breakdown and then all together.
  func table(in words: Words) -> Table {
    let total = [counters.contacts, counters.outbound, counters.inbound, counters.other]
    return Table(
      [
        .text(words.heading(.group)), .number(words.heading(.contacts)),
        .number(words.heading(.outbound)), .number(words.heading(.inbound)),
        .number(words.heading(.other)),
      ],
      rows: rows.map { row in
        let shares = row.shares
        return [words.counterKey(row.key)]
          + [shares.contacts, shares.outbound, shares.inbound, shares.other].map(Self.figure)
      } + [[words.total] + total.map(String.init)])
  }

  /// The same with what is counted, and of what, row by row.
  func sheet(in words: Words) -> Table {
    let figures = table(in: words)
    let ends = [words.countingRule(rule)] + words.scope(period, asOf: asOf, filter)
    return Table(
      (figures.columns.map(\.heading) + [words.say("口径", "rule")] + words.scopeHeadings)
        .map { .text($0) },
      rows: figures.rows.map { $0 + ends })
  }

  /// The rule it was counted by, and who is credited where several led.
  func note(in words: Words) -> String {
    words.countNote(rule, grouping == .lead || grouping == .person ? credit : nil)
      + words.undatedCount(counters.undated, isBeside: !period.isEverything) + "\n"
      + words.asOf(asOf) + words.say("，", ", ") + words.periodLabel + " " + words.period(period)
      + (words.filed(filter).map { "\n" + $0 } ?? "")
  }

  /// A share to the hundredth; what is whole without decimals.
  private static func figure(_ share: Double) -> String {
    let hundredths = Int((share * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    return "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// What was counted, line by line.
  func lines(in words: Words, _ pipeline: Pipeline) -> Table {
    Table(
      [
        .text(words.heading(.date)), .text(words.heading(.kind)),
        .number(words.heading(.times)), .text(words.heading(.project), isFlexible: true),
        .text(words.heading(.place), isFlexible: true),
        .text(words.heading(of: .lead), isFlexible: true),
      ],
      rows: counters.lines.map { line in
        let facts = pipeline.activity(line.activity)?.facts
        return [
          words.date(line.on), words.activityKind(line.kind), "\(line.counted)",
          words.list(line.projects.map { words.project($0, in: pipeline) }),
          facts?.place ?? "", words.list(facts?.lead ?? []),
        ]
      })
  }

  /// The object that others may rely on.
  var json: JSONText {
    var object = JSONObject()
    object["from"] = .init(period.from?.description)
    object["to"] = .init(period.to?.description)
    object["as_of"] = .string(asOf.description)
    object["filter"] = .string(filter?.text ?? "")
    object["rule"] = .string(rule.rawValue)
    for (key, value) in members(of: counters) { object[key] = value }
    object["lines"] = .array(counters.lines.map(json(of:)))
    if let grouping {
      object["by"] = .string(grouping.rawValue)
      object["credit"] = .string(credit.rawValue)
      object["rows"] = .array(
        rows.map { row in
          var object = JSONObject()
          object["key"] = .init(row.key.code)
          for (key, value) in members(of: row.counters) { object[key] = value }
          object["credited"] = .number(Self.figure(row.shares.contacts))
          return .object(object)
        })
    }
    return JSONText(.object(object))
  }

  private func members(of counters: Counters) -> [(String, JSONValue)] {
    [
      ("contacts", .integer(counters.contacts)), ("outbound", .integer(counters.outbound)),
      ("inbound", .integer(counters.inbound)), ("other", .integer(counters.other)),
      ("undated", .integer(counters.undated)),
    ]
  }

  private func json(of line: CounterLine) -> JSONValue {
    [
      "id": .integer(line.activity.number),
      "project": .init(line.projects.first?.number),
      "projects": .array(line.projects.map { .integer($0.number) }),
      "kind": .string(line.kind.rawValue),
      "date": .string(line.on.description),
      "times": .integer(line.times),
      "counted": .integer(line.counted),
    ]
  }
}

extension CounterKey {
  /// The word in files; nil for the row of none.
  var code: String? {
    switch self {
    case .unit(let name), .person(let name): name
    case .kind(let kind): kind.rawValue
    case .month(let year, let month): BusinessDate.month(year: year, month: month).description
    case .none: nil
    }
  }
}
