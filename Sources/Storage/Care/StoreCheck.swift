package import Pipeline

/// Reads every byte of a store and says what is not as it was written; changes nothing.
package struct StoreCheck {
  /// What was found, as facts.
  package struct Report: Hashable, Sendable {
    package let format: FormatVersion
    package let storeID: String
    package var files = 0
    package var bytes: Int64 = 0
    /// Records that are what was written.
    package var records = 0
    /// The last event before the first damage: what the board shows.
    package var lastWhole = SequenceNumber.origin
    /// The highest event number met.
    package var last = SequenceNumber.origin
    package var unknownEvents = 0
    package var findings: [Finding] = []

    /// Whether every acknowledged event is there; an interrupted writer's remains do not count.
    package var isSound: Bool {
      !findings.contains { if case .damage = $0 { true } else { false } }
    }

    /// Events that cannot be read any more, as far as numbers tell.
    package var lost: Int { max(0, Int(clamping: last.number) - records - givenUp) }
    /// Event numbers that were given up with consent.
    package var givenUp: Int {
      findings.reduce(0) { if case .gap(let gap) = $1 { $0 + gap.count } else { $0 } }
    }
  }

  private let path: String
  let disk: any Disk
  let folders: StoreFolders
  let files: SegmentFiles
  var report: Report
  private var gaps: [Gap] = []
  /// Up to which record the journal was flushed when the check began.
  private var flushed: Chain?

  /// Checks the store in a folder.
  ///
  /// - Throws: When it cannot be read, or is no store.
  /// - Complexity: O(bytes of the journal and the checkpoints).
  package static func run(on path: String, disk: any Disk = LocalDisk()) throws(StoreError)
    -> Report
  {
    let folders = try StoreFolders.open(path, isReadOnly: true, on: disk)
    var check = StoreCheck(
      path: path, disk: disk, folders: folders, files: SegmentFiles(folders.journal, on: disk),
      report: Report(format: folders.format.version, storeID: folders.format.id))
    do throws(DiskError) { try check.checkAll() } catch {
      throw StoreError(.failed(error), place: path)
    }
    return check.report
  }

  private mutating func checkAll() throws(DiskError) {
    flushed = folders.flushed
    try checkAccess(folders.root, "")
    try checkAround()
    try checkNames()
    try files.lookForGaps()
    gaps = try files.gaps()
    let segments = try files.segments()
    var link = Link(Chain(sum: folders.format.seed, last: .origin))
    var ahead = gaps.onTheWay[...]
    if segments.first != SequenceNumber(1), ahead.first?.first != SequenceNumber(1) {
      missingFile(SequenceNumber(1))
    }
    for segment in segments {
      while let gap = ahead.first, gap.first <= segment {
        ahead.removeFirst()
        try take(gap, &link)
      }
      if gaps.contains(where: { $0.covers(segment) }) {
        try countGivenUp(segment)
        continue
      }
      if segment > link.last.next { try unreached(segment, after: link.last) }
      // What a missing file ended with is not known; what it held is counted as lost.
      if segment != link.last.next { link = Link(lost: SequenceNumber(segment.number - 1)) }
      try check(segment, &link, before: ahead.first?.first)
    }
    for gap in ahead { try take(gap, &link) }
    try checkCheckpoints(try checkCommits())
  }

  /// What follows a gap continues the sum that the gap claims.
  private mutating func take(_ gap: Gap, _ link: inout Link) throws(DiskError) {
    report.findings.append(.gap(gap))
    let bytes = try files.gapBytes(gap.first)
    let claimed = bytes.withUnsafeBytes { RecordFrame.claims($0)?.sum }
    link = Link(Chain(sum: claimed ?? 0, last: SequenceNumber(gap.resume.number - 1)))
    report.last = max(report.last, link.last)
  }

  /// A file that was given up as a whole: it is there, and read no more.
  private mutating func countGivenUp(_ segment: SequenceNumber) throws(DiskError) {
    let file = try files.open(segment)
    try checkAccess(file, "journal/" + Position.name(of: segment))
    report.files += 1
    report.bytes += try disk.status(file).size
  }

  /// A file that nothing leads up to: another one is gone, or this one has never held a record.
  private mutating func unreached(_ segment: SequenceNumber, after last: SequenceNumber)
    throws(DiskError)
  {
    let name = Position.name(of: segment)
    let status = try disk.status(of: name, in: files.folder)
    guard status.kind == .file, status.size == 0 else {
      return missingFile(last.next)
    }
    report.findings.append(
      .damage(
        Damage(.emptyFile, file: "journal/" + name, line: 0, offset: 0, sequence: last.next)))
  }

  private mutating func missingFile(_ segment: SequenceNumber) {
    report.findings.append(.damage(.missingFile(from: segment)))
  }

  /// What the next record may continue: the sum that a line claims, or the one it should have.
  private struct Link {
    var candidates: [UInt32]
    var last: SequenceNumber

    init(_ chain: Chain) {
      candidates = [chain.sum]
      last = chain.last
    }

    init(lost last: SequenceNumber) {
      candidates = []
      self.last = last
    }
  }

  private mutating func check(
    _ segment: SequenceNumber, _ link: inout Link, before gap: SequenceNumber?
  ) throws(DiskError) {
    let file = try files.open(segment)
    try checkAccess(file, "journal/" + Position.name(of: segment))
    report.files += 1
    report.bytes += try disk.status(file).size
    var cursor = Position(segment: segment, chain: Chain(sum: 0, last: link.last))
    let lines = LineReader(file, on: disk, from: 0)
    while link.last.next != gap, let line = try lines.next() {
      cursor.chain.last = link.last
      if let kind = step(over: line, &link) {
        report.findings.append(.damage(cursor.damage(kind)))
      } else {
        report.records += 1
      }
      cursor = cursor.after(line.count + 1, Chain(sum: 0, last: link.last))
      report.last = max(report.last, link.last)
    }
  }

  /// Takes a line, sound or not, so that the next one can be judged; nil when it is sound.
  private func step(over line: UnsafeRawBufferPointer, _ link: inout Link) -> Damage.Kind? {
    guard let claims = RecordFrame.claims(line) else {
      link = Link(lost: link.last.next)
      return .notARecord
    }
    let found = SequenceNumber(claims.sequence)
    let expected = link.last.next
    let body = UnsafeRawBufferPointer(rebasing: line[17...])
    let sums = link.candidates.map { CRC32C.sum(body, after: $0) }
    // After a line that is no record nothing is known to continue.
    let isSound = found == expected && (sums.isEmpty || sums.contains(claims.sum))
    link = Link(Chain(sum: claims.sum, last: found))
    if isSound { return nil }
    if found != expected {
      // A number far off is more likely a changed digit than a million lost events.
      if found > SequenceNumber(expected.number + 1_000_000) { link.last = expected }
      return .sequence(found: found)
    }
    link.candidates += sums
    return .checksum
  }

  /// Folds the records, which finds what stands at the end, and commits without their end.
  private mutating func checkCommits() throws(DiskError) -> Pipeline {
    var replay = Replay(
      Pipeline(),
      at: Position(
        segment: SequenceNumber(1), chain: Chain(sum: folders.format.seed, last: .origin)),
      wantsEvents: false)
    let tail = try files.read(into: &replay, chunk: 1 << 20)
    replay.dropUnfinishedCommit()
    report.lastWhole = replay.committed.chain.last
    report.unknownEvents = replay.pipeline.unknownEvents
    let end = replay.committed
    switch tail.judged(by: flushed, at: end) {
    case .clean:
      if let flushed, end.lastRecord != nil, flushed.last == end.chain.last, flushed != end.chain {
        report.findings.append(.otherEnd(flushed.last))
      }
    case .unfinished, .unterminated:
      forgetUnfinished(after: replay.committed)
      let file = try files.open(replay.committed.segment)
      report.findings.append(
        .unfinished(
          file: replay.committed.file, line: replay.committed.line + 1,
          bytes: try disk.status(file).size - replay.committed.offset))
    case .damaged(let damage):
      if case .cutOff = damage.kind { forgetUnfinished(after: end) }
      if let flushed { report.last = max(report.last, flushed.last) }
      let isKnown = report.findings.contains {
        if case .damage(let known) = $0 {
          known.file == damage.file && known.line == damage.line || known.kind == damage.kind
        } else {
          false
        }
      }
      if !isKnown { report.findings.append(.damage(damage)) }
    }
    return replay.pipeline
  }

  // MARK: Checkpoints

  /// Has every checkpoint lead to the pipeline that the whole journal leads to.
  private mutating func checkCheckpoints(_ whole: Pipeline) throws(DiskError) {
    let checkpoints = CheckpointFiles(folders)
    for name in try checkpoints.names().sorted() {
      let file = "checkpoint/" + name
      guard let sequence = Checkpoint.sequence(named: name) else {
        // One that is being written, or was when its writer was killed.
        let isUnfinished = name.hasPrefix(".") && name.hasSuffix(".new")
        if !isUnfinished { report.findings.append(.strange(file: file)) }
        continue
      }
      do throws(Checkpoint.Fault) {
        let (_, pipeline, position) = try checkpoints.read(sequence, isWhole: true)
        do throws(DiskError) {
          // Of no use, and no news: it went with what was given up.
          if gaps.contains(where: { $0.covers(sequence) }) { continue }
          let end = try files.holds(position) ? replayed(pipeline, from: position) : nil
          if end == nil { report.findings.append(.checkpoint(file: file, .notInJournal)) }
          if let end, end != whole, report.isSound {
            report.findings.append(.checkpoint(file: file, .differs))
          }
        } catch {
          throw .unreadable(error)
        }
      } catch {
        report.findings.append(.checkpoint(file: file, error))
      }
    }
  }

  private func replayed(_ pipeline: Pipeline, from position: Position) throws(DiskError)
    -> Pipeline
  {
    var replay = Replay(pipeline, at: position, wantsEvents: false)
    _ = try files.read(into: &replay, chunk: 1 << 20)
    replay.dropUnfinishedCommit()
    return replay.pipeline
  }

  /// What stands in a commit that was never acknowledged is no damage and no loss.
  private mutating func forgetUnfinished(after end: Position) {
    report.findings.removeAll {
      if case .damage(let damage) = $0 {
        damage.file == end.file && damage.line > end.line
      } else {
        false
      }
    }
    if report.isSound {
      report.last = end.chain.last
      report.records = Int(clamping: end.chain.last.number) - report.givenUp
    }
  }
}
