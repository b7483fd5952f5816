import SafeText
import TestSupport
import Testing

struct SafeTextTests {
  @Test("Nothing that drives a terminal or deceives comes through", arguments: HostileText.all)
  func harmless(_ hostile: HostileText) {
    let raw = String(hostile.text.prefix(20_000))
    let safe = SafeText(raw).string
    var marks = 0
    for scalar in safe.unicodeScalars {
      let kind = ScalarClass(scalar)
      if kind == .printable || kind == .blank || kind == .lineBreak { marks = 0 }
      if kind == .mark || kind == .variationSelector { marks += 1 }
      #expect(marks <= 4)
      #expect(kind != .lineBreak || scalar == "\n")
      #expect(
        ![.null, .control, .bidiControl, .bidiMark, .invisible, .tag, .nonCharacter].contains(kind),
        "\(SafeText.mark(for: scalar))")
    }
    #expect(SafeText(safe).string == safe, "what is safe stays as it is")
    #expect(!SafeText(raw, keepingLines: false).string.unicodeScalars.contains("\n"))
  }

  @Test("A plain text is the same text", arguments: ["", "Zouping 2023", "邹平市招商局", "👩‍👩‍👧‍👦"])
  func plain(_ text: String) {
    #expect(SafeText(text).string == text)
  }

  @Test("What must not be drawn is named, what takes no room is left out")
  func marks() {
    #expect(SafeText("a\u{1B}[2J\u{202E}b").string == "a‹U+001B›[2J‹U+202E›b")
    #expect(SafeText("a\u{200B}\u{FEFF}b").string == "ab")
    #expect(SafeText("x\u{E0041}").string == "x‹U+E0041›")
  }

  @Test("CR LF is one line end, CR alone is none")
  func lineEnds() {
    #expect(SafeText("一\r\n二\n三").string == "一\n二\n三")
    #expect(SafeText("一\r二").string == "一‹U+000D›二")
    #expect(SafeText("一\r\n二", keepingLines: false).string == "一‹U+000D›‹U+000A›二")
  }
}
