internal import SafeText

extension Pipeline {
  func logging(_ raw: Activity.Facts, today: Day) throws(Refusal) -> [Event] {
    for id in raw.projects { _ = try project(id) }
    return [.activityLogged(nextActivity, try cleaned(raw, today: today))]
  }

  func reaching(_ raw: Milestone.Facts, today: Day) throws(Refusal) -> [Event] {
    for id in raw.projects { _ = try project(id) }
    return [.milestoneReached(nextMilestone, try cleaned(raw, today: today))]
  }

  func noting(_ project: Project, _ note: String, on: BusinessDate, today: Day) throws(Refusal)
    -> [Event]
  {
    try requireNotFuture(on, today: today)
    return [.noted(project.id, text: try requiredText(note, .note), on: on)]
  }

  func cleaned(_ raw: Activity.Facts, today: Day) throws(Refusal) -> Activity.Facts {
    try requireNotFuture(raw.on, today: today)
    try require(.times, raw.times)
    try require(.headcount, raw.headcount)
    try require(.days, raw.days)
    var facts = raw
    facts.projects = unique(raw.projects)
    facts.place = try optional(raw.place, .place)
    facts.sites = try texts(raw.sites, .site)
    facts.lead = try texts(raw.lead, .unit)
    facts.counterparts = try texts(raw.counterparts, .counterpart)
    facts.team = try texts(raw.team, .person)
    facts.trip = try optional(raw.trip, .trip)
    facts.line = try optional(raw.line, .line)
    facts.outcomeText = try optional(raw.outcomeText, .outcome)
    facts.note = try raw.note.flatMap { note throws(Refusal) in try text(note, .note, rule: .note) }
    facts.leader = nil
    if let leader = raw.leader, let name = try text(leader.name, .person) {
      facts.leader = Leader(name: name, title: try optional(leader.title, .person))
    }
    return facts
  }

  func cleaned(_ raw: Milestone.Facts, today: Day) throws(Refusal) -> Milestone.Facts {
    try requireNotFuture(raw.on, today: today)
    try require(.count, raw.count)
    var facts = raw
    facts.projects = unique(raw.projects)
    facts.name = try optional(raw.name, .name)
    facts.subject = try optional(raw.subject, .name)
    facts.cluster = try optional(raw.cluster, .name)
    facts.document = try optional(raw.document, .note)
    facts.note = try raw.note.flatMap { note throws(Refusal) in try text(note, .note, rule: .note) }
    return facts
  }

  private func require(_ quantity: Quantity, _ value: Int?) throws(Refusal) {
    if let value, !quantity.range.contains(value) { throw .outOfRange(quantity, value) }
  }

  func optional(_ raw: String?, _ site: Refusal.TextSite) throws(Refusal) -> String? {
    try raw.flatMap { raw throws(Refusal) in try text(raw, site) }
  }

  private func unique(_ ids: [ProjectID]) -> [ProjectID] {
    if ids.count < 2 { return ids }
    var seen: Set<ProjectID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
