internal import Glibc

/// The few things a store asks of a file system, so that a test can put a failing one underneath.
///
/// Names are single path components inside an open folder: no link on the way is ever followed.
package protocol Disk: AnyObject {
  /// Opens a folder by its path, following links: the path is the user's own word.
  func openFolder(path: String) throws(DiskError) -> Descriptor
  func open(_ name: String, in folder: Descriptor, _ opening: Opening) throws(DiskError)
    -> Descriptor
  func close(_ file: Descriptor)
  func status(_ file: Descriptor) throws(DiskError) -> FileStatus
  /// What a name stands for now; a link is itself, not what it leads to.
  func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus
  /// What a path leads to now, through links.
  func status(path: String) throws(DiskError) -> FileStatus
  /// What keeps the file.
  func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem
  func names(in folder: Descriptor) throws(DiskError) -> [String]

  /// Reads up to `buffer.count` bytes; 0 at the end.
  func read(_ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer)
    throws(DiskError) -> Int
  /// A file's bytes from its beginning, at most `limit` of them, perhaps mapped.
  func contents(of file: Descriptor, limit: Int) throws(DiskError) -> FileBytes
  /// Where from an offset on the first bytes stand that were ever written, at the latest at the file's
  /// end: what is left out holds zeros, and takes no room.
  func nextData(in file: Descriptor, from offset: Int64) throws(DiskError) -> Int64
  /// Writes up to `bytes.count` bytes and says how many; fewer is no error.
  func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  func truncate(_ file: Descriptor, to size: Int64) throws(DiskError)
  /// Puts a file's data on the disk (`fdatasync`).
  func flushData(_ file: Descriptor) throws(DiskError)
  /// Puts a file or folder on the disk with everything known of it (`fsync`).
  func flush(_ file: Descriptor) throws(DiskError)

  func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError)
  func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError)
  /// Gives a file to an account or a group; nil leaves it as it is.
  func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError)
  /// Whether files can be given to other accounts, as only the system's own can.
  var mayGiveAway: Bool { get }
  /// Whether a list beside the permissions says who may use a file, or what is made in a folder.
  func hasAccessList(_ file: Descriptor) throws(DiskError) -> Bool
  /// Leaves the permissions alone to say it.
  func removeAccessLists(_ file: Descriptor) throws(DiskError)
  func rename(_ name: String, to newName: String, in folder: Descriptor) throws(DiskError)
  func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError)

  /// Takes the lock of a file or folder if it is free, and keeps signals that stop or end us away
  /// until the last one that was taken is released.
  func lock(_ file: Descriptor) throws(DiskError) -> Bool
  func unlock(_ file: Descriptor)
  /// Takes the lock of a file or folder if it is free, until that is closed; signals come as they do.
  func claim(_ file: Descriptor) throws(DiskError) -> Bool
  func lockHolder(_ file: Descriptor) -> LockHolder?
  func pause(milliseconds: Int)
}

/// An open file or folder.
package struct Descriptor: Hashable, Sendable {
  package let number: Int32
  package init(_ number: Int32) { self.number = number }
}

/// How a file is opened.
package enum Opening: Hashable, Sendable {
  case folder
  case read
  case readWrite
  /// A new file; fails if something of that name exists.
  case create
}

/// What is known of a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case file, folder, other }
  package let kind: Kind
  package let size: Int64
  /// Permission bits, set-group-id included.
  package let mode: UInt32
  package let identity: FileIdentity
  /// How many names it has.
  package let links: Int
  /// The account and the group it belongs to.
  package let owner: UInt32
  package let group: UInt32
  /// When it or what is said of it last changed, in nanoseconds since 1970; 0 where nothing tells.
  package let changedAt: Int64

  package init(
    kind: Kind, size: Int64, mode: UInt32, identity: FileIdentity, links: Int = 1,
    owner: UInt32 = 0, group: UInt32 = 0, changedAt: Int64 = 0
  ) {
    self.kind = kind
    self.size = size
    self.mode = mode
    self.identity = identity
    self.links = links
    self.owner = owner
    self.group = group
    self.changedAt = changedAt
  }
}

/// Which file it is, whatever its name: no two have the same while one of them is open.
package struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64

  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// A call that the system refused.
package struct DiskError: Error, Hashable, Sendable {
  package enum Call: String, Hashable, Sendable {
    case open, status, list, read, write, truncate, flush, makeFolder, setMode, setOwner, rename
    case remove, lock, accessList
  }

  package let call: Call
  package let errno: Int32
  /// The file, as it was named in the call; empty when it was already open.
  package let name: String

  package init(_ call: Call, errno: Int32, name: String = "") {
    self.call = call
    self.errno = errno
    self.name = name
  }
}

extension Disk {
  /// A disk that knows of no holes.
  package func nextData(in file: Descriptor, from offset: Int64) throws(DiskError) -> Int64 {
    offset
  }

  /// Writes all bytes, however many calls it takes.
  func writeAll(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError)
  {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = try write(file, rest, at: offset + Int64(done))
      // A disk that takes nothing and gives no reason would keep us here forever.
      if count <= 0 { throw DiskError(.write, errno: EIO) }
      done += count
    }
  }

  func writeAll(_ file: Descriptor, _ bytes: [UInt8], at offset: Int64) throws(DiskError) {
    var result: Result<Void, DiskError> = .success(())
    bytes.withUnsafeBytes { buffer in
      result = Result { () throws(DiskError) in try writeAll(file, buffer, at: offset) }
    }
    try result.get()
  }

  /// Reads from an offset to the end, but no more than `limit` bytes.
  func readAll(_ file: Descriptor, from offset: Int64 = 0, limit: Int) throws(DiskError)
    -> [UInt8]
  {
    let size = try Int(clamping: status(file).size - offset)
    var bytes = [UInt8](repeating: 0, count: max(0, min(size, limit)))
    var done = 0
    while done < bytes.count {
      var result: Result<Int, DiskError> = .success(0)
      bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        result = Result { () throws(DiskError) in
          try read(file, at: offset + Int64(done), into: rest)
        }
      }
      let count = try result.get()
      if count == 0 { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }
}
