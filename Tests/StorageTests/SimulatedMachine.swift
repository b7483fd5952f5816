import TestSupport

@testable import Storage

/// A machine with one disk, whose power can fail.
///
/// What programs see is the cache. What is flushed is on the disk; of the rest a power cut keeps
/// any legal part: nothing, a beginning, sectors of 512 bytes here and there with zeros between,
/// folders with or without the names last put into them.
final class SimulatedMachine {
  static let sector = 512

  /// Something the disk has not been made to keep yet.
  enum Change {
    case write(Int, [UInt8])
    case resize(Int)
    case enter([(name: String, node: Node?)])
  }

  final class Node {
    let isFolder: Bool
    var mode: UInt32
    var bytes: [UInt8] = []
    var names: [String: Node] = [:]
    var keptBytes: [UInt8] = []
    var keptNames: [String: Node] = [:]
    var pending: [Change] = []
    /// The process that holds a lock on it.
    var holder: Int?

    init(isFolder: Bool, mode: UInt32) {
      self.isFolder = isFolder
      self.mode = mode
    }

    /// As long as somebody holds the node no other has its number.
    var status: FileStatus {
      FileStatus(
        kind: isFolder ? .folder : .file, size: Int64(bytes.count), mode: mode,
        identity: FileIdentity(
          device: 1, inode: UInt64(UInt(bitPattern: ObjectIdentifier(self).hashValue))))
    }

    func flush() {
      keptBytes = bytes
      keptNames = names
      pending = []
    }

    func write(_ new: [UInt8], at offset: Int) {
      Node.put(new, into: &bytes, at: offset)
      pending.append(.write(offset, new))
    }

    func resize(_ size: Int) {
      Node.resize(&bytes, to: size)
      pending.append(.resize(size))
    }

    func enter(_ entries: [(name: String, node: Node?)]) {
      for entry in entries { names[entry.name] = entry.node }
      pending.append(.enter(entries))
    }

    static func put(_ new: [UInt8], into bytes: inout [UInt8], at offset: Int) {
      if new.isEmpty { return }
      if bytes.count < offset + new.count { resize(&bytes, to: offset + new.count) }
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    }

    static func resize(_ bytes: inout [UInt8], to size: Int) {
      if size < bytes.count {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes += [UInt8](repeating: 0, count: size - bytes.count)
      }
    }

    /// Lets a legal part of what is pending reach the disk.
    func keepSome(_ dice: inout SplitMix64) {
      let manner = Int.random(in: 0..<4, using: &dice)
      if manner == 0 { return }
      let last = manner == 1 ? Int.random(in: 0...pending.count, using: &dice) : pending.count
      for (index, change) in pending[..<last].enumerated() {
        let isWhole = manner == 3 || manner == 1 && index < last - 1
        switch change {
        case .write(let offset, let new):
          keep(new, at: offset, isWhole: isWhole, manner, &dice)
        case .resize(let size):
          if isWhole || Bool.random(using: &dice) { Node.resize(&keptBytes, to: size) }
        case .enter(let entries):
          guard isWhole || Bool.random(using: &dice) else { continue }
          for entry in entries { keptNames[entry.name] = entry.node }
        }
      }
    }

    private func keep(
      _ new: [UInt8], at offset: Int, isWhole: Bool, _ manner: Int, _ dice: inout SplitMix64
    ) {
      if isWhole { return Node.put(new, into: &keptBytes, at: offset) }
      // The size may be known to the disk before the bytes are.
      if Bool.random(using: &dice), keptBytes.count < offset + new.count {
        Node.resize(&keptBytes, to: offset + new.count)
      }
      var start = offset
      while start < offset + new.count {
        let end = min(
          (start / SimulatedMachine.sector + 1) * SimulatedMachine.sector, offset + new.count)
        if Bool.random(using: &dice) {
          Node.put(Array(new[start - offset..<end - offset]), into: &keptBytes, at: start)
        } else if manner == 1 {
          return
        }
        start = end
      }
    }
  }

  let root = Node(isFolder: true, mode: 0o755)
  var dice: SplitMix64
  /// Calls until the power fails; nil while it holds.
  var callsToPowerCut: Int?
  private(set) var isDown = false
  private(set) var powerCuts = 0
  private var processes = 0

  init(seed: UInt64) { dice = SplitMix64(seed: seed) }

  /// What a path leads to; nil when nothing is there.
  func node(_ path: String) -> Node? {
    path.split(separator: "/").reduce(root) { node, name in node?.names[String(name)] }
  }

  /// Puts a copy in the place of a file or folder and all that is in it, as a person does with
  /// `rsync -a` or `cp -a`: every byte is the same, and every file is another one.
  func putCopyBack(of path: String) {
    guard let name = path.split(separator: "/").last.map(String.init),
      let folder = node(String(path.dropLast(name.count))), let found = folder.names[name]
    else { return }
    folder.names[name] = copy(of: found)
    folder.flush()
  }

  private func copy(of node: Node) -> Node {
    let made = Node(isFolder: node.isFolder, mode: node.mode)
    made.bytes = node.bytes
    made.names = node.names.mapValues(copy(of:))
    made.flush()
    return made
  }

  func process() -> SimulatedDisk {
    processes += 1
    return SimulatedDisk(self, number: processes)
  }

  /// Counts a call; true when the power fails before it.
  func powerFails() -> Bool {
    guard let left = callsToPowerCut else { return isDown }
    callsToPowerCut = left > 0 ? left - 1 : nil
    if left > 0 { return false }
    isDown = true
    powerCuts += 1
    return true
  }

  /// Starts again with what the disk has kept.
  func restart() {
    callsToPowerCut = nil
    isDown = false
    var seen: Set<ObjectIdentifier> = []
    forget(root, &seen)
  }

  private func forget(_ node: Node, _ seen: inout Set<ObjectIdentifier>) {
    guard seen.insert(ObjectIdentifier(node)).inserted else { return }
    node.keepSome(&dice)
    node.bytes = node.keptBytes
    node.names = node.keptNames
    node.pending = []
    node.holder = nil
    for name in node.names.keys.sorted() {
      if let child = node.names[name] { forget(child, &seen) }
    }
  }
}
