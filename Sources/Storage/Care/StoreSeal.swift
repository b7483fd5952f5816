package import Pipeline

/// Seals a store: a digest of its whole journal, to be printed and kept.
///
/// The checksums of the records find what a disk has changed; whoever may write the files can make new
/// ones. A digest that is on paper he cannot change.
package enum StoreSeal {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    case made(Seal)
    /// The journal ends before the event.
    case endsBefore(last: SequenceNumber)
    /// The event was given up; no line of the journal ends with it.
    case givenUp(Gap)
  }

  /// The SHA-256 of the journal's lines up to and with an event, line feeds included, in their order.
  ///
  /// Without gaps these are the first lines of the files one after the other, as many as the event's
  /// number says. Where events were given up, the gap's own line stands in their place. Each record is
  /// verified on the way, and one of them is in memory at a time.
  ///
  /// - Throws: `damaged` where a record is not what was written; `noDigest` without libmd.
  /// - Complexity: O(bytes of the journal).
  package static func make(
    of path: String, upTo end: SequenceNumber, disk: any Disk = LocalDisk()
  ) throws(StoreError) -> Outcome {
    try make(of: path, upTo: end, disk: disk, library: SHA256.library)
  }

  static func make(
    of path: String, upTo end: SequenceNumber, disk: any Disk, library: String
  ) throws(StoreError) -> Outcome {
    guard var digest = SHA256(library: library) else {
      throw StoreError(.noDigest(library: library), place: path)
    }
    let folders = try StoreFolders.open(path, isReadOnly: true, on: disk)
    let files = SegmentFiles(folders.journal, on: disk)
    do throws(DiskError) { try files.lookForGaps() } catch {
      throw StoreError(.failed(error), place: path)
    }
    var lines = JournalLines(files, of: folders.format, path: path)
    while lines.chain.last < end {
      switch try lines.next() {
      case .record(let line)?:
        digest.update(line)
        digest.update([0x0A])
      case .gap(let gap, let bytes)?:
        if gap.covers(end), end.next != gap.resume { return .givenUp(gap) }
        digest.update(bytes)
      case nil: return .endsBefore(last: lines.chain.last)
      }
    }
    return .made(Seal(sequence: end, digest: digest.finish()))
  }
}
