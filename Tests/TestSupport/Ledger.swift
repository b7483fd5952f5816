package import Pipeline

/// A store without files: decides a command, numbers and stamps its events, and applies them.
package struct Ledger: Sendable {
  package private(set) var pipeline = Pipeline()
  /// Every event so far, as a store would have recorded it.
  package private(set) var log: [RecordedEvent] = []
  package var today: Day
  /// Who acts when nobody is named.
  package var actor = Actor(uid: 1000, name: "王敏")

  package init(today: Day = "2023-11-22") { self.today = today }

  /// Commits a command and returns what was recorded; nothing when all is as asked already.
  @discardableResult
  package mutating func commit(_ command: Command, by actor: Actor? = nil) throws(Refusal)
    -> [RecordedEvent]
  {
    record(try pipeline.decide(command, today: today), by: actor)
  }

  /// Takes back the last commit that anybody can take back.
  @discardableResult
  package mutating func undo(by actor: Actor? = nil) throws(Refusal) -> [RecordedEvent] {
    try undo(pipeline.lastUndoable(by: nil), by: actor)
  }

  /// Takes the last undo back.
  @discardableResult
  package mutating func redo(by actor: Actor? = nil) throws(Refusal) -> [RecordedEvent] {
    try undo(pipeline.lastRedoable(by: nil), by: actor)
  }

  /// Takes one commit back.
  @discardableResult
  package mutating func undo(_ commit: CommitReference?, by actor: Actor? = nil) throws(Refusal)
    -> [RecordedEvent]
  {
    try self.commit(.undo(commit.map(events) ?? []), by: actor)
  }

  /// The events of a commit.
  package func events(of commit: CommitReference) -> [RecordedEvent] {
    let first = Int(commit.latest.number) - 1
    return Array(log[first..<first + commit.count])
  }

  /// Why a command would be refused; nil when it would not.
  package func refusal(of command: Command) -> Refusal? {
    do {
      _ = try pipeline.decide(command, today: today)
      return nil
    } catch {
      return error
    }
  }

  /// Records events that no rule was asked about, as another version's history may hold them.
  @discardableResult
  package mutating func record(_ events: [Event], by actor: Actor? = nil) -> [RecordedEvent] {
    let recorded = events.enumerated().map { part, event in
      let number = UInt64(log.count + part + 1)
      return RecordedEvent(
        sequence: SequenceNumber(number), id: Ledger.identifier(number), part: part,
        parts: events.count, by: actor ?? self.actor, host: "zhaoshang",
        recordedAt: 1_700_000_000_000 + Int64(number) * 1000, event: event)
    }
    for event in recorded { pipeline.apply(event) }
    log += recorded
    return recorded
  }

  /// What a history adds up to.
  package static func replay(_ log: [RecordedEvent]) -> Pipeline {
    var pipeline = Pipeline()
    for event in log { pipeline.apply(event) }
    return pipeline
  }

  private static func identifier(_ number: UInt64) -> String {
    let hex = String(number, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - hex.count) + hex
  }
}

extension Ledger {
  /// Adds a project that meets every hard requirement, and returns its number.
  @discardableResult
  package mutating func add(
    _ name: String, in stage: Stage = .contact, on: BusinessDate = "2023-06-01",
    _ fields: [Field: FieldValue] = [:]
  ) throws(Refusal) -> ProjectID {
    let id = pipeline.nextProject
    var fields = fields
    fields[.name] = .text(name)
    if fields[.investors] == nil { fields[.investors] = .list([name + "公司"]) }
    try commit(.add(NewProject(fields: fields, stage: stage, on: on)))
    return id
  }

  /// Logs an activity of one project and returns its number.
  @discardableResult
  package mutating func log(
    _ kind: ActivityKind, for projects: ProjectID..., on: BusinessDate, outcome: Outcome? = nil
  ) throws(Refusal) -> ActivityID {
    let id = pipeline.nextActivity
    var facts = Activity.Facts(projects: projects, kind: kind, on: on)
    facts.outcome = outcome
    try commit(.log(facts))
    return id
  }

  /// Records a milestone of one project.
  @discardableResult
  package mutating func reach(_ kind: MilestoneKind, for project: ProjectID, on: BusinessDate)
    throws(Refusal) -> MilestoneID
  {
    let id = pipeline.nextMilestone
    try commit(.reach(Milestone.Facts(projects: [project], kind: kind, on: on)))
    return id
  }
}
