import Exchange
import TestSupport
import Testing

@Suite("Character sets")
struct TextEncodingTests {
  private let chinese: [UInt8] = [0xC9, 0xBD, 0xB6, 0xAB]

  @Test("A mark, then UTF-8, then GB18030: which one it was is said")
  func detection() throws {
    let marked = try DecodedText([0xEF, 0xBB, 0xBF] + Array("山东".utf8))
    #expect(marked.encoding == .utf8 && marked.hadByteOrderMark)
    #expect(marked.utf8 == Array("山东".utf8))
    let plain = try DecodedText(Array("山东".utf8))
    #expect(plain.encoding == .utf8 && !plain.hadByteOrderMark)
    let old = try DecodedText(chinese)
    #expect(old.encoding == .gb18030 && old.utf8 == Array("山东".utf8))
    #expect(try DecodedText([]).encoding == .utf8)
  }

  @Test("What was named is what is read, or nothing is")
  func named() throws {
    #expect(try DecodedText(chinese, as: .gb18030).utf8 == Array("山东".utf8))
    #expect(throws: TextEncodingError.undecodable(offset: 3, as: .utf8)) {
      try DecodedText([0x61] + chinese, as: .utf8)
    }
    #expect(throws: TextEncodingError.undecodable(offset: 6, as: .utf8)) {
      try DecodedText([0xEF, 0xBB, 0xBF, 0x61] + chinese)
    }
    // Excel's "Unicode text", with its mark and without.
    let unicode = try DecodedText([0xFF, 0xFE, 0x71, 0x5C, 0x09, 0, 0x61, 0])
    #expect(unicode.encoding == .utf16 && unicode.utf8 == Array("山\ta".utf8))
    #expect(try DecodedText([0xFE, 0xFF, 0x5C, 0x71]).utf8 == Array("山".utf8))
    #expect(try DecodedText([0x71, 0x5C, 0x09, 0, 0x61, 0]).encoding == .utf16)
    #expect(throws: TextEncodingError.undecodable(offset: 0, as: .gb18030)) {
      try DecodedText([0xFF, 0xFE, 0x61, 0], as: .gb18030)
    }
    #expect(throws: TextEncodingError.undecodable(offset: 2, as: nil)) {
      try DecodedText([0xC9, 0xBD, 0xFF, 0xFF])
    }
    #expect(TextEncoding(name: "GBK") == .gb18030 && TextEncoding(name: "latin1") == nil)
  }

  @Test("Every character there is survives GB18030")
  func everything() throws {
    var text = String.UnicodeScalarView()
    for value in UInt32(0)...0x10FFFF {
      // Private use: the tables of 2005 and 2022 differ on some of it.
      if (0xE000...0xF8FF).contains(value) { continue }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    let string = String(text)
    let bytes = try TextEncoding.gb18030.encoded(string)
    #expect(try DecodedText(bytes, as: .gb18030).utf8 == Array(string.utf8))
  }

  @Test("It is the GB18030 of spreadsheets: two bytes for 山, four for an emoji")
  func known() throws {
    #expect(try TextEncoding.gb18030.encoded("山东") == chinese)
    #expect(try TextEncoding.gb18030.encoded("€") == [0xA2, 0xE3])
    #expect(try TextEncoding.gb18030.encoded("😀") == [0x94, 0x39, 0xFC, 0x36])
  }
}
