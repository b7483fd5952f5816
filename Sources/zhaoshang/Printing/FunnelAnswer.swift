internal import Canvas
internal import Insight
internal import JSON
internal import Pipeline
internal import Wording

/// A funnel as it was asked for, ready to be printed.
struct FunnelAnswer {
  let method: FunnelMethod
  /// The period asked for: of first entries, or of all entries when it is a flow.
  let period: Period?
  /// Whether entries in the period are counted, and not a cohort.
  let isFlow: Bool
  let dwell: DwellRule
  let filter: Filter?
  let funnel: Funnel
  let grouping: FunnelGrouping?
  let rows: [FunnelRow]

  /// A heading, the table, the overall rate, and what has to be said about the figures.
  func text(in words: Words, withAmounts: Bool, columns: Int?) -> String {
    let heading = words.funnelHeading(
      asOf: funnel.asOf, population: funnel.population, cohort: isFlow ? nil : period)
    let table = table(in: words, withAmounts: withAmounts).text(columns: columns)
    func wrapped(_ text: String) -> [String] {
      columns.map { Wrapping.lines(of: text, width: $0) } ?? [text]
    }
    let foot = [words.funnelTotal(funnel)] + funnel.notes.map(words.funnelNote)
    var rules = [words.methodRule(method)]
    if isFlow {
      rules.append(words.periodLabel + " " + words.period(period) + ". " + words.flowRule)
    }
    if dwell != .visit { rules.append(words.dwellLabel + ": " + words.dwellRule(dwell)) }
    let lines =
      [heading] + (words.filed(filter).map(wrapped) ?? []) + rules.flatMap(wrapped)
      + (table.isEmpty ? [] : ["", table]) + [""]
      + foot.flatMap(wrapped)
    return lines.joined(separator: "\n")
  }

  /// One line a stage; with a breakdown, one line a stage of each row.
  func table(in words: Words, withAmounts: Bool) -> Table {
    var columns: [Table.Column] = [
      .text(words.funnelColumn(.stage)), .number(words.funnelColumn(.reached)),
      .number(words.funnelColumn(.stock)), .number(words.funnelColumn(.advanced)),
      .number(words.funnelColumn(.still)), .number(words.funnelColumn(.dropped)),
      .number(words.funnelColumn(.rate)), .number(words.decidedColumn),
      .number(words.funnelColumn(.dwell)), .number(words.oldestColumn, isDispensable: true),
    ]
    if isFlow {
      columns += [.number(words.flowColumn), .number(words.periodicRatioShort)]
    }
    if withAmounts { columns.append(.number(words.funnelColumn(.amount))) }
    if grouping != nil { columns.insert(.text(words.heading(.group)), at: 0) }
    var table = Table(columns)
    let funnels = grouping == nil ? [(String?.none, funnel)] : rows.map { ($0.key, $0.funnel) }
    for (key, funnel) in funnels {
      for stage in Stage.allCases {
        var cells = self.cells(stage, of: funnel, words)
        if withAmounts { cells.append(words.totals(funnel[stage].amounts(method.set))) }
        if let grouping { cells.insert(words.groupName(key, grouping), at: 0) }
        table.rows.append(cells)
      }
    }
    return table
  }

  private func cells(_ stage: Stage, of funnel: Funnel, _ words: Words) -> [String] {
    let figures = funnel[stage]
    return [
      "\(stage.number) " + words.stage(stage), "\(funnel.count(stage, by: method))",
      "\(figures.count(.stock))", "\(figures.count(.advanced))", "\(figures.count(.still))",
      "\(figures.count(.dropped))", words.share(funnel.rate(stage, by: method)),
      words.share(figures.decidedRate), words.medianDays(figures.dwell),
      figures.openAges.max.map { words.days($0) } ?? "-",
    ] + (isFlow ? ["\(figures.flow)", words.share(funnel.periodicRatio(stage))] : [])
  }
}

extension FunnelAnswer {
  /// The same as bare numbers: shares as decimals, counts and coverage in columns of their own, sums in
  /// the currency's own unit, nothing where there is nothing.
  func sheet(in words: Words) -> Table {
    let funnels = grouping == nil ? [(String?.none, funnel)] : rows.map { ($0.key, $0.funnel) }
    var known: Set<Currency> = []
    for (_, funnel) in funnels {
      for stage in Stage.allCases {
        for sum in funnel[stage].amounts(method.set).sums { known.insert(sum.currency) }
      }
    }
    // Yuan before the others.
    let currencies = known.sorted { one, other in
      one == .yuan || (other != .yuan && one.code < other.code)
    }
    var headings = grouping == nil ? [] : [words.heading(.group)]
    headings += words.funnelSheetHeadings + currencies.map { words.sheetAmount($0) }
    headings += words.scopeHeadings
    var table = Table(headings.map { .text($0) })
    for (key, funnel) in funnels {
      for stage in Stage.allCases {
        let figures = funnel[stage]
        let amounts = figures.amounts(method.set)
        var cells = grouping.map { [words.groupName(key, $0)] } ?? []
        cells += [words.stage(stage), words.method(method), "\(funnel.count(stage, by: method))"]
        for set in [FunnelSet.stock, .advanced, .still, .dropped] {
          cells.append("\(figures.count(set))")
        }
        cells += [bare(funnel.rate(stage, by: method)), bare(figures.decidedRate)]
        cells += [bare(figures.dwell.median), bare(figures.dwell.mean), "\(figures.dwell.count)"]
        cells += [
          bare(figures.openAges.median), figures.openAges.max.map(String.init) ?? "",
          "\(figures.openAges.count)", "\(figures.flow)", bare(funnel.periodicRatio(stage)),
          "\(amounts.known)", "\(amounts.count)",
        ]
        for currency in currencies {
          cells.append(amounts.sum(currency).map { bare($0, of: currency) } ?? "")
        }
        cells += words.scope(period ?? Period(), asOf: funnel.asOf, filter)
        table.rows.append(cells)
      }
    }
    return table
  }

  var json: JSONText {
    guard var object = json(of: funnel).object else { return JSONText(.null) }
    object["filter"] = .string(filter?.text ?? "")
    if let grouping {
      object["by"] = .string(grouping.rawValue)
      object["rows"] = .array(
        rows.map { row in
          var object = json(of: row.funnel).object ?? JSONObject()
          object["key"] = .init(row.key)
          return .object(object)
        })
    }
    return JSONText(.object(object))
  }

  private func json(of funnel: Funnel) -> JSONValue {
    funnel.json(by: method, dwell: dwell, period: period, isFlow: isFlow)
  }
}

extension Funnel {
  /// The object that others may rely on.
  func json(
    by method: FunnelMethod, dwell: DwellRule, period: Period? = nil, isFlow: Bool = false
  ) -> JSONValue {
    let funnel = self
    var object: JSONObject = [
      "as_of": .string(funnel.asOf.description),
      "method": .string(method.rawValue),
      "population": .integer(funnel.population),
      "undated": .integer(funnel.undated),
      "stages": .array(Stage.allCases.map { json(of: $0, by: method) }),
      "signed": .integer(funnel.signed),
      "lost": .integer(funnel.lost),
      "withdrawn": .integer(funnel.withdrawn),
      "closed_after_signing": .integer(funnel.closedAfterSigning),
      "overall": .decimal(funnel.overall, digits: 4),
      "win_rate": .decimal(funnel.winRate, digits: 4),
      "dwell_rule": .string(dwell.rawValue),
      "lead_time_days": [
        "completed": .integer(funnel.leadTime.count),
        "median": .decimal(funnel.leadTime.median, digits: 4),
        "mean": .decimal(funnel.leadTime.mean, digits: 4),
      ],
    ]
    if let period {
      object["basis"] = isFlow ? "flow" : "cohort"
      object["from"] = .init(period.from?.description)
      object["to"] = .init(period.to?.description)
    }
    return .object(object)
  }

  private func json(of stage: Stage, by method: FunnelMethod) -> JSONValue {
    let funnel = self
    let figures = funnel[stage]
    let amounts = figures.amounts(method.set)
    var sums = JSONObject()
    for sum in amounts.sums { sums[sum.currency.code] = .integer(sum.minor) }
    return [
      "stage": .string(stage.code),
      "reached_any": .integer(figures.count(.reachedAny)),
      "reached_through": .integer(figures.count(.reachedThrough)),
      "strict": .integer(figures.count(.strict)),
      "stock": .integer(figures.count(.stock)),
      "advanced": .integer(figures.count(.advanced)),
      "still": .integer(figures.count(.still)),
      "dropped": .integer(figures.count(.dropped)),
      "rate": .decimal(funnel.rate(stage, by: method), digits: 4),
      "decided_rate": .decimal(figures.decidedRate, digits: 4),
      "entries": .integer(figures.flow),
      "entries_undated": .integer(figures.undatedFlow),
      "periodic_ratio": .decimal(funnel.periodicRatio(stage), digits: 4),
      "dwell_days": [
        "completed": .integer(figures.dwell.count),
        "median": .decimal(figures.dwell.median, digits: 4),
        "mean": .decimal(figures.dwell.mean, digits: 4),
        "open": .integer(figures.openAges.count),
        "open_median": .decimal(figures.openAges.median, digits: 4),
        "open_max": .init(figures.openAges.max),
      ],
      "amount": [
        "known": .integer(amounts.known), "of": .integer(amounts.count),
        "sum_fen": .object(sums),
      ],
    ]
  }
}
