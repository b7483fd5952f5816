package import Pipeline

extension Hindsight {
  /// The columns of the board on the day looked at.
  ///
  /// - Complexity: O(projects), a nanosecond or two each.
  package func snapshot(of pipeline: Pipeline) -> Snapshot {
    Snapshot(
      columns: rows.columns(of: pipeline),
      totals: Stage.allCases.map { board.totals($0.index) }, moment: .upTo(cutoff))
  }

  /// What is late among its cards.
  package var lateness: LateCounts { rows.lateness(on: day) }
}
