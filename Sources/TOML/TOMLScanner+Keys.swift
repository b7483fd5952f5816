extension TOMLScanner {
  /// One part of a dotted key.
  struct KeyPart {
    let name: String
    let place: TOMLPlace
  }

  /// Whether a byte may stand in a key without quotation marks.
  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Reads a key and the blanks after it: `a`, `"甲"`, `a . "b" . 'c'`.
  ///
  /// - Parameter limit: How many parts it may have.
  mutating func key(limit: Int) throws(TOMLError) -> [KeyPart] {
    var parts: [KeyPart] = []
    repeat {
      skipBlanks()
      guard parts.count < limit else { throw error(.depth(atMost: limit)) }
      let place = self.place()
      parts.append(KeyPart(name: try keyPart(), place: place))
      skipBlanks()
    } while skip(".")
    return parts
  }

  private mutating func keyPart() throws(TOMLError) -> String {
    if byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'") { return try lineString() }
    let start = position
    while TOMLScanner.isBare(byte()) { position += 1 }
    guard position > start else { throw error(.key) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
