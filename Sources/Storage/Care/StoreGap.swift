internal import Glibc
package import Pipeline

/// Gives up what follows the first damage of a journal, so that writing can go on without it.
///
/// For a store that no backup mends and no checkpoint bridges. No record is rewritten or deleted: a
/// ``Gap`` is put beside the files, and the journal goes on in a new one. A gap that was damaged
/// itself is replaced, and kept in `quarantine/`.
package struct StoreGap: StoreWork {
  /// What is given up, or would be.
  package struct Report: Hashable, Sendable {
    package let damage: Damage
    package let gap: Gap
    /// The files that are read no more, wholly or from the damage on.
    package let files: [String]

    /// The last event that stays.
    package var lastWhole: SequenceNumber { SequenceNumber(gap.first.number - 1) }
  }

  let path: String
  private let disk: any Disk
  private let folders: StoreFolders
  private let files: SegmentFiles

  /// Says what would be given up; changes nothing.
  ///
  /// - Throws: `unfit` with `nothingToMend` when the store is not damaged, or `keptByCheckpoint`
  ///   when it opens whole in spite of the damage.
  /// - Complexity: O(bytes of the journal).
  package static func preview(
    on path: String, authorship: Authorship, disk: any Disk = LocalDisk()
  ) throws(StoreError) -> Report {
    try StoreGap(path, disk, StoreFolders.open(path, isReadOnly: true, on: disk))
      .survey(authorship).report
  }

  /// Gives it up, which somebody has to have agreed to.
  ///
  /// Interrupted at any point, the store is damaged as before or goes on behind the gap.
  ///
  /// - Parameter patience: Milliseconds to wait for a writer.
  /// - Throws: As ``preview(on:authorship:disk:)``, and `busy` while somebody writes.
  package static func run(
    on path: String, authorship: Authorship, disk: any Disk = LocalDisk(),
    patience: Int = Journal.patience
  ) throws(StoreError) -> Report {
    let folders = try StoreFolders.open(path, on: disk)
    let lock = try folders.takeLock(patience: patience)
    defer { lock.release() }
    let work = StoreGap(path, disk, folders)
    work.files.removeBegun()
    let (report, chain) = try work.survey(authorship)
    let bytes = report.gap.bytes(after: chain)
    guard Gap(bytes) == report.gap else {
      throw StoreError(.notWritable(kind: "store.gap"), place: path)
    }
    try work.explaining { () throws(DiskError) in
      try work.write(bytes, report.gap, suffix: authorship.random())
    }
    return report
  }

  private init(_ path: String, _ disk: any Disk, _ folders: StoreFolders) {
    self.path = path
    self.disk = disk
    self.folders = folders
    files = SegmentFiles(folders.journal, on: disk, ownsFolder: false)
  }

  // MARK: What is lost

  private func survey(_ authorship: Authorship) throws(StoreError) -> (report: Report, chain: Chain)
  {
    let found = try explaining { () throws(DiskError) -> (Report, Chain)? in
      var replay = Replay(from: folders.format)
      let flushed = folders.flushed
      try files.lookForGaps()
      let tail = try files.readToEnd(&replay)
      replay.dropUnfinishedCommit()
      let end = replay.committed
      guard case .damaged(let damage) = tail.judged(by: flushed, at: end) else { return nil }
      var lost = Lost(highest: end.chain.last.next)
      if let flushed { lost.meet(flushed.last) }
      var names: [String] = []
      for segment in try files.segments() where segment >= end.segment {
        let file = try files.open(segment)
        let start = segment == end.segment ? end.offset : 0
        let size = try disk.status(file).size
        // An empty file was begun for an event that was not stored; a try before may have left it.
        if size <= start {
          lost.meet(SequenceNumber(segment.number - 1))
          continue
        }
        lost.meet(segment)
        names.append("journal/" + Position.name(of: segment))
        try lost.take(file, from: start, to: size, on: disk)
      }
      for gap in try files.gaps() where gap.first > end.chain.last {
        lost.meet(SequenceNumber(gap.resume.number - 1))
      }
      for sequence in try CheckpointFiles(folders).sequences() { lost.meet(sequence) }
      let gap = Gap(
        first: end.chain.last.next, resume: lost.highest.next, damagedFile: damage.file,
        line: damage.line, offset: damage.offset, lines: lost.lines, bytes: lost.bytes,
        by: authorship.actor, host: authorship.host, at: authorship.now())
      return (Report(damage: damage, gap: gap, files: names), end.chain)
    }
    guard let found else { throw StoreError(.unfit(.nothingToMend), place: path) }
    // Behind a number that cannot be right the store could hardly be written to any more.
    if found.0.gap.resume.number > SequenceNumber.highest.number - StoreGap.room {
      let last = try explaining { () throws(DiskError) in try files.segments().last }
      let file = last.map { "journal/" + Position.name(of: $0) } ?? "journal"
      throw StoreError(.unfit(.numbersEnd(file: file)), place: path)
    }
    // A checkpoint from behind the damage still holds what giving up would lose.
    let opened = try Journal(path: path, authorship: authorship, isReadOnly: true, disk: disk)
    if opened.access == .readOnly(.asked), opened.pipeline.version >= found.0.gap.first {
      throw StoreError(.unfit(.keptByCheckpoint(last: opened.pipeline.version)), place: path)
    }
    return found
  }

  /// How many event numbers have to be left behind a gap.
  private static let room: UInt64 = 1_000_000_000_000

  /// Counts what is given up.
  private struct Lost {
    /// The highest number that was handed out, as far as can be seen.
    var highest: SequenceNumber
    var lines = 0
    var bytes: Int64 = 0

    mutating func meet(_ sequence: SequenceNumber) { highest = max(highest, sequence) }

    /// Looks for records anywhere, also inside a line: line feeds may be damaged too.
    ///
    /// Read a piece at a time: what is damaged may be of any size.
    mutating func take(_ file: Descriptor, from start: Int64, to end: Int64, on disk: any Disk)
      throws(DiskError)
    {
      bytes += end - start
      var endsWithFeed = false
      try disk.eachPiece(of: file, from: start, to: end) { (piece, offset) throws(DiskError) in
        for (index, byte) in piece.enumerated() {
          if byte == 0x0A { lines += 1 }
          guard byte == 0x7B else { continue }
          if index + Lost.beginning <= piece.count {
            meet(recordIn: UnsafeRawBufferPointer(rebasing: piece[index...]))
          } else {
            let head = try disk.readAll(file, from: offset + Int64(index), limit: Lost.beginning)
            head.withUnsafeBytes { meet(recordIn: $0) }
          }
        }
        endsWithFeed = offset + Int64(piece.count) == end && piece.last == 0x0A
        return true
      }
      if !endsWithFeed { lines += 1 }
    }

    /// As many bytes as the number of a record is among.
    private static let beginning = 64

    private mutating func meet(recordIn bytes: UnsafeRawBufferPointer) {
      guard let claims = RecordFrame.claims(bytes) else { return }
      // A number far off is more likely a changed digit than a million lost events.
      if claims.sequence <= highest.number + 1_000_000 { meet(SequenceNumber(claims.sequence)) }
    }
  }

  // MARK: Writing

  /// Makes the file that the journal goes on in, then the gap that leads there.
  private func write(_ bytes: [UInt8], _ gap: Gap, suffix: UInt64) throws(DiskError) {
    let wasThere = try files.segments().contains(gap.resume)
    if wasThere {
      _ = try files.adopt(gap.resume, for: folders.sharing)
    } else {
      _ = try files.create(gap.resume, for: folders.sharing)
    }
    let name = Gap.name(of: gap.first)
    do throws(DiskError) {
      try putAside(name, suffix: suffix)
      try disk.place(name, in: files.folder, suffix: suffix, failing: { $0 }) {
        (temporary) throws(DiskError) in
        try folders.sharing.makeFile(
          temporary, in: files.folder, mode: folders.sharing.closedMode, on: disk)
      } fill: { (file) throws(DiskError) in
        try disk.writeAll(file, bytes, at: 0)
      }
    } catch {
      if !wasThere {
        try? disk.remove(Position.name(of: gap.resume), in: files.folder, isFolder: false)
      }
      throw error
    }
    try disk.flush(files.folder)
  }

  /// Keeps a gap of the same place before it is replaced: it was damaged, or it would have been read.
  private func putAside(_ name: String, suffix: UInt64) throws(DiskError) {
    guard try disk.names(in: files.folder).contains(name) else { return }
    let old = try disk.open(name, in: files.folder, .read)
    defer { disk.close(old) }
    let status = try disk.status(old)
    if status.kind != .file { throw DiskError(.open, errno: EEXIST, name: name) }
    _ = try folders.putAside(
      old, to: status.size, as: "\(name)-\(String(suffix, radix: 16)).damaged", mode: 0o440,
      on: disk)
  }

}
