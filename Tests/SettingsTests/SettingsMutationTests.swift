import Canvas
import TestSupport
import Testing

@testable import Settings

@Suite struct SettingsMutationTests {
  @Test(
    "A header in words the parser cannot bear is reported with its line",
    arguments: ["[招商]", "[é]", "[ 招商]", "\t[[招商]]", "[#]", "[.a]", "[", "[ [a]]", "[[[a]]]"])
  func header(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "An array that goes on with no value is reported with its line, not followed into an abort",
    arguments: [
      "e = [}", "e = [1, }", "e = [ # x\n}", "e = [[1], # }\n\t\r\n }", "e = [\u{2028}1]",
      "e = [\"[#\", [}", "e = [\"\"\"\n\"\"\", }", "e = [1,\u{85}]",
    ])
  func array(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    let breaks = line.unicodeScalars.count { $0 == "\n" }
    #expect(read.problems.map(\.line) == [2 + breaks])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "A date with a single digit behind it is reported with its line, not followed into an abort",
    arguments: [
      "e = 2026-11-22 5", "e = [2026-11-22 5]", "e = [1, 2026-11-22 5 ]", "e = 2026_-11-22 5#",
      "e = {a = 2026-11-22 5}", "e = 2c-x-11-22 5\u{3000}", "e =\u{A0}2026-11-22 5\t",
    ])
  func date(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test(
    "U+0000 written as an escape is reported with its line, not followed into an abort",
    arguments: [
      #""\u0000" = 1"#, #"a."b\u0000" = 1"#, #"e = "\u0000""#, #"e = ["\U00000000"]"#,
      #"e = {"\u0000" = 1}"#, #"e = "\\\u0000""#, #"["\u0000"]"#,
    ])
  func null(line: String) {
    let read = Configuration.parse("mouse = true\n\(line)\nx = 1\n", file: "config.toml")
    #expect(read.problems.map(\.line) == [2])
    #expect(read.configuration == Configuration())
  }

  @Test("A backslash before u0000, and other escapes, are what they are")
  func escapes() {
    #expect(SettingsFile.nullLine(of: #"e = "\\u0000""#) == nil)
    #expect(SettingsFile.nullLine(of: #"e = "\u0001\U00000041\u000""#) == nil)
    #expect(SettingsFile.nullLine(of: "e = \"\"\"\\\n\\u0000\"\"\"") == 2)
  }

  @Test("A remark and a text with a date and a digit are what they are")
  func remark() {
    let text = "# 2026-11-22 5 个\n[views]\nmouse = true # 2026-11-22 5 个\n"
    #expect(SettingsFile.brokenDateLine(of: text) == nil)
    #expect(SettingsFile.brokenDateLine(of: "filter = \"2026-11-22 5 \"\n") == nil)
    #expect(SettingsFile.brokenDateLine(of: "e = 2026-11-22 05:00:00\n") == nil)
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
