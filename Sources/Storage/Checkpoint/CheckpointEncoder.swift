internal import Pipeline

/// Writes a pipeline's parts, always in the same order: first what is read at once, then the records
/// one by one, then the tables that say where each begins and what the board counts of it.
struct CheckpointEncoder {
  var sink: CheckpointSink
  /// Texts met before, by their places in the table of texts, and their bytes.
  var texts: [ExactText: UInt64] = [:]
  var textBytes: [UInt8] = []
  var textEnds: [UInt32] = []

  init(to sink: CheckpointSink) { self.sink = sink }

  mutating func encode(_ pipeline: Pipeline) throws(Checkpoint.Stop) {
    sink.number(pipeline.version.number)
    sink.number(pipeline.latestDate.map { UInt64(UInt32(bitPattern: $0.number)) + 1 } ?? 0)
    sink.number(UInt64(pipeline.unknownEvents))
    sink.number(pipeline.lastUnknown.number)
    commits(pipeline.undoable)
    commits(pipeline.redoable)
    try directory(pipeline.directory.values)
    try registers(pipeline.registers)
    let projects = try records(
      pipeline.nextProject.number, { pipeline[ProjectID($0)] },
      { (encoder, project) in encoder.project(project) })
    let activities = try records(
      pipeline.nextActivity.number, { pipeline.activity(ActivityID($0)) },
      { (encoder, activity) in encoder.activity(activity) })
    let milestones = try records(
      pipeline.nextMilestone.number, { pipeline.milestone(MilestoneID($0)) },
      { (encoder, milestone) in encoder.milestone(milestone) })
    var tables = CheckpointTables()
    tables.projects = try numbers(of: projects)
    tables.activities = try numbers(of: activities)
    tables.milestones = try numbers(of: milestones)
    tables.figures = sink.position
    for number in 1..<max(pipeline.nextProject.number, 1) {
      let project = pipeline[ProjectID(number)]
      sink.raw(project.map { ProjectFigures(of: $0, in: pipeline) } ?? .nothing)
      try sink.pass()
    }
    tables.histories = try histories(of: pipeline)
    tables.sleepingActivities = sink.position
    for number in 1..<max(pipeline.nextActivity.number, 1) {
      let activity = pipeline.activity(ActivityID(number)).map { activity in
        SleepingActivity(of: activity) { text in
          texts[ExactText(text: text)].map { SharedText(Int($0)) }
        }
      }
      sink.raw(activity ?? .nothing)
      try sink.pass()
    }
    try names(of: pipeline, &tables)
    tables.columns = sink.position
    for stage in Stage.allCases {
      let column = pipeline.column(stage)
      sink.fixed(UInt32(clamping: column.count))
      for id in column { sink.fixed(id.number) }
      try sink.pass()
    }
    try writeTexts(&tables)
    tables.write(to: &sink)
    try sink.pass(isLast: true)
  }

  /// Writes each project's stages and statuses and the days of its activities, and then where they begin.
  private mutating func histories(of pipeline: Pipeline) throws(Checkpoint.Stop) -> Int {
    let next = max(pipeline.nextProject.number, 1)
    var places = [UInt32](repeating: 0, count: Int(next) - 1)
    for number in 1..<next {
      guard let project = pipeline[ProjectID(number)] else { continue }
      places[Int(number) - 1] = UInt32(clamping: sink.position)
      for word in project.history.words { sink.fixed(word) }
      var days: [Int32] = []
      project.forEachActivityDay(in: pipeline) { days.append($0.number) }
      sink.fixed(UInt32(clamping: days.count))
      for day in days { sink.fixed(day) }
      try sink.pass()
    }
    return try numbers(of: places).place
  }

  /// Writes the sums of all names that projects and their investors have.
  private mutating func names(of pipeline: Pipeline, _ tables: inout CheckpointTables)
    throws(Checkpoint.Stop)
  {
    var sums: Set<NameSum> = []
    for number in 1..<max(pipeline.nextProject.number, 1) {
      guard let project = pipeline[ProjectID(number)] else { continue }
      for name in [project.name] + project.investors {
        sums.insert(NameSum(sum: ProjectKey(name).sum, project: number))
      }
    }
    tables.names = sink.position
    tables.nameCount = sums.count
    for sum in sums.sorted() {
      sink.fixed(sum.sum)
      sink.fixed(sum.project)
      try sink.pass()
    }
  }

  private mutating func writeTexts(_ tables: inout CheckpointTables) throws(Checkpoint.Stop) {
    tables.textEnds = sink.position
    tables.textCount = textEnds.count
    for end in textEnds {
      sink.fixed(end)
      try sink.pass()
    }
    tables.textBytes = sink.position
    for byte in textBytes {
      sink.byte(byte)
      try sink.pass()
    }
  }

  /// Writes where records begin; 0 for a number without a record.
  private mutating func numbers(of places: [UInt32]) throws(Checkpoint.Stop)
    -> CheckpointTables.Numbers
  {
    var table = CheckpointTables.Numbers(place: sink.position, last: UInt32(places.count))
    for place in places {
      sink.fixed(place)
      try sink.pass()
    }
    table.presence = sink.position
    for word in 0..<table.words {
      var bits: UInt64 = 0
      for place in word * 64..<min(word * 64 + 64, places.count) where places[place] != 0 {
        bits |= 1 << UInt64(place % 64)
      }
      sink.fixed(bits)
      try sink.pass()
    }
    return table
  }

  private mutating func records<Record>(
    _ next: UInt32, _ record: (UInt32) -> Record?,
    _ write: (inout CheckpointEncoder, Record) -> Void
  ) throws(Checkpoint.Stop) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: Int(max(next, 1)) - 1)
    for number in 1..<max(next, 1) {
      guard let record = record(number) else { continue }
      places[Int(number) - 1] = UInt32(clamping: sink.position)
      write(&self, record)
      try sink.pass()
    }
    return places
  }

  /// The registers' records in the words of the journal: they are few.
  private mutating func registers(_ registers: Registers) throws(Checkpoint.Stop) {
    let entries = registers.entries
    sink.number(UInt64(entries.count))
    for entry in entries {
      sink.text(RegisterCodec.text(of: entry))
      try sink.pass()
    }
    sink.number(registers.lastRequest)
    sink.number(registers.lastHandOver)
  }

  private mutating func commits(_ commits: [CommitReference]) {
    sink.number(UInt64(commits.count))
    for commit in commits {
      sink.number(commit.first.number)
      sink.number(UInt64(commit.count))
      sink.number(commit.uid)
      sink.number(commit.latest.number)
    }
  }

  // MARK: Records

  // What a project is found by comes first: see ``FoundTexts``.
  private mutating func project(_ project: Project) {
    sink.number(project.version.number)
    sink.text(project.name)
    sink.byte(CheckpointWords.projectKinds.place(of: project.kind))
    ownTexts(project.investors)
    list(project.lead)
    common(project.owner)
    common(project.industry)
    common(project.cluster)
    list(project.tags)
    optional(project.amount) { $0.amount($1) }
    optional(project.next) { $0.next($1) }
    sink.number(UInt64(project.details.count))
    for detail in project.details {
      sink.byte(CheckpointWords.fields.place(of: detail.field))
      value(detail.value)
    }
    sink.number(UInt64(project.entries.count))
    for entry in project.entries { self.entry(entry) }
    sink.number(UInt64(project.statuses.count))
    for entry in project.statuses {
      sink.number(entry.sequence.number)
      status(entry.status)
      date(entry.on)
      own(entry.reason)
    }
    numbers(project.activities.map(\.number))
    numbers(project.milestones.map(\.number))
    sink.number(UInt64(project.notes.count))
    for note in project.notes {
      sink.number(note.sequence.number)
      sink.text(note.text)
      date(note.on)
    }
  }

  private mutating func entry(_ entry: StageEntry) {
    sink.number(entry.sequence.number)
    sink.byte(entry.stage.rawValue)
    sink.byte(entry.from?.rawValue ?? 0)
    date(entry.on)
    sink.byte(CheckpointWords.moveKinds.place(of: entry.kind))
    own(entry.reason)
    numbers(entry.evidence.map(\.number))
  }

  private mutating func status(_ status: Status) {
    switch status {
    case .ongoing: sink.byte(0)
    case .onHold(let review, let reason):
      sink.byte(1)
      sink.signed(Int64(review.number))
      sink.text(reason)
    case .lost(let reason, let place, let note):
      sink.byte(2)
      sink.byte(CheckpointWords.losses.place(of: reason))
      common(place)
      own(note)
    case .withdrawn(let reason):
      sink.byte(3)
      sink.text(reason)
    case .archived(let reason):
      sink.byte(4)
      sink.text(reason)
    }
  }

  private mutating func activity(_ activity: Activity) {
    let facts = activity.facts
    sink.number(activity.sequence.number)
    numbers(facts.projects.map(\.number))
    sink.byte(CheckpointWords.activities.place(of: facts.kind))
    date(facts.on)
    common(facts.place)
    list(facts.sites)
    list(facts.lead)
    ownTexts(facts.counterparts)
    optional(facts.leader) { encoder, leader in
      encoder.common(leader.name)
      encoder.common(leader.title)
    }
    list(facts.team)
    common(facts.trip)
    common(facts.line)
    sink.signed(Int64(facts.times))
    optional(facts.headcount) { $0.sink.signed(Int64($1)) }
    optional(facts.days) { $0.sink.signed(Int64($1)) }
    sink.byte(facts.outcome.map { $0.rawValue + 1 } ?? 0)
    own(facts.outcomeText)
    own(facts.note)
    own(facts.unknownMembers)
  }

  private mutating func milestone(_ milestone: Milestone) {
    let facts = milestone.facts
    sink.number(milestone.sequence.number)
    numbers(facts.projects.map(\.number))
    sink.byte(CheckpointWords.milestones.place(of: facts.kind))
    date(facts.on)
    common(facts.name)
    common(facts.subject)
    common(facts.cluster)
    sink.signed(Int64(facts.count))
    optional(facts.amount) { $0.amount($1) }
    own(facts.document)
    own(facts.note)
    own(facts.unknownMembers)
  }

  private mutating func directory(_ entries: some Collection<DirectoryEntry>)
    throws(Checkpoint.Stop)
  {
    let sorted = entries.map { (key: $0.key, entry: $0) }.sorted {
      ($0.key.kind.rawValue, $0.key.name) < ($1.key.kind.rawValue, $1.key.name)
    }
    sink.number(UInt64(sorted.count))
    for (_, entry) in sorted {
      switch entry {
      case .organisation(let organisation):
        sink.byte(0)
        sink.text(organisation.name)
        ownTexts(organisation.aliases)
        common(organisation.kind)
        own(organisation.creditCode)
        common(organisation.place)
        own(organisation.note)
        own(organisation.unknownMembers)
      case .person(let person):
        sink.byte(1)
        sink.text(person.name)
        common(person.organisation)
        common(person.title)
        own(person.phone)
        own(person.note)
        own(person.unknownMembers)
      case .cluster(let cluster):
        sink.byte(2)
        sink.text(cluster.name)
        list(cluster.segments)
        own(cluster.target)
        own(cluster.researchPlace)
        own(cluster.productionPlace)
        own(cluster.note)
        own(cluster.unknownMembers)
      }
      try sink.pass()
    }
  }
}

/// A text by its bytes: two that Swift holds equal, such as é in one scalar or in two, differ here.
struct ExactText: Hashable {
  let text: String

  static func == (lhs: ExactText, rhs: ExactText) -> Bool {
    lhs.text.utf8.count == rhs.text.utf8.count && lhs.text.utf8.elementsEqual(rhs.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
