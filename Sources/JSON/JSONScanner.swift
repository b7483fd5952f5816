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

  /// What a value is, by its first byte.
  package enum Kind: Hashable, Sendable { case null, bool, number, string, array, object }

  /// A member's key, where it lies.
  package struct Key {
    /// The bytes between the quotes.
    package let range: Range<Int>
    let hasEscapes: Bool
    let base: UnsafePointer<UInt8>

    /// The bytes between the quotes, escapes as they are written.
    package var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Whether the key is written exactly as `text`; a key with escapes never is.
    @inline(__always)
    package static func ~= (text: StaticString, key: Key) -> Bool {
      guard text.utf8CodeUnitCount == key.range.count, !key.hasEscapes else { return false }
      let start = text.utf8Start
      for index in 0..<key.range.count
      where start[index] != key.base[key.range.lowerBound + index] {
        return false
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
    return Key(range: range, hasEscapes: hasEscapes, base: base)
  }

  package mutating func beginArray() throws(JSONFault) {
    try expect(0x5B)
    isFirst = true
  }

  /// Whether the array has another element, which is then next to be read.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    try advance(closing: 0x5D)
  }

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

  /// A whole number without point or exponent.
  package mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self)
    throws(JSONFault) -> Value
  {
    let range = try rawNumber()
    var value: Int64 = 0
    let isNegative = base[range.lowerBound] == 0x2D
    for index in range.lowerBound + (isNegative ? 1 : 0)..<range.upperBound {
      let digit = Int64(base[index]) - 0x30
      guard digit >= 0, digit <= 9 else {
        throw JSONFault(.numberOutOfRange, at: range.lowerBound)
      }
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowedToo) = product.subtractingReportingOverflow(digit)
      if overflowed || overflowedToo { throw JSONFault(.numberOutOfRange, at: range.lowerBound) }
      value = sum
    }
    // Counted downwards, so that the least number fits too.
    if !isNegative && value == .min { throw JSONFault(.numberOutOfRange, at: range.lowerBound) }
    guard let result = Value(exactly: isNegative ? value : -value) else {
      throw JSONFault(.numberOutOfRange, at: range.lowerBound)
    }
    return result
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
    let start = position
    while position < count, base[position] >= 0x30, base[position] <= 0x39 { position += 1 }
    return position - start
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
    var hasEscapes = false
    while position < count {
      let byte = base[position]
      if byte == 0x22 {
        position += 1
        return (start..<position - 1, hasEscapes)
      }
      if byte < 0x20 { throw JSONFault(.controlInString(byte), at: position) }
      if byte == 0x5C {
        hasEscapes = true
        position += 1
        guard position < count else { break }
      }
      position += 1
    }
    throw JSONFault(.unexpectedEnd, at: count)
  }
}
