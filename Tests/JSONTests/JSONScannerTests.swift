import JSON
import Testing

@Suite("Scanning JSON where it lies")
struct JSONScannerTests {
  @Test("Members are visited in order, and what is not asked for is passed over")
  func members() throws {
    let text = Array(#"{"seq": 12, "skip":{"a":[1,{"b":"}"}]}, "name":"邹平\n", "on":false}"#.utf8)
    var seen: [String] = []
    try text.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try scanner.beginObject()
      while let key = try scanner.nextMember() {
        switch key {
        case "seq": seen.append("seq \(try scanner.integer(UInt64.self))")
        case "name": seen.append("name \(try scanner.string())")
        case "on": seen.append("on \(try scanner.bool())")
        default:
          let range = try scanner.skipValue()
          seen.append("\(try scanner.text(of: key)) \(try scanner.rawText(range))")
        }
      }
      try scanner.finish()
    }
    #expect(seen == ["seq 12", #"skip {"a":[1,{"b":"}"}]}"#, "name 邹平\n", "on false"])
  }

  @Test("A quote, a backslash or a control is found at every place of a word of eight bytes")
  func places() throws {
    for length in 0..<20 {
      for place in 0...length {
        for (insert, byte) in [("\"", UInt8(0x22)), ("\\n", 0x5C), ("\u{1F}", 0x1F)] {
          let filler = Array(repeating: place % 2 == 0 ? "\u{80}" : "!", count: length)
          let text = filler[..<place].joined() + insert + filler[place...].joined() + "\""
          let result: String? = Array(("\"" + text).utf8).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            return try? scanner.string()
          }
          switch byte {
          case 0x22: #expect(result == filler[..<place].joined())
          case 0x5C: #expect(result == filler[..<place].joined() + "\n" + filler[place...].joined())
          default: #expect(result == nil)
          }
        }
      }
    }
  }

  @Test(
    "Whole numbers are read up to their type's bounds and not beyond",
    arguments: [
      ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("0", 0), ("-7", -7),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil), ("1e2", nil),
    ] as [(String, Int64?)])
  func integers(text: String, expected: Int64?) {
    let value: Int64? = Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return try? scanner.integer(Int64.self)
    }
    #expect(value == expected)
    let small: UInt8? = Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return try? scanner.integer(UInt8.self)
    }
    #expect(small == expected.flatMap { UInt8(exactly: $0) })
  }
}
