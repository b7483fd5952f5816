internal import Insight
internal import Pipeline
internal import Wording

extension UIState {
  /// Projects in the list's order: by its column, then by number; those without a value come last
  /// whichever way it goes.
  func inOrder(_ ids: [ProjectID]) -> [ProjectID] {
    switch list.order {
    case .number: list.isReversed ? ids.reversed() : ids
    case .name: sorted(ids) { $0.name }
    case .stage: sorted(ids) { $0.standing(asOf: moment.cutoff)?.stage.number }
    case .status:
      sorted(ids) { $0.standing(asOf: moment.cutoff).map { words.status($0.status.kind) } }
    case .amount: sorted(ids) { AmountKey($0.amount) }
    case .days: sorted(ids) { ageing(of: $0)?.daysInStage }
    case .idle: sorted(ids) { ageing(of: $0)?.idleDays }
    case .next: sorted(ids) { $0.next.map { $0.due?.number ?? .max } }
    case .entered: sorted(ids) { $0.entries.first?.on.settled?.number }
    case .owner: sorted(ids) { $0.owner }
    case .lead: sorted(ids) { $0.lead.first }
    case .investors: sorted(ids) { $0.investors.first }
    case .industry: sorted(ids) { $0.industry }
    case .cluster: sorted(ids) { $0.cluster }
    case .tags: sorted(ids) { $0.tags.first }
    case .kind: sorted(ids) { words.projectKind($0.kind) }
    case .grade: sorted(ids) { $0.text(.grade) }
    case .source: sorted(ids) { $0.text(.source) }
    case .landing: sorted(ids) { $0.text(.landing) }
    }
  }

  private func ageing(of project: Project) -> Ageing? {
    pipeline.ageing(of: project, at: moment, thresholds: thresholds)
  }

  private func sorted<Key: Comparable>(_ ids: [ProjectID], by key: (Project) -> Key?)
    -> [ProjectID]
  {
    var keyed: [(key: Key, id: ProjectID)] = []
    var without: [ProjectID] = []
    for id in ids {
      if let key = pipeline[id].flatMap(key) {
        keyed.append((key, id))
      } else {
        without.append(id)
      }
    }
    let isDescending = list.isDescending
    keyed.sort {
      $0.key == $1.key ? $0.id < $1.id : isDescending ? $0.key > $1.key : $0.key < $1.key
    }
    return keyed.map(\.id) + without
  }
}

/// Orders amounts by currency, then by sum; sums of two currencies are never compared.
///
/// Largest first, yuan stand before the others.
private struct AmountKey: Comparable {
  let money: Money

  init?(_ amount: Amount?) {
    guard case .known(let money) = amount else { return nil }
    self.money = money
  }

  static func < (one: AmountKey, other: AmountKey) -> Bool {
    if one.money.currency == other.money.currency { return one.money.minor < other.money.minor }
    if one.money.currency == .yuan { return false }
    if other.money.currency == .yuan { return true }
    return one.money.currency.code > other.money.currency.code
  }

  static func == (one: AmountKey, other: AmountKey) -> Bool {
    one.money.currency == other.money.currency && one.money.minor == other.money.minor
  }
}
