/// Something that should be there when a project enters a stage.
package enum Requirement: Hashable, Sendable {
  case name
  case organisation
  case source
  case outboundActivity
  case inboundActivity
  /// An activity whose outcome is a preliminary intent or stronger.
  case intentOutcome
  case approvalStarted
  case intentReached
  case signingDate
  case approvalGranted
  /// An amount, or the word that it is undisclosed.
  case amount
  /// A reason for passing over these stages.
  case reasonToSkip([Stage])
  case reasonToStepBack
  /// The date is before the entry into the stage being left.
  case dateInOrder(after: Day)
  /// A field that is good to have; it never stops a move.
  case field(Field)

  /// How much it matters.
  package enum Weight: Hashable, Sendable {
    /// Without it the move is refused.
    case hard
    /// Without it the move wants a reason.
    case soft
    /// Listed as missing, and that is all.
    case wanted
  }

  package var weight: Weight {
    switch self {
    case .name, .organisation, .signingDate: .hard
    case .field: .wanted
    default: .soft
    }
  }
}

extension Pipeline {
  /// What entering a stage asks of a project, met or not, hard ones first.
  ///
  /// One list feeds the refusal, the form, the drag's open and closed columns and the card's
  /// "missing for the next stage".
  ///
  /// - Complexity: O(activities and milestones of the project).
  package func requirements(entering stage: Stage, _ project: Project, on: BusinessDate)
    -> [(requirement: Requirement, isMet: Bool)]
  {
    let activities = project.activities.compactMap { self.activity($0)?.facts }
    let milestones = project.milestones.compactMap { self.milestone($0)?.facts }
    func has(_ field: Field) -> Bool { project[field] != nil }
    func wanted(_ field: Field) -> (Requirement, Bool) { (.field(field), has(field)) }
    func took(_ direction: ActivityKind.Direction) -> Bool {
      activities.contains { $0.kind.direction == direction && $0.on.mayPrecede(on) }
    }
    let amount = (requirement: Requirement.amount, isMet: project.amount != nil)
    switch stage {
    case .contact:
      return [
        (.name, !project.name.isEmpty), (.organisation, !project.investors.isEmpty),
        (.source, has(.source)), wanted(.owner), wanted(.firstTalkUnit), wanted(.firstTalkOn),
      ]
    case .visit:
      return [(.outboundActivity, took(.outbound))]
    case .returnVisit:
      return [(.inboundActivity, took(.inbound))]
    case .intent:
      let isStrong = activities.contains { ($0.outcome ?? .nothing) >= .preliminary }
      return [
        (.intentOutcome, isStrong), (.field(.amount), amount.isMet), wanted(.landing),
      ]
    case .approval:
      return [
        (.approvalStarted, milestones.contains { $0.kind == .approvalStarted }),
        (.intentReached, project.hasReached(.intent)), wanted(.route), wanted(.reviewingBody),
        wanted(.approvalStatus),
      ]
    case .signing:
      return [
        (.signingDate, on != .unknown),
        (.approvalGranted, milestones.contains { $0.kind == .approvalGranted }), amount,
        wanted(.contractKind),
      ]
    }
  }

  /// The requirements a move would leave unmet, with those of the step itself.
  package func missing(moving project: Project, to stage: Stage, on: BusinessDate)
    -> [Requirement]
  {
    var missing = requirements(entering: stage, project, on: on).filter { !$0.isMet }
      .map(\.requirement)
    if stage < project.stage {
      missing = [.reasonToStepBack]
    } else if let skipped = Optional(Stage.between(project.stage, stage)), !skipped.isEmpty {
      missing.append(.reasonToSkip(skipped))
    }
    // Only what is sure to be out of order: a day in July may well follow "July".
    if let entered = project.entered.earliest, let latest = on.settled, latest < entered {
      missing.append(.dateInOrder(after: entered))
    }
    return missing
  }
}

extension BusinessDate {
  /// Whether it may have been on or before another date; what is not known is not held against it.
  func mayPrecede(_ other: BusinessDate) -> Bool {
    guard let earliest, let latest = other.settled else { return true }
    return earliest <= latest
  }
}
