import Canvas
import TestSupport
import TOML
import Testing

@testable import Settings

@Suite struct SettingsMutationTests {
  @Test(
    "A header without a name, or with one that needs quotation marks, is reported with its line",
    arguments: ["[招商]", "[é]", "[ 招商]", "\t[[招商]]", "[#]", "[.a]", "[", "[ [a]]", "[[[a]]]"])
  func header(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.place?.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "An array that goes on with no value is reported with its line",
    arguments: [
      "e = [}", "e = [1, }", "e = [ # x\n}", "e = [[1], # }\n\t\r\n }", "e = [\u{2028}1]",
      "e = [\"[#\", [}", "e = [\"\"\"\n\"\"\", }", "e = [1,\u{85}]",
    ])
  func array(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    let breaks = line.unicodeScalars.count { $0 == "\n" }
    #expect(read.problems.map(\.place?.line) == [2 + breaks])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "A date with a single digit behind it is reported with its line",
    arguments: [
      "e = 2026-11-22 5", "e = [2026-11-22 5]", "e = [1, 2026-11-22 5 ]", "e = 2026_-11-22 5#",
      "e = {a = 2026-11-22 5}", "e = 2c-x-11-22 5\u{3000}", "e =\u{A0}2026-11-22 5\t",
    ])
  func date(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.place?.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "U+0000 written as an escape is reported with its line",
    arguments: [
      #""\u0000" = 1"#, #"a."b\u0000" = 1"#, #"e = "\u0000""#, #"e = ["\U00000000"]"#,
      #"e = {"\u0000" = 1}"#, #"e = "\\\u0000""#, #"["\u0000"]"#,
    ])
  func null(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.place?.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test("A backslash before u0000, a remark and a text with a date are what they are")
  func harmless() {
    for text in [
      #"theme = "\\u0000""#, #"theme = '\u0000'"#, "theme = \"2026-11-22 5 \"\n",
      "# 2026-11-22 5 个\nmouse = true # 2026-11-22 5 个\n", "theme = ', }'\n",
      "theme = \"\"\"\n[[[招商]]]\n\"\"\"",
    ] {
      #expect(Configuration.parse(text, file: "config.toml").problems == [])
    }
  }

  @Test("No theme and no configuration does more than be reported")
  func files() throws {
    let corpus = [
      """
      [meta]
      name = "夜"
      inherits = "default-dark"
      [colours]
      text = "#c0ffee"
      border = { fg = "blue", bold = true }
      [glyphs]
      border = "line"
      """,
      """
      language = "zh"
      theme = "mono"
      mouse = true
      colour = "auto"
      [stale-days]
      contact = 30
      """,
      "e=" + String(repeating: "{e=", count: 15) + "{}",
    ].map { Array($0.utf8) }
    let tried = try Mutation.play(try Corpus.kept() + corpus) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = Configuration.parse(text, file: "config.toml")
      _ = Theme.defaultDark.overlaid(with: text, file: "夜.toml", name: "夜")
    }
    #expect(tried > 50)
  }
}
