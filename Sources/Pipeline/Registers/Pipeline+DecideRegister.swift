extension Pipeline {
  func deciding(_ command: RegisterCommand, today: Day) throws(Refusal) -> [Event] {
    switch command {
    case .save(let entry, let seen):
      try requireLiving(entry)
      return try saving(entry, seen: seen, today: today)
    case .remove(let key): return try removing(key)
    case .advance(let id, let status, let on, let answer):
      return try advancing(id, to: status, on: on, answer, today: today)
    case .answer(let id, let answer, let on, let note):
      return try answering(id, answer, on: on, note: note, today: today)
    case .merge(let id, let other, let on):
      return try merging(id, into: other, on: on, today: today)
    }
  }

  private func removing(_ key: RegisterKey) throws(Refusal) -> [Event] {
    guard let old = registers[key] else { throw .register(.unknownEntry(key)) }
    if case .matter(let matter) = old,
      let user = requests.first(where: { $0.matter == matter.code })
    {
      throw .register(.matterInUse(matter.code, by: user.id))
    }
    return [.registerChanged(RegisterChange(removing: old))]
  }

  func saving(_ raw: RegisterEntry, seen: RegisterEntry?, today: Day) throws(Refusal)
    -> [Event]
  {
    let entry = numbered(try cleaned(raw, today: today))
    let old = registers[entry.key]
    if let seen, seen != old, old != entry {
      throw .register(.changedMeanwhile(entry.key.kind))
    }
    if case .handOver(let handOver) = entry, old == nil { try requireFree(handOver) }
    return old == entry ? [] : [.registerChanged(RegisterChange(from: old, to: entry))]
  }

  /// A record with the next number, where its kind has numbers and it has none.
  private func numbered(_ entry: RegisterEntry) -> RegisterEntry {
    switch entry {
    case .request(var request) where request.id.number == 0:
      request.id = nextRequest
      return .request(request)
    case .handOver(var handOver) where handOver.id.number == 0:
      handOver.id = nextHandOver
      return .handOver(handOver)
    default: return entry
    }
  }

  /// A record with its texts cleaned, after the rules of its kind.
  func cleaned(_ raw: RegisterEntry, today: Day) throws(Refusal) -> RegisterEntry {
    var entry = raw
    var cleaning = MemberCleaning(pipeline: self, kind: raw.key.kind, today: today)
    try entry.visit(&cleaning)
    switch entry {
    case .request(var request):
      try check(request)
      if request.due == nil, let received = request.received.settled {
        let days = request.isFast ? ServiceRequest.fastDays : ServiceRequest.usualDays
        request.due = received.adding(days)
        entry = .request(request)
      }
    case .target(var target):
      if target.measure.isAmount {
        guard target.amount != nil else { throw .register(.wantsAmount(target.measure)) }
        target.count = nil
      } else {
        guard target.count != nil else { throw .register(.wantsCount(target.measure)) }
        target.amount = nil
      }
      entry = .target(target)
    case .phase(let phase):
      if phase.project == nil && phase.subject == nil { throw .register(.phaseOfNothing) }
      if let started = phase.started {
        try requireOrder(started, phase.completed)
        try requireOrder(started, phase.inProduction)
      }
    case .handOver(let handOver):
      if handOver.from == handOver.to { throw .register(.handedToItself(handOver.to)) }
      try requireOrder(handOver.on, handOver.answered)
    case .merger(let merger):
      if merger.project == merger.into { throw .register(.mergedWithItself(merger.into)) }
    case .matter, .catalogue, .decision: break
    }
    return entry
  }

  private func check(_ request: ServiceRequest) throws(Refusal) {
    var last = request.received
    for status in ServiceRequest.Status.allCases.dropFirst() {
      guard let on = request[status] else { continue }
      try requireOrder(last, on)
      last = on
    }
    if let due = request.due, let received = request.received.earliest, due < received {
      throw .register(.dueBefore(due, received: received))
    }
    if request.satisfaction != nil && !request.isClosed { throw .register(.notClosed) }
    if let code = request.matter, registers[RegisterKey(matter: code)] == nil {
      throw .register(.unknownMatter(code))
    }
  }

  /// A date that follows another must not be sure to be before it.
  private func requireOrder(_ first: BusinessDate, _ second: BusinessDate?) throws(Refusal) {
    if let second, let latest = second.settled, let earliest = first.earliest, latest < earliest {
      throw .register(.before(second, earliest: earliest))
    }
  }

  private func advancing(
    _ id: RequestID, to status: ServiceRequest.Status, on: BusinessDate?, _ answer: RequestAnswer,
    today: Day
  ) throws(Refusal) -> [Event] {
    guard var request = request(id) else { throw .register(.unknownRequest(id)) }
    let old = RegisterEntry.request(request)
    if status < .closed {
      if answer.satisfaction != nil { throw .register(.notClosed) }
      if answer != RequestAnswer() { throw .register(.answerBeforeClosing) }
    }
    request.go(to: status, on: on, today: today)
    request.result = answer.result ?? request.result
    request.trips = answer.trips ?? request.trips
    request.satisfaction = answer.satisfaction ?? request.satisfaction
    return try saving(.request(request), seen: old, today: today)
  }

  // MARK: Hand-overs

  /// Nobody is offered a project that is off the board; an import may hold such an offer of long ago.
  private func requireLiving(_ entry: RegisterEntry) throws(Refusal) {
    guard case .handOver(let handOver) = entry, registers[entry.key] == nil,
      handOver.answer == nil, let project = self[handOver.project], !project.status.isOpen
    else { return }
    throw .closed(project.id, project.status)
  }

  private func requireFree(_ handOver: HandOver) throws(Refusal) {
    if handOver.answer == nil, let open = registers.openHandOver(of: handOver.project) {
      throw .register(.alreadyOffered(handOver.project, to: open.to))
    }
  }

  /// Only who leads the project changes: the stage is where it was.
  private func answering(
    _ id: HandOverID, _ answer: HandOver.Answer, on: BusinessDate, note: String?, today: Day
  ) throws(Refusal) -> [Event] {
    guard var handOver = handOver(id) else { throw .register(.unknownHandOver(id)) }
    if let given = handOver.answer { throw .register(.alreadyAnswered(given)) }
    let project = try project(handOver.project)
    if answer == .accepted { try requireTakeover(of: project, by: handOver) }
    let old = RegisterEntry.handOver(handOver)
    handOver.answer = answer
    handOver.answered = on
    handOver.note = note ?? handOver.note
    var events = try saving(.handOver(handOver), seen: old, today: today)
    if answer == .accepted {
      let others = project.lead.filter { $0 != handOver.from && $0 != handOver.to }
      events += try editing(project, [FieldEdit(.lead, to: .list([handOver.to] + others))])
    }
    return events
  }

  /// Only a project on the board changes hands, and only from the unit that leads it.
  private func requireTakeover(of project: Project, by handOver: HandOver) throws(Refusal) {
    if !project.status.isOpen { throw .closed(project.id, project.status) }
    if let now = project.lead.first, now != handOver.from, now != handOver.to {
      throw .register(.leadChanged(project.id, from: handOver.from, now: now))
    }
  }
}
