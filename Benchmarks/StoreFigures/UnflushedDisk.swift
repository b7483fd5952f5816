import Storage

/// The machine's disk without its flushes: a million commits are to be made in a minute.
final class UnflushedDisk: Disk {
  private let base = LocalDisk()

  func openFolder(path: String) throws(DiskError) -> Descriptor { try base.openFolder(path: path) }
  func open(_ name: String, in folder: Descriptor, _ opening: Opening) throws(DiskError)
    -> Descriptor
  { try base.open(name, in: folder, opening) }
  func close(_ file: Descriptor) { base.close(file) }
  func status(_ file: Descriptor) throws(DiskError) -> FileStatus { try base.status(file) }
  func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus {
    try base.status(of: name, in: folder)
  }
  func status(path: String) throws(DiskError) -> FileStatus { try base.status(path: path) }
  func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem {
    try base.fileSystem(of: file)
  }
  func names(in folder: Descriptor) throws(DiskError) -> [String] { try base.names(in: folder) }
  func read(_ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer)
    throws(DiskError) -> Int
  { try base.read(file, at: offset, into: buffer) }
  func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  { try base.write(file, bytes, at: offset) }
  func truncate(_ file: Descriptor, to size: Int64) throws(DiskError) {
    try base.truncate(file, to: size)
  }
  func flushData(_ file: Descriptor) {}
  func flush(_ file: Descriptor) {}
  func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError) {
    try base.makeFolder(name, in: folder)
  }
  func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError) {
    try base.setMode(file, mode)
  }
  func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError) {
    try base.setOwner(file, owner, group: group)
  }
  var mayGiveAway: Bool { base.mayGiveAway }
  func hasAccessList(_ file: Descriptor) throws(DiskError) -> Bool {
    try base.hasAccessList(file)
  }
  func removeAccessLists(_ file: Descriptor) throws(DiskError) {
    try base.removeAccessLists(file)
  }
  func rename(_ name: String, to newName: String, in folder: Descriptor) throws(DiskError) {
    try base.rename(name, to: newName, in: folder)
  }
  func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError) {
    try base.remove(name, in: folder, isFolder: isFolder)
  }
  func lock(_ file: Descriptor) throws(DiskError) -> Bool { try base.lock(file) }
  func claim(_ file: Descriptor) throws(DiskError) -> Bool { try base.claim(file) }
  func unlock(_ file: Descriptor) { base.unlock(file) }
  func lockHolder(_ file: Descriptor) -> LockHolder? { base.lockHolder(file) }
  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
}
