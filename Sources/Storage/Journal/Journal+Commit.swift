package import Pipeline

extension Journal {
  package func commit(_ work: (Pipeline) throws(Refusal) -> [Event]) throws(StoreError) -> Commit {
    switch access {
    case .readOnly(.replaced): _ = try isInPlaceOrOpenedAgain()
    // Somebody may have mended it, or brought the rest of it.
    case .readOnly(.damaged): if try isInPlaceOrOpenedAgain() { _ = try readTail() }
    default: break
    }
    if case .readOnly(let reason) = access { throw error(readOnly: reason) }
    let lock = try takeLock()
    defer { lock.release() }
    // Whatever was flushed is there, or somebody has cut it off.
    let flushed = folders.flushed
    let recovery = try recover(from: try readTail().judged(by: flushed, at: position))
    if case .damaged(let damage) = Tail.clean.judged(by: flushed, at: position) {
      throw foundDamaged(damage)
    }
    if let recovery {
      var told = [Event.storeRecovered(recovery.record)]
      undelivered.events += try store(&told)
    }
    var events: [Event]
    do throws(Refusal) { events = try work(pipeline) } catch { throw self.error(.refused(error)) }
    let recorded = try store(&events)
    defer { undelivered = Changes() }
    return Commit(others: undelivered, events: recorded, recovery: recovery)
  }

  /// Takes the lock of the store that is at the path now, which may be another folder than before.
  private func takeLock() throws(StoreError) -> StoreLock {
    do throws(StoreError) { return try folders.takeLock(patience: patience) } catch {
      guard error.code == .readOnly(.replaced) else { throw error }
    }
    _ = try isInPlaceOrOpenedAgain()
    if case .readOnly(let reason) = access { throw error(readOnly: reason) }
    // Moved once more: whoever does that is not waited for.
    return try folders.takeLock(patience: patience)
  }

  private func error(readOnly reason: ReadOnlyReason) -> StoreError {
    if case .damaged(let damage) = reason { return error(.damaged(damage)) }
    return error(.readOnly(reason))
  }

  /// Writes, flushes and only then applies.
  ///
  /// - Parameter events: Empty afterwards: a hundred thousand of them are not held beside what is recorded
  ///   of them.
  private func store(_ events: inout [Event]) throws(StoreError) -> [RecordedEvent] {
    if events.isEmpty { return [] }
    try flushWhatOthersLeft()
    try raiseFormat(for: events)
    let recorded = record(events, by: authorship.actor)
    events = []
    var writer = RecordWriter(after: position.chain)
    var check = WrittenRecordCheck()
    var file: Descriptor?
    var end = position.offset
    do throws(StoreError) {
      // In place: to take a large event out of the list for a look at it is to copy it.
      try recorded.eachInPlace { event throws(StoreError) in
        let start = writer.bytes.count
        writer.append(event)
        try makeSure(writer.bytes, from: start, is: event, &check)
        if writer.bytes.count >= Journal.pieceLimit {
          try write(&writer, to: &file, at: &end)
        }
      }
      try write(&writer, to: &file, at: &end)
    } catch {
      // The cut is flushed, or a power cut could mix what was written with what is written next.
      if let file, (try? disk.truncate(file, to: position.offset)) != nil {
        try? disk.flushData(file)
      }
      throw error
    }
    if let file {
      do throws(DiskError) { try disk.flushData(file) } catch { throw giveUp(file, error) }
      // The lock keeps only this program away: nothing is saved that is not in the store by its name.
      guard isUnderItsName else { throw self.error(.unconfirmed) }
      folders.flushMark?.move(to: writer.chain)
    }
    position.line += recorded.count
    position.lastRecord = end - Int64(writer.lastLength)
    position.offset = end
    position.chain = writer.chain
    recorded.eachInPlace { pipeline.apply($0) }
    return recorded
  }

  /// Whether what was written is where whoever opens the store will look for it.
  private var isUnderItsName: Bool {
    (try? folders.areInPlace()) == true && (try? files.isWhatItsNameSays()) == true
  }

  /// Flushes the last record, unless it is known to be: its writer may have been killed before.
  private func flushWhatOthersLeft() throws(StoreError) {
    guard position.offset > 0, folders.flushMark?.isAt(position.chain) == false else { return }
    do throws(DiskError) {
      try disk.flushData(try files.open(position.segment, forWriting: true))
    } catch {
      if error.call == .flush { access = .readOnly(.flushFailed(errno: error.errno)) }
      throw self.error(.notSaved(error))
    }
  }

  /// A large commit is written in pieces of this many bytes: without its last one it is no commit,
  /// and whoever reads it passes it over.
  private static let pieceLimit = 1 << 20

  /// Writes the records that were made since the last piece behind it.
  private func write(_ writer: inout RecordWriter, to file: inout Descriptor?, at end: inout Int64)
    throws(StoreError)
  {
    if writer.bytes.isEmpty { return }
    if file == nil {
      file = try fileToWrite()
      end = position.offset
    }
    guard let file else { return }
    do throws(DiskError) {
      try disk.writeAll(file, writer.bytes, at: end)
    } catch {
      throw self.error(.notSaved(error))
    }
    end += Int64(writer.bytes.count)
    writer.removeWritten()
  }

  func record(_ events: [Event], by actor: Actor) -> [RecordedEvent] {
    let now = authorship.now()
    return events.enumerated().map { index, event in
      RecordedEvent(
        sequence: SequenceNumber(position.chain.last.number + UInt64(index) + 1),
        id: Authorship.identifier(authorship.random), part: index, parts: events.count,
        by: actor, host: authorship.host, recordedAt: now, event: event)
    }
  }

  /// Reads a record back before it is written, so that nothing is stored that cannot be read.
  ///
  /// - Throws: `tooLarge` or `notWritable`.
  func makeSure(
    _ bytes: [UInt8], from start: Int, is event: RecordedEvent, _ check: inout WrittenRecordCheck
  ) throws(StoreError) {
    let count = bytes.count - start - 1
    if count > RecordFrame.limit {
      throw error(.tooLarge(bytes: count, limit: RecordFrame.limit))
    }
    let same = bytes.withUnsafeBytes { buffer in
      check.reads(UnsafeRawBufferPointer(rebasing: buffer[start..<start + count]), as: event)
    }
    if !same { throw error(.notWritable(kind: event.event.kind?.rawValue ?? "")) }
  }

  /// The file that takes the next record, a new one when the last has grown enough.
  private func fileToWrite() throws(StoreError) -> Descriptor {
    do throws(DiskError) {
      if position.offset == 0 { return try files.adopt(position.segment, for: folders.sharing) }
      if position.offset < segmentLimit {
        return try files.open(position.segment, forWriting: true)
      }
      let full = try files.open(position.segment)
      // In a shared store the file may be a colleague's, whose permissions are not ours to change.
      try? disk.setMode(full, folders.sharing.closedMode)
      return try beginFile()
    } catch {
      throw self.error(.notSaved(error))
    }
  }

  func beginFile() throws(DiskError) -> Descriptor {
    let next = position.chain.last.next
    let file = try files.create(next, for: folders.sharing)
    position = Position(segment: next, chain: position.chain)
    return file
  }

  /// After a failed flush nothing that this process says about the disk is to be believed.
  ///
  /// The record is taken back, and the next writer is given a file of its own, unless a power cut
  /// could bring the record back behind it.
  private func giveUp(_ file: Descriptor, _ cause: DiskError) -> StoreError {
    access = .readOnly(.flushFailed(errno: cause.errno))
    if (try? disk.truncate(file, to: position.offset)) != nil, (try? disk.flush(file)) != nil,
      position.offset > 0
    {
      _ = try? beginFile()
    }
    return error(.notSaved(cause))
  }

  // MARK: Recovery

  /// Puts aside what an interrupted writer left; the lock is held.
  private func recover(from tail: Tail) throws(StoreError) -> Recovery? {
    switch tail {
    case .clean: return nil
    case .damaged(let damage): throw foundDamaged(damage)
    case .unterminated(let bytes):
      return try explaining(as: StoreError.Code.notSaved) { () throws(DiskError) in
        try complete(recordBytes: bytes)
      }
    case .unfinished:
      return try explaining(as: StoreError.Code.notSaved) { () throws(DiskError) in try putAside() }
    }
  }

  private func foundDamaged(_ damage: Damage) -> StoreError {
    access = .readOnly(.damaged(damage))
    return error(.damaged(damage))
  }

  /// Adds the line feed that a sound last record lacks.
  private func complete(recordBytes: Int) throws(DiskError) -> Recovery {
    let file = try files.open(position.segment, forWriting: true)
    var replay = Replay(pipeline, at: position, wantsEvents: true)
    _ = try files.read(into: &replay)
    let end = replay.cursor.offset + Int64(recordBytes)
    try disk.truncate(file, to: end)
    try disk.writeAll(file, [0x0A], at: end)
    try disk.flushData(file)
    let recovery = Recovery(
      .completed, file: position.file, line: replay.cursor.line + 1, bytes: Int64(recordBytes))
    replay = Replay(pipeline, at: position, wantsEvents: true)
    _ = try files.read(into: &replay)
    pipeline = replay.pipeline
    position = replay.committed
    undelivered.events += replay.events
    return recovery
  }

  /// Moves everything after the last whole commit into a file of its own.
  private func putAside() throws(DiskError) -> Recovery {
    let file = try files.open(position.segment, forWriting: true)
    let end = try disk.status(file).size
    let place = "\(Position.name(of: position.segment).dropLast(6))-\(position.offset)"
    let name = "\(place)-\(String(authorship.random(), radix: 16)).torn"
    let (copy, zeros) = try folders.putAside(
      file, from: position.offset, to: end, as: name, on: disk)
    try disk.truncate(file, to: position.offset)
    try disk.flushData(file)
    return Recovery(
      .putAside(file: copy), file: position.file, line: position.line + 1,
      bytes: end - position.offset, zerosLeftOut: zeros)
  }
}
