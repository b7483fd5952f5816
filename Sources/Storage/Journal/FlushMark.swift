internal import Pipeline

/// Up to which record the journal is flushed, as whoever held the lock last wrote into the lock's file.
///
/// A writer may be killed between its write and its flush. The next one finds a whole record and would
/// write behind it; a power cut could then keep the later of the two alone, which nobody can tell from
/// damage. So the next one flushes first, unless the mark says that it was done.
///
/// The mark itself is never flushed. A power cut may take it, and then costs one flush more; it names
/// the record by its sum as well, so that one left over from before is never taken for a new one.
struct FlushMark {
  private let disk: any Disk
  private let file: Descriptor
  private static let length = 29

  init(on disk: any Disk, in lock: Descriptor) {
    self.disk = disk
    file = lock
  }

  /// Whether the journal is flushed up to a record.
  func isAt(_ chain: Chain) -> Bool {
    var found = [UInt8](repeating: 0, count: Self.length)
    var count: Int?
    found.withUnsafeMutableBytes { buffer in
      count = try? disk.read(file, at: 0, into: buffer)
    }
    return count == Self.length && found == Self.text(of: chain)
  }

  /// Says that the journal is flushed up to a record.
  ///
  /// A mark that cannot be written costs a flush later.
  func move(to chain: Chain) {
    try? disk.writeAll(file, Self.text(of: chain), at: 0)
  }

  /// 20 digits of the number, 8 of the sum, a line feed.
  private static func text(of chain: Chain) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x0A, count: length)
    var number = chain.last.number
    for place in (0..<20).reversed() {
      bytes[place] = 0x30 + UInt8(number % 10)
      number /= 10
    }
    for place in 0..<8 {
      let digit = UInt8(chain.sum >> UInt32(28 - place * 4) & 0xF)
      bytes[20 + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
    }
    return bytes
  }
}
