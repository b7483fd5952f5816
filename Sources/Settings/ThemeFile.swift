package import Canvas

extension Theme {
  /// This theme with what a theme file says different.
  ///
  /// A key that is not known and a value that is not understood keep this theme's and are reported.
  package func overlaid(
    with text: String, file: String, name: String
  ) -> (theme: Theme, warnings: [ThemeWarning]) {
    do {
      let source = try SettingsFile(text: text, file: file)
      var overlay = ThemeOverlay(theme: self, file: file)
      overlay.theme.name = name
      overlay.apply(source)
      return (overlay.theme, overlay.warnings)
    } catch {
      return (self, [error])
    }
  }
}

/// A theme file being laid over its parent.
struct ThemeOverlay {
  var theme: Theme
  let file: String
  var warnings: [ThemeWarning] = []
  private var values = ThemeValue()

  init(theme: Theme, file: String) {
    self.theme = theme
    self.file = file
  }

  mutating func apply(_ source: SettingsFile) {
    // The palette and the set of glyphs first, wherever they stand: the rest builds on them.
    let isFoundation = { (key: String) in key.hasPrefix("palette.") || key == "glyph.set" }
    for entry in source.entries where isFoundation(entry.key) { take(entry) }
    for entry in source.entries where !isFoundation(entry.key) { take(entry) }
  }

  private mutating func take(_ entry: SettingsFile.Entry) {
    guard case .text(let text) = entry.value else { return warn(entry, .text) }
    if entry.key.hasPrefix("palette.") {
      // A palette names colours, never another of its names: `field = "blue"` is the terminal's.
      guard let colour = ThemeValue().colour(text[...]) else { return warn(entry, .colour) }
      values.palette[String(entry.key.dropFirst(8))] = colour
    } else if entry.key.hasPrefix("glyph.") {
      takeGlyph(text, entry)
    } else if entry.key.hasPrefix("mono.") {
      guard let index = Theme.index(ofKey: entry.key.dropFirst(5)) else {
        return warn(entry, .knownKey)
      }
      guard let attributes = values.attributes(text) else { return warn(entry, .attributes) }
      theme.monochrome[index] = attributes
    } else if entry.key == "meta.background" {
      guard text == "dark" || text == "light" else {
        return warn(entry, .oneOf(["dark", "light"]))
      }
      theme.isDark = text == "dark"
    } else if entry.key == "meta.name" {
      theme.name = text
    } else if entry.key == "meta.inherits" {
      return
    } else if let index = Theme.index(ofKey: entry.key[...]) {
      guard let appearance = values.appearance(text) else { return warn(entry, .colour) }
      theme.appearances[index] = appearance
    } else {
      warn(entry, .knownKey)
    }
  }

  private mutating func takeGlyph(_ text: String, _ entry: SettingsFile.Entry) {
    let name = String(entry.key.dropFirst(6))
    if name == "set" {
      switch text {
      case "line": theme.glyphs = .line
      case "ascii": theme.glyphs = .ascii
      default: warn(entry, .oneOf(["line", "ascii"]))
      }
      return
    }
    guard let path = Glyphs.keys[name] else { return warn(entry, .knownKey) }
    guard let glyph = text.first, text.unicodeScalars.count == 1, TextWidth.columns(of: text) == 1,
      glyph != " "
    else { return warn(entry, .glyph) }
    theme.glyphs[keyPath: path] = glyph
  }

  private mutating func warn(
    _ entry: SettingsFile.Entry, _ expected: SettingsProblem.Expectation
  ) {
    warnings.append(entry.problem(expected, file: file))
  }
}

extension Theme {
  /// The place of a role's theme key, `ui.selected`.
  static func index(ofKey key: Substring) -> Int? {
    Role.allCases.first { $0.themeKey == key }.map { Int($0.rawValue) }
  }
}

extension Glyphs {
  /// The glyphs by the names that theme files use.
  static let keys: [String: any WritableKeyPath<Glyphs, Character> & Sendable] = [
    "horizontal": \.horizontal, "vertical": \.vertical, "top-left": \.topLeft,
    "top-right": \.topRight, "bottom-left": \.bottomLeft, "bottom-right": \.bottomRight,
    "tee-left": \.teeLeft, "tee-right": \.teeRight, "tee-down": \.teeDown, "tee-up": \.teeUp,
    "cross": \.cross, "select": \.select, "mark": \.mark, "stale": \.stale, "overdue": \.overdue,
    "held": \.held, "request": \.request, "carried": \.carried, "more": \.more, "less": \.less,
    "bar": \.bar,
    "bar-still": \.barStill, "bar-dropped": \.barDropped, "bar-empty": \.barEmpty, "yes": \.yes,
    "no": \.no, "drop": \.drop,
  ]
}
