package import Pipeline

/// Why a store could not be opened, read or written: facts, no sentence.
package struct StoreError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// Nothing is there.
    case missing
    /// A folder is there, but it holds no store.
    case notAStore
    /// A file is there, not a folder.
    case isAFile
    /// A store cannot be made where something is already.
    case alreadyExists
    /// A store cannot be made inside another.
    case insideStore
    /// The format is newer than this program, and not even its records can be read.
    case newerFormat(FormatVersion)
    /// The store takes no commits.
    case readOnly(ReadOnlyReason)
    /// Somebody else has been writing for too long.
    case busy(LockHolder?)
    case damaged(Damage)
    /// The system refused; nothing was stored, and what was stored before is whole.
    case notSaved(DiskError)
    /// It was written, but the store was moved or replaced meanwhile, so that it may be in no store
    /// that anybody opens.
    case unconfirmed
    /// Something could not be read or made.
    case failed(DiskError)
    /// One event would take more than a record may hold.
    case tooLarge(bytes: Int, limit: Int)
    /// An event would not read back as it was given.
    case notWritable(kind: String)
    case refused(Refusal)
    /// A backup that a damaged store cannot be mended with.
    case unfit(BackupFault)
    /// The library that makes a seal's digest is not on this machine.
    case noDigest(library: String)
  }

  package let code: Code
  /// The store's folder.
  package let path: String

  package init(_ code: Code, path: String) {
    self.code = code
    self.path = path
  }

  /// The rule that said no, when it was not the store's fault.
  package var refusal: Refusal? { if case .refused(let refusal) = code { refusal } else { nil } }
}

/// Why a backup is of no use to a damaged store.
package enum BackupFault: Hashable, Sendable {
  /// The store is not damaged.
  case nothingToMend
  case otherStore
  /// It is the store itself, by this name or another.
  case sameFolder
  /// Up to this event both are sound, and not the same.
  case disagrees(at: SequenceNumber)
  /// It ends before the damage does.
  case tooOld(last: SequenceNumber, Damage)
  /// Part of the store or of the backup was given up: the two cannot be compared line by line.
  case hasGap
  /// A file's name has a number so high that hardly any would be left behind it.
  case numbersEnd(file: String)
  /// A checkpoint holds what the journal has lost; up to this event the board is whole.
  case keptByCheckpoint(last: SequenceNumber)
}

/// Who holds the lock.
package struct LockHolder: Hashable, Sendable {
  package let pid: Int32
  /// The account it runs under, if it can be seen.
  package let uid: UInt32?

  package init(pid: Int32, uid: UInt32?) {
    self.pid = pid
    self.uid = uid
  }
}

/// A place in the store that does not hold what was written there.
package struct Damage: Hashable, Sendable {
  package enum Kind: Error, Hashable, Sendable {
    /// The line is not a record at all.
    case notARecord
    /// The record, or the one before it, is not the one that was written.
    case checksum
    /// A record is missing, doubled or in the wrong place.
    case sequence(found: SequenceNumber)
    /// A line longer than any record.
    case tooLong
    /// A commit lacks records, and others follow.
    case incompleteCommit
    /// A file ends inside a record, and another file follows.
    case cutShort
    /// Zeros, where a file that others follow held records.
    case zeros
    /// The file that begins with this event is gone.
    case missingFile
    /// The file is empty, and nothing leads up to it: what came before is gone, or it is not ours.
    case emptyFile
    /// The file that says what kind of store this is.
    case format
    /// The journal ends here, though events up to this one were flushed to it.
    case cutOff(flushed: SequenceNumber)
  }

  package let kind: Kind
  /// The file's path inside the store.
  package let file: String
  /// From 1; 0 when it is the file as a whole.
  package let line: Int
  /// Bytes before the line.
  package let offset: Int64
  /// The event that should be there.
  package let sequence: SequenceNumber

  package init(
    _ kind: Kind, file: String, line: Int, offset: Int64, sequence: SequenceNumber
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.offset = offset
    self.sequence = sequence
  }
}

/// What a writer that was interrupted had left behind, and what became of it.
package struct Recovery: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Never acknowledged: moved to this file inside the store.
    case putAside(file: String)
    /// A whole record lacked only its line feed, which was added.
    case completed
  }

  package let kind: Kind
  package let file: String
  package let line: Int
  package let bytes: Int64
  /// Of the bytes, zeros at the end that were not kept.
  package let zerosLeftOut: Int64

  package init(_ kind: Kind, file: String, line: Int, bytes: Int64, zerosLeftOut: Int64 = 0) {
    self.zerosLeftOut = zerosLeftOut
    self.kind = kind
    self.file = file
    self.line = line
    self.bytes = bytes
  }
}

extension DiskError {
  /// The path of what a call was refused for, as far as its name tells in which folder of the store
  /// it is.
  package func place(in path: String) -> String {
    if name.isEmpty { return path }
    if name.hasPrefix("/") || name == path || name.hasPrefix(path + "/") { return name }
    if Position.segment(named: name) != nil || Gap.first(named: name) != nil {
      return path + "/journal/" + name
    }
    return Checkpoint.sequence(named: name) != nil
      ? path + "/checkpoint/" + name : path + "/" + name
  }
}
