internal import JSON
internal import Pipeline

extension EventReader {
  mutating func activityLogged() throws(JSONFault) -> Event {
    var id: ActivityID?
    var kind: ActivityKind?
    var on: BusinessDate?
    var facts = Activity.Facts(projects: [], kind: .call, on: .unknown)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "activity": id = ActivityID(try json.integer())
      case "projects": facts.projects = try numbers(ProjectID.init)
      case "kind": kind = try word(Words.activities)
      case "on": on = try date()
      case "place": facts.place = try json.string()
      case "sites": facts.sites = try texts()
      case "lead": facts.lead = try texts()
      case "counterparts": facts.counterparts = try texts()
      case "leader": facts.leader = try leader()
      case "team": facts.team = try texts()
      case "trip": facts.trip = try json.string()
      case "line": facts.line = try json.string()
      case "times": facts.times = try json.integer()
      case "headcount": facts.headcount = try json.integer()
      case "days": facts.days = try json.integer()
      case "outcome": facts.outcome = try word(Words.outcomes)
      case "outcome_text": facts.outcomeText = try json.string()
      case "note": facts.note = try json.string()
      case "unknown_members": facts.unknownMembers = try json.string()
      default: try json.skipValue()
      }
    }
    facts.kind = try required(kind)
    facts.on = try required(on)
    return .activityLogged(try required(id), facts)
  }

  private mutating func leader() throws(JSONFault) -> Leader {
    var name: String?
    var title: String?
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "name": name = try json.string()
      case "title": title = try json.string()
      default: try json.skipValue()
      }
    }
    return Leader(name: try required(name), title: title)
  }

  mutating func milestoneReached() throws(JSONFault) -> Event {
    var id: MilestoneID?
    var kind: MilestoneKind?
    var on: BusinessDate?
    var facts = Milestone.Facts(projects: [], kind: .other, on: .unknown)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "milestone": id = MilestoneID(try json.integer())
      case "projects": facts.projects = try numbers(ProjectID.init)
      case "kind": kind = try word(Words.milestones)
      case "on": on = try date()
      case "name": facts.name = try json.string()
      case "subject": facts.subject = try json.string()
      case "cluster": facts.cluster = try json.string()
      case "count": facts.count = try json.integer()
      case "amount": facts.amount = try amount()
      case "document": facts.document = try json.string()
      case "note": facts.note = try json.string()
      case "unknown_members": facts.unknownMembers = try json.string()
      default: try json.skipValue()
      }
    }
    facts.kind = try required(kind)
    facts.on = try required(on)
    return .milestoneReached(try required(id), facts)
  }

  mutating func directoryChanged() throws(JSONFault) -> Event {
    var (old, new): (DirectoryEntry?, DirectoryEntry?)
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "old": old = try entry()
      case "new": new = try entry()
      default: try json.skipValue()
      }
    }
    if old == nil && new == nil { throw mismatch() }
    return .directoryChanged(old: old, new: new)
  }

  private mutating func entry() throws(JSONFault) -> DirectoryEntry {
    var entry: DirectoryEntry?
    try json.beginObject()
    while let key = try json.nextMember() {
      guard let kind = Words.entries.value(key.bytes) else { throw mismatch() }
      switch kind {
      case .organisation: entry = .organisation(try organisation())
      case .person: entry = .person(try person())
      case .cluster: entry = .cluster(try cluster())
      }
    }
    return try required(entry)
  }

  private mutating func organisation() throws(JSONFault) -> Organisation {
    var name: String?
    var organisation = Organisation(name: "")
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "name": name = try json.string()
      case "aliases": organisation.aliases = try texts()
      case "kind": organisation.kind = try json.string()
      case "credit_code": organisation.creditCode = try json.string()
      case "place": organisation.place = try json.string()
      case "note": organisation.note = try json.string()
      case "unknown_members": organisation.unknownMembers = try json.string()
      default: try json.skipValue()
      }
    }
    organisation.name = try required(name)
    return organisation
  }

  private mutating func person() throws(JSONFault) -> Person {
    var name: String?
    var person = Person(name: "")
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "name": name = try json.string()
      case "organisation": person.organisation = try json.string()
      case "title": person.title = try json.string()
      case "phone": person.phone = try json.string()
      case "note": person.note = try json.string()
      case "unknown_members": person.unknownMembers = try json.string()
      default: try json.skipValue()
      }
    }
    person.name = try required(name)
    return person
  }

  private mutating func cluster() throws(JSONFault) -> Cluster {
    var name: String?
    var cluster = Cluster(name: "")
    try json.beginObject()
    while let key = try json.nextMember() {
      switch key {
      case "name": name = try json.string()
      case "segments": cluster.segments = try texts()
      case "target": cluster.target = try json.string()
      case "rd_place": cluster.researchPlace = try json.string()
      case "production_place": cluster.productionPlace = try json.string()
      case "note": cluster.note = try json.string()
      case "unknown_members": cluster.unknownMembers = try json.string()
      default: try json.skipValue()
      }
    }
    cluster.name = try required(name)
    return cluster
  }
}
