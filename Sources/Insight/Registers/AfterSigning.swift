package import Pipeline

/// What became of signed projects: registered, started, completed, in production, funds in place.
package struct AfterSigning: Hashable, Sendable {
  /// By the day of signing, those without a day last.
  package let projects: [SignedProject]
  /// Milestones beside the pipeline's projects, such as a base where 32 were started at once.
  package let batches: [Batch]

  /// How many started in those.
  package var startedBeside: Int {
    batches.filter { $0.kind == .constructionStarted }.reduce(0) { $0 + $1.count }
  }

  package var signed: Int { projects.count }
  /// 履约: a milestone was reached, before the signing or after it.
  package var performed: Int { count(\.isPerformed) }
  /// Those that are to be built at all: a fund and a purchase have no construction to start.
  package var building: Int { count(\.isBuilding) }
  package var started: Int { count { $0.isBuilding && $0.hasStarted } }
  package var completed: Int { count { $0.isBuilding && $0.completed != nil } }
  package var producing: Int { count { $0.isBuilding && $0.inProduction != nil } }

  package var performanceRate: Double? { share(performed, of: signed) }
  package var startRate: Double? { share(started, of: building) }
  package var completionRate: Double? { share(completed, of: building) }
  package var productionRate: Double? { share(producing, of: building) }

  /// 资金到位率 in one currency: funds over the contracts of the projects whose amount is known.
  package func fundsRate(_ currency: Currency = .yuan) -> Double? {
    var (arrived, contracted) = (0.0, 0.0)
    for project in projects {
      guard case .known(let money) = project.amount, money.currency == currency else { continue }
      contracted += Double(money.minor)
      arrived += Double(project.funds.sum(currency) ?? 0)
    }
    return contracted > 0 ? arrived / contracted : nil
  }

  /// The numerators of ``fundsRate(_:)``: what has arrived, currency by currency, of the contracts that
  /// are known in it.
  package var fundsCounted: [(currency: Currency, minor: Int64)] {
    AmountTotals(projects.map(\.amount)).sums.map { contracted in
      let arrived = projects.reduce(Int64(0)) { sum, project in
        guard case .known(let money) = project.amount, money.currency == contracted.currency else {
          return sum
        }
        return sum.addingReportingOverflow(project.funds.sum(contracted.currency) ?? 0).partialValue
      }
      return (contracted.currency, arrived)
    }
  }

  /// What has arrived for contracts of no known amount, or in another currency: in no rate.
  package var fundsBeside: AmountTotals {
    var totals = AmountTotals()
    for project in projects {
      for sum in project.funds.sums {
        if case .known(let money) = project.amount, money.currency == sum.currency { continue }
        totals.add(.known(Money(minor: sum.minor, currency: sum.currency)))
      }
    }
    return totals
  }

  /// Of how many projects the contracted amount is known.
  package var amountsKnown: Int {
    count { project in if case .known = project.amount { true } else { false } }
  }

  private func count(_ holds: (SignedProject) -> Bool) -> Int { projects.count(where: holds) }

  /// One signed project, with the first date of each milestone.
  package struct SignedProject: Hashable, Sendable {
    package let id: ProjectID
    package let kind: ProjectKind
    package let signed: BusinessDate
    package let amount: Amount?
    package let registered: BusinessDate?
    package let started: BusinessDate?
    package let completed: BusinessDate?
    package let inProduction: BusinessDate?
    /// The known sums that arrived, each milestone one.
    package let funds: AmountTotals

    package var isPerformed: Bool {
      registered != nil || started != nil || completed != nil || inProduction != nil
        || funds.count > 0
    }

    /// Its construction has started: what is completed or in production has, whether that was
    /// recorded or not.
    package var hasStarted: Bool { started != nil || completed != nil || inProduction != nil }

    package var isBuilding: Bool {
      switch kind {
      case .investment, .cooperation, .expansion: true
      case .fund, .procurement: false
      }
    }
  }

  /// A milestone of something that is no project here.
  package struct Batch: Hashable, Sendable {
    package let kind: MilestoneKind
    package let on: BusinessDate
    package let subject: String?
    package let cluster: String?
    package let count: Int
  }
}

extension Pipeline {
  /// What became of the projects signed by a moment and still on the register.
  ///
  /// Lost and withdrawn projects count when they were signed before: a contract that came to
  /// nothing was not performed.
  ///
  /// - Complexity: O(n log n) in signed projects, and their milestones.
  package func afterSigning(at moment: Moment, passing filter: Filter? = nil) -> AfterSigning {
    var signed: [AfterSigning.SignedProject] = []
    for project in projects {
      guard let standing = project.standing(asOf: moment.cutoff), !standing.status.isRemoved,
        let entry = project.firstEntry(into: .signing, at: moment),
        filter?.matches(project, standing, in: self, at: moment) ?? true
      else { continue }
      signed.append(signedProject(project, entry.on, moment))
    }
    signed.sort { lhs, rhs in
      switch (lhs.signed.settled, rhs.signed.settled) {
      case (let left?, let right?) where left != right: left < right
      case (nil, _?): false
      case (_?, nil): true
      default: lhs.id < rhs.id
      }
    }
    let batches = milestones.map(\.facts).filter {
      $0.projects.isEmpty && $0.on.isSettled(by: moment.cutoff)
    }
    return AfterSigning(
      projects: signed,
      batches: batches.map {
        AfterSigning.Batch(
          kind: $0.kind, on: $0.on, subject: $0.subject, cluster: $0.cluster, count: $0.count)
      })
  }

  private func signedProject(_ project: Project, _ signed: BusinessDate, _ moment: Moment)
    -> AfterSigning.SignedProject
  {
    let facts = project.milestones.compactMap { milestone($0)?.facts }
      .filter { $0.on.isSettled(by: moment.cutoff) }
    func first(_ kind: MilestoneKind) -> BusinessDate? {
      let dates = facts.filter { $0.kind == kind }.map(\.on)
      return dates.filter { $0.settled != nil }
        .min { ($0.settled ?? .distant) < ($1.settled ?? .distant) } ?? dates.first
    }
    return AfterSigning.SignedProject(
      id: project.id, kind: project.kind, signed: signed, amount: project.amount,
      registered: first(.registered), started: first(.constructionStarted),
      completed: first(.completed), inProduction: first(.inProduction),
      funds: AmountTotals(facts.filter { $0.kind == .fundsInPlace }.map(\.amount)))
  }
}

extension Day {
  fileprivate static let distant = Day(number: .max)
}
