/// How a project stands, beside its stage.
package enum Status: Hashable, Sendable {
  case ongoing
  /// 挂起: the stale clock stops; the card stays in its column until the review date and after.
  case onHold(review: Day, reason: String)
  /// 流失: gone, with a reason and perhaps the place it went to.
  case lost(LossReason, place: String?, note: String?)
  /// 放弃: we gave it up.
  case withdrawn(reason: String)
  /// 退库: taken off the register; not counted anywhere.
  case archived(reason: String)

  /// The status without its facts.
  package enum Kind: String, CaseIterable, Sendable {
    case ongoing, hold, lost, withdrawn, archived

    package var isOpen: Bool { self == .ongoing || self == .hold }
  }

  package var kind: Kind {
    switch self {
    case .ongoing: .ongoing
    case .onHold: .hold
    case .lost: .lost
    case .withdrawn: .withdrawn
    case .archived: .archived
    }
  }

  /// Whether the project is on the board: ongoing or on hold.
  package var isOpen: Bool { kind.isOpen }

  /// Whether the project is outside every count: archived, or lost as a duplicate of another.
  package var isRemoved: Bool { kind == .archived || isDuplicate }

  /// Whether it was lost as a duplicate of another.
  package var isDuplicate: Bool {
    if case .lost(.duplicate, _, _) = self { true } else { false }
  }
}

/// Why a project was lost.
package enum LossReason: String, CaseIterable, Hashable, Sendable {
  case elsewhere
  case investorWithdrew = "investor-withdrew"
  case land
  case utilities
  case environment
  case terms
  case offStrategy = "off-strategy"
  case credit
  case reviewRefused = "review-refused"
  case noResponse = "no-response"
  case duplicate
  case other
}
