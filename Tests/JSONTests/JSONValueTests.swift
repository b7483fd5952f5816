import JSON
import Testing

@Suite("Reading JSON")
struct JSONValueTests {
  @Test("A value keeps the order of its members and the writing of its numbers")
  func order() throws {
    let value = try JSONValue.parse(
      #" {"项目":"新型铝基材料","amount":{"value":1.60,"unit":"亿元"},"tags":[true,null,-0.5e+3]} "#)
    #expect(value.object?.members.map(\.key) == ["项目", "amount", "tags"])
    #expect(value.object?["amount"]?.object?["value"] == .number("1.60"))
    #expect(value.object?["tags"] == .array([true, nil, .number("-0.5e+3")]))
    #expect(
      JSONWriter.text(of: value)
        == #"{"项目":"新型铝基材料","amount":{"value":1.60,"unit":"亿元"},"tags":[true,null,-0.5e+3]}"#)
  }

  @Test("Escapes are read, surrogate pairs as one character")
  func escapes() throws {
    #expect(
      try JSONValue.parse(#""\"\\\/\b\f\n\r\t招商😀""#)
        == .string("\"\\/\u{08}\u{0C}\n\r\t招商😀"))
  }

  @Test(
    "What is not JSON is refused with the place and the reason",
    arguments: [
      ("", 0, .unexpectedEnd), ("  ", 2, .unexpectedEnd), ("{", 1, .unexpectedEnd),
      ("[1,]", 3, .unexpectedByte(0x5D)), ("{\"a\":1,}", 7, .unexpectedByte(0x7D)),
      ("[,1]", 1, .unexpectedByte(0x2C)), ("[1 2]", 3, .unexpectedByte(0x32)),
      ("{a:1}", 1, .unexpectedByte(0x61)), ("{\"a\" 1}", 5, .unexpectedByte(0x31)),
      ("01", 0, .badNumber), ("-", 1, .unexpectedEnd), ("1.", 2, .unexpectedEnd),
      ("-a", 0, .badNumber),
      ("[1.]", 1, .badNumber), ("[1e+]", 1, .badNumber),
      ("+1", 0, .unexpectedByte(0x2B)), (".5", 0, .unexpectedByte(0x2E)),
      ("NaN", 0, .unexpectedByte(0x4E)), ("nul", 3, .unexpectedEnd),
      ("nulL", 3, .unexpectedByte(0x4C)), ("1 1", 2, .trailingBytes), ("[]]", 2, .trailingBytes),
      ("\"a", 2, .unexpectedEnd), ("\"a\nb\"", 2, .controlInString(0x0A)),
      (#""\x""#, 1, .badEscape), (#""\u12G4""#, 1, .badEscape), (#""\u12""#, 1, .badEscape),
      (#""\ud83d""#, 1, .loneSurrogate), (#""\ude00""#, 1, .loneSurrogate),
      (#""\ud83dA""#, 1, .loneSurrogate), ("\u{FEFF}1", 0, .unexpectedByte(0xEF)),
      ("{\"a\":1,\"a\":2}", 8, .duplicateKey("a")), ("\"\\", 2, .unexpectedEnd),
      (String(repeating: "[", count: 65), 64, .tooDeep(limit: 64)),
      (String(repeating: "{\"a\":", count: 65), 320, .tooDeep(limit: 64)),
    ] as [(String, Int, JSONError.Reason)])
  func faults(text: String, offset: Int, reason: JSONError.Reason) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test("A fault is found by line and by character, not by byte")
  func lines() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue.parse("{\n  \"单位\": 邹平\n}")
    }
    #expect(error == JSONError(offset: 14, line: 2, column: 9, reason: .unexpectedByte(0xE9)))
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they begin",
    arguments: [
      ([0x22, 0x80, 0x22], 1), ([0x22, 0x61, 0xC0, 0x80, 0x22], 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xE6, 0x8B, 0x9B, 0xE6, 0x22], 4),
      ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1),
    ] as [([UInt8], Int)])
  func utf8(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
    #expect(error?.reason == .badUTF8)
    #expect(error?.offset == offset)
  }

  @Test("64 levels are read, and a text over the limit is not")
  func limits() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try JSONWriter.text(of: .parse(deep)) == deep)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse("[1]", sizeLimit: 2) }
    #expect(error?.reason == .tooLarge(limit: 2))
  }

  @Test("A member twice is found among many, too")
  func duplicates() {
    let many = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
    let error = #expect(throws: JSONError.self) { try JSONValue.parse("{\(many),\"k3\":1}") }
    #expect(error?.reason == .duplicateKey("k3"))
  }

  @Test("Cut or changed at any byte, it gives a value or an error and never a trap")
  func mangled() throws {
    let text = Array(#"{"a":["招商\n😀",-1.5e3,true,null,{}],"b":{"c":[[]]}}"#.utf8)
    for length in text.indices {
      #expect(throws: JSONError.self) { try JSONValue.parse(Array(text[..<length])) }
    }
    for index in text.indices {
      for byte in [0x00, 0x0A, 0x22, 0x5C, 0x7B, 0x5D, 0x80, 0xFF] as [UInt8] {
        var changed = text
        changed[index] = byte
        // Whatever is read must survive another round.
        guard let value = try? JSONValue.parse(changed) else { continue }
        #expect(try JSONValue.parse(JSONWriter.bytes(of: value)) == value)
      }
    }
  }
}
