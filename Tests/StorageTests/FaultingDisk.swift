@testable import Storage

/// A disk that does as it is told until it is told to fail.
final class FaultingDisk: Disk {
  private let base = LocalDisk()
  /// Asked before every call that could fail; an errno makes it fail.
  var fault: (DiskError.Call, String) -> Int32? = { _, _ in nil }
  /// The most bytes one write takes.
  var writeLimit = Int.max
  /// Whether flushes reach the disk; a test that opens a thousand stores has no time for them.
  var isFlushing = true
  private(set) var calls: [DiskError.Call] = []
  private(set) var paused = 0
  private(set) var isLocked = false

  func count(_ call: DiskError.Call) -> Int { calls.count { $0 == call } }
  func forgetCalls() { calls = [] }

  private func ask(_ call: DiskError.Call, _ name: String = "") throws(DiskError) {
    calls.append(call)
    if let errno = fault(call, name) { throw DiskError(call, errno: errno, name: name) }
  }

  func openFolder(path: String) throws(DiskError) -> Descriptor {
    try ask(.open, path)
    return try base.openFolder(path: path)
  }

  func open(_ name: String, in folder: Descriptor, _ opening: Opening) throws(DiskError)
    -> Descriptor
  {
    try ask(.open, name)
    return try base.open(name, in: folder, opening)
  }

  func close(_ file: Descriptor) { base.close(file) }

  func status(_ file: Descriptor) throws(DiskError) -> FileStatus {
    try ask(.status)
    return try base.status(file)
  }

  func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus {
    try ask(.status, name)
    return try base.status(of: name, in: folder)
  }

  func status(path: String) throws(DiskError) -> FileStatus {
    try ask(.status, path)
    return try base.status(path: path)
  }

  /// The type of the file system, when it is to be another than it is.
  var fileSystem: FileSystem?
  func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem {
    if let fileSystem { return fileSystem }
    return try base.fileSystem(of: file)
  }

  func nextData(in file: Descriptor, from offset: Int64) throws(DiskError) -> Int64 {
    try base.nextData(in: file, from: offset)
  }

  func names(in folder: Descriptor) throws(DiskError) -> [String] {
    try ask(.list)
    return try base.names(in: folder)
  }

  func read(_ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer)
    throws(DiskError) -> Int
  {
    try ask(.read)
    return try base.read(file, at: offset, into: buffer)
  }

  func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  {
    try ask(.write)
    let some = UnsafeRawBufferPointer(rebasing: bytes.prefix(writeLimit))
    return try base.write(file, some, at: offset)
  }

  func truncate(_ file: Descriptor, to size: Int64) throws(DiskError) {
    try ask(.truncate)
    try base.truncate(file, to: size)
  }

  func flushData(_ file: Descriptor) throws(DiskError) {
    try ask(.flush, "data")
    if isFlushing { try base.flushData(file) }
  }

  func flush(_ file: Descriptor) throws(DiskError) {
    try ask(.flush, "all")
    if isFlushing { try base.flush(file) }
  }

  func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError) {
    try ask(.makeFolder, name)
    try base.makeFolder(name, in: folder)
  }

  func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError) {
    try ask(.setMode)
    try base.setMode(file, mode)
  }

  func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError) {
    try ask(.setOwner)
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
    try ask(.rename, newName)
    try base.rename(name, to: newName, in: folder)
  }

  func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError) {
    try base.remove(name, in: folder, isFolder: isFolder)
  }

  func lock(_ file: Descriptor) throws(DiskError) -> Bool {
    try ask(.lock)
    isLocked = try base.lock(file)
    return isLocked
  }

  func claim(_ file: Descriptor) throws(DiskError) -> Bool { try base.claim(file) }
  func unlock(_ file: Descriptor) {
    isLocked = false
    base.unlock(file)
  }

  func lockHolder(_ file: Descriptor) -> LockHolder? { base.lockHolder(file) }
  func pause(milliseconds: Int) { paused += milliseconds }
}
