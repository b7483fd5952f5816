import TestSupport

@testable import Storage

/// One process's view of a simulated machine: its open files, its locks, and how it ends.
final class SimulatedDisk: Disk {
  private let machine: SimulatedMachine
  private let number: Int
  private var files: [Int32: SimulatedMachine.Node] = [:]
  private var nextFile: Int32 = 3
  private(set) var isDead = false
  /// Calls until the process is killed.
  var callsToKill: Int?
  /// Calls until one fails, and how it fails.
  var callsToFault: Int?

  /// Every call that did not go as it should, for whoever looks into a failed seed.
  private(set) var mishaps: [String] = []

  private static let failures: [Int32] = [5, 28, 122, 30]

  init(_ machine: SimulatedMachine, number: Int) {
    self.machine = machine
    self.number = number
  }

  // MARK: Ends and faults

  private enum Step { case goes, fails(Int32), ends }

  private func step() -> Step {
    if isDead { return .ends }
    if machine.powerFails() {
      isDead = true
      return .ends
    }
    if let left = callsToKill {
      callsToKill = left - 1
      if left == 0 {
        die()
        return .ends
      }
    }
    if let left = callsToFault {
      callsToFault = left > 0 ? left - 1 : nil
      if left == 0 { return .fails(machine.dice.pick(Self.failures)) }
    }
    return .goes
  }

  /// Ends the process: what it wrote stays in the cache, its locks go.
  func die() {
    isDead = true
    for node in files.values where node.holder == number { node.holder = nil }
    files = [:]
  }

  private func ask(_ call: DiskError.Call, _ name: String = "") throws(DiskError) {
    switch step() {
    case .goes: return
    case .fails(let errno): throw note(DiskError(call, errno: errno, name: name))
    case .ends: throw note(DiskError(call, errno: 4, name: name))
    }
  }

  private func note(_ error: DiskError) -> DiskError {
    mishaps.append("\(error.call) \(error.name) \(error.errno == 4 ? "ends" : "\(error.errno)")")
    return error
  }

  private func node(_ file: Descriptor, _ call: DiskError.Call) throws(DiskError)
    -> SimulatedMachine.Node
  {
    guard let node = files[file.number] else { throw DiskError(call, errno: 9) }
    return node
  }

  private func open(_ node: SimulatedMachine.Node) -> Descriptor {
    nextFile += 1
    files[nextFile] = node
    return Descriptor(nextFile)
  }

  // MARK: Files

  func openFolder(path: String) throws(DiskError) -> Descriptor {
    try ask(.open, path)
    return open(try find(path, .open))
  }

  private func find(_ path: String, _ call: DiskError.Call) throws(DiskError)
    -> SimulatedMachine.Node
  {
    guard let node = machine.node(path) else { throw DiskError(call, errno: 2, name: path) }
    return node
  }

  func open(_ name: String, in folder: Descriptor, _ opening: Opening) throws(DiskError)
    -> Descriptor
  {
    try ask(.open, name)
    let folder = try node(folder, .open)
    if let found = folder.names[name] {
      if opening == .create { throw DiskError(.open, errno: 17, name: name) }
      return open(found)
    }
    guard opening == .create else {
      throw DiskError(.open, errno: 2, name: name)
    }
    let made = SimulatedMachine.Node(isFolder: false, mode: 0o600)
    folder.enter([(name, made)])
    return open(made)
  }

  func close(_ file: Descriptor) {
    if let node = files[file.number], node.holder == number { node.holder = nil }
    files[file.number] = nil
  }

  func status(_ file: Descriptor) throws(DiskError) -> FileStatus {
    try ask(.status)
    return try node(file, .status).status
  }

  func status(of name: String, in folder: Descriptor) throws(DiskError) -> FileStatus {
    try ask(.status, name)
    guard let found = try node(folder, .status).names[name] else {
      throw DiskError(.status, errno: 2, name: name)
    }
    return found.status
  }

  func status(path: String) throws(DiskError) -> FileStatus {
    try ask(.status, path)
    return try find(path, .status).status
  }

  func fileSystem(of file: Descriptor) throws(DiskError) -> FileSystem { FileSystem(type: 0xEF53) }

  func names(in folder: Descriptor) throws(DiskError) -> [String] {
    try ask(.list)
    return try node(folder, .list).names.keys.sorted()
  }

  func read(_ file: Descriptor, at offset: Int64, into buffer: UnsafeMutableRawBufferPointer)
    throws(DiskError) -> Int
  {
    try ask(.read)
    let bytes = try node(file, .read).bytes
    let start = min(Int(offset), bytes.count)
    let count = min(buffer.count, bytes.count - start)
    buffer.copyBytes(from: bytes[start..<start + count])
    return count
  }

  func write(_ file: Descriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int64)
    throws(DiskError) -> Int
  {
    let step = step()
    let node = try node(file, .write)
    if case .goes = step {
      node.write(Array(bytes), at: Int(offset))
      return bytes.count
    }
    // However it ends, some of it may have been taken.
    let count = Int.random(in: 0...bytes.count, using: &machine.dice)
    node.write(Array(bytes[..<count]), at: Int(offset))
    if case .fails(let errno) = step { throw note(DiskError(.write, errno: errno)) }
    throw note(DiskError(.write, errno: 4))
  }

  func truncate(_ file: Descriptor, to size: Int64) throws(DiskError) {
    try ask(.truncate)
    try node(file, .truncate).resize(Int(size))
  }

  func flushData(_ file: Descriptor) throws(DiskError) { try flush(file) }

  func flush(_ file: Descriptor) throws(DiskError) {
    let step = step()
    let node = try node(file, .flush)
    switch step {
    case .goes: node.flush()
    case .ends: throw note(DiskError(.flush, errno: 4))
    case .fails(let errno):
      // Some of it got there; the rest is taken for written, and only the cache still has it.
      node.keepSome(&machine.dice)
      node.pending = []
      throw note(DiskError(.flush, errno: errno))
    }
  }

  // MARK: Folders

  func makeFolder(_ name: String, in folder: Descriptor) throws(DiskError) {
    try ask(.makeFolder, name)
    let folder = try node(folder, .makeFolder)
    if folder.names[name] != nil { throw DiskError(.makeFolder, errno: 17, name: name) }
    folder.enter([(name, SimulatedMachine.Node(isFolder: true, mode: 0o700))])
  }

  func setMode(_ file: Descriptor, _ mode: UInt32) throws(DiskError) {
    try ask(.setMode)
    try node(file, .setMode).mode = mode
  }

  func setOwner(_ file: Descriptor, _ owner: UInt32?, group: UInt32?) throws(DiskError) {
    try ask(.setOwner)
  }

  var mayGiveAway: Bool { false }
  func hasAccessList(_ file: Descriptor) throws(DiskError) -> Bool { false }
  func removeAccessLists(_ file: Descriptor) throws(DiskError) { try ask(.accessList) }

  func rename(_ name: String, to newName: String, in folder: Descriptor) throws(DiskError) {
    try ask(.rename, newName)
    let folder = try node(folder, .rename)
    guard let moved = folder.names[name] else { throw DiskError(.rename, errno: 2, name: name) }
    // One change: after a power cut it has happened or it has not.
    folder.enter([(name, nil), (newName, moved)])
  }

  func remove(_ name: String, in folder: Descriptor, isFolder: Bool) throws(DiskError) {
    try ask(.remove, name)
    try node(folder, .remove).enter([(name, nil)])
  }

  // MARK: The lock

  func lock(_ file: Descriptor) throws(DiskError) -> Bool {
    try ask(.lock)
    let node = try node(file, .lock)
    guard node.holder == nil || node.holder == number else { return false }
    node.holder = number
    return true
  }

  func claim(_ file: Descriptor) throws(DiskError) -> Bool { try lock(file) }

  func unlock(_ file: Descriptor) {
    if let node = files[file.number], node.holder == number { node.holder = nil }
  }

  func lockHolder(_ file: Descriptor) -> LockHolder? { nil }
  func pause(milliseconds: Int) {}
}
