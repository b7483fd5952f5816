extension JSONScanner {
  /// A string's text, its UTF-8 and its escapes checked.
  package mutating func string() throws(JSONFault) -> String {
    let (range, hasEscapes) = try rawString()
    return try text(range, hasEscapes: hasEscapes)
  }

  /// A string's bytes where they lie, when it has no escapes; else nil, and the string is passed.
  package mutating func plainString() throws(JSONFault) -> UnsafeBufferPointer<UInt8>? {
    let (range, hasEscapes) = try rawString()
    return hasEscapes ? nil : UnsafeBufferPointer(rebasing: buffer[range])
  }

  /// A key's text.
  package func text(of key: Key) throws(JSONFault) -> String {
    try text(key.range, hasEscapes: key.hasEscapes)
  }

  /// The text of a raw value, as it is written.
  package func rawText(_ range: Range<Int>) throws(JSONFault) -> String {
    try text(range, hasEscapes: false)
  }

  private func text(_ range: Range<Int>, hasEscapes: Bool) throws(JSONFault) -> String {
    let bytes = UnsafeBufferPointer(rebasing: buffer[range])
    if !hasEscapes {
      do throws(UTF8.ValidationError) {
        return String(copying: try UTF8Span(validating: bytes.span))
      } catch {
        throw JSONFault(.badUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
      }
    }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5C {
        let scalar = try escape(bytes, &index, range.lowerBound)
        UTF8.encode(scalar).map { unescaped.append(contentsOf: $0) }
      } else {
        unescaped.append(bytes[index])
        index += 1
      }
    }
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: unescaped.span))
    } catch {
      // An escape is ASCII: what is wrong was wrong before, and as many bytes from the end.
      let after = unescaped.count - error.byteOffsets.lowerBound
      throw JSONFault(.badUTF8, at: max(range.lowerBound, range.upperBound - after))
    }
  }

  /// One escape, with the index moved past it.
  private func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ start: Int)
    throws(JSONFault) -> Unicode.Scalar
  {
    let place = start + index
    guard index + 1 < bytes.count else { throw JSONFault(.badEscape, at: place) }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(letter)
    case 0x62: return "\u{08}"
    case 0x66: return "\u{0C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: break
    default: throw JSONFault(.badEscape, at: place)
    }
    guard let unit = JSONScanner.hex(bytes, at: index) else {
      throw JSONFault(.badEscape, at: place)
    }
    index += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A high surrogate, and the low one right behind it.
    guard unit < 0xDC00, index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75,
      let low = JSONScanner.hex(bytes, at: index + 2), low >= 0xDC00, low <= 0xDFFF,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONFault(.loneSurrogate, at: place) }
    index += 6
    return scalar
  }

  private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
