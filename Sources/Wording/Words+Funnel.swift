package import Insight
internal import Pipeline

// The funnel in words: methods, rules, columns and footnotes.
extension Words {
  package var methodLabel: String { say("口径", "Method") }
  package var groupingLabel: String { say("分组", "By") }
  package var overallLabel: String { say("总转化", "Overall") }

  package func method(_ method: FunnelMethod) -> String {
    switch method {
    case .step: say("逐级", "step")
    case .any: say("到达", "any")
    case .through: say("贯通", "through")
    case .strict: say("严格", "strict")
    }
  }

  /// The rule a method counts by, in a sentence.
  package func methodRule(_ method: FunnelMethod) -> String {
    switch method {
    case .step:
      say(
        "逐级：到过该阶段的项目里，有多少去过更后面的阶段；跳过阶段也算推进，仍在和流出分开列。",
        "step: of the projects that entered the stage, how many went further; a skip counts as advancing; still there and dropped are shown apart."
      )
    case .any:
      say(
        "到达：到过该阶段的项目占全部项目的比例，不论顺序。",
        "any: projects that entered the stage, in any order, as a share of all.")
    case .through:
      say(
        "贯通：最远到过该阶段或更后面的项目都算到过该阶段；比例是下一阶段除以本阶段。",
        "through: projects whose furthest stage is this one or later; the rate is the next stage over this one."
      )
    case .strict:
      say(
        "严格：按顺序一个不落走到该阶段的项目；比例是下一阶段除以本阶段。",
        "strict: projects that entered every stage up to this one, in order; the rate is the next stage over this one."
      )
    }
  }

  package func grouping(_ grouping: FunnelGrouping?) -> String {
    switch grouping {
    case nil: say("不分组", "none")
    case .owner: field(.owner)
    case .lead: field(.lead)
    case .cluster: field(.cluster)
    case .industry: field(.industry)
    case .kind: field(.kind)
    }
  }

  /// A group's name; projects without one are in a row of their own.
  package func groupName(_ key: String?, _ grouping: FunnelGrouping) -> String {
    guard let key else { return unclassified }
    if grouping == .kind, let kind = ProjectKind(rawValue: key) { return projectKind(kind) }
    return key
  }

  /// What a column of the funnel table holds.
  package enum FunnelColumn: Sendable {
    case stage, reached, stock, advanced, still, dropped, rate, dwell, age, amount
  }

  package func funnelColumn(_ column: FunnelColumn) -> String {
    switch column {
    case .stage: " " + heading(of: .stage)
    case .reached: say("到过", "count")
    case .stock: say("现存", "stock")
    case .advanced: say("推进", "advanced")
    case .still: say("仍在", "still")
    case .dropped: say("流出", "dropped")
    case .rate: say("比例", "rate")
    case .dwell: say("中位天", "median")
    case .age: say("最久", "oldest")
    case .amount: say("金额", "amount")
    }
  }

  // MARK: Bars

  package func barPart(_ part: FunnelBar.Part, by method: FunnelMethod) -> String {
    switch (part, method) {
    case (.advanced, .step), (.advanced, .any): funnelColumn(.advanced)
    case (.still, .step), (.still, .any): funnelColumn(.still)
    case (.dropped, _): funnelColumn(.dropped)
    case (.advanced, _): say("到下一级", "in the next")
    case (.still, _): say("未到下一级", "not in the next")
    }
  }

  /// The number of a bar: projects, or a sum of yuan.
  package func barValue(_ value: Int64, _ weight: FunnelWeight) -> String {
    switch weight {
    case .count: "\(value)"
    case .amount: value == 0 ? "-" : sum(value, .yuan)
    }
  }

  package var weightLabel: String { say("条长", "Bars") }

  package func weight(_ weight: FunnelWeight) -> String {
    switch weight {
    case .count: say("个数", "projects")
    case .amount: say("金额", "amount")
    }
  }

  package var weightRule: String {
    say(
      "条长为已知的人民币金额合计；未填、未披露和外币的不在条内，比例仍按个数。",
      "Bars are the sums of known amounts in yuan; missing, withheld and foreign amounts are in none, and rates are of projects."
    )
  }

  package var greatestLoss: String { say("漏损最大", "greatest loss") }

  /// 60%, or - when there is nothing to divide by.
  package func share(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded()))%" } ?? "-"
  }

  /// The median of completed visits, with how many there were: 9天/3.
  package func medianDays(_ counts: DayCounts) -> String {
    guard let median = counts.median else { return "-" }
    let whole = Int(median)
    let text = median == Double(whole) ? "\(whole)" : "\(whole).5"
    return say("\(text)天/\(counts.count)", "\(text)d/\(counts.count)")
  }

  /// Known sums with their coverage: 12亿 2/6; only the coverage when nothing is known.
  package func totals(_ totals: AmountTotals) -> String {
    let coverage = coverage(totals.known, of: totals.count)
    if totals.known == 0 { return say("金额 \(coverage)", "known \(coverage)") }
    let sums = totals.sums.map { sum($0.minor, $0.currency) }
    let lost = totals.overflowed.map { say("\(currency($0))过大", "\($0.code) too large") }
    return (sums + lost).joined(separator: "+") + " " + coverage
  }

  /// The same without the name of the yuan where room is short: 12bn 2/6.
  package func totals(_ totals: AmountTotals, within width: Int) -> String {
    let full = self.totals(totals)
    guard full.utf8.count > width, language == .en else { return full }
    return full.split(separator: " ").filter { $0 != "CNY" }.joined(separator: " ")
  }

  /// The activity counters by one rule: 对接 13 = 外出 6 + 来访 7 + 其他 0 (按次数).
  package func counterLine(_ counters: Counters, by rule: CountingRule) -> String {
    let name = countingRule(rule)
    return say(
      "对接 \(counters.contacts) = 外出 \(counters.outbound) + 来访 \(counters.inbound) + 其他 \(counters.other) (\(name))",
      "contacts \(counters.contacts) = outbound \(counters.outbound) + inbound \(counters.inbound) + other \(counters.other) (\(name))"
    )
  }

  package func countingRule(_ rule: CountingRule) -> String {
    switch rule {
    case .occurrences: say("按次数", "by occurrences")
    case .lines: say("按台账行", "by ledger lines")
    case .trips: say("按行程", "by trips")
    }
  }

  /// The rule a count was made by, in a line under it; who is credited where several led.
  package func countNote(_ rule: CountingRule, _ credit: CreditRule?) -> String {
    let counted = say("计数：", "Counted: ") + countingRule(rule)
    switch credit {
    case nil: return counted
    case .full:
      return counted + say("；联合带队的各计一次，合计不重复", "; joint leads full credit each, the total once")
    case .split:
      return counted + say("；n 个联合带队的各计 1/n", "; each of n joint leads 1/n")
    }
  }

  /// How many contacts have no date, in the count of everything or beside that of a period.
  package func undatedCount(_ count: Int, isBeside: Bool) -> String {
    if count == 0 { return "" }
    return isBeside
      ? say("；没有日期 \(count)，不在任何时段", "; without a date \(count), in no period")
      : say("；其中没有日期 \(count)", "; without a date \(count) of them")
  }

  package func funnelTotal(_ funnel: Funnel) -> String {
    var line = say(
      "总转化 \(funnel.signed)/\(funnel.population) = \(share(funnel.overall))，\(winRate(funnel))，流失 \(funnel.lost)，放弃 \(funnel.withdrawn)",
      "overall \(funnel.signed)/\(funnel.population) = \(share(funnel.overall)), \(winRate(funnel)), lost \(funnel.lost), withdrawn \(funnel.withdrawn)"
    )
    if funnel.closedAfterSigning > 0 {
      line += say(
        "，其中签约后 \(funnel.closedAfterSigning)",
        ", \(funnel.closedAfterSigning) of them after signing")
    }
    if let median = funnel.leadTime.median {
      line += say(
        "，对接到签约中位 \(Int(median)) 天 (\(funnel.leadTime.count) 个)",
        ", median \(Int(median)) days from contact to signing (\(funnel.leadTime.count))")
    }
    return line
  }

  package func funnelNote(_ note: FunnelNote) -> String {
    switch note {
    case .undatedProjects(let count):
      say(
        "注：\(count) 个项目的各阶段都没有日期，照计。",
        "Note: without a dated stage, but counted: \(count).")
    case .undatedEvents(let count):
      say(
        "注：\(count) 次进入阶段没有日期，照计。",
        "Note: stage entries without a date, counted all the same: \(count).")
    case .undatedInCohort(let count):
      say(
        "注：\(count) 个项目没有日期，不在本批。", "Note: without a date, in no cohort: \(count).")
    case .enteredBackward(let stage, let count):
      say(
        "注：\(count) 个项目是退回时才第一次进入「\(self.stage(stage))」，算作已推进。",
        "Note: first entered \(self.stage(stage)) by moving back, counted as advanced: \(count)."
      )
    case .holdDaysSubtracted(let visits, let days):
      say(
        "注：\(visits) 次停留扣除了挂起的 \(days) 天。",
        "Note: days on hold taken off: \(days), from visits: \(visits).")
    case .undatedHolds(let count):
      say("注：\(count) 次挂起没有日期，未扣除。", "Note: holds without dates, not taken off: \(count).")
    case .vagueOpenVisits(let count):
      say(
        "注：\(count) 个在停的项目只知道进入的月份或时段，天数从最后一天算，至少这么久。",
        "Note: open visits of which only a month or range is known, at least so old: \(count).")
    case .visitsOutOfOrder(let count):
      say(
        "注：\(count) 次停留的日期前后颠倒，不计天数。",
        "Note: visits that end before they begin, without days: \(count).")
    case .sumOverflow(let stage, _, let currency):
      say(
        "注：「\(self.stage(stage))」的\(self.currency(currency))合计过大，未列。",
        "Note: the \(currency.code) sum of \(self.stage(stage)) is too large and left out.")
    }
  }
}
