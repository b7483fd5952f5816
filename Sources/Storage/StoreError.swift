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
    /// The server did not do what it was asked; nothing was stored.
    case server(ServerFault)
    /// A change was sent to the server, and no answer came: it is stored or not.
    case outcomeUnknown
    /// A backup that a damaged store cannot be mended with.
    case unfit(BackupFault)
    /// The library that makes a seal's digest is not on this machine.
    case noDigest(library: String)
  }

  package let code: Code
  /// Where the store is: its folder, or its address, which never holds a password.
  package let place: String

  package init(_ code: Code, place: String) {
    self.code = code
    self.place = place
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

  /// Where in a store something lies.
  package enum Place: Hashable, Sendable {
    /// A file, by its path inside the store.
    case file(String)
    /// A line of a file, from 1, and how many bytes are before it.
    case line(Int, of: String, offset: Int64)
    /// The row of an event on a server.
    case row(SequenceNumber)
  }

  package let kind: Kind
  package let place: Place
  /// The event that should be there.
  package let sequence: SequenceNumber

  package init(_ kind: Kind, at place: Place, sequence: SequenceNumber) {
    self.kind = kind
    self.place = place
    self.sequence = sequence
  }

  /// - Parameter line: From 1; 0 when it is the file as a whole.
  package init(
    _ kind: Kind, file: String, line: Int, offset: Int64, sequence: SequenceNumber
  ) {
    self.init(
      kind, at: line == 0 ? .file(file) : .line(line, of: file, offset: offset),
      sequence: sequence)
  }

  /// The file's path inside the store; empty when it is no file.
  package var file: String {
    switch place {
    case .file(let file), .line(_, let file, _): file
    case .row: ""
    }
  }

  /// The line from 1; 0 when it is none.
  package var line: Int { if case .line(let line, _, _) = place { line } else { 0 } }

  /// Bytes of the file before it.
  package var offset: Int64 { if case .line(_, _, let offset) = place { offset } else { 0 } }
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
