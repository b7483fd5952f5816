import CGlibc
@testable import Canvas
import Glibc
import TestSupport
import Testing

/// Texts whose width programs disagree about.
struct HardText: CustomTestStringConvertible {
  let name: String
  let text: String
  /// Columns we give it.
  let width: Int

  init(_ name: String, _ text: String, _ width: Int) {
    (self.name, self.text, self.width) = (name, text, width)
  }

  var testDescription: String { name }

  static let all: [HardText] = [
    HardText("ideographs", "招商引资", 8), HardText("full-width punctuation", "（项目），。", 12),
    HardText("half-width kana", "ｶﾅ", 2), HardText("Hangul", "투자", 4),
    HardText("Hangul letters", "\u{1112}\u{1161}\u{11AB}", 2),
    HardText("extension B", "𠀀𪚥", 4), HardText("quotation marks", "“意向”‘书’", 10),
    HardText("dash and dots", "—…", 2), HardText("circled numbers", "①②⑳", 3),
    HardText("arrows", "→←↑", 3), HardText("shapes", "■●★", 3), HardText("degrees", "25℃±1°", 6),
    HardText("Greek", "αβΩ", 3), HardText("Cyrillic", "Ия", 2), HardText("Roman", "Ⅲ期", 3),
    HardText("number sign", "№3", 2), HardText("multiplication", "3×5", 3),
    HardText("combining kana", "か\u{3099}", 2), HardText("combining Latin", "e\u{301}a\u{308}", 2),
    HardText("two marks", "o\u{302}\u{301}", 1), HardText("mark first", "\u{301}", 0),
    HardText("emoji", "🚀📈", 4), HardText("emoji family", "👨\u{200D}👩\u{200D}👧", 6),
    HardText("skin tone", "👍🏽", 2), HardText("heart", "❤\u{FE0F}", 1),
    HardText("keycap", "1\u{FE0F}\u{20E3}", 1), HardText("flag", "🇨🇳", 2),
    HardText("variation of an ideograph", "葛\u{E0100}", 2),
    HardText("zero width space", "a\u{200B}b", 2),
    HardText("joiner in text", "a\u{200D}b", 2), HardText("Thai", "กำ", 2),
    HardText("Devanagari", "नि", 2), HardText("Arabic", "سلام", 4),
    HardText("bidi override", "a\u{202E}b", 3), HardText("soft hyphen", "a\u{AD}b", 2),
    HardText("box lines", "│─┼", 3), HardText("private use", "\u{E000}", 1),
  ]

  /// What is put on the screen for it, on one line.
  var drawn: String {
    var frame = Frame(size: Size(width: 40, height: 1))
    let end = frame.write(text, at: Point(x: 0, y: 0))
    var drawn = ""
    for x in 0..<min(end, 40) where frame[x, 0].width > 0 {
      drawn.unicodeScalars.append(Unicode.Scalar(frame[x, 0].base) ?? " ")
      if frame[x, 0].marks > 0 {
        for mark in frame.marks[Int(frame[x, 0].marks) - 1] {
          drawn.unicodeScalars.append(Unicode.Scalar(mark) ?? " ")
        }
      }
    }
    return drawn
  }
}

@Suite("Widths that programs disagree about")
struct HardWidthTests {
  @Test(
    "Our width is that of what is drawn, and libc gives the drawn text the same",
    arguments: HardText.all)
  func libc(_ hard: HardText) {
    #expect(TextWidth.columns(of: hard.text) == hard.width)
    #expect(TextWidth.columns(of: hard.drawn) == hard.width)
    let columns = hard.drawn.unicodeScalars.map { Int(wcwidth(wchar_t(bitPattern: $0.value))) }
    #expect(columns.reduce(0, +) == hard.width, "\(columns)")
  }

  @Test("tmux puts its cursor where we think it is, behind every one of them")
  func tmux() async throws {
    let desk = try Desk()
    let program =
      "stty -echo; printf ready; while IFS= read -r row && IFS= read -r text; do "
      + "printf '\\033[%d;1H%s' \"$row\" \"$text\"; done"
    try await TerminalScreen.show(program, on: desk, columns: 60, rows: 60) { screen in
      try await screen.wait(for: "ready", "the program reads")
      for (index, hard) in HardText.all.enumerated() {
        let row = index + 2
        try await screen.type("\(row)\n\(hard.drawn)\n")
        try await screen.wait(hard.name) { _ in try await screen.cursor()?.row == row - 1 }
        #expect(try await screen.cursor()?.column == hard.width, "\(hard.name)")
      }
    }
  }

  @Test(
    "Where ambiguous characters are wide, every one takes two columns that no terminal disputes",
    arguments: HardText.all)
  func wide(_ hard: HardText) {
    TextWidth.$ambiguousIsWide.withValue(true) {
      let ambiguous = hard.text.unicodeScalars.filter {
        AmbiguousScalars.contains($0.value) && wcwidth(wchar_t(bitPattern: $0.value)) == 1
      }.count
      let width = TextWidth.columns(of: hard.text)
      #expect(width == hard.width + ambiguous)
      let drawn = hard.drawn
      #expect(!drawn.unicodeScalars.contains { AmbiguousScalars.contains($0.value) }, "\(drawn)")
      let columns = drawn.unicodeScalars.map { Int(wcwidth(wchar_t(bitPattern: $0.value))) }
      #expect(columns.reduce(0, +) == width, "\(drawn)")
    }
  }

  @Test("What stands for ambiguous characters can be read")
  func replacements() {
    TextWidth.$ambiguousIsWide.withValue(true) {
      let texts = ["“意向”", "①对接→⑩签约…", "25℃", "Ⅱ期 №3", "α线"].map { text in
        HardText("", text, 0).drawn
      }
      #expect(texts == ["＂意向＂", "1)对接->10签约..", "25C ", "II期 No3", "〓线"])
      #expect(Glyphs.line.fitting == .ascii)
    }
    #expect(Glyphs.line.fitting == .line)
  }
}
