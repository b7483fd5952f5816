package import Pipeline

extension Intake {
  /// Projects of a pipeline that an import would bring a second time: of the same name, but for the
  /// writing, and with a firm in common; by number, those that were archived or merged too.
  ///
  /// - Complexity: O(projects of both).
  package func present(in pipeline: Pipeline) -> [ProjectID] {
    if projects.isEmpty || pipeline.projects.count == 0 { return [] }
    var firms: [ProjectKey: Set<ProjectKey>] = [:]
    for arrival in projects {
      guard case .text(let name) = arrival.fields[.name],
        case .list(let investors) = arrival.fields[.investors]
      else { continue }
      firms[ProjectKey(name), default: []].formUnion(investors.map { ProjectKey($0) })
    }
    return pipeline.projects.filter { project in
      guard let known = firms[ProjectKey(project.name)] else { return false }
      return project.investors.contains { known.contains(ProjectKey($0)) }
    }.map(\.id)
  }
}
