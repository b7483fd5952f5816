package import Pipeline

extension Filter {
  /// Whether a project passes at a moment; one that had not begun never does.
  ///
  /// Fields have no history: owner, tags, amount and the like are today's whatever the moment. For very
  /// many projects ``Pipeline/ids(passing:at:)`` is quicker, which remembers what it has learnt of words.
  ///
  /// - Complexity: O(the project's texts), and its entries and activities when these are asked for.
  package func matches(
    _ project: some ProjectReading, in pipeline: Pipeline, at moment: Moment
  ) -> Bool {
    guard let standing = project.figures(asOf: moment.cutoff, in: pipeline) else { return false }
    return matches(project, standing, in: pipeline, at: moment)
  }

  /// The same for a caller that knows the project's standing at that moment already.
  package func matches(
    _ project: Project, _ standing: Standing, in pipeline: Pipeline, at moment: Moment
  ) -> Bool {
    matches(project, standing.figures, in: pipeline, at: moment)
  }

  func matches(
    _ project: some ProjectReading, _ standing: StandingFigures, in pipeline: Pipeline,
    at moment: Moment
  ) -> Bool {
    var scan = FilterScan(self, at: moment, isOnce: true)
    return scan.passes(project, standing, in: pipeline)
  }

  /// Where the words of free text stand in a project's name, from left to right; for highlighting.
  package func nameRanges(in name: String) -> [Range<String.Index>] {
    Filter.merged(words.flatMap { $0.ranges(in: name) })
  }
}
