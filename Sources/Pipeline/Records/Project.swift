/// A project: what it is, how far it has come, and every step on the way.
package struct Project: Hashable, Sendable {
  package let id: ProjectID

  // What the board, the filters and the funnel ask for on every card.
  package internal(set) var name: String
  package internal(set) var kind: ProjectKind
  package internal(set) var investors: [String]
  /// Lead units; the first is the primary one.
  package internal(set) var lead: [String]
  package internal(set) var owner: String?
  package internal(set) var industry: String?
  package internal(set) var cluster: String?
  package internal(set) var amount: Amount?
  package internal(set) var next: NextStep?
  package internal(set) var tags: [String]
  /// The remaining fields that have a value, in the order of `Field.allCases`.
  package internal(set) var details: [Detail]

  /// Every entry into a stage, in the order it was recorded; never empty.
  package internal(set) var entries: [StageEntry]
  /// Every change of status, in the order it was recorded.
  package internal(set) var statuses: [StatusEntry]
  package internal(set) var activities: [ActivityID]
  package internal(set) var milestones: [MilestoneID]
  package internal(set) var notes: [Note]
  /// The last event that touched the project.
  package internal(set) var version: SequenceNumber

  /// A field beyond the common ones.
  package struct Detail: Hashable, Sendable {
    package let field: Field
    package let value: FieldValue
  }

  package var stage: Stage { entries[entries.count - 1].stage }
  package var status: Status { statuses.last?.status ?? .ongoing }
  package var entered: BusinessDate { entries[entries.count - 1].on }

  /// The furthest stage ever reached.
  package var furthest: Stage { entries.lazy.map(\.stage).max() ?? .contact }
  package func hasReached(_ stage: Stage) -> Bool { entries.contains { $0.stage == stage } }
}

/// One entry into a stage.
package struct StageEntry: Hashable, Sendable {
  package let sequence: SequenceNumber
  package let stage: Stage
  /// The stage left, nil for the first entry.
  package let from: Stage?
  package let on: BusinessDate
  package let kind: MoveKind
  package let reason: String?
  package let evidence: [ActivityID]

  /// The stages passed over, each of them named.
  package var skipped: [Stage] {
    guard kind == .skip, let from else { return [] }
    return Stage.between(from, stage)
  }
}

/// What kind of step an entry was.
package enum MoveKind: String, CaseIterable, Hashable, Sendable { case start, advance, skip, back }

/// One change of status.
package struct StatusEntry: Hashable, Sendable {
  package let sequence: SequenceNumber
  package let status: Status
  package let on: BusinessDate
  package let reason: String?
}

/// A remark on a project.
package struct Note: Hashable, Sendable {
  package let sequence: SequenceNumber
  package let text: String
  package let on: BusinessDate
}
