@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Looking at a theme in the palette")
struct ThemePreviewTests {
  /// A palette that lists the themes, with none of them selected.
  private func themes() throws -> Sitting {
    var sitting = Sitting(try .zouping())
    sitting.press(":")
    sitting.type("主题")
    return sitting
  }

  @Test("Going over a theme's line shows it, going on shows the next, Esc brings the old one back")
  func over() throws {
    var sitting = try themes()
    #expect(sitting.ui.theme == "default-dark" && sitting.effects == [])
    sitting.press("Down", "Down")
    #expect(sitting.ui.theme == "mono")
    sitting.press("Up")
    #expect(sitting.ui.theme == "default-dark")
    sitting.press("Down", "Esc")
    #expect(sitting.ui.theme == "default-dark" && sitting.ui.overlay == .none)
    #expect(
      sitting.effects
        == [
          .store(.loadTheme("mono")), .store(.loadTheme("default-dark")),
          .store(.loadTheme("mono")),
          .store(.loadTheme("default-dark")),
        ]
    )
    #expect(sitting.ui.themeBeforePreview == nil)
  }

  @Test("Enter keeps it, also when it was looked at by its full name")
  func kept() throws {
    var sitting = try themes()
    sitting.press("Down", "Down", "Enter")
    #expect(sitting.ui.theme == "mono" && sitting.ui.overlay == .none)
    sitting.press(":")
    sitting.type("theme default-dark")
    #expect(sitting.ui.theme == "default-dark")
    sitting.press("Enter", "j")
    #expect(sitting.ui.theme == "default-dark" && sitting.ui.themeBeforePreview == nil)
  }

  @Test("Running another line, and a click beside the window, bring the old one back")
  func others() throws {
    var sitting = try themes()
    sitting.press("Down", "Down")
    sitting.press("Ctrl-U")
    #expect(sitting.ui.theme == "default-dark")
    sitting.type("主题")
    sitting.press("Down", "Down")
    sitting.click(HitMap.Target.outside)
    #expect(sitting.ui.theme == "default-dark" && sitting.ui.overlay == .none)
  }
}
