package import Insight
internal import Pipeline

// Trend, comparison and the funnel's finer figures, in words.
extension Words {
  // MARK: Trend

  package var trendTitle: String { say("趋势", "Trend") }

  package func trendMeasure(_ measure: TrendMeasure) -> String {
    switch measure {
    case .entered: say("新进", "entered")
    case .advanced: say("推进", "advanced")
    case .signed: say("签约", "signed")
    case .lost: say("流失", "lost")
    }
  }

  package func trendStep(_ step: TrendStep) -> String {
    switch step {
    case .month: say("按月", "by month")
    case .quarter: say("按季", "by quarter")
    }
  }

  package var trendSteps: String { say("月/季", "Month/quarter") }

  /// 2023-07, or 2023Q3.
  package func trendRow(_ row: Trend.Row, by step: TrendStep) -> String {
    let (year, month, _) = row.first.civil
    return switch step {
    case .month: String(row.first.description.dropLast(3))
    case .quarter: "\(year)Q\((month - 1) / 3 + 1)"
    }
  }

  /// The same in so many columns: 2023-07, 23-07, or 7 with the year where it begins.
  package func trendColumn(
    _ row: Trend.Row, by step: TrendStep, width: Int, isFirst: Bool
  ) -> String {
    let full = trendRow(row, by: step)
    if full.utf8.count <= width { return full }
    if full.utf8.count - 2 <= width { return String(full.dropFirst(2)) }
    let (year, month, _) = row.first.civil
    if isFirst || month == 1 { return "'\(String(year).suffix(2))" }
    return step == .quarter ? "Q\((month - 1) / 3 + 1)" : "\(month)"
  }

  package var trendRule: String {
    say(
      "趋势：当期发生数。新进＝首次进入任一阶段的项目；推进＝往后移的次数，含签约；签约＝首次进入签约的项目；流失＝记为流失或放弃的次数。日期只到月的，按该月最后一天。",
      "Trend: what happened in the period. entered: projects first entering any stage; advanced: moves forward, signing too; signed: projects first entering signing; lost: changes to lost or withdrawn. A month counts as its last day."
    )
  }

  /// What has no date and is in no row, and whether the last row is over; nil when all is told.
  package func trendNotes(_ trend: Trend) -> [String] {
    var notes: [String] = []
    let undated = TrendMeasure.allCases.filter { trend.undatedCount($0) > 0 }
      .map { "\(trendMeasure($0)) \(trend.undatedCount($0))" }
    if !undated.isEmpty {
      let list = undated.joined(separator: say("，", ", "))
      notes.append(say("注：没有日期，不在任何一期：\(list)。", "Note: without a date, in no row: \(list)."))
    }
    if trend.isLastPartial, let row = trend.rows.last {
      let name = trendRow(row, by: trend.question.step)
      notes.append(
        say(
          "注：\(name) 只计到 \(trend.question.asOf)。",
          "Note: \(name) is counted up to \(trend.question.asOf) only."))
    }
    return notes
  }

  package var trendIsEmpty: String {
    say("还没有带日期的变动", "Nothing that has a date has happened yet")
  }

  // MARK: Comparison

  package var compareTitle: String { say("对比", "Compare") }

  /// The two sides' names, the left one first.
  package func comparisonSides(_ subject: ComparisonSubject) -> (left: String, right: String) {
    switch subject {
    case .days(let first, let second): ("\(first)", "\(second)")
    case .periods(let first, let second): (period(first), period(second))
    case .groups(let grouping, let first, let second):
      (groupName(first, grouping), groupName(second, grouping))
    }
  }

  /// What is put side by side and what a difference is, in a sentence.
  package func comparisonRule(_ subject: ComparisonSubject) -> String {
    let (left, right) = comparisonSides(subject)
    let what =
      switch subject {
      case .days: say("截至两个日期的同一批筛选", "the same filter as of two days")
      case .periods: say("首次进入分别落在两段时间的项目", "projects that first entered in either period")
      case .groups(let grouping, _, _):
        say(
          "两个\(self.grouping(grouping))，联合牵头各计一次",
          "two groups by \(self.grouping(grouping)); joint leads count in each")
      }
    return say(
      "对比：\(what)。差 = 后（\(right)）减前（\(left)）；比例的差是百分点。",
      "Compare: \(what). The difference is the second (\(right)) less the first (\(left)); of rates in points."
    )
  }

  package var before: String { say("前", "1st") }
  package var after: String { say("后", "2nd") }
  package var difference: String { say("差", "diff") }

  /// A difference with its sign and, for those who pass over signs, an arrow: ▴+2, ▾-3, 0.
  package func change(_ change: Int, up: Character, down: Character) -> String {
    change == 0 ? "0" : change > 0 ? "\(up)+\(change)" : "\(down)\(change)"
  }

  /// The same of two rates, in percentage points; - when one is missing.
  package func rateChange(_ change: Double?, up: Character, down: Character) -> String {
    change.map { self.change(Int(($0 * 100).rounded()), up: up, down: down) } ?? "-"
  }

  package var cannotCompare: String {
    say(
      "写两个日期、两段时间或两个单位，例如 2023-07-01 2023-09-04、2023-07 2023-08",
      "Give two days, two periods or two units, like 2023-07-01 2023-09-04, or 2023-07 2023-08")
  }

  package var nothingToCompare: String {
    say("牵头单位不足两个，没有可比的", "There are fewer than two lead units to compare")
  }

  package var nothingDiffers: String { say("这一阶段两边没有不同", "Nothing differs in this stage") }

  // MARK: Period, cohort and flow

  package var periodLabel: String { say("期间", "Period") }

  /// 2023-07-01..2023-09-04; an open end is left out, and no bound at all is 全部.
  package func period(_ period: Period?) -> String {
    guard let period, period.from != nil || period.to != nil else { return say("全部", "all") }
    if let from = period.from, let to = period.to {
      let (year, month, day) = from.civil
      if day == 1, to == BusinessDate.month(year: year, month: month).settled {
        return String(from.description.dropLast(3))
      }
      if day == 1, month == 1, to == Day(year: year, month: 12, day: 31) { return "\(year)" }
    }
    return (period.from?.description ?? "") + ".." + (period.to?.description ?? "")
  }

  package var cohortName: String { say("同批", "cohort") }
  package var flowName: String { say("当期", "flow") }
  package var flowColumn: String { say("当期进入", "entries") }
  /// The only name under which one flow may be divided by another.
  package var periodicRatio: String { say("当期比率", "periodic ratio") }
  package var periodicRatioShort: String { say("当期比率", "periodic") }

  package var cohortRule: String {
    say(
      "同批：只计首次进入落在期间内的项目，看它们后来走到哪里。",
      "cohort: only projects that first entered in the period, wherever they got to since.")
  }

  package var flowRule: String {
    say(
      "当期：期间内进入各阶段的次数，不论哪一批；当期比率 = 进入下一阶段的次数 / 进入本阶段的次数，不是同一批项目，可超过 100%。",
      "flow: entries into each stage in the period, of whichever cohort; the periodic ratio is entries into the next stage over entries into this one: not the same projects, so it can exceed 100%."
    )
  }

  // MARK: Dwell and decided

  package var dwellLabel: String { say("停留", "Dwell") }

  package func dwellRule(_ rule: DwellRule) -> String {
    switch rule {
    case .visit: say("按次", "per visit")
    case .cumulative: say("累计", "cumulative")
    case .firstPass: say("首次", "first pass")
    case .latest: say("末次", "latest")
    }
  }

  package var decidedColumn: String { say("已决率", "decided") }
  package var oldestColumn: String { say("最久", "oldest") }

  /// Signed of what is decided: 赢率 2/3 = 67%.
  package func winRate(_ funnel: Funnel) -> String {
    let decided = funnel.decided
    return say(
      "赢率 \(funnel.signed)/\(decided) = \(share(funnel.winRate))",
      "win rate \(funnel.signed)/\(decided) = \(share(funnel.winRate))")
  }

  /// All there is to say of one stage: what is decided, how long visits took, what is known of money.
  package func stageFigures(_ figures: StageFigures, dwell rule: DwellRule, method: FunnelMethod)
    -> String
  {
    let advanced = figures.count(.advanced)
    let decided = advanced + figures.count(.dropped)
    let name = stage(figures.stage)
    func plain(_ days: Double?) -> String {
      guard let days else { return "-" }
      let tenths = Int((days * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    let dwell = figures.dwell
    let open = figures.openAges
    let share =
      figures.stage.next == nil ? "-" : "\(advanced)/\(decided) = \(share(figures.decidedRate))"
    return say(
      "\(name)：已决率 \(share)；停留（\(dwellRule(rule))）完成 \(dwell.count)，中位 \(plain(dwell.median)) 天，平均 \(plain(dwell.mean)) 天；在停 \(open.count)，中位 \(plain(open.median)) 天，最久 \(open.max.map(String.init) ?? "-") 天；\(totals(figures.amounts(method.set)))",
      "\(name): decided \(share); dwell (\(dwellRule(rule))) completed \(dwell.count), median \(plain(dwell.median)) d, mean \(plain(dwell.mean)) d; open \(open.count), median \(plain(open.median)) d, oldest \(open.max.map(String.init) ?? "-") d; \(totals(figures.amounts(method.set)))"
    )
  }
}
