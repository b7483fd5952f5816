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
    case .none: unclassified
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
}
