package import Insight
package import Pipeline

// Figures of funnels and counters, and what has to be said beside them.
extension Words {
  package var total: String { say("合计", "Total") }

  /// A row of a count.
  package func counterKey(_ key: CounterKey) -> String {
    switch key {
    case .unit(let name), .person(let name): name
    case .kind(let kind): activityKind(kind)
    case .month(let year, let month): date(.month(year: year, month: month))
    case .none: say("未归类", "none")
    }
  }

  /// The line above a funnel: the day, whom, and when they began.
  package func funnelHeading(asOf day: Day, population: Int, cohort: Period?) -> String {
    var parts = [asOf(day), projectCount(population)]
    if let cohort {
      let span = (cohort.from?.description ?? "") + ".." + (cohort.to?.description ?? "")
      parts.append(say("首次进入 \(span)", "first entered \(span)"))
    }
    return parts.joined(separator: say("，", ", "))
  }

  /// What could not be read in a filter.
  package func filterProblem(_ problem: FilterProblem) -> String {
    let text = problem.text
    return switch problem.expected {
    case .key:
      say("筛选里没有「\(text)」这个键", "There is no filter key “\(text)”") + say("，可用：", "; known are: ")
        + "stage owner lead cluster industry kind amount tag status stale overdue next"
    case .value: say("筛选「\(text)」缺少值", "The filter “\(text)” lacks a value")
    case .stage: unknownWord(text, heading(of: .stage), of: Stage.self)
    case .status: unknownWord(text, heading(of: .status), of: Status.Kind.self)
    case .kind: unknownWord(text, heading(.kind), of: ProjectKind.self)
    case .amount:
      say("「\(text)」不是金额条件，例如 amount>1亿", "「\(text)」 is no amount; write amount>1亿")
    case .yesOrNo: say("「\(text)」应为 yes 或 no", "“\(text)” should be yes or no")
    case .presence: say("「\(text)」应为 any 或 none", "“\(text)” should be any or none")
    case .shorterWord: say("要找的词太长", "The word to look for is too long")
    case .closingQuote: say("缺少后引号", "The closing quotation mark is missing")
    }
  }
}
