import SafeText
import TestSupport
import Testing

struct TextRuleTests {
  @Test("A hostile text is kept, cleaned or refused as the list says", arguments: HostileText.all)
  func verdicts(_ hostile: HostileText) {
    #expect(HostileText.verdict(of: .name, on: hostile.text) == hostile.name)
    #expect(HostileText.verdict(of: .line, on: hostile.text) == hostile.line)
    #expect(HostileText.verdict(of: .note, on: hostile.text) == hostile.note)
  }

  @Test("Cleaning a cleaned text changes nothing", arguments: 0..<200)
  func idempotence(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet: [Unicode.Scalar] = [
      " ", "甲", "a", "\n", "\r", "\t", "\u{7}", "\u{302}", "\u{FE0F}", "\u{200D}", "\u{200B}",
      "\u{3000}", "\u{3164}", "\u{2003}", "\u{FFFE}", "\u{2028}", "=",
    ]
    for rule in [TextRule.name, .line, .note] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<24, using: &random) { scalars.append(random.pick(alphabet)) }
      guard let once = try? rule.clean(String(scalars)) else { continue }
      let twice = try rule.clean(once)
      #expect(Array(twice.utf8) == Array(once.utf8), "from \(Array(scalars))")
      #expect(!once.utf8.contains(0x07) && !once.utf8.contains(0x09))
    }
  }

  @Test("A fault names the place of the scalar that was refused")
  func positions() {
    #expect(throws: TextFault(.bidiControl("\u{202E}"), at: 2)) {
      try TextRule.name.clean("报价\u{202E}x")
    }
    #expect(throws: TextFault(.null, at: 0)) { try TextRule.note.clean("\0") }
    #expect(throws: TextFault(.controls, at: 16)) {
      try TextRule.line.clean(String(repeating: "\u{7}", count: 17))
    }
  }

  @Test("A pasted table may fill a note with tabs and lines")
  func table() throws {
    let rows = String(repeating: "项目\t金额\n", count: 40)
    #expect(try TextRule.note.clean(rows) == String(repeating: "项目 金额\n", count: 40))
  }
}
