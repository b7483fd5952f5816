package import Pipeline

/// How often we met investors: contacts, split by which way people travelled.
package struct Counters: Hashable, Sendable {
  /// Outbound, inbound and other together.
  package var contacts: Int { outbound + inbound + other }
  package internal(set) var outbound = 0
  package internal(set) var inbound = 0
  package internal(set) var other = 0
  /// How many contacts have no date: of those counted when everything is, and beside those of a period.
  package internal(set) var undated = 0
  /// What was counted, by day and number, undated lines last.
  package fileprivate(set) var lines: [CounterLine] = []
}

/// One record that was counted.
package struct CounterLine: Hashable, Sendable {
  package let activity: ActivityID
  package let projects: [ProjectID]
  package let kind: ActivityKind
  package let on: BusinessDate
  /// The occurrences it stands for.
  package let times: Int
  /// What it added to the count; 0 when it is one with an earlier line.
  package let counted: Int
}

/// A row of a breakdown.
package struct CounterRow: Hashable, Sendable {
  package let key: CounterKey
  /// What the row had a part in, each counted whole.
  package let counters: Counters
  /// What the row is credited with.
  package let shares: CreditShares
}

extension Pipeline {
  /// Counts contacts with investors; reviews, ceremonies and aftercare are none.
  ///
  /// Activities whose every project is off the register are left out. A line or trip shared by
  /// records of two directions counts once in each.
  ///
  /// - Complexity: O(n log n) in activities.
  package func counters(_ question: CounterQuestion) -> Counters {
    counters([question.rule], question)[question.rule] ?? Counters()
  }

  /// Counts contacts by several rules at once; the question's own does not matter.
  ///
  /// - Complexity: O(n log n) in activities.
  package func counters(_ rules: [CountingRule], _ question: CounterQuestion)
    -> [CountingRule: Counters]
  {
    var tallies = rules.map(CounterTally.init)
    for activity in countable(question) {
      for index in tallies.indices { tallies[index].add(activity) }
    }
    if !question.period.isEverything {
      var beside = rules.map(CounterTally.init)
      for activity in countable(question, isUndated: true) {
        for index in beside.indices { beside[index].add(activity) }
      }
      for index in tallies.indices {
        tallies[index].counters.undated = beside[index].counters.contacts
      }
    }
    return Dictionary(
      tallies.map { ($0.rule, $0.counters) }, uniquingKeysWith: { first, _ in first })
  }

  /// Counts contacts row by row; rows of units, people and kinds come largest first, months in
  /// order, and the row of none last.
  ///
  /// - Complexity: O(n log n) in activities.
  package func counters(by grouping: CounterGrouping, _ question: CounterQuestion)
    -> [CounterRow]
  {
    var places: [CounterKey: Int] = [:]
    var rows: [(key: CounterKey, tally: CounterTally, shares: CreditShares)] = []
    let counted = countable(question)
    let mainNames = MainNames(self)
    let unions =
      question.credit == .split
      ? unions(of: counted, by: grouping, question.rule, mainNames) : [:]
    for activity in counted {
      let keys = activity.facts.keys(by: grouping, mainNames)
      let union = activity.facts.reference(by: question.rule).flatMap { unions[$0] }
      for key in keys {
        let place = places[key] ?? rows.count
        if place == rows.count {
          places[key] = place
          rows.append((key, CounterTally(rule: question.rule), CreditShares()))
        }
        let counted = rows[place].tally.add(activity)
        rows[place].shares.add(
          counted, activity.facts.kind.direction,
          among: question.credit == .split ? union?.count ?? keys.count : 1)
      }
    }
    return rows.map { CounterRow(key: $0.key, counters: $0.tally.counters, shares: $0.shares) }
      .sorted { CounterRow.precedes($0, $1) }
  }

  /// All who led a line or a trip, in whichever of its records: what is one is shared by all of them.
  private func unions(
    of activities: [Activity], by grouping: CounterGrouping, _ rule: CountingRule,
    _ mainNames: MainNames
  ) -> [Reference: Set<CounterKey>] {
    var unions: [Reference: Set<CounterKey>] = [:]
    for activity in activities {
      guard let reference = activity.facts.reference(by: rule) else { continue }
      unions[reference, default: []].formUnion(activity.facts.keys(by: grouping, mainNames))
    }
    return unions
  }

  /// The activities asked for, by day and number, undated ones last.
  ///
  /// - Parameter isUndated: Of a period, those beside it that have no date.
  private func countable(_ question: CounterQuestion, isUndated: Bool = false) -> [Activity] {
    let cutoff = question.moment.cutoff
    var found: [Activity] = []
    // What is sorted is small: moving whole activities about took half of the time.
    var order: [(key: UInt64, index: Int)] = []
    var admission = ContactAdmission(question, in: self)
    for activity in activities where activity.facts.kind.isContact {
      if isUndated != (activity.facts.on == .unknown), !question.period.isEverything { continue }
      if let settled = activity.facts.on.settled {
        if let cutoff, !activity.facts.on.isSettled(by: cutoff) { continue }
        if !question.period.contains(settled) { continue }
      }
      let projects = activity.facts.projects
      let isAsked = admission.admits(projects.first, projects.dropFirst())
      if isAsked {
        order.append((Pipeline.place(of: activity), found.count))
        found.append(activity)
      }
    }
    order.sort { $0.key < $1.key }
    return order.map { found[$0.index] }
  }

  /// By day, undated last, and then by number.
  private static func place(of activity: Activity) -> UInt64 {
    let day = activity.facts.on.settled.map { UInt64(UInt32(bitPattern: $0.number) ^ 1 << 31) }
    return (day ?? UInt64(UInt32.max)) << 32 | UInt64(activity.id.number)
  }
}

/// Activities being counted under a rule.
private struct CounterTally {
  let rule: CountingRule
  var counters = Counters()
  private var seen: Set<Reference> = []

  init(rule: CountingRule) { self.rule = rule }

  /// - Returns: What it added to the count.
  @discardableResult
  mutating func add(_ activity: Activity) -> Int {
    let facts = activity.facts
    let counted: Int
    if let reference = facts.reference(by: rule) {
      counted = seen.insert(reference).inserted ? 1 : 0
    } else {
      counted = rule == .lines ? 1 : facts.times
    }
    switch facts.kind.direction {
    case .outbound: counters.outbound += counted
    case .inbound: counters.inbound += counted
    case .other: counters.other += counted
    }
    if facts.on == .unknown { counters.undated += counted }
    counters.lines.append(
      CounterLine(
        activity: activity.id, projects: facts.projects, kind: facts.kind, on: facts.on,
        times: facts.times, counted: counted))
    return counted
  }
}

/// A line or a trip, in one direction.
private struct Reference: Hashable {
  let name: String
  let direction: ActivityKind.Direction
}

extension Activity.Facts {
  /// What the records that count as one with this one share; nil when it stands alone.
  fileprivate func reference(by rule: CountingRule) -> Reference? {
    let name: String? =
      switch rule {
      case .occurrences: nil
      case .lines: line
      case .trips: trip
      }
    return name.map { Reference(name: $0, direction: kind.direction) }
  }

  fileprivate func keys(by grouping: CounterGrouping, _ mainNames: MainNames)
    -> [CounterKey]
  {
    switch grouping {
    case .lead: lead.isEmpty ? [.none] : mainNames(lead).map(CounterKey.unit)
    case .kind: [.kind(kind)]
    case .month:
      [on.settled.map { .month(year: $0.civil.year, month: $0.civil.month) } ?? .none]
    case .person: people.isEmpty ? [.none] : people.map(CounterKey.person)
    }
  }

  private var people: [String] {
    guard let leader else { return team }
    return [leader.name] + team.filter { $0 != leader.name }
  }
}

extension CounterRow {
  fileprivate static func precedes(_ lhs: CounterRow, _ rhs: CounterRow) -> Bool {
    switch (lhs.key, rhs.key) {
    case (.none, _): return false
    case (_, .none): return true
    case (.month(let leftYear, let left), .month(let rightYear, let right)):
      return (leftYear, left) < (rightYear, right)
    case (.unit(let left), .unit(let right)), (.person(let left), .person(let right)):
      let (more, fewer) = (lhs.shares.contacts, rhs.shares.contacts)
      return more == fewer ? NameKey(left) < NameKey(right) : more > fewer
    case (.kind(let left), .kind(let right)):
      let (more, fewer) = (lhs.counters.contacts, rhs.counters.contacts)
      return more == fewer ? left.rawValue < right.rawValue : more > fewer
    default: return false
    }
  }
}
