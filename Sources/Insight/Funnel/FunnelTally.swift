internal import Pipeline

/// A funnel being counted, project by project.
struct FunnelTally {
  private static let stageCount = Stage.allCases.count
  private static let setCount = FunnelSet.allCases.count

  /// The cut-off may be another one for each project that is counted.
  var question: FunnelQuestion
  private var members: [Funnel.Member] = []
  private var ledger = AmountLedger(slots: stageCount * setCount)
  private var transitions = Array(repeating: DayCounts(), count: stageCount * stageCount)
  /// Dwell by project; unused when every visit counts.
  private var perProject = Array(repeating: DayCounts(), count: stageCount)
  private var openAges = Array(repeating: DayCounts(), count: stageCount)
  private var flow = Array(repeating: 0, count: stageCount)
  private var undatedFlow = Array(repeating: 0, count: stageCount)
  private var leadTime = DayCounts()
  private var losses: [LossReason: Int] = [:]
  private var ends = Array(repeating: 0, count: FunnelEnd.allCases.count)
  private var undatedEvents = 0
  private var undatedInCohort = 0
  private var shortenedVisits = 0
  private var heldDays = 0
  private var undatedHolds = 0
  private var visitsOutOfOrder = 0
  private var walk = Walk()
  /// The entries of the project that is being counted: they are looked at some thirty times, and a
  /// sleeping project's are unpacked at each look.
  private var entries: [StageHistory.Entry] = []
  /// Whether each of them belongs to the picture.
  private var isIn: [Bool] = []
  /// Open visits of which the month or range of the entry is known: they are at least so old.
  private var vagueOpen = 0

  init(_ question: FunnelQuestion) { self.question = question }

  /// Counts a project, unless it had not begun, was removed, or is not of the cohort.
  ///
  /// - Parameter amount: As it is today.
  mutating func add(_ id: ProjectID, _ history: StageHistory, _ amount: AmountFigure) {
    guard let counted = count(history, amount, times: 1) else { return }
    join(id, counted.sets)
    if let visit = counted.visit { age(visit) }
  }

  /// Makes a project one of those that are counted.
  mutating func join(_ id: ProjectID, _ sets: UInt64) {
    members.append(Funnel.Member(id: id, sets: sets))
  }

  /// What a project came to, beside the sums.
  struct Counted {
    /// A bit for each set it is in: some, always.
    let sets: UInt64
    /// Its open visit, when its age can be told.
    let visit: OpenVisit?
  }

  /// Adds a project to the sums, or takes it out again when it is counted less than no times.
  ///
  /// Leaves out what is another figure each day while nothing happens: the age of its open visit.
  ///
  /// - Returns: Nil when it had not begun, was removed, or is not of the cohort.
  @discardableResult
  mutating func count(
    _ project: StageHistory, _ amount: AmountFigure, times: Int
  ) -> Counted? {
    let cutoff = question.cutoff
    guard let last = project.lastEntry(asOf: cutoff) else { return nil }
    let change = project.lastChange(asOf: cutoff)
    var kind = Status.Kind.ongoing
    var reason: LossReason?
    if let change {
      let change = project.changes[change]
      if change.isRemoved { return nil }
      kind = change.status
      reason = change.loss
    }
    let isClosed = kind == .lost || kind == .withdrawn
    entries.removeAll(keepingCapacity: true)
    entries.append(contentsOf: project.entries)
    isIn.removeAll(keepingCapacity: true)
    for index in 0...last { isIn.append(project.counts(entry: index, by: cutoff)) }
    walk.follow(entries, isIn)
    guard admits(times) else { return nil }

    let current = entries[last].stage.index
    let furthest = walk.furthest
    var sets: UInt64 = 0
    let entry = ledger.entry(amount)
    func join(_ set: FunnelSet, _ stage: Int, _ ledger: inout AmountLedger) {
      sets |= Funnel.Member.bit(stage, set)
      ledger.add(entry, to: stage * Self.setCount + set.rawValue, times: times)
    }
    var isInOrder = true
    var latest: Day?
    for stage in 0...furthest {
      join(.reachedThrough, stage, &ledger)
      guard let first = walk.first[stage] else {
        isInOrder = false
        continue
      }
      join(.reachedAny, stage, &ledger)
      if let entered = entries[first].on.exactDay {
        if let latest, entered < latest { isInOrder = false }
        latest = entered
      }
      if isInOrder { join(.strict, stage, &ledger) }
      if stage < furthest {
        join(.advanced, stage, &ledger)
      } else {
        join(isClosed ? .dropped : .still, stage, &ledger)
      }
      if entries[first].kind == .back { join(.enteredBackward, stage, &ledger) }
    }
    if !isClosed { join(.stock, current, &ledger) }
    let holds = Holds(of: project, asOf: cutoff)
    undatedHolds += holds.undated * times
    let timed = countDwell(to: last, holds, times)
    for stage in 0..<Self.stageCount where timed & (1 << UInt8(stage)) != 0 {
      join(.timed, stage, &ledger)
    }
    func end(as end: FunnelEnd) {
      sets |= Funnel.Member.bit(end)
      ends[end.rawValue] += times
    }
    let hasSigned = furthest == Self.stageCount - 1
    if hasSigned { end(as: .signed) }
    if kind == .lost {
      end(as: .lost)
      if let reason { losses[reason, default: 0] += times }
    } else if kind == .withdrawn {
      end(as: .withdrawn)
    }
    if isClosed, hasSigned { end(as: .closedAfterSigning) }
    if !walk.hasDate { end(as: .undated) }
    undatedEvents += walk.undated * times
    countFlow(to: last, times)
    if let first = walk.first[0].flatMap({ entries[$0].on.exactDay }),
      let signing = walk.first[Self.stageCount - 1].flatMap({ entries[$0].on.exactDay }),
      signing >= first
    {
      leadTime.add(signing.days(since: first), times: times)
    }
    var visit: OpenVisit?
    if !isClosed, let first = entries[last].on.settled {
      // What was entered in a month that is not over was entered by today.
      visit = OpenVisit(stage: current, from: min(first, cutoff.day), holds)
      if entries[last].on.exactDay == nil { vagueOpen += times }
    }
    return Counted(sets: sets, visit: visit)
  }

  /// Counts how old an open visit is.
  mutating func age(_ visit: OpenVisit) {
    let days = question.asOf.days(since: visit.first)
    if days < 0 {
      visitsOutOfOrder += 1
      return
    }
    let held = min(visit.heldDays(by: question.asOf), days)
    if held > 0 {
      shortenedVisits += 1
      heldDays += held
    }
    openAges[visit.stage].add(days - held, times: 1)
  }

  private mutating func admits(_ times: Int) -> Bool {
    guard let cohort = question.cohort else { return true }
    let index: Int
    if let stage = cohort.stage {
      guard let first = walk.first[stage.index] else { return false }
      index = first
    } else {
      index = walk.begin
    }
    guard let settled = entries[index].on.settled else {
      undatedInCohort += times
      return false
    }
    return cohort.period.contains(settled)
  }

  /// Returns a bit for each stage the project has a dwell figure in.
  private mutating func countDwell(
    to last: Int, _ holds: Holds, _ times: Int
  ) -> UInt8 {
    var total = Array(repeating: 0, count: question.dwell == .visit ? 0 : Self.stageCount)
    var seen: UInt8 = 0
    var done: UInt8 = 0
    var previous: Int?
    /// Stages with a visit of which the length is not known.
    var unknown: UInt8 = 0
    for index in 0...last where isIn[index] {
      if let previous {
        let left = entries[previous].stage.index
        let bit: UInt8 = 1 << UInt8(left)
        let end = entries[index].on.exactDay
        if let days = days(from: entries[previous].on, to: end, holds, times) {
          transitions[left * Self.stageCount + entries[index].stage.index]
            .add(days, times: times)
          switch question.dwell {
          case .visit: break
          case .cumulative: total[left] += days
          case .firstPass: if seen & bit == 0 { total[left] = days }
          case .latest: total[left] = days
          }
          if question.dwell != .firstPass || seen & bit == 0 { done |= bit }
        } else {
          unknown |= bit
          if question.dwell == .latest { done &= ~bit }
        }
        seen |= bit
      }
      previous = index
    }
    let stage = entries[last].stage.index
    if question.dwell == .latest { done &= ~(1 << UInt8(stage)) }
    // All visits to a stage together: of a project that is not in it now, each with its length known.
    if question.dwell == .cumulative { done &= ~(unknown | 1 << UInt8(stage)) }
    for stage in total.indices where done & (1 << UInt8(stage)) != 0 {
      perProject[stage].add(total[stage], times: times)
    }
    return done
  }

  /// The days of a visit without those on hold; nil without two days, or when they are reversed.
  private mutating func days(
    from start: SettledDate, to end: Day?, _ holds: Holds, _ times: Int
  ) -> Int? {
    guard let first = start.exactDay, let end else { return nil }
    let days = end.days(since: first)
    if days < 0 {
      visitsOutOfOrder += times
      return nil
    }
    if holds.isEmpty { return days }
    let held = holds.days(from: first, to: end)
    if held > 0 {
      shortenedVisits += times
      heldDays += held * times
    }
    return days - held
  }

  private mutating func countFlow(to last: Int, _ times: Int) {
    for index in 0...last {
      let stage = entries[index].stage.index
      guard let settled = entries[index].on.settled else {
        undatedFlow[stage] += times
        continue
      }
      if isIn[index], question.flow?.contains(settled) ?? true {
        flow[stage] += times
      }
    }
  }

  /// The figures of everything added.
  func finish() -> Funnel {
    var notes: [FunnelNote] = []
    func note(_ count: Int, _ note: FunnelNote) { if count > 0 { notes.append(note) } }
    let undatedProjects = ends[FunnelEnd.undated.rawValue]
    note(undatedProjects, .undatedProjects(undatedProjects))
    note(undatedEvents, .undatedEvents(undatedEvents))
    note(undatedInCohort, .undatedInCohort(undatedInCohort))
    for stage in Stage.allCases {
      let slot = stage.index * Self.setCount + FunnelSet.enteredBackward.rawValue
      let count = ledger.totals(slot).count
      note(count, .enteredBackward(stage, count))
    }
    note(shortenedVisits, .holdDaysSubtracted(visits: shortenedVisits, days: heldDays))
    note(undatedHolds, .undatedHolds(undatedHolds))
    note(vagueOpen, .vagueOpenVisits(vagueOpen))
    note(visitsOutOfOrder, .visitsOutOfOrder(visitsOutOfOrder))
    var stages: [StageFigures] = []
    for stage in Stage.allCases {
      let index = stage.index
      let totals = FunnelSet.allCases.map { ledger.totals(index * Self.setCount + $0.rawValue) }
      for (set, total) in zip(FunnelSet.allCases, totals) {
        for currency in total.overflowed { notes.append(.sumOverflow(stage, set, currency)) }
      }
      var dwell = perProject[index]
      if question.dwell == .visit {
        for next in 0..<Self.stageCount { dwell.add(transitions[index * Self.stageCount + next]) }
      }
      stages.append(
        StageFigures(
          stage: stage, totals: totals, dwell: dwell, openAges: openAges[index],
          flow: flow[index], undatedFlow: undatedFlow[index]))
    }
    return Funnel(
      asOf: question.asOf, stages: stages, population: members.count, ends: ends,
      losses: losses.filter { $0.value > 0 }.map { Funnel.Loss(reason: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) },
      leadTime: leadTime, notes: notes,
      transitions: transitions, members: members)
  }
}

/// What a project's entries up to one say about the stages it reached.
private struct Walk {
  /// The first entry into each stage by `Stage.index`: of the earliest date, or without one and
  /// recorded before the others.
  var first: [Int?] = Array(repeating: nil, count: Stage.allCases.count)
  /// The first entry that counts.
  var begin = 0
  var furthest = 0
  var undated = 0
  var hasDate = false

  mutating func follow(_ entries: [StageHistory.Entry], _ isIn: [Bool]) {
    for stage in first.indices { first[stage] = nil }
    furthest = 0
    undated = 0
    hasDate = false
    var hasBegun = false
    for index in isIn.indices where isIn[index] {
      if !hasBegun || entries.isBefore(index, begin) {
        begin = index
        hasBegun = true
      }
      let stage = entries[index].stage.index
      if first[stage].map({ entries.isBefore(index, $0) }) ?? true { first[stage] = index }
      furthest = max(furthest, stage)
      if entries[index].on.settled == nil { undated += 1 } else { hasDate = true }
    }
  }
}

extension [StageHistory.Entry] {
  /// Whether an entry recorded later is dated earlier; what has no date stays where it was recorded.
  fileprivate func isBefore(_ later: Int, _ earlier: Int) -> Bool {
    guard let day = self[later].on.settled, let known = self[earlier].on.settled else {
      return false
    }
    return day < known
  }
}
