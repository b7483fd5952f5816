package import SafeText

/// A text made to break a screen, a file or a reader, and what the rules make of it.
package struct HostileText: Sendable, CustomStringConvertible {
  package enum Verdict: Equatable, Sendable {
    /// Stored byte for byte.
    case kept
    case cleaned(to: String)
    case refused(TextFault.Kind)
  }

  package let what: String
  package let text: String
  package let name: Verdict
  package let line: Verdict
  package let note: Verdict

  init(_ what: String, _ text: String, _ name: Verdict, line: Verdict? = nil, note: Verdict? = nil)
  {
    self.what = what
    self.text = text
    self.name = name
    self.line = line ?? name
    self.note = note ?? line ?? name
  }

  package var description: String { what }

  package static let own: [HostileText] =
    controls + sequences + lineEnds + directions + invisibles + marks + honest + cells + syntax
    + names + sizes

  package static let controls: [HostileText] = [
    HostileText("NUL in the middle", "鲁中\0集团", .refused(.null)),
    HostileText("a bell", "铃\u{7}响", .cleaned(to: "铃响")),
    HostileText(
      "backspaces over a word", "已批准\u{8}\u{8}\u{8}未批准", .cleaned(to: "已批准未批准")),
    HostileText("a tab", "甲\t乙", .cleaned(to: "甲 乙")),
    HostileText("a charset switch", "x\u{E}qqq\u{F}y", .cleaned(to: "xqqqy")),
    HostileText("flow control", "停\u{13}走\u{11}", .cleaned(to: "停走")),
    HostileText("end of file, interrupt", "a\u{1A}\u{4}\u{3}b", .cleaned(to: "ab")),
    HostileText("DEL", "a\u{7F}b", .cleaned(to: "ab")),
    HostileText(
      "every C0 control",
      String(String.UnicodeScalarView((1...31).compactMap(Unicode.Scalar.init))),
      .refused(.controls)),
    HostileText("an 8-bit CSI", "甲\u{9B}31m乙", .cleaned(to: "甲31m乙")),
    HostileText("an 8-bit OSC", "\u{9D}0;标题\u{9C}", .cleaned(to: "0;标题")),
  ]

  package static let sequences: [HostileText] = [
    HostileText("a colour without end", "\u{1B}[41;5m红", .cleaned(to: "[41;5m红")),
    HostileText("a cleared screen", "\u{1B}[H\u{1B}[2J", .cleaned(to: "[H[2J")),
    HostileText("a forged status line", "\u{1B}[99;1H已保存", .cleaned(to: "[99;1H已保存")),
    HostileText(
      "another screen, no mouse", "\u{1B}[?1049l\u{1B}[?1003l", .cleaned(to: "[?1049l[?1003l")),
    HostileText("a request to answer", "\u{1B}[6n\u{1B}[0c", .cleaned(to: "[6n[0c")),
    HostileText("a reset", "\u{1B}c", .cleaned(to: "c")),
    HostileText("an escape at the end", "鲁中\u{1B}", .cleaned(to: "鲁中")),
    HostileText("a window title", "\u{1B}]2;标题\u{7}", .cleaned(to: "]2;标题")),
    HostileText("a clipboard", "\u{1B}]52;c;cm0gLXJm\u{7}", .cleaned(to: "]52;c;cm0gLXJm")),
    HostileText(
      "a false link", "\u{1B}]8;;http://a.example/\u{1B}\\官网\u{1B}]8;;\u{1B}\\",
      .cleaned(to: "]8;;http://a.example/\\官网]8;;\\")),
    HostileText("a title that never ends", "\u{1B}]0;吞", .cleaned(to: "]0;吞")),
    HostileText(
      "a passthrough", "\u{1B}Ptmux;\u{1B}\u{1B}[2J\u{1B}\\", .cleaned(to: "Ptmux;[2J\\")),
    HostileText(
      "questions whose answers would be typed", "\u{1B}P$qm\u{1B}\\\u{1B}[21t\u{1B}[5n",
      .cleaned(to: "P$qm\\[21t[5n")),
    HostileText(
      "a window's size and a printer", "\u{1B}[8;2;2t\u{1B}[5i秘\u{1B}[4i",
      .cleaned(to: "[8;2;2t[5i秘[4i")),
    HostileText("a clipboard read", "\u{1B}]52;c;?\u{7}", .cleaned(to: "]52;c;?")),
    HostileText("a font query", "\u{1B}]50;?\u{7}", .cleaned(to: "]50;?")),
    HostileText(
      "a file in the text", "\u{1B}]1337;File=size=1:QQ==\u{7}",
      .cleaned(to: "]1337;File=size=1:QQ==")),
    HostileText("a picture", "\u{1B}_Ga=T;AAAA\u{1B}\\", .cleaned(to: "_Ga=T;AAAA\\")),
    HostileText("a hidden cursor", "\u{1B}[?25l\u{1B}[?2004l", .cleaned(to: "[?25l[?2004l")),
    // Cleaned, it is a note of ten thousand digits, and far too long for anything of one line.
    HostileText(
      "ten thousand digits of a parameter", "\u{1B}[" + String(repeating: "7", count: 10_000) + "m",
      .refused(.tooLong(limit: 200)), line: .refused(.tooLong(limit: 4096)),
      note: .cleaned(to: "[" + String(repeating: "7", count: 10_000) + "m")),
  ]

  package static let lineEnds: [HostileText] = [
    HostileText(
      "CR over the start", "好企业\r坏企业", .cleaned(to: "好企业 坏企业"), note: .cleaned(to: "好企业\n坏企业")),
    HostileText("a line feed", "一\n二", .cleaned(to: "一 二"), note: .kept),
    HostileText("CR LF", "一\r\n二", .cleaned(to: "一 二"), note: .kept),
    HostileText("VT and FF", "a\u{B}b\u{C}c", .cleaned(to: "a b c"), note: .cleaned(to: "a\nb\nc")),
    HostileText("NEL", "a\u{85}b", .cleaned(to: "a b"), note: .cleaned(to: "a\nb")),
    HostileText(
      "line and paragraph separators", "a\u{2028}b\u{2029}c", .cleaned(to: "a b c"),
      note: .cleaned(to: "a\nb\nc")),
    HostileText(
      "a forged record of the journal", "注\n{\"sum\":\"00000000\",\"seq\":7}\n",
      .cleaned(to: "注 {\"sum\":\"00000000\",\"seq\":7}"), note: .kept),
    HostileText(
      "a tab in front of a formula", "\t=1+1", .cleaned(to: "=1+1"), note: .cleaned(to: " =1+1")),
    HostileText(
      "CR in front of a formula", "\r=1+1", .cleaned(to: "=1+1"), note: .cleaned(to: "\n=1+1")),
    HostileText("LF in front of a formula", "\n=1+1", .cleaned(to: "=1+1"), note: .kept),
  ]

  package static let directions: [HostileText] = [
    HostileText("an override", "报价\u{202E}fdp.exe", .refused(.bidiControl("\u{202E}"))),
    HostileText("an isolate", "\u{2066}abc", .refused(.bidiControl("\u{2066}"))),
    HostileText("an embedding", "\u{202A}abc\u{202C}", .refused(.bidiControl("\u{202A}"))),
    HostileText(
      "a stage turned around", "阶段=立项\u{202E} \u{2066}// 通过\u{2069} \u{2066}",
      .refused(.bidiControl("\u{202E}"))),
    HostileText("marks", "a\u{200E}b\u{200F}c\u{61C}d", .cleaned(to: "abcd")),
    HostileText("honest Hebrew and Arabic", "שלום مرحبا 公司", .kept),
  ]

  package static let invisibles: [HostileText] = [
    HostileText("a zero-width space", "鲁中\u{200B}集团", .cleaned(to: "鲁中集团")),
    HostileText("a BOM in front of a formula", "\u{FEFF}=1+1", .cleaned(to: "=1+1")),
    HostileText(
      "a joiner of words, a soft hyphen", "a\u{2060}b\u{AD}c\u{2063}d", .cleaned(to: "abcd")),
    HostileText("text in tags", "好\u{E0001}\u{E0061}\u{E007F}", .refused(.hiddenText("\u{E0001}"))),
    HostileText("a Hangul filler alone", "\u{3164}", .refused(.nothingVisible)),
    HostileText("a Braille blank alone", "\u{2800}", .refused(.nothingVisible)),
    HostileText("odd blanks alone", "\u{2003}\u{205F}\u{A0}", .refused(.nothingVisible)),
    HostileText("a joiner alone", "\u{200D}", .refused(.nothingVisible), line: .cleaned(to: "")),
    HostileText(
      "a full-width space alone", "\u{3000}", .refused(.nothingVisible), line: .cleaned(to: "")),
    HostileText("full-width spaces around", "\u{3000}鲁中集团\u{3000}", .cleaned(to: "鲁中集团")),
    HostileText("noncharacters", "a\u{FFFE}b\u{1FFFF}c", .cleaned(to: "a\u{FFFD}b\u{FFFD}c")),
    HostileText("a zero-width space in front of a formula", "\u{200B}=1+1", .cleaned(to: "=1+1")),
    HostileText("an unassigned invisible", "a\u{E0FFF}b", .cleaned(to: "ab")),
  ]

  package static let marks: [HostileText] = [
    HostileText(
      "a hundred variants of one glyph", "字" + String(repeating: "\u{E0101}", count: 100),
      .refused(.tooManyMarks)),
    HostileText(
      "ten marks a letter",
      String(repeating: "e" + String(repeating: "\u{302}", count: 10), count: 9),
      .cleaned(to: String(repeating: "e\u{302}\u{302}\u{302}\u{302}", count: 9))),
    HostileText(
      "marks with something dropped between them",
      "e" + String(repeating: "\u{302}\u{302}\u{302}\u{200B}", count: 9),
      .cleaned(to: "e\u{302}\u{302}\u{302}\u{302}")),
    HostileText(
      "marks with joiners between them",
      "e" + String(repeating: "\u{302}\u{302}\u{200D}", count: 40),
      .refused(.tooManyMarks)),
    // One character to Swift, and two hundred thousand bytes.
    HostileText(
      "a hundred thousand marks on one letter",
      "中" + String(repeating: "\u{301}", count: 100_000), .refused(.tooLong(limit: 1024)),
      line: .refused(.tooLong(limit: 4096)), note: .refused(.tooManyMarks)),
    HostileText("a mark without a base", "\u{302}甲", .cleaned(to: "甲")),
    HostileText(
      "a mark on a line end", "甲\n\u{302}乙", .cleaned(to: "甲 \u{302}乙"), note: .cleaned(to: "甲\n乙")),
    HostileText(
      "Thai marks by the thousand", "中" + String(repeating: "\u{E34}\u{E38}", count: 1000),
      .refused(.tooManyMarks)),
    HostileText(
      "emoji joined without end", String(repeating: "👩\u{200D}", count: 400) + "👩",
      .refused(.tooManyMarks)),
  ]

  package static let honest: [HostileText] = [
    HostileText("a family", "👩‍👩‍👧‍👦", .kept),
    HostileText("flags, one of them half", "🇨🇳 🇨", .kept),
    HostileText("skin tone, heart, keycap", "👋🏿 ❤️‍🔥 2️⃣", .kept),
    HostileText("a county's company", "邹平市产业发展有限公司", .kept),
    HostileText("rare surnames", "𠮷野𪚥", .kept),
    HostileText("compatibility ideographs", "\u{F900}\u{FA0E}", .kept),
    HostileText("marks of unsure width", "①※·—…“”■", .kept),
    HostileText("full-width letters", "ＡＢ１２", .kept),
    HostileText("private use", "字\u{E001}\u{F0001}", .kept),
    HostileText("composed and not", "Caf\u{E9} Cafe\u{301}", .kept),
    HostileText("wide characters off the grid", "a" + String(repeating: "商", count: 60), .kept),
    HostileText("folds and look-alikes", "İﬁß Асmе \u{212A}\u{212B}", .kept),
  ]

  package static let cells: [HostileText] = [
    "=2+3", "+86543", "-8", "@A1", "=cmd|' /c x'!A1", "x\";=1;\"", " =2+3", "'=2+3", "＝2+3", "＠A1",
    "|x", "%0D=1", "-某某公司", "911234567890123456", "007 3-4 1E5",
    "=HYPERLINK(\"http://a.example/?\"&A1,\"好\")", "a;=1+2",
  ].map { HostileText("a cell \($0)", $0, .kept) }

  package static let syntax: [HostileText] = [
    "%d%n%s%9999999d", "`id`; $(id) & rm -rf x | y \\'\"", "'); DELETE FROM t;-- $1 ?",
    "<b onload=x>&lt;]]>", "\",\"by\":\"x\\u0000", "(a|a)*$ [!x]{1,} *?",
    // What would be a file if a text were ever made one.
    "../../etc/passwd", "/proc/self/fd/0", "..", ".lock", "-rf", "~root/x", "C:\\x:流", "a\u{2215}b",
    "%2e%2e%2f", "CON", "0000000000000001.jsonl", "[[[[[[[[", "{\"n\":1e400}",
  ].map { HostileText("syntax \($0)", $0, .kept) }

  /// What a file system takes for something else, and what it does not take.
  package static let names: [HostileText] = [
    HostileText("a name of one dot", ".", .kept),
    HostileText("a name with a stroke", "甲/乙⁄丙", .kept),
    HostileText("a name that climbs by backslashes", "..\\..\\甲", .kept),
    HostileText("a name that ends in a dot and a blank", "附件. ", .cleaned(to: "附件.")),
    HostileText("a name cut by a NUL", "附件\0.pdf", .refused(.null)),
    HostileText("a name cut by a line", "附件\n-rf", .cleaned(to: "附件 -rf"), note: .kept),
    HostileText(
      "a name longer than any file's", String(repeating: "n", count: 300),
      .refused(.tooLong(limit: 200)),
      line: .kept),
    HostileText(
      "anchors that grow", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\n",
      .cleaned(to: "a: &a [x,x,x,x] b: &b [*a,*a,*a,*a]"), note: .kept),
  ]

  package static let sizes: [HostileText] = [
    HostileText("nothing", "", .refused(.nothingVisible), line: .kept),
    HostileText(
      "ten million letters", String(repeating: "A", count: 10_000_000),
      .refused(.tooLong(limit: 1024)), line: .refused(.tooLong(limit: 4096)),
      note: .refused(.tooLong(limit: 65_536))),
    HostileText(
      "a thousand characters", String(repeating: "招", count: 1000),
      .refused(.tooLong(limit: 200)), line: .kept),
    HostileText("two hundred characters", String(repeating: "招", count: 200), .kept),
    HostileText(
      "one more", String(repeating: "招", count: 201), .refused(.tooLong(limit: 200)), line: .kept),
    HostileText(
      "a byte over a note", String(repeating: "a", count: 65_537), .refused(.tooLong(limit: 1024)),
      line: .refused(.tooLong(limit: 4096)), note: .refused(.tooLong(limit: 65_536))),
  ]
}
