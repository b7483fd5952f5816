package import Pipeline

extension Journal {
  /// Events already taken in, after one of them, oldest first.
  ///
  /// Read from the files again, checksums and all: only the pipeline is kept in memory.
  ///
  /// - Throws: `damaged` when a record is no longer what it was.
  /// - Complexity: O(bytes of the files that hold them, up to the last one asked for).
  package func events(after sequence: SequenceNumber, limit: Int) throws(StoreError)
    -> [RecordedEvent]
  {
    guard limit > 0, sequence < pipeline.version else { return [] }
    let segments = try explaining { () throws(DiskError) in try files.segments() }
    let first = segments.lastIndex { $0 <= sequence.next } ?? 0
    let gaps = try explaining { () throws(DiskError) in try files.gaps() }.onTheWay
    var events: [RecordedEvent] = []
    for segment in segments[first...] where segment <= pipeline.version {
      if gaps.contains(where: { $0.covers(segment) }) { continue }
      let end = gaps.first { $0.first > segment }?.first
      var history = SegmentHistory(segment, of: self, before: end)
      try history.read(after: sequence, limit: limit, into: &events)
      if events.count == limit || events.last?.sequence == pipeline.version { break }
    }
    return events
  }
}

/// Reads records out of the middle of one file.
private struct SegmentHistory {
  let journal: Journal
  var cursor: Position
  /// The sum before the first record of a later file is in another file, and taken as given.
  var isAnchored: Bool
  /// The first event that was given up, if any.
  let end: SequenceNumber?

  init(_ segment: SequenceNumber, of journal: Journal, before end: SequenceNumber?) {
    self.journal = journal
    self.end = end
    let isFirst = segment.number == 1
    isAnchored = isFirst
    cursor = Position(
      segment: segment,
      chain: Chain(
        sum: isFirst ? journal.folders.format.seed : 0,
        last: SequenceNumber(segment.number - 1)))
  }

  mutating func read(
    after sequence: SequenceNumber, limit: Int, into events: inout [RecordedEvent]
  ) throws(StoreError) {
    var fault: Damage.Kind?
    do throws(DiskError) {
      let name = Position.name(of: cursor.segment)
      let file = try journal.disk.open(name, in: journal.files.folder, .read)
      defer { journal.disk.close(file) }
      let lines = LineReader(file, on: journal.disk, from: 0)
      var reader = RecordReader(wantsIdentity: true)
      while events.count < limit, cursor.chain.last < journal.pipeline.version,
        cursor.chain.last.next != end, let line = try lines.next()
      {
        do throws(Damage.Kind) {
          try step(over: line)
        } catch {
          fault = error
          break
        }
        if cursor.chain.last <= sequence { continue }
        guard let event = try? reader.record(line), event.sequence == cursor.chain.last else {
          fault = .notARecord
          break
        }
        events.append(event)
      }
    } catch {
      throw journal.error(.failed(error))
    }
    if let fault { throw journal.error(.damaged(cursor.damage(fault))) }
  }

  private mutating func step(over line: UnsafeRawBufferPointer) throws(Damage.Kind) {
    if isAnchored {
      cursor = cursor.after(line.count + 1, try cursor.chain.verified(line))
    } else {
      guard let claims = RecordFrame.claims(line) else { throw .notARecord }
      let found = SequenceNumber(claims.sequence)
      guard found == cursor.chain.last.next else { throw .sequence(found: found) }
      isAnchored = true
      cursor = cursor.after(line.count + 1, Chain(sum: claims.sum, last: found))
    }
  }
}
