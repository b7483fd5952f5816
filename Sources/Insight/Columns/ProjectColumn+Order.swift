package import Pipeline

extension Pipeline {
  /// Projects by what a column shows, then by number; those without a value come last whichever way
  /// it goes.
  ///
  /// - Parameters:
  ///   - ids: In the order of their numbers.
  ///   - isReversed: Whether the column's own order, smallest or largest first, is turned round.
  /// - Complexity: O(n log n) comparisons, and one reading of each project.
  package func inOrder(
    _ ids: [ProjectID], by column: ProjectColumn, isReversed: Bool = false, at moment: Moment
  ) -> [ProjectID] {
    let order = ProjectOrdering(self, ids, isDescending: column.isLargestFirst != isReversed)
    func ageing(_ project: Project) -> Ageing? { self.ageing(of: project, at: moment) }
    return switch column {
    case .number: isReversed ? ids.reversed() : ids
    case .stage: order.by { $0.standing(asOf: moment.cutoff)?.stage.number }
    case .status: order.by { $0.standing(asOf: moment.cutoff).map { Rank($0.status.kind) } }
    case .amount: order.by { AmountRank($0.amount) }
    case .days: order.by { ageing($0)?.daysInStage }
    case .idle: order.by { ageing($0)?.idleDays }
    case .next, .due: order.by { $0.next.map { $0.due?.number ?? .max } }
    case .entered: order.by { $0.entries.first?.on.settled?.number }
    case .kind: order.by { Rank($0.kind) }
    case .lead: order.by { $0.lead.first.map(NameKey.init) }
    case .investors: order.by { $0.investors.first.map(NameKey.init) }
    case .tags: order.by { $0.tags.first.map(NameKey.init) }
    case .name: order.by { NameKey($0.name) }
    case .owner: order.by { $0.owner.map(NameKey.init) }
    case .industry: order.by { $0.industry.map(NameKey.init) }
    case .cluster: order.by { $0.cluster.map(NameKey.init) }
    case .grade: order.by { $0.text(.grade).map(NameKey.init) }
    case .source: order.by { $0.text(.source).map(NameKey.init) }
    case .landing: order.by { $0.text(.landing).map(NameKey.init) }
    }
  }
}

/// Sorts projects by a key that is taken from each once.
private struct ProjectOrdering {
  let pipeline: Pipeline
  let ids: [ProjectID]
  let isDescending: Bool

  init(_ pipeline: Pipeline, _ ids: [ProjectID], isDescending: Bool) {
    self.pipeline = pipeline
    self.ids = ids
    self.isDescending = isDescending
  }

  func by<Key: Comparable>(_ key: (Project) -> Key?) -> [ProjectID] {
    var keyed: [(key: Key, id: ProjectID)] = []
    var without: [ProjectID] = []
    for id in ids {
      if let key = pipeline[id].flatMap(key) {
        keyed.append((key, id))
      } else {
        without.append(id)
      }
    }
    keyed.sort {
      $0.key == $1.key ? $0.id < $1.id : isDescending ? $0.key > $1.key : $0.key < $1.key
    }
    return keyed.map(\.id) + without
  }
}

/// Where a word of a closed set stands among the others.
private struct Rank: Comparable {
  private let index: Int

  init<Word: CaseIterable & Equatable>(_ word: Word) {
    index = Array(Word.allCases).firstIndex(of: word) ?? 0
  }

  static func < (one: Rank, other: Rank) -> Bool { one.index < other.index }
}

/// Amounts by currency, then by sum: what is not the same money is not compared.
///
/// Largest first, yuan stand before the others.
private struct AmountRank: Comparable {
  private let money: Money

  init?(_ amount: Amount?) {
    guard case .known(let money) = amount else { return nil }
    self.money = money
  }

  static func < (one: AmountRank, other: AmountRank) -> Bool {
    if one.money.currency == other.money.currency { return one.money.minor < other.money.minor }
    if one.money.currency == .yuan { return false }
    if other.money.currency == .yuan { return true }
    return one.money.currency.code > other.money.currency.code
  }

  static func == (one: AmountRank, other: AmountRank) -> Bool {
    one.money.currency == other.money.currency && one.money.minor == other.money.minor
  }
}
