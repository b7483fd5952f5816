internal import Glibc
package import Pipeline

/// The end of a chain of records: the last event and its sum, by which a store knows where it stands.
package struct ChainEnd: Hashable, Sendable {
  package let sequence: SequenceNumber
  package let sum: UInt32

  package init(sequence: SequenceNumber, sum: UInt32) {
    self.sequence = sequence
    self.sum = sum
  }
}

/// Records as they are to be stored: sealed onto what comes before, and read back.
package struct SealedRecords: Sendable {
  /// The lines, a line feed between two of them and none at the end.
  package let lines: [UInt8]
  package let events: [RecordedEvent]
  /// What they were sealed onto.
  package let after: ChainEnd
  package let end: ChainEnd
  /// The minor version of the format that their kinds came with.
  package let minor: Int
}

// A mirror is a journal that takes its lines from a server alone: the same records, byte for byte, so
// that opening, history, checkpoints and verifying are those of a journal. It can be thrown away.
extension Journal {
  /// Makes an empty mirror of a server's store.
  ///
  /// - Parameters:
  ///   - id: The server's store; the chain of sums begins with it.
  package static func createMirror(
    at path: String, of id: String, format: FormatVersion, disk: any Disk = LocalDisk(),
    random: () -> UInt64
  ) throws(StoreError) {
    let builder = StoreBuilder(path: path, group: nil, disk: disk, isMirror: true)
    try builder.build(StoreFormat(version: format, id: id), suffix: random()) {
      (builder, journal) throws(DiskError) in
      try builder.makeFile(Position.name(of: SequenceNumber(1)), in: journal, [])
    }
  }

  /// Where it stands.
  package var end: ChainEnd { ChainEnd(sequence: position.chain.last, sum: position.chain.sum) }

  /// Which version of the format it says it is in.
  package var format: FormatVersion { folders.format.version }

  /// What was taken in and not handed out yet.
  package func takeUndelivered() -> Changes {
    defer { undelivered = Changes() }
    return undelivered
  }

  /// Seals events onto the end and makes sure that they read back; stores nothing.
  package func sealed(_ events: [Event], by author: Actor) throws(StoreError) -> SealedRecords {
    let before = end
    let recorded = record(events, by: author)
    var writer = RecordWriter(after: position.chain)
    var check = WrittenRecordCheck()
    var minor = 0
    try recorded.eachInPlace { event throws(StoreError) in
      let start = writer.bytes.count
      writer.append(event)
      minor = max(minor, event.event.formatMinor)
      try makeSure(writer.bytes, from: start, is: event, &check)
    }
    let chain = writer.chain
    return SealedRecords(
      lines: Array(writer.bytes.dropLast()), events: recorded, after: before,
      end: ChainEnd(sequence: chain.last, sum: chain.sum), minor: minor)
  }

  /// Takes whole commits as the server keeps them, and folds them.
  ///
  /// Another program of this machine may have taken some of them: what is here already is compared by
  /// its number and sum and passed over. Nothing is flushed, for all of it can be had again, and what a
  /// killed program left half written is cut off.
  ///
  /// - Parameters:
  ///   - lines: As in ``SealedRecords/lines``.
  ///   - after: What the first line follows.
  ///   - minor: The minor version of the format that the server says it has.
  ///   - wantsEvents: Whether they are to be handed out one by one; else as a new beginning.
  /// - Throws: `damaged` when a line is not the one that follows, with the row it came from; `failed`
  ///   when the disk refuses. The pipeline then stands where it stood.
  package func take(
    _ lines: UnsafeRawBufferPointer, after: ChainEnd, minor: Int, wantsEvents: Bool = true
  ) throws(StoreError) {
    let fresh = try verified(lines, after: after)
    if case .readOnly(let reason) = access { throw error(.readOnly(reason)) }
    let lock = try folders.takeLock(patience: patience)
    defer { lock.release() }
    switch try readTail(wantsEvents: wantsEvents) {
    case .clean: break
    case .damaged(let damage): throw error(.damaged(damage))
    case .unfinished, .unterminated: try cutTail()
    }
    guard let place = fresh.firstIndex(where: { $0.before.sequence == position.chain.last }) else {
      // All of it is here, or a stretch in between is not.
      guard let last = fresh.last, last.number > position.chain.last else { return }
      throw error(
        .damaged(
          Damage(
            .sequence(found: fresh[0].number), at: .row(fresh[0].number),
            sequence: position.chain.last.next)))
    }
    guard fresh[place].before.sum == position.chain.sum else {
      throw error(
        .damaged(Damage(.checksum, at: .row(position.chain.last), sequence: position.chain.last)))
    }
    try raiseFormat(toMinor: minor)
    let bytes = UnsafeRawBufferPointer(rebasing: lines[fresh[place].start...])
    try explaining { () throws(DiskError) in
      let file = try fileForMirror()
      try disk.writeAll(file, Array(bytes) + [0x0A], at: position.offset)
    }
    let tail = try readTail(wantsEvents: wantsEvents)
    if case .damaged(let damage) = tail { throw error(.damaged(damage)) }
  }

  /// Where a line begins, its number and what it follows.
  private struct Line {
    let start: Int
    let number: SequenceNumber
    let before: ChainEnd
  }

  /// Makes sure that lines follow an end, one after the other.
  private func verified(_ lines: UnsafeRawBufferPointer, after: ChainEnd) throws(StoreError)
    -> [Line]
  {
    var chain = Chain(sum: after.sum, last: after.sequence)
    var found: [Line] = []
    var start = 0
    while start < lines.count {
      let rest = UnsafeRawBufferPointer(rebasing: lines[start...])
      let feed = rest.baseAddress.flatMap { memchr($0, 0x0A, rest.count) }
      let length =
        rest.baseAddress.flatMap { base in feed.map { UnsafeRawPointer($0) - base } } ?? rest.count
      let before = ChainEnd(sequence: chain.last, sum: chain.sum)
      do throws(Damage.Kind) {
        chain = try chain.verified(UnsafeRawBufferPointer(rebasing: rest[..<length]))
      } catch {
        throw self.error(
          .damaged(Damage(error, at: .row(before.sequence.next), sequence: before.sequence.next)))
      }
      found.append(Line(start: start, number: chain.last, before: before))
      start += length + 1
    }
    return found
  }

  private func fileForMirror() throws(DiskError) -> Descriptor {
    if position.offset == 0 { return try files.adopt(position.segment, for: folders.sharing) }
    if position.offset < segmentLimit { return try files.open(position.segment, forWriting: true) }
    return try beginFile()
  }

  /// Cuts off what a program left that was killed while it wrote; the lock is held.
  private func cutTail() throws(StoreError) {
    try explaining { () throws(DiskError) in
      try disk.truncate(
        try files.open(position.segment, forWriting: true), to: position.offset)
    }
  }
}
