package import Pipeline

/// What stands in a cluster: its projects, their amounts, and what was started in batches.
package struct ClusterStanding: Hashable, Sendable {
  /// Nil for the projects of none, 未归类.
  package let cluster: Cluster?
  /// Open projects.
  package let projects: Int
  package let amounts: AmountTotals
  /// Starts of construction, batches included.
  package let started: Int
}

extension Pipeline {
  /// Every cluster of the directory or of a project, by name, then the projects of none.
  ///
  /// - Complexity: O(n log n) in projects and milestones.
  package func clusterStandings(at moment: Moment) -> [ClusterStanding] {
    var amounts: [String?: AmountTotals] = [:]
    for project in projects {
      guard let standing = project.standing(asOf: moment.cutoff), standing.status.isOpen else {
        continue
      }
      amounts[project.cluster, default: AmountTotals()].add(project.amount)
    }
    var started: [String?: Int] = [:]
    for milestone in milestones
    where milestone.facts.kind == .constructionStarted
      && milestone.facts.on.isSettled(by: moment.cutoff)
    {
      let facts = milestone.facts
      let cluster = facts.cluster ?? facts.projects.lazy.compactMap { self[$0]?.cluster }.first
      started[cluster, default: 0] += facts.count
    }
    let known = clusters
    let named = Set(known.map(\.name))
    let others = Set(amounts.keys.compactMap { $0 } + started.keys.compactMap { $0 })
      .subtracting(named).map { Cluster(name: $0) }
    let all = (known + others).sorted { NameKey($0.name) < NameKey($1.name) }
    func standing(_ cluster: Cluster?) -> ClusterStanding {
      let totals = amounts[cluster?.name] ?? AmountTotals()
      return ClusterStanding(
        cluster: cluster, projects: totals.count, amounts: totals,
        started: started[cluster?.name] ?? 0)
    }
    let none = standing(nil)
    return all.map { standing($0) } + (none.projects + none.started > 0 ? [none] : [])
  }
}
