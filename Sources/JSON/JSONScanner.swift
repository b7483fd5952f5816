/// Reads JSON where it lies, one piece after the other, without building anything.
///
/// Ask for what should come next: `beginObject`, then `nextMember` until nil with each value read
/// or skipped in between. Bytes are looked at once. The buffer must outlive the scanner.
package struct JSONScanner {
  let base: UnsafePointer<UInt8>
  let count: Int
  /// The byte that is read next.
  package private(set) var position = 0
  /// Whether the container just entered has had no member or element yet.
  private var isFirst = false

  package init(_ bytes: UnsafeRawBufferPointer) {
    count = bytes.count
    let nothing: StaticString = ""
    base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nothing.utf8Start
  }

  /// Begins at an offset, where a value is to be read.
  package init(_ bytes: UnsafeRawBufferPointer, from position: Int) {
    self.init(bytes)
    self.position = min(max(position, 0), count)
  }

  /// What a value is, by its first byte.
  package enum Kind: Hashable, Sendable { case null, bool, number, string, array, object }

  /// A member's key, where it lies.
  package struct Key {
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let count: Int
    /// The offset of the byte after the opening quote.
    package let offset: Int
    let hasEscapes: Bool

    /// Where the bytes between the quotes are.
    package var range: Range<Int> { offset..<offset + count }

    /// The bytes between the quotes, escapes as they are written.
    package var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: start, count: count)
    }

    /// Whether the key is written exactly as `text`; a key with escapes never is.
    @inlinable @inline(__always)
    package static func ~= (text: StaticString, key: Key) -> Bool {
      guard text.utf8CodeUnitCount == key.count else { return false }
      let bytes = text.utf8Start
      var index = 0
      while index < key.count {
        if bytes[index] != key.start[index] { return false }
        index += 1
      }
      return true
    }
  }

  // MARK: Structure

  /// The kind of the value that comes next.
  package mutating func kind() throws(JSONFault) -> Kind {
    switch try peek() {
    case 0x22: .string
    case 0x7B: .object
    case 0x5B: .array
    case 0x74, 0x66: .bool
    case 0x6E: .null
    case 0x2D, 0x30...0x39: .number
    case let byte: throw JSONFault(.unexpectedByte(byte), at: position)
    }
  }

  package mutating func beginObject() throws(JSONFault) {
    try expect(0x7B)
    isFirst = true
  }

  /// The key of the object's next member, with its value next to be read; nil at the end.
  package mutating func nextMember() throws(JSONFault) -> Key? {
    guard try advance(closing: 0x7D) else { return nil }
    if try peek() != 0x22 { throw JSONFault(.unexpectedByte(base[position]), at: position) }
    let (range, hasEscapes) = try rawString()
    try expect(0x3A)
    return Key(
      start: base + range.lowerBound, count: range.count, offset: range.lowerBound,
      hasEscapes: hasEscapes)
  }

  package mutating func beginArray() throws(JSONFault) {
    try expect(0x5B)
    isFirst = true
  }

  /// Whether the array has another element, which is then next to be read.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    try advance(closing: 0x5D)
  }

  @inline(__always)
  private mutating func advance(closing: UInt8) throws(JSONFault) -> Bool {
    let byte = try peek()
    let wasFirst = isFirst
    isFirst = false
    if byte == closing {
      position += 1
      return false
    }
    if wasFirst { return true }
    guard byte == 0x2C else { throw JSONFault(.unexpectedByte(byte), at: position) }
    position += 1
    // What follows a comma is a member or an element, never the end.
    let next = try peek()
    if next == closing { throw JSONFault(.unexpectedByte(next), at: position) }
    return true
  }

  /// Makes sure that nothing but blanks is left.
  package mutating func finish() throws(JSONFault) {
    skipBlanks()
    if position < count { throw JSONFault(.trailingBytes, at: position) }
  }

  /// The fault of a value that lies too deep, at the byte that opens it.
  package func tooDeep() -> JSONFault {
    JSONFault(.tooDeep(limit: JSONValue.depthLimit), at: position)
  }

  // MARK: Scalars

  package mutating func null() throws(JSONFault) { try word("null") }

  package mutating func bool() throws(JSONFault) -> Bool {
    if try peek() == 0x74 {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  /// A number's literal.
  package mutating func number() throws(JSONFault) -> String {
    let range = try rawNumber()
    return String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
  }

  /// A whole number without point or exponent, if it fits.
  package mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(JSONFault)
    -> Value
  {
    let start = position
    guard let value = Value(exactly: try integer() as Int64) else {
      throw JSONFault(.numberOutOfRange, at: start)
    }
    return value
  }

  // The journal's own types, written out: a generic one is not specialised across targets.

  package mutating func integer() throws(JSONFault) -> UInt32 {
    let start = position
    guard let value = UInt32(exactly: try integer() as Int64) else {
      throw JSONFault(.numberOutOfRange, at: start)
    }
    return value
  }

  package mutating func integer() throws(JSONFault) -> UInt64 {
    let start = position
    guard let value = UInt64(exactly: try integer() as Int64) else {
      throw JSONFault(.numberOutOfRange, at: start)
    }
    return value
  }

  package mutating func integer() throws(JSONFault) -> Int { Int(try integer() as Int64) }

  package mutating func integer() throws(JSONFault) -> Int64 {
    let range = try rawNumber()
    let isNegative = base[range.lowerBound] == 0x2D
    // Counted downwards, so that the least number fits too.
    var value: Int64 = 0
    var index = range.lowerBound + (isNegative ? 1 : 0)
    while index < range.upperBound {
      let digit = Int64(base[index]) - 0x30
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowedToo) = product.subtractingReportingOverflow(digit)
      if digit < 0 || digit > 9 || overflowed || overflowedToo {
        throw JSONFault(.numberOutOfRange, at: range.lowerBound)
      }
      value = sum
      index += 1
    }
    if isNegative { return value }
    if value == .min { throw JSONFault(.numberOutOfRange, at: range.lowerBound) }
    return -value
  }

  /// Passes over one value, checking its structure, and says where it lies.
  @discardableResult
  package mutating func skipValue() throws(JSONFault) -> Range<Int> {
    skipBlanks()
    let start = position
    try skip(depth: 0)
    return start..<position
  }

  private mutating func skip(depth: Int) throws(JSONFault) {
    switch try kind() {
    case .null: try null()
    case .bool: _ = try bool()
    case .number: _ = try rawNumber()
    case .string: _ = try rawString()
    case .array:
      if depth == JSONValue.depthLimit { throw tooDeep() }
      try beginArray()
      while try nextElement() { try skip(depth: depth + 1) }
    case .object:
      if depth == JSONValue.depthLimit { throw tooDeep() }
      try beginObject()
      while try nextMember() != nil { try skip(depth: depth + 1) }
    }
  }

  // MARK: Bytes

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  private mutating func skipBlanks() {
    while position < count {
      let byte = base[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// The next byte that is not blank, which stays next.
  @inline(__always)
  private mutating func peek() throws(JSONFault) -> UInt8 {
    if position < count, base[position] > 0x20 { return base[position] }
    skipBlanks()
    guard position < count else { throw JSONFault(.unexpectedEnd, at: count) }
    return base[position]
  }

  @inline(__always)
  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    let found = try peek()
    guard found == byte else { throw JSONFault(.unexpectedByte(found), at: position) }
    position += 1
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    _ = try peek()
    for index in 0..<word.utf8CodeUnitCount {
      guard position < count else { throw JSONFault(.unexpectedEnd, at: count) }
      guard base[position] == word.utf8Start[index] else {
        throw JSONFault(.unexpectedByte(base[position]), at: position)
      }
      position += 1
    }
  }

  private mutating func digits() -> Int {
    var index = position
    while index < count, base[index] >= 0x30, base[index] <= 0x39 { index += 1 }
    defer { position = index }
    return index - position
  }

  private mutating func rawNumber() throws(JSONFault) -> Range<Int> {
    let first = try peek()
    guard first == 0x2D || (first >= 0x30 && first <= 0x39) else {
      throw JSONFault(.unexpectedByte(first), at: position)
    }
    let start = position
    if first == 0x2D { position += 1 }
    let whole = position
    let length = digits()
    if length == 0 { throw incompleteNumber(start) }
    if length > 1 && base[whole] == 0x30 { throw JSONFault(.badNumber, at: start) }
    if position < count, base[position] == 0x2E {
      position += 1
      if digits() == 0 { throw incompleteNumber(start) }
    }
    if position < count, base[position] | 0x20 == 0x65 {
      position += 1
      if position < count, base[position] == 0x2B || base[position] == 0x2D { position += 1 }
      if digits() == 0 { throw incompleteNumber(start) }
    }
    return start..<position
  }

  private func incompleteNumber(_ start: Int) -> JSONFault {
    position == count ? JSONFault(.unexpectedEnd, at: count) : JSONFault(.badNumber, at: start)
  }

  /// Passes over a string and its quotes; gives the bytes between them.
  mutating func rawString() throws(JSONFault) -> (Range<Int>, hasEscapes: Bool) {
    try expect(0x22)
    let start = position
    var index = start
    var hasEscapes = false
    while true {
      index = JSONScanner.endOfPlainText(base, index, count)
      guard index < count else { break }
      let byte = base[index]
      if byte == 0x22 {
        position = index + 1
        return (start..<index, hasEscapes)
      }
      if byte < 0x20 { throw JSONFault(.controlInString(byte), at: index) }
      // A backslash and what it escapes, which may be a quote.
      hasEscapes = true
      index += 2
    }
    throw JSONFault(.unexpectedEnd, at: count)
  }

  /// The first byte from `index` on that is a quote, a backslash or a control, eight at a time.
  @inline(__always)
  private static func endOfPlainText(_ base: UnsafePointer<UInt8>, _ index: Int, _ count: Int)
    -> Int
  {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var index = index
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
