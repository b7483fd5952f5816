/// What kind of activity a ledger line records.
package enum ActivityKind: String, CaseIterable, Hashable, Sendable {
  case call, meet, outbound, inbound
  case returnVisit = "return"
  case negotiation, promotion, review, ceremony, resident

  /// Which way the people travelled.
  package enum Direction: String, CaseIterable, Hashable, Sendable { case outbound, inbound, other }

  package var direction: Direction {
    switch self {
    case .outbound: .outbound
    case .inbound, .returnVisit: .inbound
    case .call, .meet, .negotiation, .promotion, .review, .ceremony, .resident: .other
    }
  }

  /// Whether the line is a 对接 with an investor: reviews, ceremonies and aftercare are not.
  package var isContact: Bool {
    switch self {
    case .review, .ceremony, .resident: false
    default: true
    }
  }
}

/// What came of an activity, from weak to strong.
package enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
  case nothing, follow, consensus, preliminary, intent, letterOfIntent, framework, contract

  package var code: String {
    switch self {
    case .nothing: "none"
    case .follow: "follow"
    case .consensus: "consensus"
    case .preliminary: "preliminary"
    case .intent: "intent"
    case .letterOfIntent: "loi"
    case .framework: "framework"
    case .contract: "contract"
    }
  }

  package init?(code: some StringProtocol) {
    guard let outcome = Outcome.allCases.first(where: { $0.code == code }) else { return nil }
    self = outcome
  }
}

extension Outcome: Comparable {
  package static func < (lhs: Outcome, rhs: Outcome) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What a dated milestone marks.
package enum MilestoneKind: String, CaseIterable, Hashable, Sendable {
  case approvalStarted = "approval-started"
  case approvalGranted = "approval-granted"
  case approvalRefused = "approval-refused"
  case committee
  case executive
  case letterOfIntent = "loi"
  case contractSigned = "contract-signed"
  case registered
  case constructionStarted = "construction-started"
  case completed
  case inProduction = "in-production"
  case fundsInPlace = "funds-in-place"
  case other
}

/// What kind of project a card stands for.
package enum ProjectKind: String, CaseIterable, Hashable, Sendable {
  case investment, cooperation, fund, procurement, expansion
}
