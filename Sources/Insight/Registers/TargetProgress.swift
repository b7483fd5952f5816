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
  /// - Complexity: O(targets × (projects + activities + milestones)).
  package func targetProgress(at moment: Moment, year: Int? = nil) -> [TargetProgress] {
    targets.filter { year == nil || $0.year == year }.map { target in
      TargetProgress(target: target, actual: actual(of: target, at: moment))
    }
  }

  private func actual(of target: Target, at moment: Moment) -> TargetProgress.Actual {
    switch (evidence(of: target, at: moment), target.measure.isAmount) {
    case (.projects(let projects), true): .amounts(AmountTotals(projects.map(\.amount)))
    case (.projects(let projects), false): .count(projects.count)
    case (.contacts(let lines), _): .count(lines.reduce(0) { $0 + $1.counted })
    case (.milestones(let facts), true): .amounts(AmountTotals(facts.map(\.amount)))
    case (.milestones(let facts), false): .count(facts.reduce(0) { $0 + $1.count })
    }
  }

  /// What is counted or summed up towards a target.
  ///
  /// - Complexity: O(projects + activities + milestones).
  package func evidence(of target: Target, at moment: Moment) -> TargetEvidence {
    switch target.measure {
    case .signings, .signedAmount: .projects(entering(.signing, target, moment))
    case .leads: .projects(begun(target, moment))
    case .contacts: .contacts(contacts(target, moment))
    case .visits:
      .contacts(contacts(target, moment).filter { $0.kind.direction == .outbound })
    case .starts: .milestones(reached(.constructionStarted, target, moment))
    case .funds: .milestones(reached(.fundsInPlace, target, moment))
    case .scale: .projects(standing(target, moment))
    }
  }

  /// The projects a target speaks of that are on the register at that moment.
  private func concerned(_ target: Target, _ moment: Moment) -> [Project] {
    projects.filter { project in
      guard let standing = project.standing(asOf: moment.cutoff), !standing.status.isRemoved
      else { return false }
      return target.unit.map { project.lead.contains($0) } ?? true
        && target.cluster.map { $0 == project.cluster } ?? true
    }
  }

  private func standing(_ target: Target, _ moment: Moment) -> [Project] {
    concerned(target, moment).filter { project in
      project.standing(asOf: moment.cutoff)?.status.isOpen ?? false
    }
  }

  private func entering(_ stage: Stage, _ target: Target, _ moment: Moment) -> [Project] {
    concerned(target, moment).filter { project in
      project.entries.first { $0.stage == stage && $0.on.isSettled(by: moment.cutoff) }
        .map { target.includes($0.on, at: moment) } ?? false
    }
  }

  /// First entries, dated or by the first dated one: a lead nobody dated began before it.
  private func begun(_ target: Target, _ moment: Moment) -> [Project] {
    concerned(target, moment).filter { project in
      let first = project.entries.first {
        $0.on.settled != nil && $0.on.isSettled(by: moment.cutoff)
      }
      return first.map { target.includes($0.on, at: moment) } ?? false
    }
  }

  private func contacts(_ target: Target, _ moment: Moment) -> [CounterLine] {
    guard let first = Day(year: target.year, month: 1, day: 1),
      let last = Day(year: target.year, month: 12, day: 31)
    else { return [] }
    let question = CounterQuestion(at: moment, period: Period(from: first, to: last))
    return counters(question).lines.filter { line in
      // Nobody knows the year of a contact without a date.
      guard line.on != .unknown else { return false }
      let isUnits =
        target.unit.map { activity(line.activity)?.facts.lead.contains($0) ?? false } ?? true
      let isClusters =
        target.cluster.map { name in line.projects.contains { self[$0]?.cluster == name } } ?? true
      return isUnits && isClusters
    }
  }

  private func reached(_ kind: MilestoneKind, _ target: Target, _ moment: Moment)
    -> [Milestone.Facts]
  {
    milestones.map(\.facts).filter { facts in
      guard facts.kind == kind, target.includes(facts.on, at: moment) else { return false }
      let concerned = facts.projects.compactMap { self[$0] }
      let isUnits =
        target.unit.map { unit in concerned.contains { $0.lead.contains(unit) } } ?? true
      let isClusters =
        target.cluster.map { name in
          facts.cluster == name || concerned.contains { $0.cluster == name }
        } ?? true
      return isUnits && isClusters
    }
  }
}

extension Target {
  /// Whether something is sure to have happened in the target's year, and by that moment.
  fileprivate func includes(_ date: BusinessDate, at moment: Moment) -> Bool {
    guard let settled = date.settled, settled.civil.year == year else { return false }
    return date.isSettled(by: moment.cutoff)
  }
}
