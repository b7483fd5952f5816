extension Pipeline {
  /// Puts a pipeline together from parts that a store kept, without its events.
  ///
  /// The parts are believed: a store hands in only what it can vouch for.
  package struct Rebuilding {
    package private(set) var pipeline = Pipeline()

    package init() {}

    /// Projects asleep, up to the highest number ever given, and what answers questions in their place.
    package mutating func take(
      projects: any RecordSource<Project>, last: UInt32, answering source: any SleepingSource
    ) {
      pipeline.projects = RecordTable(sleepingIn: projects, lastNumber: last)
      pipeline.sleeping = KeptSource(source: source)
    }

    package mutating func take(activities: any RecordSource<Activity>, last: UInt32) {
      pipeline.activities = RecordTable(sleepingIn: activities, lastNumber: last)
    }

    package mutating func take(milestones: any RecordSource<Milestone>, last: UInt32) {
      pipeline.milestones = RecordTable(sleepingIn: milestones, lastNumber: last)
    }

    package mutating func take(_ entries: [DirectoryEntry]) {
      if entries.isEmpty { return }
      pipeline.directory.reserveCapacity(entries.count)
      for entry in entries { pipeline.directory[entry.key] = entry }
    }

    package mutating func take(
      _ entries: [RegisterEntry], lastRequest: UInt32, lastHandOver: UInt32
    ) {
      for entry in entries { pipeline.registers[entry.key] = entry }
      pipeline.registers.extend(request: lastRequest, handOver: lastHandOver)
    }

    package mutating func take(_ column: [ProjectID], of stage: Stage) {
      pipeline.columns[stage.index] = column
    }

    package mutating func take(
      version: SequenceNumber, latestDate: Day?, unknownEvents: Int, lastUnknown: SequenceNumber,
      undoable: [CommitReference], redoable: [CommitReference]
    ) {
      pipeline.version = version
      pipeline.latest = LatestDate(day: latestDate)
      pipeline.unknownEvents = unknownEvents
      pipeline.lastUnknown = lastUnknown
      pipeline.undoable = undoable
      pipeline.redoable = redoable
    }
  }
}

extension Project {
  /// A project with its history, as a store kept it; nil without an entry into a stage.
  package init?(
    rebuilding id: ProjectID, name: String, kind: ProjectKind, investors: [String],
    lead: [String], owner: String?, industry: String?, cluster: String?, amount: Amount?,
    next: NextStep?, tags: [String], details: [Detail], entries: [StageEntry],
    statuses: [StatusEntry], activities: [ActivityID], milestones: [MilestoneID], notes: [Note],
    version: SequenceNumber
  ) {
    if entries.isEmpty { return nil }
    self.init(
      id: id, name: name, kind: kind, investors: investors, lead: lead, owner: owner,
      industry: industry, cluster: cluster, amount: amount, next: next, tags: tags,
      details: details, entries: entries, statuses: statuses, activities: activities,
      milestones: milestones, notes: notes, version: version)
  }
}

extension Project.Detail {
  package init(rebuilding field: Field, _ value: FieldValue) {
    self.init(field: field, value: value)
  }
}

extension StageEntry {
  package init(
    rebuilding sequence: SequenceNumber, stage: Stage, from: Stage?, on: BusinessDate,
    kind: MoveKind, reason: String?, evidence: [ActivityID]
  ) {
    self.init(
      sequence: sequence, stage: stage, from: from, on: on, kind: kind, reason: reason,
      evidence: evidence)
  }
}

extension StatusEntry {
  package init(
    rebuilding sequence: SequenceNumber, status: Status, on: BusinessDate, reason: String?
  ) {
    self.init(sequence: sequence, status: status, on: on, reason: reason)
  }
}

extension Note {
  package init(rebuilding sequence: SequenceNumber, text: String, on: BusinessDate) {
    self.init(sequence: sequence, text: text, on: on)
  }
}

extension Activity {
  package init(rebuilding id: ActivityID, facts: Facts, sequence: SequenceNumber) {
    self.init(id: id, facts: facts, sequence: sequence)
  }
}

extension Milestone {
  package init(rebuilding id: MilestoneID, facts: Facts, sequence: SequenceNumber) {
    self.init(id: id, facts: facts, sequence: sequence)
  }
}
