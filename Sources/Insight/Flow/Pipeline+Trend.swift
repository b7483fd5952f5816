package import Pipeline

extension Pipeline {
  /// Counts what happened in each month by the day asked for.
  ///
  /// The population is the funnel's: projects that pass the filter and had begun, less those removed
  /// from the register. A date that is a month or a range counts in the month of its last day.
  ///
  /// - Complexity: O(entries and changes of status of all projects, and rows).
  package func trend(_ question: TrendQuestion, passing filter: Filter? = nil) -> Trend {
    var tally = TrendTally(question)
    forEachHistory(at: .upTo(question.cutoff), passing: filter) { id, history, _ in
      tally.add(id, history)
    }
    return tally.finish()
  }
}
