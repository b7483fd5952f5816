/// Where a checkpoint's bytes go: piece by piece, so that it is never in memory as a whole.
struct CheckpointSink {
  private var bytes: [UInt8] = []
  private(set) var blocks = BlockSums()
  /// Bytes handed on so far.
  private(set) var count = 0
  private let piece: Int
  private let write: (UnsafeRawBufferPointer, _ offset: Int) throws(Checkpoint.Stop) -> Void

  init(
    piece: Int = 1 << 20,
    write: @escaping (UnsafeRawBufferPointer, _ offset: Int) throws(Checkpoint.Stop) -> Void
  ) {
    self.piece = piece
    self.write = write
    bytes.reserveCapacity(piece + 4096)
  }

  /// Hands on what has gathered, if it is a piece's worth.
  mutating func pass(isLast: Bool = false) throws(Checkpoint.Stop) {
    if bytes.count < piece && !isLast { return }
    var result: Result<Void, Checkpoint.Stop> = .success(())
    bytes.withUnsafeBytes { buffer in
      blocks.take(buffer)
      result = Result { () throws(Checkpoint.Stop) in try write(buffer, count) }
    }
    try result.get()
    count += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// A number, seven bits a byte, the lowest first.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func number(_ value: UInt32) { number(UInt64(value)) }

  /// A number that may be negative: 0, -1, 1, -2 and so on.
  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  /// Where the next byte goes.
  var position: Int { count + bytes.count }

  /// A number in all its bytes, the lowest first.
  mutating func fixed(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A packed value as it is in memory, the lowest bytes first.
  mutating func raw(_ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
