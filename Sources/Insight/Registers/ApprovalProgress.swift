package import Pipeline

/// How far a project has come within the stage of approval.
package struct ApprovalProgress: Hashable, Sendable {
  package let state: ApprovalState
  /// The checklist in its order.
  package let decisions: [Decision]

  package var done: Int { decisions.count { $0.done != nil } }
  /// The first point that is still open.
  package var next: Decision? { decisions.first { $0.done == nil } }
  /// Open points past their due day.
  package func late(on day: Day) -> [Decision] {
    decisions.filter { decision in
      decision.done == nil && decision.due.map { $0 < day } ?? false
    }
  }
}

extension Pipeline {
  /// How far a project's approval has come, by its milestones, its checklist and its stage.
  ///
  /// Refused and granted go by the later milestone of the two.
  ///
  /// - Parameter moment: Nil for everything recorded, which is what a form changes.
  package func approval(of id: ProjectID, at moment: Moment? = nil) -> ApprovalProgress {
    let limit = moment?.limit
    let decisions = decisions(of: id).map { decision in
      limit.map { decision.standing(asOf: $0) } ?? decision
    }
    let kinds = (self[id]?.milestones ?? []).compactMap { milestone($0)?.facts }
      .filter { $0.on.isSettled(by: limit) }.map(\.kind)
    let verdict = kinds.last { $0 == .approvalGranted || $0 == .approvalRefused }
    let hasBegun =
      kinds.contains(.approvalStarted) || decisions.contains { $0.done != nil }
      || self[id]?.entries.contains { $0.stage == .approval && $0.on.isSettled(by: limit) }
        ?? false
    let state: ApprovalState =
      switch verdict {
      case .approvalGranted: .granted
      case .approvalRefused: .refused
      default: hasBegun ? .inProgress : .notStarted
      }
    return ApprovalProgress(state: state, decisions: decisions)
  }
}

extension ApprovalRoute {
  /// What a checklist begins with, in words that files and forms share.
  ///
  /// Ours: every bureau has its own chain and changes it as it likes.
  package var usualSteps: [String] {
    switch self {
    case .filing: ["在线备案申请", "取得备案证明"]
    case .verification: ["项目申请报告", "评估论证", "核准批复"]
    case .approval: ["项目建议书", "可行性研究报告", "投委会", "常务会", "审批批复"]
    }
  }
}
