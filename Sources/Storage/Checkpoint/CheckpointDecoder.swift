internal import Pipeline

/// Reads what a ``CheckpointEncoder`` wrote.
///
/// The bytes have been summed up before; still nothing they say can do more than fail here. One is
/// made for each record that is asked for.
struct CheckpointDecoder {
  var source: CheckpointSource
  let body: CheckpointBody

  init(_ source: CheckpointSource, _ body: CheckpointBody) {
    self.source = source
    self.body = body
  }

  /// What stands before the records.
  mutating func decodeHead(into building: inout Pipeline.Rebuilding) throws(Checkpoint.Fault) {
    let version = SequenceNumber(try source.number())
    let latest = try source.number()
    let unknownEvents: Int = try source.small()
    let lastUnknown = SequenceNumber(try source.number())
    building.take(
      version: version,
      latestDate: latest == 0
        ? nil : Day(number: Int32(bitPattern: UInt32(truncatingIfNeeded: latest - 1))),
      unknownEvents: unknownEvents, lastUnknown: lastUnknown, undoable: try commits(),
      redoable: try commits())
    building.take(try list { reader throws(Checkpoint.Fault) in try reader.entry() })
    let entries = try list { reader throws(Checkpoint.Fault) in
      guard let entry = RegisterCodec.entry(try reader.source.text()) else { throw .contents }
      return entry
    }
    building.take(entries, lastRequest: try lastNumber(), lastHandOver: try lastNumber())
  }

  /// A highest number ever given: what a damaged file says may not make the numbers run out.
  private mutating func lastNumber() throws(Checkpoint.Fault) -> UInt32 {
    let last: UInt32 = try source.small()
    guard last <= CheckpointTables.lastNumberLimit else { throw .contents }
    return last
  }

  private mutating func commits() throws(Checkpoint.Fault) -> [CommitReference] {
    try list { reader throws(Checkpoint.Fault) in
      CommitReference(
        first: SequenceNumber(try reader.source.number()), count: try reader.source.small(),
        uid: try reader.source.small(), latest: SequenceNumber(try reader.source.number()))
    }
  }

  // MARK: Records

  mutating func project(_ id: ProjectID) throws(Checkpoint.Fault) -> Project {
    let version = try sequence()
    let name = try source.text()
    let kind = try place(CheckpointWords.projectKinds)
    let investors = try ownTexts()
    let lead = try commonList()
    let (owner, industry, cluster) = (try common(), try common(), try common())
    let tags = try commonList()
    let amount = try optional { reader throws(Checkpoint.Fault) in try reader.amount() }
    let next = try optional { reader throws(Checkpoint.Fault) in try reader.next() }
    let details = try list { reader throws(Checkpoint.Fault) in
      Project.Detail(
        rebuilding: try reader.place(CheckpointWords.fields), try reader.value())
    }
    let entries = try list { reader throws(Checkpoint.Fault) in try reader.stageEntry() }
    let statuses = try list { reader throws(Checkpoint.Fault) in
      StatusEntry(
        rebuilding: try reader.sequence(), status: try reader.status(), on: try reader.date(),
        reason: try reader.own())
    }
    let activities = try numbers(ActivityID.init)
    let milestones = try numbers(MilestoneID.init)
    let notes = try list { reader throws(Checkpoint.Fault) in
      Note(
        rebuilding: try reader.sequence(), text: try reader.source.text(),
        on: try reader.date())
    }
    let project = Project(
      rebuilding: id, name: name, kind: kind, investors: investors, lead: lead, owner: owner,
      industry: industry, cluster: cluster, amount: amount, next: next, tags: tags,
      details: details, entries: entries, statuses: statuses, activities: activities,
      milestones: milestones, notes: notes, version: version)
    guard let project else { throw .contents }
    return project
  }

  private mutating func stageEntry() throws(Checkpoint.Fault) -> StageEntry {
    let sequence = try sequence()
    guard let stage = Stage(rawValue: try source.byte()) else { throw .contents }
    let from = try source.byte()
    return StageEntry(
      rebuilding: sequence, stage: stage, from: Stage(rawValue: from), on: try date(),
      kind: try place(CheckpointWords.moveKinds), reason: try own(),
      evidence: try numbers(ActivityID.init))
  }

  private mutating func status() throws(Checkpoint.Fault) -> Status {
    switch try source.byte() {
    case 0: .ongoing
    case 1: .onHold(review: try day(), reason: try source.text())
    case 2: .lost(try place(CheckpointWords.losses), place: try common(), note: try own())
    case 3: .withdrawn(reason: try source.text())
    case 4: .archived(reason: try source.text())
    default: throw .contents
    }
  }

  mutating func activity(_ id: ActivityID) throws(Checkpoint.Fault) -> Activity {
    let sequence = try sequence()
    let projects = try numbers(ProjectID.init)
    var facts = Activity.Facts(
      projects: projects, kind: try place(CheckpointWords.activities), on: try date())
    facts.place = try common()
    facts.sites = try commonList()
    facts.lead = try commonList()
    facts.counterparts = try ownTexts()
    facts.leader = try optional { reader throws(Checkpoint.Fault) in
      guard let name = try reader.common() else { throw .contents }
      return Leader(name: name, title: try reader.common())
    }
    facts.team = try commonList()
    facts.trip = try common()
    facts.line = try common()
    facts.times = try int()
    facts.headcount = try optional { reader throws(Checkpoint.Fault) in try reader.int() }
    facts.days = try optional { reader throws(Checkpoint.Fault) in try reader.int() }
    facts.outcome = try outcome()
    facts.outcomeText = try own()
    facts.note = try own()
    facts.unknownMembers = try own()
    return Activity(rebuilding: id, facts: facts, sequence: sequence)
  }

  private mutating func outcome() throws(Checkpoint.Fault) -> Outcome? {
    let number = try source.byte()
    if number == 0 { return nil }
    guard let outcome = Outcome(rawValue: number - 1) else { throw .contents }
    return outcome
  }

  mutating func milestone(_ id: MilestoneID) throws(Checkpoint.Fault) -> Milestone {
    let sequence = try sequence()
    let projects = try numbers(ProjectID.init)
    var facts = Milestone.Facts(
      projects: projects, kind: try place(CheckpointWords.milestones), on: try date())
    facts.name = try common()
    facts.subject = try common()
    facts.cluster = try common()
    facts.count = try int()
    facts.amount = try optional { reader throws(Checkpoint.Fault) in try reader.amount() }
    facts.document = try own()
    facts.note = try own()
    facts.unknownMembers = try own()
    return Milestone(rebuilding: id, facts: facts, sequence: sequence)
  }

  private mutating func entry() throws(Checkpoint.Fault) -> DirectoryEntry {
    switch try source.byte() {
    case 0:
      var organisation = Organisation(name: try source.text())
      organisation.aliases = try ownTexts()
      organisation.kind = try common()
      organisation.creditCode = try own()
      organisation.place = try common()
      organisation.note = try own()
      organisation.unknownMembers = try own()
      return .organisation(organisation)
    case 1:
      var person = Person(name: try source.text())
      person.organisation = try common()
      person.title = try common()
      person.phone = try own()
      person.note = try own()
      person.unknownMembers = try own()
      return .person(person)
    case 2:
      var cluster = Cluster(name: try source.text())
      cluster.segments = try commonList()
      cluster.target = try own()
      cluster.researchPlace = try own()
      cluster.productionPlace = try own()
      cluster.note = try own()
      cluster.unknownMembers = try own()
      return .cluster(cluster)
    default: throw .contents
    }
  }
}
