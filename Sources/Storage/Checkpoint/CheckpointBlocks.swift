/// A checkpoint's body in blocks, each with a sum of its own: a block is looked at when something in it
/// is asked for, so that opening a large store does not read all of its checkpoint.
final class CheckpointBlocks: Sendable {
  static let size = 1 << shift
  static let shift = 16

  private let bytes: UnsafeRawBufferPointerBox
  private let sums: [UInt32]
  /// 1 for a block whose sum is right.
  ///
  /// Two who look at the same block write the same.
  private nonisolated(unsafe) let isSound: UnsafeMutablePointer<UInt8>

  /// A buffer that lives as long as the file it lies in.
  private struct UnsafeRawBufferPointerBox: @unchecked Sendable {
    let file: FileBytes
    let body: UnsafeRawBufferPointer
  }

  /// - Parameter range: Where in the file the body is.
  init(_ file: FileBytes, body range: Range<Int>, sums: [UInt32]) {
    bytes = UnsafeRawBufferPointerBox(
      file: file, body: UnsafeRawBufferPointer(rebasing: file.bytes[range]))
    self.sums = sums
    isSound = .allocate(capacity: max(1, sums.count))
    isSound.initialize(repeating: 0, count: max(1, sums.count))
  }

  deinit { isSound.deallocate() }

  /// How many blocks a body has.
  static func count(of bytes: Int) -> Int { (bytes + size - 1) >> shift }

  /// Whether a stretch of the body is what was written.
  @inline(__always)
  func hold(_ place: Int, _ count: Int) -> Bool {
    guard count > 0 else { return true }
    var block = place >> Self.shift
    let last = (place + count - 1) >> Self.shift
    while block <= last {
      guard block < sums.count, isSound[block] == 1 || check(block) else { return false }
      block += 1
    }
    return true
  }

  /// Whether all of the body is.
  var areAllSound: Bool { hold(0, bytes.body.count) }

  private func check(_ block: Int) -> Bool {
    let from = block << Self.shift
    let to = min(from + Self.size, bytes.body.count)
    let sum = CRC32C.sum(UnsafeRawBufferPointer(rebasing: bytes.body[from..<to]))
    guard sum == sums[block] else { return false }
    isSound[block] = 1
    return true
  }
}

/// The sums over blocks of bytes that come piece by piece.
struct BlockSums: Hashable {
  private(set) var sums: [UInt32] = []
  private var filled = 0

  init() {}

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { take($0) }
  }

  mutating func take(_ piece: UnsafeRawBufferPointer) {
    var rest = piece
    while !rest.isEmpty {
      if filled == 0 { sums.append(0) }
      let part = UnsafeRawBufferPointer(
        rebasing: rest.prefix(CheckpointBlocks.size - filled))
      sums[sums.count - 1] = CRC32C.sum(part, after: sums[sums.count - 1])
      filled = (filled + part.count) % CheckpointBlocks.size
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
    }
  }

  /// The sums as they are written.
  var bytes: [UInt8] {
    sums.flatMap { sum in withUnsafeBytes(of: sum.littleEndian) { Array($0) } }
  }
}
