/// What is known of the latest date at once: a bound kept beside the state, so two pipelines never
/// differ by it.
struct LatestDate: Hashable, Sendable {
  var day: Day?

  static func == (lhs: LatestDate, rhs: LatestDate) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension Pipeline {
  /// Nothing that counts is dated to begin later; nil when nothing has a date.
  ///
  /// A bound: what was taken back may have been the latest. While it is not after today nothing has to
  /// be asked whether it lies in the future.
  package var latestDate: Day? { latest.day }

  /// Notes when something was, that figures are counted of.
  mutating func meet(_ date: BusinessDate) {
    guard let first = date.earliest, latest.day.map({ $0 < first }) ?? true else { return }
    latest.day = first
  }

  /// What a cut-off leaves out because it is dated later.
  ///
  /// - Complexity: O(1) when nothing is, else O(all that has a date).
  package func laterDates(than cutoff: Cutoff) -> LaterDates {
    var later = LaterDates()
    guard let latestDate, latestDate > cutoff.day else { return later }
    forEachDate { on in
      if !on.isSettled(by: cutoff) { later.onBoard += 1 }
    }
    for kind in RegisterKind.allCases {
      for entry in registers.unordered(kind) {
        later.inRegisters += entry.dates.count { !$0.isSettled(by: cutoff) }
      }
    }
    return later
  }
}

/// How many dates lie after a cut-off.
package struct LaterDates: Hashable, Sendable {
  /// Of stages, statuses, activities and milestones.
  package fileprivate(set) var onBoard = 0
  /// Of the registers, from which no column and no funnel is made.
  package fileprivate(set) var inRegisters = 0

  package init() {}

  package var count: Int { onBoard + inRegisters }
}

extension RegisterEntry {
  /// When what it tells of happened; what is planned is none of them.
  package var dates: [BusinessDate] {
    switch self {
    case .request(let request):
      [request.received, request.forwarded, request.started, request.closed, request.revisited]
        .compactMap { $0 }
    case .decision(let decision): decision.done.map { [$0] } ?? []
    case .phase(let phase):
      [phase.registered, phase.started, phase.completed, phase.inProduction].compactMap { $0 }
    case .handOver(let handOver): [handOver.on, handOver.answered].compactMap { $0 }
    case .merger(let merger): [merger.on]
    case .matter, .catalogue, .target: []
    }
  }
}

extension Event {
  /// When it happened, as far as it says; what is taken back did not.
  package var dates: [BusinessDate] {
    switch self {
    case .projectAdded(let added): [added.on]
    case .moved(_, let move): [move.on]
    case .statusChanged(_, let change): [change.on]
    case .activityLogged(_, let facts): [facts.on]
    case .milestoneReached(_, let facts): [facts.on]
    case .noted(_, _, let on): [on]
    case .registerChanged(let change):
      (change.new?.dates ?? []).filter { !(change.old?.dates ?? []).contains($0) }
    case .fieldsChanged, .placed, .directoryChanged, .undone, .storeRecovered, .reminded, .unknown:
      []
    }
  }
}
