package import Pipeline

/// A store in a folder: a journal of events in files of lines.
///
/// Readers take no lock. A commit takes it, reads what others wrote, decides, appends, flushes and
/// releases it. Not for use by two threads at once.
package final class Journal: EventStore {
  package let path: String
  package internal(set) var pipeline = Pipeline()
  package internal(set) var access: StoreAccess
  /// The folder to watch: whatever others store changes a file in it.
  package var watchedFolder: String { path + "/journal" }
  /// Names this store among all.
  package let storeID: String

  let disk: any Disk
  let authorship: Authorship
  let folders: StoreFolders
  let files: SegmentFiles
  /// The end of the last commit in ``pipeline``.
  var position: Position
  /// Taken in, but not handed out: a commit was refused after reading.
  var undelivered = Changes()

  /// Closed and followed by a new one when it has grown to this.
  let segmentLimit: Int64
  /// How long a commit waits for the lock.
  let patience: Int

  /// Opens a store and reads all of it.
  ///
  /// A store that is damaged, newer, on a network share or not ours to write opens for reading, and
  /// ``access`` says why.
  ///
  /// - Parameters:
  ///   - segmentLimit: Bytes after which a journal file is closed.
  ///   - patience: Milliseconds that a commit waits for another writer.
  package init(
    path: String, authorship: Authorship, isReadOnly: Bool = false, disk: any Disk = LocalDisk(),
    segmentLimit: Int64 = 8 << 20, patience: Int = 5000
  ) throws(StoreError) {
    self.path = path
    self.disk = disk
    self.authorship = authorship
    self.segmentLimit = segmentLimit
    self.patience = patience
    let opened = try StoreFolders.open(path, on: disk)
    folders = opened
    storeID = opened.format.id
    files = SegmentFiles(opened.journal, on: disk)
    access = isReadOnly ? .readOnly(.asked) : opened.access
    position = Position(
      segment: SequenceNumber(1), chain: Chain(sum: opened.format.seed, last: .origin))
    try replayAll()
  }

  /// Reads everything from the first record; the newest damage decides the access.
  func replayAll() throws(StoreError) {
    var replay = Replay(
      Pipeline(),
      at: Position(
        segment: SequenceNumber(1),
        chain: Chain(sum: folders.format.seed, last: .origin)),
      wantsEvents: false)
    let tail = try reading { () throws(DiskError) in
      let tail = try files.read(into: &replay, chunk: 1 << 20)
      guard tail == .clean, try files.segments().contains(where: { $0 > replay.cursor.segment })
      else { return tail }
      // Later files, and no way to them: one is missing, unless they came about since we looked.
      let before = replay.cursor
      let again = try files.read(into: &replay, chunk: 1 << 20)
      if again == .clean, replay.cursor == before {
        return .damaged(.missingFile(from: before.chain.last.next))
      }
      return again
    }
    replay.dropUnfinishedCommit()
    pipeline = replay.pipeline
    position = replay.committed
    if case .damaged(let damage) = tail {
      let version = folders.format.version
      if version.major > FormatVersion.current.major { throw error(.newerFormat(version)) }
      // A store that nobody may write anyway is damaged first of all.
      access = .readOnly(.damaged(damage))
    }
  }

  // MARK: Reading

  package func catchUp() throws(StoreError) -> Changes {
    _ = try readTail()
    defer { undelivered = Changes() }
    return undelivered
  }

  /// Takes in what others wrote, without a lock, and says what stands after it.
  ///
  /// When what was read before is no longer there (a writer's flush failed, and it took its record
  /// back), everything is read again.
  func readTail() throws(StoreError) -> Tail {
    if case .readOnly(.damaged(let damage)) = access { return .damaged(damage) }
    let isWhereItWas = try reading { () throws(DiskError) in try isStillBehindUs() }
    if isWhereItWas {
      var replay = Replay(pipeline, at: position, wantsEvents: true)
      // The replay holds the only copy while it works, so that nothing shared is copied.
      pipeline = Pipeline()
      var tail = Tail.clean
      var failure: DiskError?
      do throws(DiskError) { tail = try files.read(into: &replay) } catch { failure = error }
      replay.dropUnfinishedCommit()
      pipeline = replay.pipeline
      position = replay.committed
      undelivered.events += replay.events
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
    return try reading { () throws(DiskError) in try files.read(into: &replay) }
  }

  /// Whether the record before our position is the one we read.
  private func isStillBehindUs() throws(DiskError) -> Bool {
    guard let file = try files.openIfThere(position.segment) else { return false }
    guard let last = position.lastRecord else { return true }
    let length = Int(position.offset - last)
    var head = [UInt8](repeating: 0, count: min(48, length))
    var result: Result<Int, DiskError> = .success(0)
    head.withUnsafeMutableBytes { buffer in
      result = Result { () throws(DiskError) in try disk.read(file, at: last, into: buffer) }
    }
    guard try result.get() == head.count,
      let claims = head.withUnsafeBytes({ RecordFrame.claims($0) })
    else { return false }
    let size = try disk.status(file).size
    return claims.sum == position.chain.sum && claims.sequence == position.chain.last.number
      && size >= position.offset
  }

  func error(_ code: StoreError.Code) -> StoreError { StoreError(code, path: path) }

  func reading<Value>(_ body: () throws(DiskError) -> Value) throws(StoreError) -> Value {
    do { return try body() } catch { throw self.error(.failed(error)) }
  }
}
