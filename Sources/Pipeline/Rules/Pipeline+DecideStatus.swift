extension Pipeline {
  func holding(_ project: Project, review: Day, reason: String, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    switch project.status {
    case .ongoing: break
    case .onHold: throw .alreadyOnHold(project.id)
    default: throw .closed(project.id, project.status)
    }
    try requireNotFuture(on, today: today)
    let reason = try reasonText(reason, project.id, .hold)
    guard review > (on.settled ?? today) else { throw .reviewNotAfter(review, today: today) }
    return [change(project, to: .onHold(review: review, reason: reason), on: on, reason: nil)]
  }

  func resuming(_ project: Project, on: BusinessDate, today: Day) throws(Refusal) -> [Event] {
    guard project.status.kind == .hold else { throw .notOnHold(project.id) }
    try requireNotFuture(on, today: today)
    return [change(project, to: .ongoing, on: on, reason: nil)]
  }

  func closing(_ project: Project, as status: Status, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    let isFiledAway = status.kind == .archived && project.status.kind != .archived
    guard project.status.isOpen || isFiledAway else { throw .closed(project.id, project.status) }
    try requireNotFuture(on, today: today)
    return [change(project, to: status, on: on, reason: nil)]
  }

  /// Back to work in the stage the project held, whoever closed it.
  func reopening(_ project: Project, reason: String?, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    guard !project.status.isOpen else { throw .notClosed(project.id) }
    try requireNotFuture(on, today: today)
    let reason = try reason.flatMap { raw throws(Refusal) in try text(raw, .reason) }
    return [change(project, to: .ongoing, on: on, reason: reason)]
  }

  private func change(
    _ project: Project, to status: Status, on: BusinessDate, reason: String?
  ) -> Event {
    .statusChanged(
      project.id,
      StatusChange(
        old: project.status, new: status, on: on, reason: reason, oldAfter: cardAbove(project)))
  }
}
