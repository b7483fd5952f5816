internal import Glibc

/// A disk that tells how much has been read, and stops reading when it is told to.
///
/// Whatever is being read then fails as it would by a signal: with EINTR, and nothing half done.
package final class WatchedDisk: Disk {
  private let base: any Disk
  private var done: Int64 = 0
  private var told: Int64 = 0
  /// How many bytes are read between two questions.
  private static let step: Int64 = 1 << 20

  /// Told the bytes read so far, about every megabyte; false stops the reading.
  package var watch: ((_ bytes: Int64) -> Bool)?

  package init(_ base: any Disk) { self.base = base }

  package func openFolder(path: String) throws(DiskError) -> Descriptor {
    try base.openFolder(path: path)
  }
  package func open(_ name: String, in folder: Descriptor, _ opening: Opening) throws(DiskError)
    -> Descriptor
  { try base.open(name, in: folder, opening) }
  package func close(_ file: Descriptor) { base.close(file) }
  package func status(_ file: Descriptor) throws(DiskError) -> FileStatus { try base.status(file) }
  package func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus {
    try base.status(of: name, in: folder)
  }
  package func status(path: String) throws(DiskError) -> FileStatus { try base.status(path: path) }
  package func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem {
    try base.fileSystem(of: file)
  }
  package func names(in folder: Descriptor) throws(DiskError) -> [String] {
    try base.names(in: folder)
  }
  package func read(
    _ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) throws(DiskError) -> Int {
    let count = try base.read(file, at: offset, into: buffer)
    done += Int64(max(0, count))
    if let watch, done - told >= WatchedDisk.step {
      told = done
      if !watch(done) { throw DiskError(.read, errno: EINTR) }
    }
    return count
  }

  package func contents(of file: Descriptor, limit: Int) throws(DiskError) -> FileBytes {
    try base.contents(of: file, limit: limit)
  }

  package func nextData(in file: Descriptor, from offset: Int64) throws(DiskError) -> Int64 {
    try base.nextData(in: file, from: offset)
  }
  package func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  { try base.write(file, bytes, at: offset) }
  package func truncate(_ file: Descriptor, to size: Int64) throws(DiskError) {
    try base.truncate(file, to: size)
  }
  package func flushData(_ file: Descriptor) throws(DiskError) { try base.flushData(file) }
  package func flush(_ file: Descriptor) throws(DiskError) { try base.flush(file) }
  package func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError) {
    try base.makeFolder(name, in: folder)
  }
  package func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError) {
    try base.setMode(file, mode)
  }
  package func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError) {
    try base.setOwner(file, owner, group: group)
  }
  package var mayGiveAway: Bool { base.mayGiveAway }
  package func hasAccessList(_ file: Descriptor) throws(DiskError) -> Bool {
    try base.hasAccessList(file)
  }
  package func removeAccessLists(_ file: Descriptor) throws(DiskError) {
    try base.removeAccessLists(file)
  }
  package func rename(_ name: String, to newName: String, in folder: Descriptor) throws(DiskError) {
    try base.rename(name, to: newName, in: folder)
  }
  package func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError) {
    try base.remove(name, in: folder, isFolder: isFolder)
  }
  package func lock(_ file: Descriptor) throws(DiskError) -> Bool { try base.lock(file) }
  package func claim(_ file: Descriptor) throws(DiskError) -> Bool { try base.claim(file) }
  package func unlock(_ file: Descriptor) { base.unlock(file) }
  package func lockHolder(_ file: Descriptor) -> LockHolder? { base.lockHolder(file) }
  package func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
}
