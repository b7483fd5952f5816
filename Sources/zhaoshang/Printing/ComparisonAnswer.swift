internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// Two funnels side by side, ready to be printed.
struct ComparisonAnswer {
  let method: FunnelMethod
  let filter: Filter?
  let asOf: Day
  let comparison: FunnelComparison

  /// A heading, the rules, the table, and what has to be said about either side.
  func text(in words: Words, columns: Int?) -> String {
    let sides = words.comparisonSides(comparison.subject)
    func wrapped(_ text: String) -> [String] {
      columns.map { Wrapping.lines(of: text, width: $0) } ?? [text]
    }
    func foot(_ name: String, _ funnel: Funnel) -> [String] {
      ([words.funnelTotal(funnel)] + funnel.notes.map(words.funnelNote))
        .flatMap { wrapped(name + ": " + $0) }
    }
    let heading = [words.compareTitle, sides.left, "->", sides.right].joined(separator: " ")
    let lines =
      wrapped(heading) + (words.filed(filter).map(wrapped) ?? [])
      + wrapped(words.comparisonRule(comparison.subject))
      + wrapped(words.methodRule(method)) + ["", table(in: words).text(columns: columns), ""]
      + foot(sides.left, comparison.left) + foot(sides.right, comparison.right)
    return lines.joined(separator: "\n")
  }

  /// One line a stage: each figure before, after, and the difference with its sign.
  func table(in words: Words) -> Table {
    var columns: [Table.Column] = [.text(words.funnelColumn(.stage))]
    for figure in [Words.FunnelColumn.reached, .stock, .rate] {
      let name = words.funnelColumn(figure) + words.say("", " ")
      columns += [
        .number(name + words.before), .number(name + words.after),
        .number(words.difference, isDispensable: figure == .stock),
      ]
    }
    let (left, right) = (comparison.left, comparison.right)
    return Table(
      columns,
      rows: Stage.allCases.map { stage in
        func pair(_ count: (Funnel) -> Int, _ change: Int) -> [String] {
          ["\(count(left))", "\(count(right))", signed(change, words)]
        }
        return ["\(stage.number) " + words.stage(stage)]
          + pair({ $0.count(stage, by: method) }, comparison.change(stage, by: method))
          + pair({ $0[stage].count(.stock) }, comparison.change(stage, of: .stock))
          + [
            words.share(left.rate(stage, by: method)), words.share(right.rate(stage, by: method)),
            words.rateChange(comparison.rateChange(stage, by: method), up: "▴", down: "▾"),
          ]
      })
  }

  /// The same as bare numbers, differences with their sign alone.
  func sheet(in words: Words) -> Table {
    let (left, right) = (comparison.left, comparison.right)
    let sides = words.comparisonSides(comparison.subject)
    let names = [FunnelColumnName.reached, .stock, .rate].flatMap { figure in
      let name = words.funnelColumn(figure)
      return [name + words.before, name + words.after, name + words.difference]
    }
    let headings =
      [words.heading(of: .stage)] + names.map { $0.replacing(" ", with: "_") }
      + [words.before, words.after] + words.scopeHeadings
    return Table(
      headings.map { .text($0) },
      rows: Stage.allCases.map { stage in
        let counts = [left, right].map { "\($0.count(stage, by: method))" }
        let stocks = [left, right].map { "\($0[stage].count(.stock))" }
        let rates = [left, right].map { bare($0.rate(stage, by: method)) }
        return [words.stage(stage)] + counts + ["\(comparison.change(stage, by: method))"]
          + stocks + ["\(comparison.change(stage, of: .stock))"]
          + rates + [bare(comparison.rateChange(stage, by: method))]
          + [sides.left, sides.right] + words.scope(Period(), asOf: asOf, filter)
      })
  }

  private typealias FunnelColumnName = Words.FunnelColumn

  private func signed(_ change: Int, _ words: Words) -> String {
    words.change(change, up: "▴", down: "▾")
  }

  var json: JSONText {
    let object: JSONObject = [
      "compare": subject,
      "as_of": .string(asOf.description),
      "filter": .string(filter?.text ?? ""),
      "method": .string(method.rawValue),
      "left": comparison.left.json(by: method, dwell: .visit),
      "right": comparison.right.json(by: method, dwell: .visit),
      "differences": .array(
        Stage.allCases.map { stage in
          [
            "stage": .string(stage.code),
            "reached": .integer(comparison.change(stage, by: method)),
            "stock": .integer(comparison.change(stage, of: .stock)),
            "rate": .decimal(comparison.rateChange(stage, by: method), digits: 4),
          ]
        }),
    ]
    return JSONText(.object(object))
  }

  private var subject: JSONValue {
    switch comparison.subject {
    case .days(let first, let second):
      ["by": "as_of", "left": .string("\(first)"), "right": .string("\(second)")]
    case .periods(let first, let second):
      ["by": "cohort", "left": json(of: first), "right": json(of: second)]
    case .groups(let grouping, let first, let second):
      ["by": .string(grouping.rawValue), "left": .string(first), "right": .string(second)]
    }
  }

  private func json(of period: Period) -> JSONValue {
    ["from": .init(period.from?.description), "to": .init(period.to?.description)]
  }
}
