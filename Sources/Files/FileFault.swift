/// Why a file was not read, or not written: the facts, no sentence.
package struct FileFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The system refused.
    case system(errno: Int32)
    /// Something has that name already.
    case isThere
    /// A folder, a pipe, a socket or a device where a file of ours is expected.
    case notAFile
    /// Another account's file, or one that others may read or change.
    case foreign
    /// A file that has other names as well.
    case hasOtherNames
    /// A link to nothing.
    case danglingLink
    /// A disk, which a file would destroy.
    case blockDevice
    /// A pipe that nobody reads.
    case nobodyReads
    /// Whoever waited for it was told to stop.
    case interrupted
    /// Larger than this many bytes.
    case tooLarge(limit: Int)
  }

  package let path: String
  package let reason: Reason

  package init(_ reason: Reason, path: String) {
    self.path = path
    self.reason = reason
  }
}
