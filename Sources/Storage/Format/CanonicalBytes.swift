internal import Glibc

/// Takes bytes off a line that have to be exactly so.
///
/// What is read by force leaves ``isSound`` false when it is written in another way; whoever reads
/// asks once, at the end.
struct CanonicalBytes {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  private(set) var position: Int
  /// Where the event's members begin.
  private(set) var start = 0
  /// Whether everything so far was as this program writes it.
  private(set) var isSound = true

  init(_ line: UnsafeRawBufferPointer, from position: Int) {
    let nothing: StaticString = ""
    base = line.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing.utf8Start
    count = line.count
    self.position = min(position, count)
  }

  var isAtEnd: Bool { position == count }

  /// Remembers that the event's members begin here.
  mutating func begin() { start = position }

  mutating func fail() { isSound = false }

  // MARK: Bytes that are known

  /// Takes a text when it stands here.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count - position >= length else { return false }
    let here = UnsafeRawPointer(base + position)
    let there = UnsafeRawPointer(text.utf8Start)
    // Written out, so that the compiler makes a few comparisons with constants of it.
    var index = 0
    while index + 8 <= length {
      if here.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        != there.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    while index < length {
      if here.load(fromByteOffset: index, as: UInt8.self)
        != there.load(fromByteOffset: index, as: UInt8.self)
      {
        return false
      }
      index += 1
    }
    position += length
    return true
  }

  mutating func take(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, count - position >= bytes.count,
      memcmp(base + position, bytes, bytes.count) == 0
    else { return false }
    position += bytes.count
    return true
  }

  /// Takes a text that has to stand here.
  @inline(__always)
  mutating func force(_ text: StaticString) {
    if !take(text) { isSound = false }
  }

  // MARK: Values

  /// A number without sign, and without a zero in front.
  mutating func number() -> UInt64? {
    var value: UInt64 = 0
    let start = position
    while position < count, position - start < 18 {
      let digit = base[position] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ UInt64(digit)
      position += 1
    }
    let length = position - start
    if length == 0 || length == 18 || length > 1 && base[start] == 0x30 { return nil }
    return value
  }

  /// A number that has to stand here.
  mutating func number32() -> UInt32 {
    guard let value = number(), let number = UInt32(exactly: value) else {
      isSound = false
      return 0
    }
    return number
  }

  /// A string's bytes behind its opening quote, without escapes; the closing quote is taken too.
  mutating func plainText() -> UnsafeBufferPointer<UInt8> {
    let start = position
    let end = endOfPlainText()
    guard end < count, base[end] == 0x22 else {
      isSound = false
      return UnsafeBufferPointer(start: base + start, count: 0)
    }
    position = end + 1
    return UnsafeBufferPointer(start: base + start, count: end - start)
  }

  /// A string behind its opening quote.
  mutating func text() -> String {
    let bytes = plainText()
    guard let text = try? UTF8Span(validating: bytes.span) else {
      isSound = false
      return ""
    }
    return String(copying: text)
  }

  /// The bytes from a place to here.
  func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: position - start)
  }

  /// Passes over 36 bytes of a UUID, which nobody asks for here.
  mutating func skipIdentifier() -> Bool {
    guard count - position > 36, endOfPlainText() == position + 36 else { return false }
    position += 36
    return true
  }

  /// The first byte from here on that is a quote, a backslash or a control, eight at a time.
  @inline(__always)
  private func endOfPlainText() -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var index = position
    while index + 8 <= count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let quotes = word ^ ones &* 0x22
      let slashes = word ^ ones &* 0x5C
      // A top bit for every byte that is zero after the difference, or below 0x20; what stands
      // after the first such byte may be marked wrongly, and is not looked at.
      let found =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word)
        & tops
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, base[index] != 0x22, base[index] != 0x5C, base[index] >= 0x20 {
      index += 1
    }
    return index
  }
}
