extension Pipeline {
  /// The state machine's one door between stages.
  ///
  /// Forward by any number of stages with every skipped one recorded, backward with a reason. What
  /// the stage asks for refuses when hard and wants a reason when soft; one reason covers all.
  func moving(_ project: Project, _ order: MoveOrder, today: Day) throws(Refusal) -> [Event] {
    guard project.status.isOpen else { throw .closed(project.id, project.status) }
    // Somebody else has already put it where it is asked to be: as with a field, no conflict.
    if order.stage == project.stage { return [] }
    if let from = order.from, from != project.stage {
      throw .movedMeanwhile(project.id, now: project.stage)
    }
    try requireNotFuture(order.on, today: today)
    let reason = try order.reason.flatMap { raw throws(Refusal) in try text(raw, .reason) }
    let missing = missing(moving: project, to: order.stage, on: order.on)
    let hard = missing.filter { $0.weight == .hard }
    if !hard.isEmpty { throw .missing(project.id, entering: order.stage, hard) }
    let soft = missing.filter { $0.weight == .soft }
    if !soft.isEmpty, reason == nil {
      throw .reasonNeeded(project.id, entering: order.stage, soft)
    }
    return [
      .moved(
        project.id,
        Move(
          from: project.stage, to: order.stage, on: order.on,
          kind: kind(from: project.stage, to: order.stage), reason: reason,
          evidence: evidence(for: order.stage, project, on: order.on), isToTop: order.isToTop,
          oldAfter: cardAbove(project)))
    ]
  }

  func kind(from origin: Stage, to target: Stage) -> MoveKind {
    if target < origin { return .back }
    return origin.next == target ? .advance : .skip
  }

  /// The card a project stands under in its column; nil at the top or off the board.
  func cardAbove(_ project: Project) -> ProjectID? {
    let column = columns[project.stage.index]
    guard project.status.isOpen, column.first != project.id,
      let index = column.lastIndex(of: project.id), index > 0
    else {
      return nil
    }
    return column[index - 1]
  }

  /// The activities that entering a stage can point to.
  private func evidence(for stage: Stage, _ project: Project, on: BusinessDate) -> [ActivityID] {
    project.activities.filter { id in
      guard let facts = activity(id)?.facts, facts.on.mayPrecede(on) else { return false }
      switch stage {
      case .visit: return facts.kind.direction == .outbound
      case .returnVisit: return facts.kind.direction == .inbound
      case .intent: return (facts.outcome ?? .nothing) >= .preliminary
      case .contact, .approval, .signing: return false
      }
    }
  }
}
