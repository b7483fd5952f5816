internal import JSON
internal import Pipeline

extension ExchangeReader {
  private static let activityMembers: Set = [
    "projects", "kind", "on", "end", "place", "sites", "lead", "counterparts", "leader", "team",
    "trip", "line", "times", "headcount", "days", "outcome", "outcome_text", "note",
  ]
  private static let milestoneMembers: Set = [
    "projects", "kind", "on", "name", "subject", "cluster", "count", "amount", "document", "note",
  ]

  mutating func activity(_ node: ExchangeNode) throws(ExchangeFault) -> Activity.Facts {
    let kind = try node.required("kind", .word(ActivityKind.allCases.map(\.rawValue)))
    var facts = Activity.Facts(
      projects: try projects(of: node), kind: try kind.word(ActivityKind.self),
      on: try span(of: node))
    facts.place = try node.text("place")
    facts.sites = try node.texts("sites")
    facts.lead = try node.texts("lead")
    facts.counterparts = try node.texts("counterparts")
    if let leader = try node.member("leader") {
      facts.leader = Leader(
        name: try leader.required("name", .name).text(), title: try leader.text("title"))
      note(leader, known: ["name", "title"])
    }
    facts.team = try node.texts("team")
    facts.trip = try node.text("trip")
    facts.line = try node.text("line")
    facts.times = try node.number(.times) ?? 1
    facts.headcount = try node.number(.headcount)
    facts.days = try node.number(.days)
    facts.outcome = try node.member("outcome").map { outcome throws(ExchangeFault) in
      try outcome.word { (outcome: Outcome) in outcome.code }
    }
    facts.outcomeText = try node.text("outcome_text")
    facts.note = try node.text("note")
    facts.unknownMembers = try unknownMembers(of: node, known: Self.activityMembers)
    return facts
  }

  /// The date of an activity: `end`, where given, makes a range of two days.
  private func span(of node: ExchangeNode) throws(ExchangeFault) -> BusinessDate {
    let on = try date(of: node)
    guard let end = try node.member("end") else { return on }
    let last = try end.day()
    guard case .day(let first) = on else { throw try node.required("on", .day).fault(.day) }
    if last < first { throw ExchangeFault(.endsBeforeStart(on: first, end: last), at: end.path) }
    return first == last ? on : .range(first, last)
  }

  mutating func milestone(_ node: ExchangeNode) throws(ExchangeFault) -> Milestone.Facts {
    let kind = try node.required("kind", .word(MilestoneKind.allCases.map(\.rawValue)))
    var facts = Milestone.Facts(
      projects: try projects(of: node), kind: try kind.word(MilestoneKind.self),
      on: try date(of: node))
    facts.name = try node.text("name")
    facts.subject = try node.text("subject")
    facts.cluster = try node.text("cluster")
    facts.count = try node.number(.count) ?? 1
    if let amount = try node.member("amount") { facts.amount = try self.amount(amount) }
    facts.document = try node.text("document")
    facts.note = try node.text("note")
    facts.unknownMembers = try unknownMembers(of: node, known: Self.milestoneMembers)
    return facts
  }

  // MARK: The directory

  mutating func readDirectory(_ outline: ExchangeOutline) throws(ExchangeFault) {
    try outline.each("organisations") { node throws(ExchangeFault) in
      var organisation = Organisation(name: try node.required("name", .name).text())
      organisation.aliases = try node.texts("aliases")
      organisation.kind = try node.text("kind")
      organisation.creditCode = try node.text("credit_code")
      organisation.place = try node.text("place")
      organisation.note = try node.text("note")
      organisation.unknownMembers = try unknownMembers(
        of: node, known: ["name", "aliases", "kind", "credit_code", "place", "note"])
      intake.directory.append(.organisation(organisation))
    }
    directoryCounts.append(("organisations", intake.directory.count))
    try outline.each("people") { node throws(ExchangeFault) in
      var person = Person(name: try node.required("name", .name).text())
      person.organisation = try node.text("organisation")
      person.title = try node.text("title")
      person.phone = try node.text("phone")
      person.note = try node.text("note")
      person.unknownMembers = try unknownMembers(
        of: node, known: ["name", "organisation", "title", "phone", "note"])
      intake.directory.append(.person(person))
    }
    directoryCounts.append(("people", intake.directory.count - directoryCounts[0].count))
    let before = intake.directory.count
    try outline.each("clusters") { node throws(ExchangeFault) in
      var cluster = Cluster(name: try node.required("name", .name).text())
      cluster.segments = try node.texts("segments")
      cluster.target = try node.text("target")
      cluster.researchPlace = try node.text("rd_place")
      cluster.productionPlace = try node.text("production_place")
      cluster.note = try node.text("note")
      cluster.unknownMembers = try unknownMembers(
        of: node,
        known: ["name", "segments", "target", "rd_place", "production_place", "note"])
      intake.directory.append(.cluster(cluster))
    }
    directoryCounts.append(("clusters", intake.directory.count - before))
  }
}
