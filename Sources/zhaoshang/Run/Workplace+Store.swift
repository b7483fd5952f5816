internal import Glibc
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

extension Workplace {
  /// Opens the store for looking; says on stderr when what it shows cannot be all.
  func openForReading() throws(Failure) -> any EventStore {
    let store = try open(isReadOnly: true)
    let newer = store.pipeline.unknownEvents
    if newer > 0 { Output.say(words.newerRecords(newer)) }
    if case .readOnly(.damaged(let damage)) = store.access {
      Output.say(words.damaged(damage, path: store.place))
    }
    return store
  }

  /// Everything recorded.
  func read() throws(Failure) -> Pipeline { try openForReading().pipeline }

  /// - Parameter isTold: Whether how long it takes may be told on stderr; not while curses has the
  ///   screen.
  func openForWriting(isTold: Bool = true) throws(Failure) -> any EventStore {
    try demandSettings(under: "hooks.")
    for problem in configurationProblems { Output.say(words.settings(problem)) }
    let store = try open(isReadOnly: false, isTold: isTold)
    if isTold, let failure = hookFailure(of: store) { Output.say(failure) }
    return try hooked(store)
  }

  /// Refuses where something is wrong that must not be done in another way than it was meant: a rule
  /// that nobody enforces is none.
  func demandSettings(under prefix: String) throws(Failure) {
    let problem = configurationProblems.first { problem in
      // Of a file that cannot be read, nobody knows what it asks for.
      problem.key.isEmpty ? reading.mayHold(prefix) : problem.key.hasPrefix(prefix)
    }
    if let problem { throw Failure(.badConfiguration, words.settings(problem)) }
  }

  /// The machine's disk, with what the configuration says of it.
  var disk: LocalDisk { LocalDisk(trusting: configuration.trustedFileSystems) }

  /// Makes a store, and nothing when anything is there.
  func create(at path: String, group: UInt32? = nil) throws(Failure) {
    var dice = SystemRandomNumberGenerator()
    let missing = FolderTree.firstMissing(above: path)
    do throws(StoreError) {
      try Journal.create(at: path, group: group, random: { dice.next() })
      // The place that nobody named is made without a word.
      if let missing, store != .folder(path) { Output.say(words.madeFolders(from: missing)) }
    } catch {
      throw failure(error)
    }
  }

  /// Opens the store; what takes long without a checkpoint is told on stderr.
  func open(isReadOnly: Bool, isTold: Bool = true) throws(Failure) -> any EventStore {
    switch try address() {
    case .folder(let path): try openJournal(at: path, isReadOnly: isReadOnly, isTold: isTold)
    case .server(let server):
      try openServer(server, isReadOnly: isReadOnly, isTold: isTold)
    }
  }

  func openJournal(at storePath: String, isReadOnly: Bool, isTold: Bool)
    throws(Failure) -> Journal
  {
    do throws(StoreError) {
      guard isTold else {
        return try Journal(
          path: storePath, authorship: authorship, isReadOnly: isReadOnly, disk: disk)
      }
      let disk = WatchedDisk(self.disk)
      let reading = JournalReading(.readingJournal, of: storePath, on: disk, words)
      defer { reading.end() }
      let journal = try Journal(
        path: storePath, authorship: authorship, isReadOnly: isReadOnly, disk: disk)
      // Kept to the program's end: taking a hundred thousand records apart before it took a sixth of
      // the time of whatever had read them all.
      _ = Unmanaged.passRetained(journal)
      return journal
    } catch {
      throw failure(error)
    }
  }

  var authorship: Authorship {
    let dice = Dice()
    return Authorship(
      actor: account, host: Surroundings.host, now: { Surroundings.milliseconds },
      random: { dice.next() })
  }

  // MARK: Changes

  /// Has a command decided on the newest state and stored.
  func commit(_ command: Command, to store: any EventStore) throws(Failure) -> Saved {
    do throws(StoreError) {
      let today = today
      let commit = try store.commit { pipeline throws(Refusal) in
        try pipeline.decide(command, today: today)
      }
      if let recovery = commit.recovery { Output.say(words.recovered(recovery)) }
      store.useQuiet()
      return Saved(events: commit.events, pipeline: store.pipeline)
    } catch {
      throw failure(error, pipeline: store.pipeline)
    }
  }

  // MARK: Copies

  /// Copies a store; what takes long is told on stderr, and a copy that is stopped is taken away.
  func copy(_ path: String, to newPath: String, group: UInt32? = nil) throws(Failure)
    -> StoreCopy.Report
  {
    var dice = SystemRandomNumberGenerator()
    let disk = WatchedDisk(LocalDisk())
    let progress = Progress(.copyingStore, words, mayEndAnywhere: false)
    // Read to be checked, read to be copied, and the copy read to be checked.
    let total = 3 * JournalReading.size(of: path + "/journal")
    let missing = FolderTree.firstMissing(above: newPath)
    disk.watch = { progress.advance(to: Int($0), of: total) }
    defer { disk.watch = nil }
    do throws(StoreError) {
      let report = try StoreCopy.make(
        of: path, at: newPath, group: group, disk: disk, random: { dice.next() })
      progress.settle()
      if let missing { Output.say(words.madeFolders(from: missing)) }
      return report
    } catch {
      // The builder has taken away what it had built.
      if case .failed(let fault) = error.code, fault.errno == EINTR, progress.interruption != nil {
        Glibc.exit(progress.stopped().status)
      }
      throw failure(error)
    }
  }

  /// Leaves what was done to the store in its history; says so when that fails, for it is done.
  func note(_ recovery: StoreRecovery) {
    do throws(Failure) {
      let store = try open(isReadOnly: false)
      do throws(StoreError) { try store.note(recovery) } catch { throw failure(error) }
    } catch {
      Output.say(error.message)
    }
  }

  // MARK: History

  /// The commit that one of its events belongs to.
  func commit(holding sequence: SequenceNumber, in store: any EventStore) throws(Failure)
    -> CommitReference
  {
    guard sequence > .origin,
      let event = try events(after: SequenceNumber(sequence.number - 1), limit: 1, in: store).first,
      event.sequence == sequence
    else { throw Failure(.refused, words.noSuchChange(sequence)) }
    return CommitReference(first: event.commit, count: event.parts, uid: event.by.uid)
  }

  func events(of commit: CommitReference, in store: any EventStore) throws(Failure)
    -> [RecordedEvent]
  {
    do { return try store.events(of: commit) } catch { throw failure(error) }
  }

  /// The last changes, of one project or of all, newest first.
  ///
  /// - Complexity: O(all events) for a project, O(limit) and finding the place for all.
  func lastEvents(of project: ProjectID?, limit: Int, in store: any EventStore) throws(Failure)
    -> [RecordedEvent]
  {
    let last = store.pipeline.version.number
    guard let project else {
      let first = last > UInt64(limit) ? last - UInt64(limit) : 0
      return try events(after: SequenceNumber(first), limit: limit, in: store).reversed()
    }
    var found: [RecordedEvent] = []
    var place = SequenceNumber.origin
    while true {
      let page = try events(after: place, limit: 10_000, in: store)
      found += page.filter { $0.event.projects.contains(project) }
      guard page.count == 10_000, let end = page.last?.sequence else { break }
      place = end
    }
    return found.suffix(limit).reversed()
  }

  private func events(after sequence: SequenceNumber, limit: Int, in store: any EventStore)
    throws(Failure) -> [RecordedEvent]
  {
    do { return try store.events(after: sequence, limit: limit) } catch { throw failure(error) }
  }

  // MARK: Failures

  /// What a store's error means for a person, and for a script.
  func failure(_ error: StoreError, pipeline: Pipeline = Pipeline()) -> Failure {
    let status: ExitStatus =
      switch error.code {
      case .refused, .missing, .alreadyExists, .insideStore, .tooLarge, .unfit(.nothingToMend),
        .unfit(.sameFolder), .noDigest:
        .refused
      case .busy: .storeBusy
      case .server(let fault): fault.status
      case .readOnly(.notAMember): .badConfiguration
      case .outcomeUnknown: .storeFailed
      case .notAStore, .isAFile, .newerFormat, .readOnly, .damaged, .notSaved, .unconfirmed,
        .failed,
        .notWritable, .unfit:
        .storeFailed
      }
    return Failure(status, words.store(error, pipeline: pipeline))
  }
}
