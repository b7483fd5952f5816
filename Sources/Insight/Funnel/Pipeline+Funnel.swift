package import Pipeline

extension Pipeline {
  /// The funnel of the projects that pass a filter.
  ///
  /// Lost and withdrawn projects belong to it: a filter for it is best parsed with the scope
  /// ``FilterScope/everything``.
  ///
  /// - Complexity: O(entries of all projects).
  package func funnel(_ question: FunnelQuestion, passing filter: Filter? = nil)
    -> Funnel
  {
    var tally = FunnelTally(question)
    forEachHistory(at: .upTo(question.cutoff), passing: filter) { id, history, amount in
      tally.add(id, history, amount)
    }
    return tally.finish()
  }

  /// The funnel of each row of a breakdown, in the order of names, what belongs to none last.
  ///
  /// Joint lead units get full credit each; the distinct total is ``funnel(_:passing:)``.
  ///
  /// - Complexity: O(entries of all projects).
  package func funnels(
    by grouping: FunnelGrouping, _ question: FunnelQuestion, passing filter: Filter? = nil
  ) -> [FunnelRow] {
    var places: [String?: Int] = [:]
    var tallies: [(key: String?, tally: FunnelTally)] = []
    let mainNames = MainNames(self)
    func add(_ id: ProjectID, _ history: StageHistory, _ amount: AmountFigure, to key: String?) {
      let place = places[key] ?? tallies.count
      if place == tallies.count {
        places[key] = place
        tallies.append((key, FunnelTally(question)))
      }
      tallies[place].tally.add(id, history, amount)
    }
    forEachHistory(at: .upTo(question.cutoff), passing: filter) { id, history, amount in
      guard let project = self[id] else { return }
      switch grouping {
      case .owner: add(id, history, amount, to: project.owner)
      case .cluster: add(id, history, amount, to: project.cluster)
      case .industry: add(id, history, amount, to: project.industry)
      case .kind: add(id, history, amount, to: project.kind.rawValue)
      case .lead:
        if project.lead.isEmpty { add(id, history, amount, to: nil) }
        for unit in mainNames(project.lead) { add(id, history, amount, to: unit) }
      }
    }
    let rows = tallies.map { FunnelRow(key: $0.key, funnel: $0.tally.finish()) }
    return rows.filter { $0.funnel.population > 0 }
      .map { (key: $0.key.map(NameKey.init), row: $0) }
      .sorted { lhs, rhs in
        guard let left = lhs.key else { return false }
        guard let right = rhs.key else { return true }
        return left < right
      }.map(\.row)
  }
}

/// One row of a funnel's breakdown.
package struct FunnelRow: Hashable, Sendable {
  /// The owner, unit, cluster, industry or kind's code; nil for none, such as 未归类.
  package let key: String?
  package let funnel: Funnel
}
