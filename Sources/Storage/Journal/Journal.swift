package import Pipeline

/// A store in a folder: a journal of events in files of lines.
///
/// Readers take no lock. A commit takes it, reads what others wrote, decides, appends, flushes and
/// releases it. Not for use by two threads at once.
package final class Journal: EventStore, StoreWork {
  package let path: String
  package var place: String { path }
  package var recordFolder: String { path }
  package internal(set) var pipeline = Pipeline()
  package internal(set) var access: StoreAccess
  package var news: StoreNews { .folder(path + "/journal", around: path) }
  package let storeID: String
  package var author: Actor { authorship.actor }
  package func sign(as name: String) {
    authorship.actor = Actor(uid: authorship.actor.uid, name: name)
  }

  let disk: any Disk
  private(set) var authorship: Authorship
  private(set) var folders: StoreFolders
  private(set) var files: SegmentFiles
  /// The end of the last commit in ``pipeline``.
  var position: Position
  /// The gaps that ``pipeline`` was read with; with others, everything is read again.
  private var gapsTaken: [SequenceNumber] = []
  /// What ``access`` is when nothing is wrong with the journal.
  private var grantedAccess: StoreAccess
  private let isReadOnly: Bool
  private let isMirror: Bool
  /// What the damaged journal looked like when it was read last; nil when it was not read since.
  private var damagedLook: JournalLook?
  /// Taken in, but not handed out: a commit was refused after reading.
  var undelivered = Changes()

  /// The last event that a checkpoint we know of stands for.
  var checkpointed = SequenceNumber.origin
  /// The one that this was opened from, unless it was found to be damaged since.
  var opened: CheckpointBody?
  /// Those that were found to be of no use.
  var badCheckpoints: Set<SequenceNumber> = []
  let usesCheckpoints: Bool
  /// How many events a checkpoint is worth writing for.
  let checkpointInterval: UInt64
  var checkpoints: CheckpointFiles { CheckpointFiles(folders) }

  /// Closed and followed by a new one when it has grown to this.
  let segmentLimit: Int64
  package var patience: Int
  /// Milliseconds that is, for whoever does not say another.
  package static let patience = 5000

  /// Opens a store; what a checkpoint holds is not read from the journal again.
  ///
  /// A store that is damaged, newer, on a network share or not ours to write opens for reading, and
  /// ``access`` says why.
  ///
  /// - Parameters:
  ///   - isMirror: Whether it takes lines from its server, and no commits.
  ///   - segmentLimit: Bytes after which a journal file is closed.
  ///   - patience: Milliseconds that a commit waits for another writer.
  ///   - usesCheckpoints: False reads every record and checks every sum.
  ///   - checkpointInterval: How many events a checkpoint is worth writing for.
  package init(
    path: String, authorship: Authorship, isReadOnly: Bool = false, isMirror: Bool = false,
    disk: any Disk = LocalDisk(),
    segmentLimit: Int64 = 8 << 20, patience: Int = Journal.patience,
    usesCheckpoints: Bool = true, checkpointInterval: UInt64 = 2000
  ) throws(StoreError) {
    self.path = path
    self.disk = disk
    self.authorship = authorship
    self.segmentLimit = segmentLimit
    self.patience = patience
    self.usesCheckpoints = usesCheckpoints
    self.checkpointInterval = checkpointInterval
    self.isReadOnly = isReadOnly
    self.isMirror = isMirror
    let opened = try StoreFolders.open(
      path, isReadOnly: isReadOnly, isMirror: isMirror, on: disk)
    folders = opened
    storeID = opened.format.id
    files = SegmentFiles(opened.journal, on: disk)
    grantedAccess = opened.access
    access = grantedAccess
    position = Position(
      segment: SequenceNumber(1), chain: Chain(sum: opened.format.seed, last: .origin))
    try replayAll()
  }

  /// Reads everything: from the newest sound checkpoint on, else from the first record.
  ///
  /// The newest damage decides the access. A checkpoint that damage follows is not relied on.
  func replayAll() throws(StoreError) {
    let flushed = folders.flushed
    try explaining { () throws(DiskError) in try files.lookForGaps() }
    if usesCheckpoints, let (kept, place) = newestCheckpoint() {
      var replay = Replay(kept, at: place, wantsEvents: false)
      var tail = try explaining { () throws(DiskError) in try files.readToEnd(&replay) }
      replay.dropUnfinishedCommit()
      tail = tail.judged(by: flushed, at: replay.committed)
      if case .damaged = tail {
        checkpointed = .origin
      } else {
        pipeline = replay.pipeline
        position = replay.committed
        gapsTaken = files.gapStarts
        return
      }
    }
    var replay = Replay(from: folders.format)
    var tail = try explaining { () throws(DiskError) in try files.readToEnd(&replay) }
    replay.dropUnfinishedCommit()
    tail = tail.judged(by: flushed, at: replay.committed)
    pipeline = replay.pipeline
    position = replay.committed
    gapsTaken = files.gapStarts
    if case .damaged(let damage) = tail {
      let version = folders.format.version
      if version.major > FormatVersion.current.major { throw error(.newerFormat(version)) }
      // A store that nobody may write anyway is damaged first of all.
      access = .readOnly(.damaged(damage))
    }
  }

  // MARK: Reading

  package func catchUp() throws(StoreError) -> Changes {
    if try isInPlaceOrOpenedAgain() { _ = try readTail() }
    defer { undelivered = Changes() }
    return undelivered
  }

  /// Makes sure that the store which is open is the one at its path.
  ///
  /// When the same store is there as another folder, everything is read again. When it is gone, or
  /// another store is in its place, this one is not written to until it is back.
  ///
  /// - Returns: Whether it is there.
  func isInPlaceOrOpenedAgain() throws(StoreError) -> Bool {
    let isInPlace = try explaining { () throws(DiskError) in try folders.areInPlace() }
    if isInPlace, access != .readOnly(.replaced) { return true }
    let found: StoreFolders
    do throws(StoreError) {
      found = try StoreFolders.open(
        path, isReadOnly: isReadOnly, isMirror: isMirror, on: disk)
    } catch {
      if case .failed = error.code { throw error }
      access = .readOnly(.replaced)
      return false
    }
    guard found.format.id == storeID else {
      // Closed with the folder that its files would own.
      _ = SegmentFiles(found.journal, on: disk)
      access = .readOnly(.replaced)
      return false
    }
    try openAgain(found)
    return true
  }

  /// Goes on with the same store in another folder.
  private func openAgain(_ found: StoreFolders) throws(StoreError) {
    let before = (folders, files, grantedAccess, access)
    folders = found
    files = SegmentFiles(found.journal, on: disk)
    grantedAccess = found.access
    // After a failed flush this process believes nothing that a disk says.
    if case .readOnly(.flushFailed) = access {} else { access = grantedAccess }
    (checkpointed, badCheckpoints, opened) = (.origin, [], nil)
    do throws(StoreError) { try replayAll() } catch {
      (folders, files, grantedAccess, access) = before
      throw error
    }
    undelivered = Changes(startsOver: true)
  }

  /// Takes in what others wrote, without a lock, and says what stands after it.
  ///
  /// When what was read before is no longer there (a writer's flush failed, and it took its record
  /// back; or somebody gave up what was damaged, or put another file in the place of the one that is
  /// open), everything is read again. So it is when files of a damaged journal have changed: what was
  /// met may have been half of a copy, whose rest has come since.
  ///
  /// - Parameter wantsEvents: Whether what is new is to be handed out one by one; else as a beginning
  ///   anew.
  func readTail(wantsEvents: Bool = true) throws(StoreError) -> Tail {
    try explaining { () throws(DiskError) in try files.lookForGaps() }
    let isSameFile = try explaining { () throws(DiskError) in try files.isWhatItsNameSays() }
    if !isSameFile { files.forget() }
    let isOther = !isSameFile || files.gapStarts != gapsTaken
    if try hasDamageChanged() || isOther {
      let before = (position, access)
      if case .readOnly(.damaged) = access {
        files.forget()
        access = grantedAccess
      }
      try replayAll()
      if isOther || before != (position, access) { undelivered = Changes(startsOver: true) }
    }
    if case .readOnly(.damaged(let damage)) = access { return .damaged(damage) }
    let isWhereItWas = try explaining { () throws(DiskError) in try files.holds(position) }
    if isWhereItWas {
      var replay = Replay(pipeline, at: position, wantsEvents: wantsEvents)
      // The replay holds the only copy while it works, so that nothing shared is copied.
      pipeline = Pipeline()
      var tail = Tail.clean
      var failure: DiskError?
      do throws(DiskError) { tail = try files.read(into: &replay) } catch { failure = error }
      replay.dropUnfinishedCommit()
      pipeline = replay.pipeline
      position = replay.committed
      undelivered.events += replay.events
      if !wantsEvents { undelivered = Changes(startsOver: true) }
      if let failure { throw error(.failed(failure)) }
      guard case .damaged = tail else { return tail }
    }
    let before = position
    try replayAll()
    if position != before || !isWhereItWas {
      undelivered = Changes(startsOver: true)
    }
    if case .readOnly(.damaged(let damage)) = access { return .damaged(damage) }
    var replay = Replay(pipeline, at: position, wantsEvents: true)
    return try explaining { () throws(DiskError) in try files.read(into: &replay) }
  }

  /// Whether a damaged journal is to be read again.
  private func hasDamageChanged() throws(StoreError) -> Bool {
    guard case .readOnly(.damaged) = access else {
      damagedLook = nil
      return false
    }
    // Taken before the reading: what changes meanwhile is seen the next time.
    let look = try explaining { () throws(DiskError) in
      JournalLook(files: try files.look(), flushed: folders.flushed)
    }
    defer { damagedLook = look }
    return look != damagedLook
  }

  func error(_ code: StoreError.Code) -> StoreError { StoreError(code, place: path) }

}
