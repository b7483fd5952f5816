import Canvas
import Glibc
import Settings
import TOML
import TestSupport
import Testing

@Suite("Theme files")
struct ThemeFileTests {
  private func overlaid(_ text: String) -> (theme: Theme, warnings: [ThemeWarning]) {
    Theme.defaultDark.overlaid(with: text, file: "我的.toml", name: "我的")
  }

  @Test("A value has a colour at three depths, a ground and attributes")
  func values() {
    let (theme, warnings) = overlaid(
      """
      [palette]
      ink = "#abc | 7"
      [ui]
      selected = "ink on #102030 | bright-blue, bold, underline"
      text = "default, dim"
      [stage]
      1 = " blue|68|#4f83d1 "
      """)
    #expect(warnings == [])
    #expect(
      theme.appearances[Int(Role.selected.rawValue)]
        == Appearance(
          foreground: Colour(rgb: 0xAABBCC, indexed: 7),
          background: Colour(rgb: 0x102030, ansi: 12),
          attributes: [.bold, .underline]))
    #expect(theme.appearances[Int(Role.text.rawValue)] == Appearance(attributes: .dim))
    #expect(
      theme.appearances[Int(Role.stage1.rawValue)].foreground
        == Colour(rgb: 0x4F83D1, indexed: 68, ansi: 4))
  }

  @Test(
    "A bad value keeps the parent's, and tells file, line, key and what would be right",
    arguments: [
      ("[ui]\ntext = \"红\"", 2, 8, "ui.text", "红", SettingsProblem.Expectation.colour),
      ("[ui]\n\n text=\"#12345\"", 3, 7, "ui.text", "#12345", .colour),
      ("[ui]\ntext = \"256\"", 2, 8, "ui.text", "256", .colour),
      ("[ui]\ntext = \"red, blink\"", 2, 8, "ui.text", "red, blink", .colour),
      ("[ui]\ntext = \"red on blue on red\"", 2, 8, "ui.text", "red on blue on red", .colour),
      ("[ui]\ntext = \"\"", 2, 8, "ui.text", "", .colour),
      ("[ui]\ntext = 7", 2, 8, "ui.text", "7", .text),
      ("[ui]\ntexxt = \"red\"", 2, 1, "ui.texxt", "red", .knownKey),
      ("[stage]\n7 = \"red\"", 2, 1, "stage.7", "red", .knownKey),
      ("[mono.ui]\nselected = \"inverse\"", 2, 12, "mono.ui.selected", "inverse", .attributes),
      ("[glyph]\nmore = \"宽\"", 2, 8, "glyph.more", "宽", .glyph),
      ("[glyph]\nmore = \"e\u{301}\"", 2, 8, "glyph.more", "e\u{301}", .glyph),
      ("[glyph]\nset = \"nerd\"", 2, 7, "glyph.set", "nerd", .oneOf(["line", "ascii"])),
      (
        "[meta]\nbackground = \"blue\"", 2, 14, "meta.background", "blue",
        .oneOf(["dark", "light"])
      ),
      ("[palette]\nred2 = \"#ggg\"", 2, 8, "palette.red2", "#ggg", .colour),
    ])
  func warnings(
    text: String, line: Int, column: Int, key: String, value: String,
    expected: SettingsProblem.Expectation
  ) {
    let (theme, warnings) = overlaid(text)
    #expect(
      warnings == [
        ThemeWarning(
          file: "我的.toml", place: TOMLPlace(line: line, column: column), key: key, value: value,
          expected: expected)
      ])
    var parent = Theme.defaultDark
    parent.name = "我的"
    #expect(theme == parent)
  }

  @Test("A file that is no TOML, or too large, too deep or not text, changes nothing")
  func unusable() {
    for (text, expected) in [
      (String(repeating: "#", count: 65_537), SettingsProblem.Expectation.size(atMost: 65_536)),
      ("a = " + String(repeating: "[", count: 5000), .depth(atMost: 16)),
      (String(repeating: "a.", count: 5000) + "a = 1", .depth(atMost: 16)),
      ("a = \"\u{0}\"", .utf8),
    ] {
      let (theme, warnings) = overlaid(text)
      #expect(theme == .defaultDark)
      #expect(warnings.map(\.expected) == [expected])
    }
    let (theme, warnings) = overlaid("[ui]\ntext = ")
    #expect(theme == .defaultDark)
    #expect(
      warnings == [
        ThemeWarning(
          file: "我的.toml", place: TOMLPlace(line: 2, column: 8), expected: .toml(.value))
      ])
  }

  @Test("A single sign replaces the set's, wherever the set stands")
  func glyphs() {
    let (theme, warnings) = overlaid("[glyph]\nstale = \"x\"\nset = \"ascii\"")
    var expected = Glyphs.ascii
    expected.stale = "x"
    #expect(theme.glyphs == expected && warnings == [])
  }
}

@Suite("The theme library")
struct ThemeLibraryTests {
  /// A folder of theme files, gone with the test.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/zhaoshang-themes-XXXXXX".utf8CString)
    let made = mkdtemp(&template).map { String(cString: $0) }
    let folder = try #require(made)
    defer {
      for name in files.keys { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    for (name, text) in files {
      let stream = try #require(fopen("\(folder)/\(name)", "w"))
      fputs(text, stream)
      fclose(stream)
    }
    try body(folder)
  }

  @Test("A child is laid over its parent, and its warnings follow the parent's")
  func inheritance() throws {
    let files = [
      "父.toml": "[ui]\ntext = \"red\"\nwrong = \"1\"",
      "子.toml":
        "[meta]\ninherits = \"父\"\nbackground = \"light\"\n[ui]\ndim = \"green\"\nfalse = \"1\"",
    ]
    try withFolder(files) { folder in
      let loaded = ThemeLibrary(folders: ["/没有", folder]).load("子")
      #expect(loaded.theme.name == "子" && !loaded.theme.isDark)
      #expect(loaded.theme.appearances[Int(Role.text.rawValue)].foreground == Colour(ansi: 1))
      #expect(loaded.theme.appearances[Int(Role.dim.rawValue)].foreground == Colour(ansi: 2))
      #expect(loaded.warnings.map(\.key) == ["ui.wrong", "ui.false"])
      #expect(ThemeLibrary(folders: [folder]).names == ["default-dark", "子", "父"])
    }
  }

  @Test("A circle of parents, and a parent that is missing, end in the compiled-in theme")
  func circle() throws {
    let files = [
      "甲.toml": "[meta]\ninherits = \"乙\"", "乙.toml": "[meta]\ninherits = \"甲\"",
      "丙.toml": "[meta]\ninherits = \"无\"",
    ]
    try withFolder(files) { folder in
      let library = ThemeLibrary(folders: [folder])
      #expect(library.load("甲").warnings.map(\.expected) == [.inheritance])
      #expect(library.load("丙").warnings.map(\.expected) == [.theme])
      #expect(library.load("丙").theme.appearances == Theme.defaultDark.appearances)
      #expect(library.load("\(folder)/丙.toml").theme.name == "丙")
    }
  }

  @Test(
    "A parent that is a path is no theme, with its line, whether anything is there or not",
    arguments: ["../../../../etc/passwd", "/没有/夜.toml", "父.toml", "./父"])
  func pathAsParent(parent: String) throws {
    let files = ["父.toml": "", "子.toml": "[meta]\ninherits = \"\(parent)\"\n[ui]\ntext = \"red\""]
    try withFolder(files) { folder in
      let loaded = ThemeLibrary(folders: [folder]).load("子")
      #expect(
        loaded.warnings == [
          ThemeWarning(
            file: "\(folder)/子.toml", place: TOMLPlace(line: 2, column: 12),
            key: "meta.inherits", value: parent, expected: .theme)
        ])
      #expect(loaded.theme.appearances[Int(Role.text.rawValue)].foreground == Colour(ansi: 1))
    }
  }

  @Test("A theme nobody has is the compiled-in one with a warning")
  func missing() {
    let library = ThemeLibrary(folders: [])
    #expect(
      library.load("彩虹")
        == LoadedTheme(
          theme: .defaultDark,
          warnings: [ThemeWarning(file: "", key: "theme", value: "彩虹", expected: .theme)], file: nil
        ))
    #expect(library.load("default-dark").warnings == [])
    #expect(library.load("/没有/x.toml").warnings.map(\.expected) == [.readableFile(errno: ENOENT)])
    #expect(library.load("/tmp/.toml").warnings.count == 1)
  }
}
