internal import JSON
internal import Pipeline

/// The beginning of every record, at fixed places: `{"sum":"89abcdef","seq":`.
///
/// The sum covers what stands after it in the line and continues the sum of the record before.
enum RecordFrame {
  private static let opening: StaticString = "{\"sum\":\""
  private static let middle: StaticString = "\",\"seq\":"
  private static let sumAt = 8
  private static let bodyAt = 16
  static let sequenceAt = 24

  /// The longest record, its line feed not counted.
  static let limit = 1 << 20

  /// Writes the sum of a record that begins at `start` into its place, and gives it.
  @discardableResult
  static func seal(_ bytes: inout [UInt8], from start: Int, after seed: UInt32) -> UInt32 {
    let sum = bytes.withUnsafeBytes { buffer in
      CRC32C.sum(UnsafeRawBufferPointer(rebasing: buffer[(start + bodyAt + 1)...]), after: seed)
    }
    for index in 0..<8 {
      let digit = UInt8(sum >> UInt32(28 - index * 4) & 0xF)
      bytes[start + sumAt + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
    }
    return sum
  }

  /// The sum and the number that a line claims; nil when it does not begin like a record, or when no
  /// event can have that number.
  static func claims(_ line: UnsafeRawBufferPointer) -> (sum: UInt32, sequence: UInt64)? {
    guard line.count > sequenceAt, has(opening, line, at: 0), has(middle, line, at: bodyAt) else {
      return nil
    }
    var sum: UInt32 = 0
    for index in sumAt..<bodyAt {
      switch line[index] {
      case let byte where byte >= 0x30 && byte <= 0x39: sum = sum << 4 | UInt32(byte - 0x30)
      case let byte where byte >= 0x61 && byte <= 0x66: sum = sum << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    var sequence: UInt64 = 0
    var index = sequenceAt
    while index < line.count, line[index] >= 0x30, line[index] <= 0x39 {
      sequence = sequence * 10 + UInt64(line[index] - 0x30)
      if sequence > SequenceNumber.highest.number { return nil }
      index += 1
    }
    return index > sequenceAt ? (sum, sequence) : nil
  }

  /// Whether bytes are the beginning of a record that was not written to its end.
  static func isUnfinished(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard has(opening, bytes, at: 0), has(middle, bytes, at: bodyAt) else { return false }
    var scanner = JSONScanner(bytes)
    do throws(JSONFault) {
      try scanner.skipValue()
      return false
    } catch {
      return error.reason == .unexpectedEnd
    }
  }

  private static func has(_ text: StaticString, _ bytes: UnsafeRawBufferPointer, at start: Int)
    -> Bool
  {
    for index in 0..<text.utf8CodeUnitCount where start + index < bytes.count {
      if bytes[start + index] != text.utf8Start[index] { return false }
    }
    return true
  }
}

/// The state of the chain of checksums behind a record.
struct Chain: Hashable {
  /// The sum of the last record.
  var sum: UInt32
  var last: SequenceNumber

  /// Makes sure that a line is the record that comes next.
  func verified(_ line: UnsafeRawBufferPointer) throws(Damage.Kind) -> Chain {
    guard let claims = RecordFrame.claims(line) else { throw .notARecord }
    let body = UnsafeRawBufferPointer(rebasing: line[17...])
    let found = SequenceNumber(claims.sequence)
    let sum = CRC32C.sum(body, after: sum)
    if found != last.next { throw .sequence(found: found) }
    if sum != claims.sum { throw .checksum }
    return Chain(sum: sum, last: found)
  }
}
