extension Pipeline {
  /// Works out what `command` would change, without changing anything.
  ///
  /// Store the events first, then hand each recorded one to ``apply(_:)``. An empty list means that
  /// everything is already as asked.
  ///
  /// - Throws: The first rule the command breaks: unknown project, closed, conflict, dates, texts,
  ///   hard requirements, soft requirements without a reason; in that order.
  /// - Complexity: O(what the command names), never the size of the pipeline.
  package func decide(_ command: Command, today: Day) throws(Refusal) -> [Event] {
    switch command {
    case .add(let new): try adding(new, today: today)
    case .edit(let id, let edits): try editing(try project(id), edits)
    case .move(let id, let order): try moving(try project(id), order, today: today)
    case .reorder(let id, let way): try reordering(try project(id), way)
    case .hold(let id, let review, let reason, let on):
      try holding(try project(id), review: review, reason: reason, on: on, today: today)
    case .resume(let id, let on): try resuming(try project(id), on: on, today: today)
    case .lose(let id, let reason, let place, let note, let on):
      try closing(
        try project(id), as: .lost(reason, place: place, note: note), on: on, today: today)
    case .withdraw(let id, let reason, let on):
      try closing(try project(id), as: .withdrawn(reason: reason), on: on, today: today)
    case .archive(let id, let reason, let on):
      try closing(try project(id), as: .archived(reason: reason), on: on, today: today)
    case .reopen(let id, let reason, let on):
      try reopening(try project(id), reason: reason, on: on, today: today)
    case .log(let facts): try logging(facts, today: today)
    case .reach(let facts): try reaching(facts, today: today)
    case .note(let id, let note, let on):
      try noting(try project(id), note, on: on, today: today)
    case .saveDirectoryEntry(let entry): try saving(entry)
    case .removeCluster(let name): try removingCluster(name)
    case .rename(let renaming): try self.renaming(renaming)
    case .register(let command): try deciding(command, today: today)
    case .undo(let events): try undoing(events)
    case .together(let commands): try deciding(together: commands, today: today)
    case .take(let intake): try taking(intake, today: today)
    }
  }

  /// Decides one command after the other, each on what those before it would have made.
  private func deciding(together commands: [Command], today: Day) throws(Refusal) -> [Event] {
    var imagined = self
    var events: [Event] = []
    for (index, command) in commands.enumerated() {
      let new = try imagined.decide(command, today: today)
      // What the last one makes, nobody looks at: an import of a hundred thousand rows is one.
      if index + 1 < commands.count { for event in new { imagined.imagine(event) } }
      if events.isEmpty { events = new } else { events += new }
    }
    return events
  }

  /// Applies an event that is not stored yet, to a copy that nobody keeps.
  mutating func imagine(_ event: Event) {
    apply(
      RecordedEvent(
        sequence: version.next, id: "", part: 0, parts: 1, by: Actor(uid: 0, name: ""), host: "",
        recordedAt: 0, event: event))
  }

  func project(_ id: ProjectID) throws(Refusal) -> Project {
    guard let project = self[id] else { throw .unknownProject(id) }
    return project
  }

  func requireNotFuture(_ date: BusinessDate, today: Day) throws(Refusal) {
    if let earliest = date.earliest, earliest > today { throw .inFuture(date, today: today) }
  }
}
