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
    try requireReview(review, after: on, today: today)
    let reason = try reasonText(reason, project.id, .hold)
    return [change(project, to: .onHold(review: review, reason: reason), on: on, reason: nil)]
  }

  func resuming(_ project: Project, on: BusinessDate, today: Day) throws(Refusal) -> [Event] {
    guard project.status.kind == .hold else { throw .notOnHold(project.id) }
    try requireNotFuture(on, today: today)
    return [change(project, to: .ongoing, on: on, reason: nil)]
  }

  /// Closes a project, or files a closed one away; its texts are cleaned after the other rules.
  func closing(_ project: Project, as status: Status, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    let isFiledAway = status.kind == .archived && project.status.kind != .archived
    guard project.status.isOpen || isFiledAway else { throw .closed(project.id, project.status) }
    try requireNotFuture(on, today: today)
    if on == .unknown, status.kind != .archived { throw .dateMissing(project.id, status.kind) }
    return [change(project, to: try cleaned(status, project.id), on: on, reason: nil)]
  }

  func requireReview(_ review: Day, after on: BusinessDate, today: Day) throws(Refusal) {
    let start = on.settled ?? today
    guard review > start else { throw .reviewNotAfter(review, today: start) }
  }

  /// A status with its texts cleaned, and a reason where it must have one.
  func cleaned(_ status: Status, _ id: ProjectID) throws(Refusal) -> Status {
    func optional(_ raw: String?, _ site: Refusal.TextSite) throws(Refusal) -> String? {
      try raw.flatMap { raw throws(Refusal) in try text(raw, site) }
    }
    switch status {
    case .ongoing: return .ongoing
    case .onHold(let review, let reason):
      return .onHold(review: review, reason: try reasonText(reason, id, .hold))
    case .lost(let reason, let place, let note):
      return .lost(reason, place: try optional(place, .place), note: try optional(note, .note))
    case .withdrawn(let reason):
      return .withdrawn(reason: try reasonText(reason, id, .withdrawn))
    case .archived(let reason):
      return .archived(reason: try reasonText(reason, id, .archived))
    }
  }

  /// Back to work in the stage the project held, whoever closed it.
  func reopening(_ project: Project, reason: String?, on: BusinessDate, today: Day)
    throws(Refusal) -> [Event]
  {
    guard !project.status.isOpen else { throw .notClosed(project.id) }
    try requireKnownCourse(project)
    try requireNotFuture(on, today: today)
    let reason = try reason.flatMap { raw throws(Refusal) in try text(raw, .reason) }
    var work = Imagination(self)
    work.add(try parting(project))
    work.add([work.pipeline.change(project, to: .ongoing, on: on, reason: reason)])
    return work.events
  }

  /// A duplicate's closing may be half of what a newer version did, the other half being a record
  /// that this one does not know.
  private func requireKnownCourse(_ project: Project) throws(Refusal) {
    guard case .lost(.duplicate, _, _) = project.status, let closed = project.statuses.last,
      lastUnknown > closed.sequence
    else { return }
    throw .closingInNewerUse(project.id, lastUnknown)
  }

  func change(
    _ project: Project, to status: Status, on: BusinessDate, reason: String?
  ) -> Event {
    .statusChanged(
      project.id,
      StatusChange(
        old: project.status, new: status, on: on, reason: reason, oldAfter: cardAbove(project)))
  }
}
