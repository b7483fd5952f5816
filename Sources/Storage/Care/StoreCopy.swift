package import Pipeline

/// Copies a store: a backup, and what brings one back.
///
/// Takes no lock. What others write meanwhile is in the copy as a whole or not at all.
package enum StoreCopy {
  /// What was copied.
  package struct Report: Hashable, Sendable {
    package let storeID: String
    /// The last event in the copy.
    package let last: SequenceNumber
    package let files: Int
    package let bytes: Int64
  }

  /// Copies the journal of a store to a place where nothing is, as a whole or not at all.
  ///
  /// Every record is checked before, and in the copy once more. Drafts, checkpoints and what was put
  /// aside stay behind.
  ///
  /// - Parameters:
  ///   - group: The group that is to share the copy; nil for its owner alone.
  ///   - random: Dice for the temporary name.
  /// - Throws: `damaged` when the store is, `alreadyExists` when something is at the new place.
  /// - Complexity: O(bytes of the journal).
  package static func make(
    of path: String, at newPath: String, group: UInt32? = nil, disk: any Disk = LocalDisk(),
    random: () -> UInt64
  ) throws(StoreError) -> Report {
    let folders = try StoreFolders.open(path, isReadOnly: true, on: disk)
    let files = SegmentFiles(folders.journal, on: disk)
    let source = try WholeJournal(files, of: folders, path: path)
    let builder = StoreBuilder(path: newPath, group: group, disk: disk)
    return try builder.build(folders.format, suffix: random()) {
      (builder, journal) throws(DiskError) in
      var bytes: Int64 = 0
      for segment in source.segments {
        let isLast = segment == source.end.segment
        let file = try files.open(segment)
        let size = isLast ? source.end.offset : try disk.status(file).size
        try builder.copy(
          file, bytes: size, to: Position.name(of: segment), in: journal, isClosed: !isLast)
        bytes += size
      }
      for gap in source.gaps {
        try builder.makeFile(Gap.name(of: gap), in: journal, try files.gapBytes(gap))
      }
      return Report(
        storeID: folders.format.id, last: source.end.chain.last, files: source.segments.count,
        bytes: bytes)
    } check: { (copied) throws(StoreError) in
      // A writer whose flush failed may have taken back what we had read, and written anew.
      let copy = try WholeJournal(
        SegmentFiles(copied, on: disk, ownsFolder: false), of: folders, path: newPath)
      if copy.end != source.end {
        throw StoreError(.damaged(source.end.damage(.checksum)), place: path)
      }
    }
  }
}

/// A journal whose every record has been checked, up to its last whole commit.
struct WholeJournal {
  let end: Position
  let segments: [SequenceNumber]
  let gaps: [SequenceNumber]
  let pipeline: Pipeline

  /// - Parameter flushed: Up to which record it was flushed, as far as that is known.
  /// - Throws: `damaged` when it is.
  init(_ files: SegmentFiles, of folders: StoreFolders, path: String, flushed: Chain? = nil)
    throws(StoreError)
  {
    var replay = Replay(from: folders.format)
    var tail = Tail.clean
    var found: [SequenceNumber] = []
    var given: [SequenceNumber] = []
    do throws(DiskError) {
      try files.lookForGaps()
      tail = try files.readToEnd(&replay)
      replay.dropUnfinishedCommit()
      tail = tail.judged(by: flushed, at: replay.committed)
      let last = replay.committed.segment
      given = files.gapStarts
      found = try files.segments().filter { $0 <= last }
    } catch {
      throw StoreError(.failed(error), place: path)
    }
    if case .damaged(let damage) = tail { throw StoreError(.damaged(damage), place: path) }
    end = replay.committed
    segments = found
    gaps = given
    pipeline = replay.pipeline
  }
}
