/// One of the six stages a project passes, in order.
///
/// A stage says how far a project has come; whether it is on hold or lost is its ``Status``.
package enum Stage: UInt8, CaseIterable, Hashable, Sendable {
  /// 对接: first contact.
  case contact = 1
  /// 考察: we go to them.
  case visit
  /// 回访: they come to us.
  case returnVisit
  /// 意向: an intent is on record.
  case intent
  /// 立项: the project is being filed or approved.
  case approval
  /// 签约: signed; dated milestones follow on the same card.
  case signing

  /// The word used in files and on the command line.
  package var code: String {
    switch self {
    case .contact: "contact"
    case .visit: "visit"
    case .returnVisit: "return-visit"
    case .intent: "intent"
    case .approval: "approval"
    case .signing: "signing"
    }
  }

  package init?(code: some StringProtocol) {
    guard let stage = Stage.allCases.first(where: { $0.code == code }) else { return nil }
    self = stage
  }

  /// The digit on the tab, 1 to 6.
  package var number: Int { Int(rawValue) }
  /// The place in arrays over stages, 0 to 5.
  package var index: Int { Int(rawValue) - 1 }
  package var next: Stage? { Stage(rawValue: rawValue + 1) }
  package var previous: Stage? { rawValue == 1 ? nil : Stage(rawValue: rawValue - 1) }

  /// The stages strictly between two others, in order; empty when they are neighbours.
  package static func between(_ lower: Stage, _ upper: Stage) -> [Stage] {
    allCases.filter { $0 > lower && $0 < upper }
  }
}

extension Stage: Comparable {
  package static func < (lhs: Stage, rhs: Stage) -> Bool { lhs.rawValue < rhs.rawValue }
}
