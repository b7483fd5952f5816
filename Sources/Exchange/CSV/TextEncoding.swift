internal import Glibc

/// A character set of files that come from spreadsheets.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case gb18030
  /// Excel's "Unicode text".
  case utf16 = "utf-16"

  /// Reads a name as people write it: utf8, UTF-8, GBK, gb2312, GB18030.
  package init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "utf-16", "utf16", "utf-16le", "utf-16be", "unicode": self = .utf16
    default: return nil
    }
  }
}

/// Why bytes are no text.
package enum TextEncodingError: Error, Hashable, Sendable {
  /// Neither UTF-8 nor GB18030, or not the one that was named; the offset of the first wrong byte.
  case undecodable(offset: Int, as: TextEncoding?)
  /// The system lacks the table for the character set.
  case unavailable(TextEncoding)
}

/// A file's text as UTF-8, and how it was found to be encoded.
package struct DecodedText: Hashable, Sendable {
  /// Without the byte-order mark.
  package let utf8: [UInt8]
  package let encoding: TextEncoding
  package let hadByteOrderMark: Bool

  /// Decodes a file: by its byte-order mark, else UTF-8 if it is that, else GB18030.
  ///
  /// - Parameter encoding: What it is said to be; nil to find out.
  package init(_ bytes: [UInt8], as encoding: TextEncoding? = nil) throws(TextEncodingError) {
    // GB18030 text never begins so: FF is no lead byte of it, and FE FF no pair.
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if encoding == .utf16 || encoding == nil && (isMarked || bytes.looksLikeUTF16) {
      let isBig = isMarked ? bytes[0] == 0xFE : bytes.first == 0
      utf8 = try Conversion.convert(
        isMarked ? Array(bytes.dropFirst(2)) : bytes, from: isBig ? "utf-16be" : "utf-16le",
        to: "utf-8", .utf16, named: .utf16)
      self.encoding = .utf16
      hadByteOrderMark = isMarked
      return
    }
    if isMarked { throw .undecodable(offset: 0, as: encoding) }
    let hasMark = bytes.starts(with: CSVWriter.byteOrderMark)
    if hasMark, encoding == .gb18030 {
      throw .undecodable(offset: 0, as: .gb18030)
    }
    let body = hasMark ? Array(bytes.dropFirst(3)) : bytes
    let fault = encoding == .gb18030 ? 0 : body.firstFaultOfUTF8
    if let fault {
      if hasMark || encoding == .utf8 {
        throw .undecodable(offset: fault + bytes.count - body.count, as: .utf8)
      }
      utf8 = try Conversion.convert(
        body, from: "gb18030", to: "utf-8", .gb18030, named: encoding)
      self.encoding = .gb18030
    } else {
      utf8 = body
      self.encoding = .utf8
    }
    hadByteOrderMark = hasMark
  }
}

extension TextEncoding {
  /// A text's bytes in this character set; UTF-8 gets a byte-order mark.
  package func encoded(_ text: String) throws(TextEncodingError) -> [UInt8] {
    switch self {
    case .utf8: CSVWriter.byteOrderMark + Array(text.utf8)
    case .gb18030:
      try Conversion.convert(
        Array(text.utf8), from: "utf-8", to: "gb18030", .gb18030, named: .gb18030)
    case .utf16:
      [0xFF, 0xFE]
        + (try Conversion.convert(
          Array(text.utf8), from: "utf-8", to: "utf-16le", .utf16, named: .utf16))
    }
  }
}

/// The C library's conversion between character sets.
private enum Conversion {
  /// - Parameter encoding: The one of the two that the machine may lack.
  static func convert(
    _ input: [UInt8], from source: String, to target: String, _ encoding: TextEncoding,
    named: TextEncoding?
  ) throws(TextEncodingError) -> [UInt8] {
    let descriptor = iconv_open(target, source)
    // (iconv_t)-1, which C says where Swift would say nil.
    guard let descriptor, Int(bitPattern: descriptor) != -1 else { throw .unavailable(encoding) }
    defer { iconv_close(descriptor) }
    var input = input.map { CChar(bitPattern: $0) }
    // GB18030 takes at most four bytes where UTF-8 takes one; three where GB18030 takes two.
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let size = output.count
    var (inputLeft, outputLeft) = (input.count, size)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
      }
    }
    if status == Int.max.magnitude * 2 + 1 || inputLeft > 0 {
      throw .undecodable(offset: input.count - inputLeft, as: named)
    }
    return output.prefix(size - outputLeft).map { UInt8(bitPattern: $0) }
  }
}

extension Array where Element == UInt8 {
  /// Whether a text begins as UTF-16 without a mark does: line ends and tabs of two bytes, one a zero.
  fileprivate var looksLikeUTF16: Bool {
    guard count >= 4, count % 2 == 0 else { return false }
    let pairs = stride(from: 0, to: Swift.min(count, 4096), by: 2)
    return pairs.contains { place in
      let (first, second) = (self[place], self[place + 1])
      return first == 0 && (second == 0x0A || second == 0x09)
        || second == 0 && (first == 0x0A || first == 0x09)
    }
  }

  /// The offset of the first byte that is not UTF-8; nil when all are.
  fileprivate var firstFaultOfUTF8: Int? {
    if (try? UTF8Span(validating: span)) != nil { return nil }
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
