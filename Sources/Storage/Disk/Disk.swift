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
  /// Whether the file lies on a network share.
  func isRemote(_ file: Descriptor) throws(DiskError) -> Bool
  func names(in folder: Descriptor) throws(DiskError) -> [String]

  /// Reads up to `buffer.count` bytes; 0 at the end.
  func read(_ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer)
    throws(DiskError) -> Int
  /// A file's bytes from its beginning, at most `limit` of them, perhaps mapped.
  func contents(of file: Descriptor, limit: Int) throws(DiskError) -> FileBytes
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
  func setGroup(_ file: Descriptor, _ group: UInt32) throws(DiskError)
  func rename(_ name: String, to newName: String, in folder: Descriptor) throws(DiskError)
  func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError)

  /// Takes the lock if it is free, and keeps signals that stop or end us away until it is released.
  func lock(_ file: Descriptor) throws(DiskError) -> Bool
  func unlock(_ file: Descriptor)
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
  /// The file, made if it is not there.
  case lock
}

/// What is known of a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case file, folder, other }
  package let kind: Kind
  package let size: Int64
  /// Permission bits, set-group-id included.
  package let mode: UInt32

  package init(kind: Kind, size: Int64, mode: UInt32) {
    self.kind = kind
    self.size = size
    self.mode = mode
  }
}

/// A call that the system refused.
package struct DiskError: Error, Hashable, Sendable {
  package enum Call: String, Hashable, Sendable {
    case open, status, list, read, write, truncate, flush, makeFolder, setMode, setGroup, rename
    case remove, lock
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
  /// Writes all bytes, however many calls it takes.
  func writeAll(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError)
  {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = try write(file, rest, at: offset + Int64(done))
      // A disk that takes nothing and gives no reason would keep us here forever.
      if count <= 0 { throw DiskError(.write, errno: 5) }
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
