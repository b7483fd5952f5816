package import Pipeline

/// How many projects reached each stage, stand there, and went on.
package struct Funnel: Hashable, Sendable {
  package let asOf: Day
  /// By `Stage.index`.
  package let stages: [StageFigures]
  /// Projects that had begun, less those removed from the register.
  package let population: Int
  /// By `FunnelEnd.rawValue`.
  let ends: [Int]
  /// Why the lost ones were lost, the commonest reason first.
  package let losses: [Loss]
  /// Days from the first entry into contact to the first into signing, both known to the day.
  package let leadTime: DayCounts
  package let notes: [FunnelNote]
  /// Completed visits by the stage they were in and the one they led to, six by six; see ``dwell(from:to:)``.
  package let transitions: [DayCounts]
  let members: [Member]

  /// A reason, and how many projects were lost for it.
  package struct Loss: Hashable, Sendable {
    package let reason: LossReason
    package let count: Int
  }

  /// A project and the sets it belongs to, a bit for each stage and set.
  struct Member: Hashable, Sendable {
    let id: ProjectID
    let sets: UInt64

    static func bit(_ stage: Int, _ set: FunnelSet) -> UInt64 {
      1 << UInt64(stage * FunnelSet.allCases.count + set.rawValue)
    }

    /// Above the bits of stages and sets.
    static func bit(_ end: FunnelEnd) -> UInt64 {
      1 << UInt64(Stage.allCases.count * FunnelSet.allCases.count + end.rawValue)
    }
  }

  package subscript(stage: Stage) -> StageFigures { stages[stage.index] }

  package func count(_ end: FunnelEnd) -> Int { ends[end.rawValue] }
  /// Projects that entered the last stage.
  package var signed: Int { count(.signed) }
  /// Projects that are lost, signed before or not.
  package var lost: Int { count(.lost) }
  package var withdrawn: Int { count(.withdrawn) }
  /// Of the lost and withdrawn, those that were signed before.
  package var closedAfterSigning: Int { count(.closedAfterSigning) }
  /// Signed, or closed without having been: each project once.
  package var decided: Int { signed + lost + withdrawn - closedAfterSigning }
  /// Projects none of whose stage events has a date.
  package var undated: Int { count(.undated) }

  /// Signed of all; nil when there are none.
  package var overall: Double? { share(signed, of: population) }
  /// Signed of all that are decided; nil when none is.
  package var winRate: Double? { share(signed, of: decided) }

  /// Everybody who is counted.
  package var projects: [ProjectID] { members.map(\.id) }

  /// The projects behind a figure, by number.
  ///
  /// - Complexity: O(population).
  package func projects(_ set: FunnelSet, at stage: Stage) -> [ProjectID] {
    let bit = Member.bit(stage.index, set)
    return members.lazy.filter { $0.sets & bit != 0 }.map(\.id)
  }

  /// The projects behind a figure of the whole funnel, by number.
  ///
  /// - Complexity: O(population).
  package func projects(_ end: FunnelEnd) -> [ProjectID] {
    let bit = Member.bit(end)
    return members.lazy.filter { $0.sets & bit != 0 }.map(\.id)
  }

  /// How many a method counts at a stage.
  package func count(_ stage: Stage, by method: FunnelMethod) -> Int {
    self[stage].count(method.set)
  }

  /// The rate a method prints beside a stage; nil when nobody is there.
  ///
  /// Step: how many went further. Any: the share of all. Through and strict: how many are in the
  /// next stage's set; nothing comes after signing, so that is nil.
  package func rate(_ stage: Stage, by method: FunnelMethod) -> Double? {
    switch method {
    case .step: return self[stage].rate
    case .any: return share(self[stage].count(.reachedAny), of: population)
    case .through, .strict:
      guard let next = stage.next else { return nil }
      return share(count(next, by: method), of: count(stage, by: method))
    }
  }

  /// Entries into the next stage in the period over entries into this one: two flows, not the same
  /// projects, so that it can exceed 100 %; nil at signing and when nobody entered.
  ///
  /// To be printed with its name, periodic ratio (当期比率), and nothing shorter.
  package func periodicRatio(_ stage: Stage) -> Double? {
    guard let next = stage.next else { return nil }
    return share(self[next].flow, of: self[stage].flow)
  }

  /// The dwell of completed visits to one stage that led to another.
  package func dwell(from stage: Stage, to next: Stage) -> DayCounts {
    transitions[stage.index * Stage.allCases.count + next.index]
  }
}

extension FunnelMethod {
  /// The set it counts.
  package var set: FunnelSet {
    switch self {
    case .step, .any: .reachedAny
    case .through: .reachedThrough
    case .strict: .strict
    }
  }
}

/// The funnel's figures for one stage.
package struct StageFigures: Hashable, Sendable {
  package let stage: Stage
  /// By `FunnelSet.rawValue`.
  let totals: [AmountTotals]
  /// Completed visits with both ends known to the day, hold days taken off.
  package let dwell: DayCounts
  /// Ages of the open visits whose entry is known to the day, hold days taken off.
  package let openAges: DayCounts
  /// Entries in the period asked for, re-entries too; they may exceed the stock.
  package let flow: Int
  /// Entries without a date, in no period.
  package let undatedFlow: Int

  package func count(_ set: FunnelSet) -> Int { totals[set.rawValue].count }
  /// The amounts of a set: sums of what is known, and of how many.
  package func amounts(_ set: FunnelSet) -> AmountTotals { totals[set.rawValue] }
  /// Projects that are in the stage now, aged or not.
  package var open: Int { count(.stock) }

  /// Advanced of all that entered; nil when nobody did, and at signing, where nothing is beyond.
  package var rate: Double? {
    stage.next == nil ? nil : share(count(.advanced), of: count(.reachedAny))
  }
  /// Advanced of those that are decided; nil when none is.
  package var decidedRate: Double? {
    stage.next == nil ? nil : share(count(.advanced), of: count(.advanced) + count(.dropped))
  }
}

/// A share, nil of nothing.
func share(_ part: Int, of whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}
