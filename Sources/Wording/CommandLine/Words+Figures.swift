package import Insight
package import Pipeline

// Figures of funnels and counters, and what has to be said beside them.
extension Words {
  /// 66.7%; a dash when there is nothing to divide by.
  package func percent(_ share: Double?) -> String {
    guard let share else { return "—" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A median and of how many: 9 (3); a dash of nothing.
  package func median(_ median: Double?, of count: Int) -> String {
    guard let median else { return "—" }
    let halves = Int((median * 2).rounded())
    return "\(halves / 2)" + (halves % 2 == 0 ? "" : ".5") + " (\(count))"
  }

  /// Sums currency by currency and how many are known: 3.2亿 (2/6).
  package func totals(_ totals: AmountTotals) -> String {
    let sums = totals.sums.map { sum($0.minor, $0.currency) }
    return (sums.isEmpty ? "—" : sums.joined(separator: " + "))
      + " (\(coverage(totals.known, of: totals.count)))"
  }

  package var total: String { say("合计", "Total") }

  /// A row of a funnel's breakdown.
  package func group(_ key: String?, by grouping: FunnelGrouping) -> String {
    guard let key else { return say("未归类", "none") }
    if grouping == .kind, let kind = ProjectKind(rawValue: key) { return projectKind(kind) }
    return key
  }

  /// A row of a count.
  package func counterKey(_ key: CounterKey) -> String {
    switch key {
    case .unit(let name), .person(let name): name
    case .kind(let kind): activityKind(kind)
    case .month(let year, let month): date(.month(year: year, month: month))
    case .none: say("未归类", "none")
    }
  }

  /// The line above a funnel: the day, how it counts, and whom.
  package func funnelHeading(
    asOf day: Day, method: FunnelMethod, population: Int, cohort: Period?
  ) -> String {
    var parts = [
      asOf(day), say("算法 ", "method ") + self.method(method), projectCount(population),
    ]
    if let cohort {
      let span = (cohort.from?.description ?? "") + ".." + (cohort.to?.description ?? "")
      parts.append(say("首次进入 \(span)", "first entered \(span)"))
    }
    return parts.joined(separator: say("，", ", "))
  }

  /// A method by its code and what it means.
  package func method(_ method: FunnelMethod) -> String {
    switch method {
    case .step: say("step（到过该段的有多少再往前）", "step (of those who entered, who went further)")
    case .any: say("any（到过该段的占全部多少）", "any (who entered, of all)")
    case .through: say("through（到达或越过该段）", "through (reached it or beyond)")
    case .strict: say("strict（逐段到达，不跳段）", "strict (entered every stage in order)")
    }
  }

  package func funnelOverall(signed: Int, of population: Int, share: Double?) -> String {
    say("签约 ", "Signed ") + "\(signed)/\(population)"
      + say("，总转化率 ", ", overall ") + percent(share)
  }

  package func funnelNote(_ note: FunnelNote) -> String {
    switch note {
    case .undatedProjects(let count):
      say("\(count) 个项目的阶段都没有日期，已计入", "\(count) projects have no dated stage; they are counted")
    case .undatedEvents(let count):
      say("\(count) 次进入阶段没有日期，已计入", "\(count) stage entries have no date; they are counted")
    case .undatedInCohort(let count):
      say("\(count) 个项目因没有日期而计入本期", "\(count) projects are included for want of a date")
    case .enteredBackward(let stage, let count):
      say(
        "\(count) 个项目首次进入\(self.stage(stage))是退回来的，按已推进计",
        "\(count) first entered \(self.stage(stage)) by moving back and count as advanced")
    case .holdDaysSubtracted(let visits, let days):
      say("停留天数已扣除挂起：\(visits) 段 \(days) 天", "\(days) days on hold are taken off \(visits) stays")
    case .undatedHolds(let count):
      say("\(count) 次挂起没有日期，天数未扣", "\(count) holds have no dates and are not taken off")
    case .visitsOutOfOrder(let count):
      say("\(count) 段的日期先后颠倒，不计停留", "\(count) stays end before they begin and give no days")
    case .sumOverflow(let stage, _, let currency):
      say(
        "\(self.stage(stage))的\(self.currency(currency))合计过大，未列",
        "The \(currency.code) sum at \(self.stage(stage)) is too large and left out")
    }
  }

  /// What could not be read in a filter.
  package func filterProblem(_ problem: FilterProblem) -> String {
    let text = problem.text
    return switch problem.expected {
    case .key:
      say("筛选里没有“\(text)”这个键", "There is no filter key “\(text)”") + say("，可用：", "; known are: ")
        + "stage owner lead cluster industry kind amount tag status stale overdue next"
    case .value: say("筛选“\(text)”缺少值", "The filter “\(text)” lacks a value")
    case .stage: unknownWord(text, heading(.stage), of: Stage.self)
    case .status: unknownWord(text, heading(.status), of: Status.Kind.self)
    case .kind: unknownWord(text, heading(.kind), of: ProjectKind.self)
    case .amount:
      say("“\(text)”不是金额条件，例如 amount>1亿", "“\(text)” is no amount; write amount>1亿")
    case .yesOrNo: say("“\(text)”应为 yes 或 no", "“\(text)” should be yes or no")
    case .presence: say("“\(text)”应为 any 或 none", "“\(text)” should be any or none")
    case .shorterWord: say("要找的词太长", "The word to look for is too long")
    case .closingQuote: say("缺少后引号", "The closing quotation mark is missing")
    }
  }
}
