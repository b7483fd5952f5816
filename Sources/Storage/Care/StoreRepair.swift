package import Pipeline

/// Mends a damaged journal with what a backup of the same store holds.
///
/// Nothing is given up: a file that is replaced is copied into `quarantine/` before, and when the
/// backup cannot make up for all of the damage, nothing is changed.
package struct StoreRepair: StoreWork {
  /// What was done.
  package struct Report: Hashable, Sendable {
    /// The files written anew from the backup.
    package fileprivate(set) var replaced: [String] = []
    /// Where they are as they were found; a missing file has none.
    package fileprivate(set) var putAside: [String] = []
    /// The last event of the store now.
    package fileprivate(set) var last = SequenceNumber.origin
  }

  let path: String
  private let disk: any Disk
  private let folders: StoreFolders
  private let files: SegmentFiles
  private let backup: SegmentFiles
  /// The sums of the backup's records; event n's stands at n - 1.
  private var sums: [UInt32] = []
  /// Whether the store ends before the backup does: what half a record it ends with is in the backup.
  private var isCutOff = false
  /// Where the backup ends.
  private let end: Position
  private let backupSegments: [SequenceNumber]
  private let random: () -> UInt64

  /// Mends the store in a folder with a backup in another.
  ///
  /// - Parameter patience: Milliseconds to wait for a writer.
  /// - Throws: `unfit` when the backup is of another store, tells another story or ends too early,
  ///   and when there is nothing to mend.
  /// - Complexity: O(bytes of both journals).
  package static func run(
    on path: String, from backupPath: String, disk: any Disk = LocalDisk(),
    patience: Int = Journal.patience, random: @escaping () -> UInt64
  ) throws(StoreError) -> Report {
    let folders = try StoreFolders.open(path, on: disk)
    let lock = try folders.takeLock(patience: patience)
    defer { lock.release() }
    var repair = try StoreRepair(folders, path, backupPath, disk, random)
    repair.files.removeBegun()
    return try repair.run()
  }

  private init(
    _ folders: StoreFolders, _ path: String, _ backupPath: String, _ disk: any Disk,
    _ random: @escaping () -> UInt64
  ) throws(StoreError) {
    self.path = path
    self.disk = disk
    self.folders = folders
    self.random = random
    files = SegmentFiles(folders.journal, on: disk, ownsFolder: false)
    let source = try StoreFolders.open(backupPath, isReadOnly: true, on: disk)
    if source.isSameFolder(as: folders) { throw StoreError(.unfit(.sameFolder), place: backupPath) }
    guard source.format.id == folders.format.id else {
      throw StoreError(.unfit(.otherStore), place: backupPath)
    }
    backup = SegmentFiles(source.journal, on: disk)
    let whole = try WholeJournal(backup, of: source, path: backupPath)
    end = whole.end
    backupSegments = whole.segments
  }

  private mutating func run() throws(StoreError) -> Report {
    var replay = Replay(from: folders.format)
    let flushed = folders.flushed
    let tail = try explaining { () throws(DiskError) in
      try files.lookForGaps()
      return try files.readToEnd(&replay)
    }
    replay.dropUnfinishedCommit()
    guard case .damaged(let damage) = tail.judged(by: flushed, at: replay.committed) else {
      throw StoreError(.unfit(.nothingToMend), place: path)
    }
    if case .cutOff = damage.kind { isCutOff = true }
    if !files.gapStarts.isEmpty || !backup.gapStarts.isEmpty { throw unfit(.hasGap) }
    try explaining { () throws(DiskError) in try readSums() }
    let sound = replay.committed.chain
    if sound.last >= end.chain.last { throw unfit(.tooOld(last: end.chain.last, damage)) }
    let same = sound.last == .origin || sums[Int(sound.last.number) - 1] == sound.sum
    if !same { throw unfit(.disagrees(at: sound.last)) }
    if try !explaining({ () throws(DiskError) in try restContinues() }) {
      throw unfit(.tooOld(last: end.chain.last, damage))
    }
    var report = try explaining { () throws(DiskError) in try replaceFiles() }
    report.last = try WholeJournal(files, of: folders, path: path).end.chain.last
    return report
  }

  private mutating func readSums() throws(DiskError) {
    for segment in backupSegments {
      let lines = LineReader(try backup.open(segment), on: disk, from: 0)
      while UInt64(sums.count) < end.chain.last.number, let line = try lines.next() {
        sums.append(RecordFrame.claims(line)?.sum ?? 0)
      }
    }
  }

  /// Whether every line of the store is in the backup, or follows on what the backup ends with.
  private func restContinues() throws(DiskError) -> Bool {
    var chain = end.chain
    for segment in try files.segments() {
      let lines = LineReader(try files.open(segment), on: disk, from: 0)
      // The backup is the beginning of the journal: up to here it holds every byte.
      let covered = segment < end.segment ? .max : segment == end.segment ? end.offset : 0
      while let line = try lines.next() {
        if let next = try? chain.verified(line) {
          chain = next
          continue
        }
        if lines.offset <= covered, chain == end.chain { continue }
        // A line that was doubled pushes others down; only the backup's own are known to be that.
        if !isInBackup(line) { return false }
      }
    }
    return true
  }

  /// Whether a line is, to the last byte, a record of the backup.
  private func isInBackup(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let claims = RecordFrame.claims(line), claims.sequence >= 1,
      claims.sequence <= end.chain.last.number
    else { return false }
    let index = Int(claims.sequence) - 1
    let before = Chain(
      sum: index == 0 ? folders.format.seed : sums[index - 1],
      last: SequenceNumber(claims.sequence - 1))
    return (try? before.verified(line))?.sum == sums[index]
  }

  // MARK: Writing

  private func replaceFiles() throws(DiskError) -> Report {
    var report = Report()
    let own = try files.segments()
    let starts = Set(own + backupSegments).filter { $0 <= end.chain.last }.sorted()
    var source = BackupLines(backup, backupSegments, on: disk)
    for (index, start) in starts.enumerated() {
      let isLast = index + 1 == starts.count
      let next = isLast ? end.chain.last.next : starts[index + 1]
      let isThere = own.contains(start)
      let content = Content(
        source: source, events: start..<next,
        own: isLast && isThere && !isCutOff ? start : nil)
      if isThere, try isAlready(start, content, &source) { continue }
      if isThere { report.putAside.append(try putAside(start)) }
      let isClosed = !isLast || own.contains { $0 > start }
      try replace(start, with: content, isClosed: isClosed, &source)
      report.replaced.append("journal/" + Position.name(of: start))
    }
    return report
  }

  /// What a file is to hold: events of the backup, and what the store's own file holds after them.
  private struct Content {
    let source: BackupLines
    let events: Range<SequenceNumber>
    let own: SequenceNumber?
  }

  /// Hands out what a file is to hold, line by line; `source` stands behind it then.
  private func each(
    of content: Content, _ source: inout BackupLines,
    _ body: (UnsafeRawBufferPointer) throws(DiskError) -> Void
  ) throws(DiskError) {
    source = try content.source.again()
    try source.take(content.events, body)
    guard let own = content.own else { return }
    var chain = end.chain
    let lines = LineReader(try files.open(own), on: disk, from: 0)
    while let line = try lines.next() {
      guard let next = try? chain.verified(line) else { continue }
      chain = next
      try body(line)
      try BackupLines.feed(body)
    }
    try body(lines.remainder)
  }

  /// Whether a file holds what it should already.
  private func isAlready(
    _ segment: SequenceNumber, _ content: Content, _ source: inout BackupLines
  ) throws(DiskError) -> Bool {
    // A descriptor of its own: the content is read from the same file.
    let file = try disk.open(Position.name(of: segment), in: files.folder, .read)
    defer { disk.close(file) }
    var offset: Int64 = 0
    var isSame = true
    try each(of: content, &source) { (bytes) throws(DiskError) in
      guard isSame else { return }
      let there = try disk.readAll(file, from: offset, limit: bytes.count)
      isSame = there.withUnsafeBytes { $0.elementsEqual(bytes) }
      offset += Int64(bytes.count)
    }
    let size = try disk.status(file).size
    return isSame && size == offset
  }

  private func putAside(_ segment: SequenceNumber) throws(DiskError) -> String {
    let name = "\(Position.name(of: segment).dropLast(6))-\(String(random(), radix: 16)).damaged"
    let file = try files.open(segment)
    let end = try disk.status(file).size
    return try folders.putAside(file, to: end, as: name, mode: 0o440, on: disk).file
  }

  private func replace(
    _ segment: SequenceNumber, with content: Content, isClosed: Bool, _ source: inout BackupLines
  ) throws(DiskError) {
    let name = Position.name(of: segment)
    try disk.replace(name, in: files.folder, suffix: random()) { (temporary) throws(DiskError) in
      try folders.sharing.makeFile(
        temporary, in: files.folder,
        mode: isClosed ? folders.sharing.closedMode : folders.sharing.openMode, on: disk)
    } fill: { (file) throws(DiskError) in
      var offset: Int64 = 0
      var piece: [UInt8] = []
      try each(of: content, &source) { (bytes) throws(DiskError) in
        piece += bytes
        if piece.count < StoreRepair.piece { return }
        try disk.writeAll(file, piece, at: offset)
        offset += Int64(piece.count)
        piece.removeAll(keepingCapacity: true)
      }
      try disk.writeAll(file, piece, at: offset)
    }
    files.forget()
  }

  /// How many bytes are written at a time.
  private static let piece = 1 << 20

  private func unfit(_ fault: BackupFault) -> StoreError { StoreError(.unfit(fault), place: path) }

}

/// The records of a backup in order, cut up as they are asked for.
private struct BackupLines {
  private let files: SegmentFiles
  private let disk: any Disk
  private var left: ArraySlice<SequenceNumber>
  private var current: SequenceNumber?
  private var lines: LineReader?
  private var offset: Int64 = 0
  private var place = SequenceNumber(1)

  init(_ files: SegmentFiles, _ segments: [SequenceNumber], on disk: any Disk) {
    self.files = files
    self.disk = disk
    left = segments[...]
  }

  /// The same place, to be read from once more, whatever was read since.
  func again() throws(DiskError) -> BackupLines {
    var copy = self
    if let current {
      copy.lines = LineReader(try files.open(current), on: disk, from: offset)
    }
    return copy
  }

  /// The lines of some events, the first of them the next to be read.
  mutating func take(
    _ events: Range<SequenceNumber>, _ body: (UnsafeRawBufferPointer) throws(DiskError) -> Void
  ) throws(DiskError) {
    while place < events.upperBound {
      if let line = try lines?.next() {
        if place >= events.lowerBound {
          try body(line)
          try BackupLines.feed(body)
        }
        offset = lines?.offset ?? 0
        place = place.next
      } else if let segment = left.popFirst() {
        // The files keep one open; this one has to stay while it is read.
        lines = LineReader(try files.open(segment), on: disk, from: 0)
        (current, offset) = (segment, 0)
      } else {
        break
      }
    }
  }

  /// Ends a line.
  static func feed(_ body: (UnsafeRawBufferPointer) throws(DiskError) -> Void) throws(DiskError) {
    let feed: [UInt8] = [0x0A]
    var result: Result<Void, DiskError> = .success(())
    feed.withUnsafeBytes { bytes in
      result = Result { () throws(DiskError) in try body(bytes) }
    }
    try result.get()
  }
}
