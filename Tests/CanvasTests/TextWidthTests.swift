import Canvas
import Testing

@Suite("Text width")
struct TextWidthTests {
  @Test(
    "Columns are what the terminal shows",
    arguments: [
      ("", 0), ("abc", 3), ("招商", 4), ("（）", 4), ("か\u{3099}", 2), ("…—①", 3), ("𠀀", 2), ("한", 2),
    ])
  func columns(text: String, width: Int) {
    #expect(TextWidth.columns(of: text) == width)
  }

  @Test("Clipping never cuts a wide character in half")
  func clipped() {
    #expect(
      (0...7).map { TextWidth.clipped("光翼激光", to: $0) } == [
        "", "", "光", "..", "光..", "光..", "光翼..", "光翼..",
      ])
    #expect(TextWidth.clipped("光翼激光", to: 8) == "光翼激光")
  }

  @Test("Padding fills to the column, on either side")
  func padded() {
    #expect(TextWidth.padded("意向", to: 6) == "意向  ")
    #expect(TextWidth.padded("1.2亿", to: 8, alignment: .trailing) == "   1.2亿")
    #expect(TextWidth.padded("回访项目", to: 5) == "回.. ")
  }
}

@Suite("Colours by depth")
struct ColourDepthTests {
  @Test("A terminal's number of colours gives its depth")
  func depths() {
    #expect(
      [0, 2, 8, 16, 88, 256, 0x100_0000].map { ColourDepth(colours: $0) } == [
        .none, .none, .ansi8, .ansi16, .ansi16, .indexed, .direct,
      ])
  }

  @Test("A missing 256-colour index is computed, a given one is kept")
  func indices() {
    #expect(Colour(rgb: 0x5F87D7).paletteIndex == 68)
    #expect(Colour(rgb: 0x080808).paletteIndex == 232)
    #expect(Colour(rgb: 0x5F87D7, indexed: 3).paletteIndex == 3)
    #expect(Colour.terminal.paletteIndex == nil)
    #expect(
      (16...255).allSatisfy { Colour.nearestIndex(to: Colour.rgb(ofIndex: $0)) == $0 || $0 == 16 })
  }
}
