/// What names a cluster.
package enum ClusterUser: Hashable, Sendable {
  case project(ProjectID)
  case entry(RegisterEntry)
  case milestone(MilestoneID)
}

extension Pipeline {
  func removingCluster(_ name: String) throws(Refusal) -> [Event] {
    guard let old = directory[DirectoryKey(.cluster, name)] else { throw .unknownCluster(name) }
    if let user = user(of: name) { throw .clusterInUse(name, by: user) }
    return [.directoryChanged(old: old, new: nil)]
  }

  /// The first of what names a cluster; nil when nothing does.
  ///
  /// - Complexity: O(projects, targets, phases and milestones).
  func user(of cluster: String) -> ClusterUser? {
    if let project = projects.first(where: { $0.cluster == cluster }) {
      return .project(project.id)
    }
    if let target = targets.first(where: { $0.cluster == cluster }) {
      return .entry(.target(target))
    }
    if let phase = phases.first(where: { $0.cluster == cluster }) { return .entry(.phase(phase)) }
    return milestones.first { $0.facts.cluster == cluster }.map { .milestone($0.id) }
  }
}

extension ClusterUser {
  /// What it is to doing the removal again.
  var obstacle: UndoObstacle {
    switch self {
    case .project(let id): .inUse(id)
    case .entry(let entry): .entryChanged(entry.key)
    case .milestone: .gone
    }
  }
}
