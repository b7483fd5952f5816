/// Reads what a ``CheckpointSink`` wrote, never past its end.
struct CheckpointSource {
  private var next: UnsafePointer<UInt8>
  /// How far the bytes are known to be what was written.
  private var end: UnsafePointer<UInt8>
  private let start: UnsafePointer<UInt8>
  private let limit: UnsafePointer<UInt8>
  private let blocks: CheckpointBlocks?

  /// - Parameter blocks: The sums over the same bytes; nil when they are taken on trust.
  init?(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, blocks: CheckpointBlocks? = nil) {
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      offset <= bytes.count
    else { return nil }
    self.start = start
    self.blocks = blocks
    next = start + offset
    limit = start + bytes.count
    end = blocks == nil ? limit : next
  }

  /// Makes sure of the next bytes.
  private mutating func look(_ count: Int) throws(Checkpoint.Fault) {
    guard count <= limit - next, let blocks else { throw .contents }
    guard blocks.hold(next - start, count) else { throw .checksum }
    let size = CheckpointBlocks.size
    end = start + min(limit - start, (next - start + count + size - 1) / size * size)
  }

  @inline(__always)
  mutating func byte() throws(Checkpoint.Fault) -> UInt8 {
    if next >= end { try look(1) }
    defer { next += 1 }
    return next.pointee
  }

  @inline(__always)
  mutating func number() throws(Checkpoint.Fault) -> UInt64 {
    let first = try byte()
    return first < 0x80 ? UInt64(first) : try longNumber(first)
  }

  private mutating func longNumber(_ first: UInt8) throws(Checkpoint.Fault) -> UInt64 {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let byte = try byte()
      if shift == 63 && byte > 1 { throw .contents }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw .contents }
    }
  }

  mutating func small<Number: FixedWidthInteger>(_ type: Number.Type = Number.self)
    throws(Checkpoint.Fault) -> Number
  {
    guard let number = Number(exactly: try number()) else { throw .contents }
    return number
  }

  mutating func signed() throws(Checkpoint.Fault) -> Int64 {
    let folded = try number()
    return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }

  /// How many of something follow; each takes a byte at least.
  mutating func count() throws(Checkpoint.Fault) -> Int {
    let count: Int = try small()
    guard count <= limit - next else { throw .contents }
    return count
  }

  mutating func text() throws(Checkpoint.Fault) -> String {
    String(decoding: try textBytes(), as: UTF8.self)
  }

  /// A text where it lies.
  @inline(__always)
  mutating func textBytes() throws(Checkpoint.Fault) -> UnsafeRawBufferPointer {
    let count = try count()
    if count > end - next { try look(count) }
    defer { next += count }
    return UnsafeRawBufferPointer(start: next, count: count)
  }
}
