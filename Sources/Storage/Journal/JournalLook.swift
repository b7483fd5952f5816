internal import Pipeline

/// What a journal looks like from outside, without a record being read.
struct JournalLook: Hashable {
  /// Which file each name stands for, and how long it is.
  struct File: Hashable {
    let identity: FileIdentity
    let size: Int64
    /// A byte that was put right changes neither name nor size.
    let changedAt: Int64
  }

  let files: [String: File]
  /// Up to which record it was flushed: what it lacks of that is damage as well.
  let flushed: Chain?
}

extension SegmentFiles {
  /// - Complexity: O(files).
  func look() throws(DiskError) -> [String: JournalLook.File] {
    var found: [String: JournalLook.File] = [:]
    for name in try disk.names(in: folder) {
      // Gone since: its name is missed by the next look.
      guard let status = try? disk.status(of: name, in: folder) else { continue }
      found[name] = JournalLook.File(
        identity: status.identity, size: status.size, changedAt: status.changedAt)
    }
    return found
  }
}
