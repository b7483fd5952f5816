import SafeText
import Testing

@Suite("Texts as they are typed")
struct TypedTextTests {
  @Test(
    "A name loses what nobody sees and keeps what was typed",
    arguments: [
      ("云岭\u{200B}药业\u{FEFF}", "云岭药业"), ("蓝湾\t冷链", "蓝湾 冷链"),
      ("甲\r\n乙", "甲 乙"), ("か\u{3099}工业", "か\u{3099}工业"), ("\u{3000}远山\u{3000}", "远山"),
    ])
  func cleaned(raw: String, expected: String) throws {
    #expect(try TextRule.name.clean(raw) == expected)
  }

  @Test(
    "What was made to deceive is refused with its place",
    arguments: [
      ("甲\u{202E}乙", TextFault(.bidiControl("\u{202E}"), at: 1)),
      ("\u{0}", TextFault(.null, at: 0)),
      ("标\u{E0041}", TextFault(.hiddenText("\u{E0041}"), at: 1)),
      ("\u{200D}", TextFault(.nothingVisible, at: 0)),
      ("\u{2800}\u{3164}", TextFault(.nothingVisible, at: 0)),
      (" \u{3000} ", TextFault(.nothingVisible, at: 0)),
      (String(repeating: "长", count: 201), TextFault(.tooLong(limit: 200), at: 200)),
    ])
  func refused(raw: String, fault: TextFault) {
    #expect(throws: fault) { try TextRule.name.clean(raw) }
  }

  @Test("A note keeps its lines, one for each line end")
  func note() throws {
    #expect(try TextRule.note.clean("第一行\r\n第二行\u{2028}第三行") == "第一行\r\n第二行\n第三行")
  }
}

@Suite("Safe text as it is printed")
struct PrintedTextTests {
  @Test(
    "Nothing printed drives a terminal or turns the text around",
    arguments: [
      ("普通 text", "普通 text"), ("红\u{1B}[31m", "红‹U+001B›[31m"), ("甲\u{202E}乙", "甲‹U+202E›乙"),
      ("一\n二", "一\n二"), ("一\r二", "一‹U+000D›二"), ("零\u{200B}宽", "零宽"),
    ])
  func shown(raw: String, safe: String) {
    #expect(SafeText(raw).string == safe)
  }

  @Test("On one line a line feed is shown too, and marks do not pile up")
  func oneLine() {
    #expect(SafeText("一\n二", keepingLines: false).string == "一‹U+000A›二")
    let piled = SafeText("e" + String(repeating: "\u{301}", count: 40)).string
    #expect(piled.unicodeScalars.count == 5)
  }
}
