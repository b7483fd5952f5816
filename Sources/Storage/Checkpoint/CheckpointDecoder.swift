internal import Pipeline

/// Reads what a ``CheckpointEncoder`` wrote.
///
/// The bytes have been summed up before; still nothing they say can do more than fail here.
struct CheckpointDecoder {
  private var source: CheckpointSource
  private var texts: [String] = []
  private var lists: [[String]] = []

  /// More records than any store has; past it, memory would be taken for nothing.
  private static let lastNumberLimit: UInt32 = 1 << 24

  init(_ source: CheckpointSource) { self.source = source }

  mutating func decode() throws(Checkpoint.Fault) -> Pipeline {
    var building = Pipeline.Rebuilding()
    let version = SequenceNumber(try source.number())
    let unknownEvents: Int = try source.small()
    building.take(
      version: version, unknownEvents: unknownEvents, undoable: try commits(),
      redoable: try commits())
    for stage in Stage.allCases {
      building.take(try numbers(ProjectID.init), of: stage)
    }
    building.take(try list { reader throws(Checkpoint.Fault) in try reader.entry() })
    var number = try nextNumber(after: 0)
    while number > 0 {
      building.take(try project(ProjectID(number)))
      number = try nextNumber(after: number)
    }
    let lastProject = try lastNumber()
    number = try nextNumber(after: 0)
    while number > 0 {
      building.take(try activity(ActivityID(number)))
      number = try nextNumber(after: number)
    }
    let lastActivity = try lastNumber()
    number = try nextNumber(after: 0)
    while number > 0 {
      building.take(try milestone(MilestoneID(number)))
      number = try nextNumber(after: number)
    }
    building.take(
      lastProject: lastProject, lastActivity: lastActivity, lastMilestone: try lastNumber())
    guard source.isAtEnd else { throw .contents }
    return building.pipeline
  }

  private mutating func nextNumber(after number: UInt32) throws(Checkpoint.Fault) -> UInt32 {
    let next: UInt32 = try source.small()
    guard next == 0 || next > number, next <= CheckpointDecoder.lastNumberLimit else {
      throw .contents
    }
    return next
  }

  private mutating func lastNumber() throws(Checkpoint.Fault) -> UInt32 {
    let last: UInt32 = try source.small()
    guard last <= CheckpointDecoder.lastNumberLimit else { throw .contents }
    return last
  }

  private mutating func commits() throws(Checkpoint.Fault) -> [CommitReference] {
    try list { reader throws(Checkpoint.Fault) in
      CommitReference(
        first: SequenceNumber(try reader.source.number()), count: try reader.source.small(),
        uid: try reader.source.small())
    }
  }

  // MARK: Records

  private mutating func project(_ id: ProjectID) throws(Checkpoint.Fault) -> Project {
    let version = try sequence()
    let name = try source.text()
    let kind = try place(CheckpointWords.projectKinds)
    let investors = try ownTexts()
    let lead = try commonList()
    let (owner, industry, cluster) = (try common(), try common(), try common())
    let amount = try optional { reader throws(Checkpoint.Fault) in try reader.amount() }
    let next = try optional { reader throws(Checkpoint.Fault) in try reader.next() }
    let tags = try commonList()
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

  private mutating func activity(_ id: ActivityID) throws(Checkpoint.Fault) -> Activity {
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

  private mutating func milestone(_ id: MilestoneID) throws(Checkpoint.Fault) -> Milestone {
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
      cluster.note = try own()
      cluster.unknownMembers = try own()
      return .cluster(cluster)
    default: throw .contents
    }
  }

  // MARK: Values

  private mutating func value() throws(Checkpoint.Fault) -> FieldValue {
    switch try source.byte() {
    case 0:
      guard let text = try common() else { throw .contents }
      return .text(text)
    case 1: return .list(try commonList())
    case 2: return .amount(try amount())
    case 3: return .date(try date())
    case 4: return .kind(try place(CheckpointWords.projectKinds))
    case 5: return .next(try next())
    default: throw .contents
    }
  }

  private mutating func amount() throws(Checkpoint.Fault) -> Amount {
    switch try source.byte() {
    case 0: return .undisclosed
    case 1:
      let value = try source.text()
      let unit = try place(CheckpointWords.units)
      guard let code = try common(), let currency = code == "CNY" ? .yuan : Currency(code: code)
      else { throw .contents }
      return .known(
        Money(rebuilding: value, unit: unit, currency: currency, minor: try source.signed()))
    default: throw .contents
    }
  }

  private mutating func next() throws(Checkpoint.Fault) -> NextStep {
    guard let text = try common() else { throw .contents }
    let due = try optional { reader throws(Checkpoint.Fault) in try reader.day() }
    return NextStep(text: text, due: due, who: try common())
  }

  private mutating func day() throws(Checkpoint.Fault) -> Day {
    guard let number = Int32(exactly: try source.signed()) else { throw .contents }
    return Day(number: number)
  }

  private mutating func date() throws(Checkpoint.Fault) -> BusinessDate {
    switch try source.byte() {
    case 0: .unknown
    case 1: .day(try day())
    case 2: .month(year: try int(), month: try int())
    case 3: .range(try day(), try day())
    default: throw .contents
    }
  }

  private mutating func sequence() throws(Checkpoint.Fault) -> SequenceNumber {
    SequenceNumber(try source.number())
  }

  private mutating func int() throws(Checkpoint.Fault) -> Int { Int(try source.signed()) }

  private mutating func place<Value>(_ places: CheckpointWords.Places<Value>)
    throws(Checkpoint.Fault) -> Value
  {
    let place = Int(try source.byte())
    guard place < places.values.count else { throw .contents }
    return places.values[place]
  }

  private mutating func numbers<Value>(_ make: (UInt32) -> Value) throws(Checkpoint.Fault)
    -> [Value]
  {
    let count = try source.count()
    var numbers: [Value] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(make(try source.small())) }
    return numbers
  }

  private mutating func list<Value>(
    _ read: (inout CheckpointDecoder) throws(Checkpoint.Fault) -> Value
  ) throws(Checkpoint.Fault) -> [Value] {
    let count = try source.count()
    var values: [Value] = []
    values.reserveCapacity(min(count, 4096))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func optional<Value>(
    _ read: (inout CheckpointDecoder) throws(Checkpoint.Fault) -> Value
  ) throws(Checkpoint.Fault) -> Value? {
    switch try source.byte() {
    case 0: nil
    case 1: try read(&self)
    default: throw .contents
    }
  }

  private mutating func own() throws(Checkpoint.Fault) -> String? {
    switch try source.byte() {
    case 0: nil
    case 1: try source.text()
    default: throw .contents
    }
  }

  private mutating func ownTexts() throws(Checkpoint.Fault) -> [String] {
    let count = try source.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try source.text()) }
    return texts
  }

  private mutating func common() throws(Checkpoint.Fault) -> String? {
    switch try source.number() {
    case 0: return nil
    case 1:
      texts.append(try source.text())
      return texts[texts.count - 1]
    case 2: return try source.text()
    case let place:
      guard place - 3 < UInt64(texts.count) else { throw .contents }
      return texts[Int(place - 3)]
    }
  }

  private mutating func commonList() throws(Checkpoint.Fault) -> [String] {
    let kind = try source.number()
    switch kind {
    case 0: return []
    case 1, 2:
      // Its place is taken before its texts are read, as it was when it was written.
      let place = lists.count
      if kind == 1 { lists.append([]) }
      let count = try source.count()
      var texts: [String] = []
      texts.reserveCapacity(count)
      for _ in 0..<count {
        guard let text = try common() else { throw .contents }
        texts.append(text)
      }
      if kind == 1 { lists[place] = texts }
      return texts
    default:
      guard kind - 3 < UInt64(lists.count) else { throw .contents }
      return lists[Int(kind - 3)]
    }
  }
}
