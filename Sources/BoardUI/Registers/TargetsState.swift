package import Insight
internal import Pipeline

/// The view of targets: what a year asks for, what the clusters hold, what became of the signed.
package struct TargetsState: Hashable, Sendable {
  package enum Heading: Hashable, Sendable { case year(Int), clusters, afterSigning }

  /// What is asked of the signed projects.
  package enum Rate: CaseIterable, Hashable, Sendable {
    case performed, started, completed, producing, funds
  }

  package enum Line: Hashable, Sendable {
    case heading(Heading)
    case target(TargetProgress)
    /// A cluster, with the target for its scale when there is one.
    case cluster(ClusterStanding, TargetProgress?)
    case rate(Rate, part: Int?, of: Int, share: Double?)
  }

  package internal(set) var lines: [Line] = []
  package var row = 0
  package var top = 0

  package var selected: Line? { lines.indices.contains(row) ? lines[row] : nil }

  mutating func show(
    _ progress: [TargetProgress], _ clusters: [ClusterStanding], _ signed: AfterSigning,
    in present: Int
  ) {
    // The year that runs, then the ones to come and those that are over.
    let years = Set(progress.map(\.target.year)).sorted {
      ($0 == present ? 1 : 0, $0) > ($1 == present ? 1 : 0, $1)
    }
    var lines: [Line] = years.flatMap { year in
      [.heading(.year(year))] + progress.filter { $0.target.year == year }.map(Line.target)
    }
    if !clusters.isEmpty {
      lines.append(.heading(.clusters))
      lines += clusters.map { standing in
        let scale = progress.last { progress in
          progress.target.measure == .scale && progress.target.unit == nil
            && progress.target.cluster != nil && progress.target.cluster == standing.cluster?.name
        }
        return .cluster(standing, scale)
      }
    }
    if signed.signed > 0 {
      lines.append(.heading(.afterSigning))
      lines += Rate.allCases.map { $0.line(of: signed) }
    }
    self.lines = lines
    settle(towards: 1)
  }

  /// Puts the selection on a figure: headings are passed over, in the direction of the step.
  mutating func settle(towards step: Int) {
    row = min(max(0, row), max(0, lines.count - 1))
    guard lines.indices.contains(row), case .heading = lines[row] else { return }
    // There is a figure under every heading, and one above every heading but the first.
    row += step < 0 && row > 0 ? -1 : 1
  }
}

extension TargetsState.Rate {
  fileprivate func line(of signed: AfterSigning) -> TargetsState.Line {
    switch self {
    case .performed:
      .rate(self, part: signed.performed, of: signed.signed, share: signed.performanceRate)
    case .started: .rate(self, part: signed.started, of: signed.building, share: signed.startRate)
    case .completed:
      .rate(self, part: signed.completed, of: signed.building, share: signed.completionRate)
    case .producing:
      .rate(self, part: signed.producing, of: signed.building, share: signed.productionRate)
    case .funds:
      .rate(self, part: nil, of: signed.amountsKnown, share: signed.fundsRate())
    }
  }

  /// The signed projects that it is counted of.
  func projects(of signed: AfterSigning) -> [ProjectID] {
    signed.projects.filter { project in
      switch self {
      case .performed, .funds: true
      case .started, .completed, .producing: project.isBuilding
      }
    }.map(\.id)
  }
}
