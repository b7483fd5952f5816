internal import Pipeline

/// Contacts being summed by several rules at once; what was added can be taken out again.
struct ContactSums: Sendable {
  let rules: [CountingRule]
  var names = NameNumbers()
  /// What counts by itself, by rule, direction, and whether it has a date.
  private var alone: [Int]
  /// How many lines or trips there are, by rule and direction.
  private var shared: [Int]
  /// How many of these have no date at all, by rule.
  private var undated: [Int]
  /// What makes up each line or trip, by rule.
  private var references: [[Reference: Members]]

  private static let directions = ActivityKind.Direction.allCases.count

  /// A line or a trip, in one direction.
  private struct Reference: Hashable {
    let name: Int
    let direction: ActivityKind.Direction
  }

  /// The records that share a line or a trip: they count once, by date when one of them has it.
  fileprivate struct Members {
    var dated = 0
    var undated = 0
  }

  init(_ rules: [CountingRule]) {
    self.rules = rules
    alone = Array(repeating: 0, count: rules.count * Self.directions * 2)
    shared = Array(repeating: 0, count: rules.count * Self.directions)
    undated = Array(repeating: 0, count: rules.count)
    references = rules.map { _ in [:] }
  }

  /// Adds a contact so many times; less than no times takes out what was added.
  mutating func add(_ contact: Counted, times: Int) {
    let direction = contact.kind.direction
    for (index, rule) in rules.enumerated() {
      let name: Int?
      let single: Int
      switch rule {
      case .occurrences: (name, single) = (nil, contact.times)
      case .lines: (name, single) = (contact.line, 1)
      case .trips: (name, single) = (contact.trip, contact.times)
      }
      let place = index * Self.directions + direction.place
      guard let name else {
        alone[place * 2 + (contact.settled == nil ? 1 : 0)] += single * times
        continue
      }
      let reference = Reference(name: name, direction: direction)
      let before = references[index][reference] ?? Members()
      var after = before
      if contact.settled == nil { after.undated += times } else { after.dated += times }
      references[index][reference] = after.isEmpty ? nil : after
      shared[place] += (after.isEmpty ? 0 : 1) - (before.isEmpty ? 0 : 1)
      undated[index] += (after.isUndated ? 1 : 0) - (before.isUndated ? 1 : 0)
    }
  }

  /// The sums, rule by rule.
  var counters: [CountingRule: Counters] {
    var found: [CountingRule: Counters] = [:]
    for (index, rule) in rules.enumerated() {
      var counters = Counters()
      counters.undated = undated[index]
      for direction in ActivityKind.Direction.allCases {
        let place = index * Self.directions + direction.place
        let count = alone[place * 2] + alone[place * 2 + 1] + shared[place]
        switch direction {
        case .outbound: counters.outbound = count
        case .inbound: counters.inbound = count
        case .other: counters.other = count
        }
        counters.undated += alone[place * 2 + 1]
      }
      found[rule] = counters
    }
    return found
  }
}

extension ContactSums.Members {
  fileprivate var isEmpty: Bool { dated == 0 && undated == 0 }
  fileprivate var isUndated: Bool { dated == 0 && undated != 0 }
}

extension ActivityKind.Direction {
  fileprivate var place: Int {
    switch self {
    case .outbound: 0
    case .inbound: 1
    case .other: 2
    }
  }
}
