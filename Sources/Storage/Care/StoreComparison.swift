internal import Glibc
package import Pipeline

/// Holds a sound store against a backup of it, byte for byte; changes nothing.
///
/// Sums are not enough: whoever rewrites a record can make new ones, or find a text with the same. A
/// backup that only its owner may write is a witness.
package enum StoreComparison {
  /// What was found.
  package struct Report: Hashable, Sendable {
    /// The last events of the two.
    package let last: SequenceNumber
    package let backupLast: SequenceNumber
    /// Up to this event both are the same.
    package let same: SequenceNumber
    package let verdict: Verdict

    /// Whether the store holds all that the backup does, as the backup has it.
    package var agrees: Bool { verdict == .same || verdict == .goesOn }
  }

  package enum Verdict: Hashable, Sendable {
    /// Both end with the same event.
    case same
    /// The store goes on behind the backup's last event.
    case goesOn
    /// The store ends before the backup does: the rest was cut off, or was never written to it.
    case endsEarlier
    /// The two tell another story from here on.
    case differs(at: SequenceNumber)
    /// The store gave up what the backup still holds.
    case gaveUp(Gap)
    /// The backup was made after something was given up that the store still holds.
    case backupGaveUp(Gap)
  }

  /// - Throws: `damaged` when one of the two is, its path says which; `unfit` with `otherStore`.
  /// - Complexity: O(bytes of both journals), twice; of each, a line is in memory.
  package static func run(
    on path: String, with backupPath: String, disk: any Disk = LocalDisk()
  ) throws(StoreError) -> Report {
    let folders = try StoreFolders.open(path, isReadOnly: true, on: disk)
    let backupFolders = try StoreFolders.open(backupPath, isReadOnly: true, on: disk)
    if backupFolders.isSameFolder(as: folders) {
      throw StoreError(.unfit(.sameFolder), place: backupPath)
    }
    guard folders.format.id == backupFolders.format.id else {
      throw StoreError(.unfit(.otherStore), place: backupPath)
    }
    let flushed = folders.flushed
    let files = SegmentFiles(folders.journal, on: disk)
    let backup = SegmentFiles(backupFolders.journal, on: disk)
    let end = try WholeJournal(files, of: folders, path: path, flushed: flushed).end.chain.last
    let backupEnd = try WholeJournal(backup, of: backupFolders, path: backupPath).end.chain.last
    var mine = JournalLines(files, of: folders.format, path: path)
    var theirs = JournalLines(backup, of: backupFolders.format, path: backupPath)
    func report(_ same: SequenceNumber, _ verdict: Verdict) -> Report {
      Report(last: end, backupLast: backupEnd, same: same, verdict: verdict)
    }
    while mine.chain.last < min(end, backupEnd) {
      let before = mine.chain.last
      switch (try mine.next(), try theirs.next()) {
      case (.record(let line)?, .record(let other)?):
        if !isEqual(line, other) { return report(before, .differs(at: before.next)) }
      case (.gap(_, let bytes)?, .gap(_, let other)?):
        if bytes != other { return report(before, .differs(at: before.next)) }
      case (.gap(let gap, _)?, _): return report(before, .gaveUp(gap))
      case (_, .gap(let gap, _)?): return report(before, .backupGaveUp(gap))
      case (nil, _), (_, nil): return report(before, .differs(at: before.next))
      }
    }
    let verdict: Verdict = end == backupEnd ? .same : end > backupEnd ? .goesOn : .endsEarlier
    return report(min(end, backupEnd), verdict)
  }

  private static func isEqual(_ line: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer)
    -> Bool
  {
    guard line.count == other.count, let start = line.baseAddress, let place = other.baseAddress
    else { return line.count == other.count }
    return memcmp(start, place, line.count) == 0
  }
}
