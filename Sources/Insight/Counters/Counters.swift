package import Pipeline

/// How often we met investors: contacts, split by which way people travelled.
package struct Counters: Hashable, Sendable {
  /// Outbound, inbound and other together.
  package var contacts: Int { outbound + inbound + other }
  package fileprivate(set) var outbound = 0
  package fileprivate(set) var inbound = 0
  package fileprivate(set) var other = 0
  /// How many of the contacts have no date.
  package fileprivate(set) var undated = 0
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
  package let counters: Counters
}

extension Pipeline {
  /// Counts contacts with investors; reviews, ceremonies and aftercare are none.
  ///
  /// Activities whose every project is off the register are left out. A line or trip shared by
  /// records of two directions counts once in each.
  ///
  /// - Complexity: O(n log n) in activities.
  package func counters(_ question: CounterQuestion) -> Counters {
    var tally = CounterTally(rule: question.rule)
    for activity in countable(question) { tally.add(activity) }
    return tally.counters
  }

  /// Counts contacts row by row; rows of units, people and kinds come largest first, months in
  /// order, and the row of none last.
  ///
  /// - Complexity: O(n log n) in activities.
  package func counters(by grouping: CounterGrouping, _ question: CounterQuestion)
    -> [CounterRow]
  {
    var places: [CounterKey: Int] = [:]
    var rows: [(key: CounterKey, tally: CounterTally)] = []
    for activity in countable(question) {
      for key in activity.facts.keys(by: grouping) {
        let place = places[key] ?? rows.count
        if place == rows.count {
          places[key] = place
          rows.append((key, CounterTally(rule: question.rule)))
        }
        rows[place].tally.add(activity)
      }
    }
    return rows.map { CounterRow(key: $0.key, counters: $0.tally.counters) }
      .sorted { CounterRow.precedes($0, $1) }
  }

  /// The activities asked for, by day and number, undated ones last.
  private func countable(_ question: CounterQuestion) -> [Activity] {
    let cutoff = question.moment.cutoff
    var found: [Activity] = []
    for activity in activities where activity.facts.kind.isContact {
      if let settled = activity.facts.on.settled {
        if let cutoff, settled > cutoff { continue }
        if !question.period.contains(settled) { continue }
      }
      if isAdmitted(activity, question.filter, question.moment) { found.append(activity) }
    }
    found.sort { lhs, rhs in
      switch (lhs.facts.on.settled, rhs.facts.on.settled) {
      case (let left?, let right?) where left != right: left < right
      case (nil, _?): false
      case (_?, nil): true
      default: lhs.id.number < rhs.id.number
      }
    }
    return found
  }

  private func isAdmitted(_ activity: Activity, _ filter: Filter?, _ moment: Moment) -> Bool {
    if activity.facts.projects.isEmpty { return filter == nil }
    return activity.facts.projects.contains { id in
      guard let project = self[id] else { return false }
      if let change = project.lastStatus(asOf: moment.cutoff),
        project.statuses[change].status.isRemoved
      {
        return false
      }
      return filter?.matches(project, in: self, at: moment) ?? true
    }
  }
}

/// Activities being counted under a rule.
private struct CounterTally {
  let rule: CountingRule
  var counters = Counters()
  private var seen: Set<Reference> = []

  /// A line or a trip, in one direction.
  private struct Reference: Hashable {
    let name: String
    let direction: ActivityKind.Direction
  }

  init(rule: CountingRule) { self.rule = rule }

  mutating func add(_ activity: Activity) {
    let facts = activity.facts
    let counted: Int
    switch rule {
    case .occurrences: counted = facts.times
    case .lines: counted = isNew(facts.line, facts.kind.direction) ? 1 : 0
    case .trips:
      counted =
        if facts.trip == nil { facts.times } else {
          isNew(facts.trip, facts.kind.direction) ? 1 : 0
        }
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
  }

  private mutating func isNew(_ name: String?, _ direction: ActivityKind.Direction) -> Bool {
    guard let name else { return true }
    return seen.insert(Reference(name: name, direction: direction)).inserted
  }
}

extension Activity.Facts {
  fileprivate func keys(by grouping: CounterGrouping) -> [CounterKey] {
    switch grouping {
    case .lead: lead.isEmpty ? [.none] : lead.map(CounterKey.unit)
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
      let (more, fewer) = (lhs.counters.contacts, rhs.counters.contacts)
      return more == fewer ? left < right : more > fewer
    case (.kind(let left), .kind(let right)):
      let (more, fewer) = (lhs.counters.contacts, rhs.counters.contacts)
      return more == fewer ? left.rawValue < right.rawValue : more > fewer
    default: return false
    }
  }
}
