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

  @Test(
    "Whole numbers are read up to their type's bounds and not beyond",
    arguments: [
      ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("0", 0), ("-7", -7),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil), ("1e2", nil),
    ] as [(String, Int64?)])
  func integers(text: String, expected: Int64?) {
    let value: Int64? = Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return try? scanner.integer()
    }
    #expect(value == expected)
    let small: UInt8? = Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return try? scanner.integer()
    }
    #expect(small == expected.flatMap { UInt8(exactly: $0) })
  }
}
