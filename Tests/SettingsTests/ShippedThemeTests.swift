import Canvas
import TestSupport
import Testing

@testable import Settings

/// The `themes` folder of the project.
let themesFolder: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/themes"
}()

let shipped = ThemeLibrary(folders: [themesFolder])

@Suite("The themes that are shipped")
struct ShippedThemeTests {
  static let names = [
    "ascii", "default-dark", "default-light", "deuteranopia", "high-contrast", "mono", "terminal16",
    "tritanopia",
  ]

  @Test("All eight are there")
  func all() {
    #expect(shipped.names == Self.names)
  }

  @Test("Each loads without a warning, under its own name", arguments: names)
  func loads(name: String) {
    let loaded = shipped.load(name)
    #expect(loaded.warnings == [])
    #expect(loaded.theme.name == name)
    #expect(loaded.file == "\(themesFolder)/\(name).toml")
  }

  @Test("Each is readable, tells its stages apart, and its states without colour", arguments: names)
  func check(name: String) {
    #expect(ThemeCheck(shipped.load(name).theme).findings == [])
  }

  @Test("The compiled-in theme is the file, so that either may be read")
  func compiledIn() {
    #expect(shipped.load("default-dark").theme == .defaultDark)
  }

  @Test(
    "The themes for colour-blind eyes keep the stages apart for those eyes",
    arguments: [
      ("deuteranopia", ColourVision.deuteranopia), ("deuteranopia", .protanopia),
      ("tritanopia", .tritanopia),
    ])
  func vision(name: String, eyes: ColourVision) {
    let theme = shipped.load(name).theme
    for depth in ThemeCheck.colourDepths {
      #expect(ThemeCheck.stagesAlike(in: theme, at: depth, to: eyes) == [])
    }
  }

  @Test("High contrast is seven to one at least, at every depth")
  func highContrast() {
    let theme = shipped.load("high-contrast").theme
    for depth in ThemeCheck.colourDepths {
      for role in Role.allCases {
        #expect(ThemeCheck.contrast(of: role, in: theme, at: depth) >= 7, "\(role) \(depth)")
      }
    }
  }

  @Test("The mono theme has no colour, and the ASCII one no sign beyond ASCII")
  func plain() {
    let mono = shipped.load("mono").theme
    #expect(
      mono.appearances.allSatisfy { $0.foreground == .terminal && $0.background == .terminal })
    #expect(mono.appearances.map(\.attributes) == mono.monochrome)
    let glyphs = shipped.load("ascii").theme.glyphs
    #expect(glyphs == .ascii)
    #expect(Glyphs.keys.values.allSatisfy { glyphs[keyPath: $0].isASCII })
  }
}
