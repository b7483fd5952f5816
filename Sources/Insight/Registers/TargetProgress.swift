package import Pipeline

/// A target and what has been reached of it.
package struct TargetProgress: Hashable, Sendable {
  package let target: Target
  package let actual: Actual

  package enum Actual: Hashable, Sendable {
    case count(Int)
    /// Known amounts, with how many of how many are known.
    case amounts(AmountTotals)
  }

  /// How much of it is reached, 1 for all; nil where nothing is known or nothing was asked for.
  ///
  /// Amounts count in the target's own currency only.
  package var share: Double? {
    switch (actual, target.count, target.amount) {
    case (.count(let reached), let wanted?, _) where wanted > 0:
      return Double(reached) / Double(wanted)
    case (.amounts(let totals), _, .known(let wanted)?) where wanted.minor > 0:
      return totals.sum(wanted.currency).map { Double($0) / Double(wanted.minor) }
    default: return nil
    }
  }

  /// How much of a count is wanting, less than nothing where more is there; nil for amounts.
  package var gap: Int? {
    guard case .count(let reached) = actual else { return nil }
    return target.count.map { $0 - reached }
  }

  package var isReached: Bool { share.map { $0 >= 1 } ?? false }
}

/// What stands behind a target's figure.
package enum TargetEvidence: Sendable {
  case projects([Project])
  case contacts([CounterLine])
  case milestones([Milestone.Facts])
}

extension Pipeline {
  /// The targets of a year, or of all years, with what has been reached by a moment.
  ///
  /// Joint lead units get full credit each. Projects off the register count for nobody; for a
  /// cluster's scale those lost or withdrawn do not either.
  ///
  /// - Complexity: O(projects + activities + milestones) for each measure of a year, and what is
  ///   found for each target.
  package func targetProgress(at moment: Moment, year: Int? = nil) -> [TargetProgress] {
    var finder = TargetEvidenceFinder(self, at: moment)
    return targets.filter { year == nil || $0.year == year }.map { target in
      TargetProgress(target: target, actual: .init(finder.evidence(of: target), target.measure))
    }
  }
}

extension TargetProgress.Actual {
  fileprivate init(_ evidence: TargetEvidence, _ measure: Target.Measure) {
    switch (evidence, measure.isAmount) {
    case (.projects(let projects), true):
      self = .amounts(AmountTotals(projects.map(\.amount)))
    case (.projects(let projects), false): self = .count(projects.count)
    case (.contacts(let lines), _): self = .count(lines.reduce(0) { $0 + $1.counted })
    case (.milestones(let facts), true): self = .amounts(AmountTotals(facts.map(\.amount)))
    case (.milestones(let facts), false): self = .count(facts.reduce(0) { $0 + $1.count })
    }
  }
}
