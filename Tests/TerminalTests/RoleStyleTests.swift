import Canvas
import Terminal
import TestSupport
import Testing

@Suite("Styles by depth")
struct RoleStyleTests {
  private func style(_ foreground: Colour, _ background: Colour, at depth: ColourDepth) -> [Int32] {
    var appearances = Array(repeating: Appearance(), count: Role.allCases.count)
    appearances[0] = Appearance(foreground: foreground, background: background)
    let theme = Theme(
      name: "测试", isDark: true, appearances: appearances,
      monochrome: Array(repeating: .reverse, count: Role.allCases.count), glyphs: .ascii)
    let style = RoleStyle.table(of: theme, at: depth)[0]
    return [style.foreground, style.background, Int32(style.attributes.rawValue)]
  }

  @Test("Each depth gets the colour that the theme chose for it")
  func depths() {
    let blue = Colour(rgb: 0x4F83D1, indexed: 68, ansi: 12)
    let black = Colour(rgb: 0x000000, ansi: 0)
    let bold = Int32(Attributes.bold.rawValue)
    #expect(style(blue, black, at: .direct) == [0x4F83D1, 8, 0])
    #expect(style(blue, black, at: .indexed) == [68, 16, 0])
    #expect(style(blue, black, at: .ansi16) == [12, 0, 0])
    #expect(style(blue, black, at: .ansi8) == [4, 0, bold])
    #expect(style(blue, black, at: .none) == [-1, -1, Int32(Attributes.reverse.rawValue)])
  }

  @Test("A colour that a depth lacks is the terminal's own, and ANSI stays ANSI")
  func missing() {
    #expect(style(Colour(rgb: 0x4F83D1), .terminal, at: .ansi16) == [-1, -1, 0])
    #expect(style(Colour(ansi: 3), Colour(ansi: 12), at: .indexed) == [3, 12, 0])
    #expect(style(Colour(ansi: 3), Colour(ansi: 12), at: .direct) == [3, 0x5C5CFF, 0])
  }

  @Test("NO_COLOR is obeyed unless colour was asked for outright")
  func choice() {
    #expect(ColourChoice.allCases.map { $0.allowsColour(noColour: true) } == [true, false, false])
    #expect(ColourChoice.allCases.map { $0.allowsColour(noColour: false) } == [true, true, false])
  }
}
