package import Pipeline

/// A project as lists show it: what it is, and how it stood and had aged at a moment.
package struct ProjectRow: Sendable {
  package let project: Project
  package let standing: Standing
  package let ageing: Ageing

  package init(_ project: Project, _ standing: Standing, _ ageing: Ageing) {
    self.project = project
    self.standing = standing
    self.ageing = ageing
  }
}

extension Pipeline {
  /// A project as a row; nil when it had not begun.
  ///
  /// - Complexity: O(events of the project).
  package func row(
    of project: Project, at moment: Moment, thresholds: StaleThresholds = .standard
  ) -> ProjectRow? {
    guard let standing = project.standing(asOf: moment.cutoff) else { return nil }
    return ProjectRow(
      project, standing, ageing(of: project, standing, at: moment, thresholds: thresholds))
  }
}
