internal import Insight
internal import Pipeline

extension UIState {
  /// Makes the hindsight one of the day looked at, today as well; false when the filter asks for ages.
  ///
  /// - Complexity: O(what happened since the day looked at before); O(entries of all projects) the
  ///   first time, after a change, and for another filter.
  private mutating func keepHindsight(passing filter: Filter?) -> Bool {
    guard Hindsight.canFollow(filter) else { return false }
    let cutoff = moment.limit
    if let kept = past.hindsight, kept.version == pipeline.version, kept.filter == filter {
      past.hindsight?.look(at: cutoff, in: pipeline)
    } else {
      past.hindsight = nil
      past.hindsight = Hindsight(
        pipeline, at: cutoff, passing: filter, counting: funnelQuestion, trendQuestion)
    }
    return true
  }

  /// Counts the figures of the funnel's first page.
  mutating func countFunnel(passing filter: Filter?) {
    let question = funnelQuestion
    guard keepHindsight(passing: filter), var hindsight = past.hindsight else {
      funnel.report = pipeline.funnel(question, passing: filter)
      funnel.counters = pipeline.contacts(
        CountingRule.allCases, CounterQuestion(at: moment, filter: filter))
      flow.trend = pipeline.trend(trendQuestion, passing: filter)
      return
    }
    // Taken out while it is asked, so that it is not copied.
    past.hindsight = nil
    funnel.report = hindsight.funnel(question, in: pipeline)
    funnel.counters = hindsight.contacts(in: pipeline)
    flow.trend = hindsight.trend(trendQuestion, in: pipeline)
    past.hindsight = hindsight
  }

  private var trendQuestion: TrendQuestion { TrendQuestion(at: moment, by: flow.step) }
}
