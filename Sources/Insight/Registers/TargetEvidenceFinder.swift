package import Pipeline

/// Finds what stands behind targets; what those of a measure and a year share is looked for once.
///
/// Joint lead units get full credit each. Projects off the register count for nobody; for a
/// cluster's scale those lost or withdrawn do not either.
package struct TargetEvidenceFinder {
  private let pipeline: Pipeline
  private let moment: Moment
  private let mainNames: MainNames
  private var pools: [Aim: Pool] = [:]

  /// What everybody's targets of a measure and a year are about.
  private struct Aim: Hashable {
    let measure: Target.Measure
    let year: Int
  }

  package init(_ pipeline: Pipeline, at moment: Moment) {
    self.pipeline = pipeline
    self.moment = moment
    mainNames = MainNames(pipeline)
  }

  /// What is counted or summed up towards a target.
  ///
  /// - Complexity: O(what is found), and O(projects + activities + milestones) for the first target
  ///   of a measure and a year.
  package mutating func evidence(of target: Target) -> TargetEvidence {
    let aim = Aim(measure: target.measure, year: target.year)
    let pool = pools[aim] ?? pool(of: aim)
    pools[aim] = pool
    return pool.evidence(unit: target.unit.map { mainNames($0) }, cluster: target.cluster)
  }

  private func pool(of aim: Aim) -> Pool {
    switch aim.measure {
    case .signings, .signedAmount:
      Pool(concerned { includes($0.firstEntry(into: .signing, at: moment)?.on, aim) }, mainNames)
    // A lead that nobody dated began in no year.
    case .leads: Pool(concerned { includes($0.firstEntry(at: moment)?.on, aim) }, mainNames)
    case .scale:
      Pool(concerned { $0.standing(asOf: moment.cutoff)?.status.isOpen ?? false }, mainNames)
    case .contacts: contacts(aim) { _ in true }
    case .visits: contacts(aim) { $0.kind.direction == .outbound }
    case .starts: reached(.constructionStarted, aim)
    case .funds: reached(.fundsInPlace, aim)
    }
  }

  /// The projects on the register at that moment that something is true of.
  private func concerned(_ isMeant: (Project) -> Bool) -> [Project] {
    pipeline.projects.filter { project in
      guard let standing = project.standing(asOf: moment.cutoff), !standing.status.isRemoved
      else { return false }
      return isMeant(project)
    }
  }

  private func contacts(_ aim: Aim, _ isMeant: (CounterLine) -> Bool) -> Pool {
    guard let first = Day(year: aim.year, month: 1, day: 1),
      let last = Day(year: aim.year, month: 12, day: 31)
    else { return Pool([], mainNames) }
    let question = CounterQuestion(at: moment, period: Period(from: first, to: last))
    // Nobody knows the year of a contact without a date.
    let lines = pipeline.counters(question).lines.filter { $0.on != .unknown && isMeant($0) }
    return Pool(
      .contacts(lines),
      units: lines.map { mainNames(pipeline.activity($0.activity)?.facts.lead ?? []) },
      clusters: lines.map { line in line.projects.compactMap { pipeline[$0]?.cluster } })
  }

  private func reached(_ kind: MilestoneKind, _ aim: Aim) -> Pool {
    // Projects off the register count for nobody; what belongs to none counts.
    let facts = pipeline.milestones.map(\.facts).filter { facts in
      facts.kind == kind && includes(facts.on, aim)
        && (facts.projects.isEmpty
          || facts.projects.contains { id in
            pipeline[id]?.standing(asOf: moment.cutoff).map { !$0.status.isRemoved } ?? false
          })
    }
    let concerned = facts.map { facts in facts.projects.compactMap { pipeline[$0] } }
    return Pool(
      .milestones(facts), units: concerned.map { mainNames($0.flatMap(\.lead)) },
      clusters: zip(facts, concerned).map { facts, projects in
        projects.compactMap(\.cluster) + [facts.cluster].compactMap { $0 }
      })
  }

  /// Whether something is sure to have happened in the year, and by the moment.
  private func includes(_ date: BusinessDate?, _ aim: Aim) -> Bool {
    guard let date, let settled = date.settled, settled.civil.year == aim.year else { return false }
    return date.isSettled(by: moment.cutoff)
  }
}

/// What counts towards the targets of a measure and a year, by whose it is.
private struct Pool {
  private let all: TargetEvidence
  private var byUnit: [String: [Int]] = [:]
  private var byCluster: [String: [Int]] = [:]

  init(_ projects: [Project], _ mainNames: MainNames) {
    self.init(
      .projects(projects), units: projects.map { mainNames($0.lead) },
      clusters: projects.map { [$0.cluster].compactMap { $0 } })
  }

  /// - Parameters:
  ///   - units: The units that each piece counts for.
  ///   - clusters: Its clusters.
  init(_ all: TargetEvidence, units: [[String]], clusters: [[String]]) {
    self.all = all
    for (place, names) in units.enumerated() {
      for name in Set(names) { byUnit[name, default: []].append(place) }
    }
    for (place, names) in clusters.enumerated() {
      for name in Set(names) { byCluster[name, default: []].append(place) }
    }
  }

  func evidence(unit: String?, cluster: String?) -> TargetEvidence {
    let ofUnit = unit.map { byUnit[$0] ?? [] }
    let ofCluster = cluster.map { byCluster[$0] ?? [] }
    switch (ofUnit, ofCluster) {
    case (nil, nil): return all
    case (let places?, nil), (nil, let places?): return all[places]
    case (let lhs?, let rhs?):
      // Both in order: the shorter is looked up in the longer.
      let (few, many) = lhs.count < rhs.count ? (lhs, rhs) : (rhs, lhs)
      return all[few.filter { many.holds($0) }]
    }
  }
}

extension TargetEvidence {
  fileprivate subscript(places: [Int]) -> TargetEvidence {
    switch self {
    case .projects(let projects): .projects(places.map { projects[$0] })
    case .contacts(let lines): .contacts(places.map { lines[$0] })
    case .milestones(let facts): .milestones(places.map { facts[$0] })
    }
  }
}

extension [Int] {
  /// Whether a number is among these, which are in order.
  fileprivate func holds(_ number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
