@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing

@Suite("Where things go")
struct LayoutTests {
  @Test(
    "The kind of board goes by the room",
    arguments: [
      (140, 40, Layout.Kind.wide), (120, 10, .wide), (119, 24, .columns), (78, 24, .columns),
      (77, 24, .single), (40, 10, .single), (39, 24, .plain), (200, 9, .plain), (1, 1, .plain),
    ])
  func kinds(_ width: Int, _ height: Int, _ kind: Layout.Kind) {
    let layout = Layout(size: Size(width: width, height: height), density: .standard)
    #expect(layout.kind == kind)
  }

  @Test("Columns differ by one cell at most, touch only their borders and fill the board")
  func columns() {
    for width in 78...240 {
      let layout = Layout(size: Size(width: width, height: 30), density: .standard)
      let widths = layout.columns.map(\.width)
      #expect((widths.max() ?? 0) - (widths.min() ?? 0) <= 1)
      for (left, right) in zip(layout.columns, layout.columns.dropFirst()) {
        #expect(right.x == left.maxX + 1)
      }
      #expect(layout.columns[5].maxX + 1 == width - layout.panel.width)
    }
  }

  @Test("Title, body, news and keys share the screen without overlap at every size")
  func rows() {
    for height in 1...60 {
      for width in [1, 20, 40, 80, 140] {
        let layout = Layout(size: Size(width: width, height: height), density: .roomy)
        let parts = [layout.title, layout.body, layout.noticeRow, layout.keysRow]
        #expect(parts.reduce(0) { $0 + $1.height } == height)
        #expect(layout.body.y == layout.title.maxY && layout.noticeRow.y == layout.body.maxY)
        #expect(layout.preview.isEmpty || layout.preview.maxY == layout.body.maxY)
      }
    }
  }

  @Test("Targets do not move with the focus")
  func fixed() throws {
    var sitting = Sitting(.crowd)
    let before = sitting.ui.layout
    sitting.press("6", "j", "/")
    sitting.type("a")
    #expect(sitting.ui.layout == before)
  }
}
