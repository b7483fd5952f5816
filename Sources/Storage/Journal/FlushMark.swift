internal import Pipeline

/// Up to which record the journal is flushed, as whoever held the lock last wrote into the lock's file.
///
/// A writer may be killed between its write and its flush. The next one finds a whole record and would
/// write behind it; a power cut could then keep the later of the two alone, which nobody can tell from
/// damage. So the next one flushes first, unless the mark says that it was done.
///
/// The mark itself is never flushed. A power cut may take it, and then costs one flush more; it names
/// the record by its sum as well, so that one left over from before is never taken for a new one.
///
/// Nor is it ever ahead of what was flushed: it is written after the flush, and no record that was
/// flushed is taken back. A journal that ends before its mark was cut off, by a hand or by a disk that
/// had not done what it said. That is said only of a mark that is whole, by a sum of its own, and that
/// was written into this very file: a copy that was taken of a store at work may have a mark that is
/// newer than its journal, for whoever copies takes one file after the other.
struct FlushMark {
  private let disk: any Disk
  private let file: Descriptor
  /// What the sum of its own begins with: the store's.
  private let seed: UInt32
  /// Which file the mark is in, which its sum knows too.
  private let identity: FileIdentity
  private static let length = 29
  private static let wholeLength = length + 9

  init(on disk: any Disk, in lock: Descriptor, _ identity: FileIdentity, seed: UInt32) {
    self.disk = disk
    self.identity = identity
    file = lock
    self.seed = seed
  }

  /// Up to which record the journal was flushed; nil when there is no mark, one that was written by
  /// halves, of another store, copied from another file, or by a version that gave it no sum.
  var flushed: Chain? {
    let found = read(FlushMark.wholeLength)
    guard found.count == FlushMark.wholeLength else { return nil }
    let digits = String(decoding: found[..<28], as: UTF8.self)
    guard let number = UInt64(digits.prefix(20)), let sum = UInt32(digits.suffix(8), radix: 16)
    else { return nil }
    let chain = Chain(sum: sum, last: SequenceNumber(number))
    return found == whole(chain) ? chain : nil
  }

  /// Whether the journal is known to be flushed up to a record; of a copy, nothing is known.
  func isAt(_ chain: Chain) -> Bool { flushed == chain }

  private func read(_ length: Int) -> [UInt8] {
    var found = [UInt8](repeating: 0, count: length)
    var count: Int?
    found.withUnsafeMutableBytes { buffer in
      count = try? disk.read(file, at: 0, into: buffer)
    }
    return Array(found.prefix(count ?? 0))
  }

  /// Says that the journal is flushed up to a record.
  ///
  /// A mark that cannot be written costs a flush later.
  func move(to chain: Chain) {
    try? disk.writeAll(file, whole(chain), at: 0)
  }

  /// The mark and the sum of it; older versions read and write the mark alone.
  private func whole(_ chain: Chain) -> [UInt8] {
    var bytes = Self.text(of: chain)
    var sum = CRC32C.sum(bytes, after: seed)
    for number in [identity.device, identity.inode] {
      withUnsafeBytes(of: number.littleEndian) { sum = CRC32C.sum($0, after: sum) }
    }
    FlushMark.put(sum, into: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// 20 digits of the number, 8 of the sum, a line feed.
  private static func text(of chain: Chain) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x0A, count: length)
    var number = chain.last.number
    for place in (0..<20).reversed() {
      bytes[place] = 0x30 + UInt8(number % 10)
      number /= 10
    }
    bytes.removeLast(9)
    put(chain.sum, into: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private static func put(_ sum: UInt32, into bytes: inout [UInt8]) {
    for place in 0..<8 {
      let digit = UInt8(sum >> UInt32(28 - place * 4) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension StoreFolders {
  /// The mark in the lock's file; nil when we may not write here, or were not asked to.
  var flushMark: FlushMark? { lock?.mark(seed: format.seed) }

  /// Up to which record the journal was flushed; nil when nothing says so.
  ///
  /// Whoever only looks has no lock, and reads the mark by its name.
  var flushed: Chain? {
    if format.version.major > FormatVersion.current.major { return nil }
    if let flushMark { return flushMark.flushed }
    guard let file = try? disk.open("lock", in: root, .read) else { return nil }
    defer { disk.close(file) }
    guard let status = try? disk.status(file), status.kind == .file else { return nil }
    return FlushMark(on: disk, in: file, status.identity, seed: format.seed).flushed
  }
}
