@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing

@Suite("Scroll bars")
struct ScrollBarTests {
  @Test("A thumb touches an end only when there is nothing more that way, and never leaves its bar")
  func thumbs() {
    for length in 2...20 {
      for count in 2...60 {
        for visible in 1..<count {
          let last = count - visible
          for top in [0, last / 2, last] {
            let thumb = Scroller.thumb(top: top, visible: visible, count: count, length: length)
            #expect(thumb.lowerBound >= 0 && thumb.upperBound <= length && !thumb.isEmpty)
            if length - thumb.count >= 2 {
              #expect((thumb.lowerBound == 0) == (top == 0))
              #expect((thumb.upperBound == length) == (top == last))
            }
          }
        }
      }
    }
  }

  @Test("The first cell of a bar is the beginning, the last the end")
  func ends() {
    #expect(Scroller.top(at: 0, visible: 5, count: 100, length: 10) == 0)
    #expect(Scroller.top(at: 9, visible: 5, count: 100, length: 10) == 95)
    #expect(Scroller.top(at: 99, visible: 5, count: 100, length: 10) == 95)
    #expect(Scroller.top(at: -3, visible: 5, count: 100, length: 10) == 0)
  }

  private func bar(_ scroller: Scroller, in sitting: Sitting) throws -> Rect {
    let bars = sitting.rendering.hits.regions.compactMap { region -> Rect? in
      if case .scrollBar(scroller, let rect) = region.target { rect } else { nil }
    }
    return try #require(bars.first, "no bar:\n\(sitting.screen)")
  }

  @Test(
    "Clicked and dragged, a column's bar moves its cards and nothing else",
    arguments: [(140, 40), (80, 24), (60, 20), (30, 9)])
  func column(_ width: Int, _ height: Int) throws {
    var sitting = Sitting(.crowd, size: Size(width: width, height: height))
    let rect = try bar(.column(.contact), in: sitting)
    sitting.pointer(.down(.left), at: Point(x: rect.x, y: rect.maxY - 1))
    let count = sitting.ui.columns[0].count
    #expect(sitting.ui.tops[0] == count - sitting.ui.layout.visibleCards)
    sitting.pointer(.drag(.left), at: Point(x: rect.x, y: rect.y))
    #expect(sitting.ui.tops[0] == 0)
    sitting.pointer(.drag(.left), at: Point(x: 0, y: rect.y + rect.height / 2))
    #expect((1..<count).contains(sitting.ui.tops[0]))
    sitting.pointer(.up(.left), at: Point(x: 0, y: 0))
    #expect(sitting.ui.drag == .idle && sitting.effects == [])
  }

  @Test("List, history, agenda, timeline, help, an open card and a long form have one")
  func everywhere() throws {
    let ways: [(Scroller, [String])] = [
      (.list, ["S"]), (.agenda, ["A"]), (.strips, ["T", "v"]), (.palette, ["?"]),
      (.form, ["e"]),
    ]
    for (scroller, keys) in ways {
      var sitting = Sitting(.crowd, size: Size(width: 80, height: 12))
      for key in keys { sitting.press(key) }
      let rect = try bar(scroller, in: sitting)
      let before = sitting.screen
      sitting.click(Point(x: rect.x, y: rect.maxY - 1))
      #expect(sitting.screen != before, "\(scroller)")
      sitting.click(Point(x: rect.x, y: rect.y))
      #expect(sitting.ui.drag == .idle, "\(scroller)")
    }
    var history = Sitting(try .zouping(), size: Size(width: 80, height: 12))
    history.press("Ctrl-O")
    var opened = Sitting(try .zouping(), size: Size(width: 80, height: 12))
    opened.command("open 4")
    let rect = try bar(.detail, in: opened)
    opened.click(Point(x: rect.x, y: rect.maxY - 1))
    guard case .detail(let detail) = opened.ui.overlay else {
      Issue.record("no detail")
      return
    }
    #expect(detail.top > 0)
  }

  @Test("In the ASCII set a bar is drawn with ASCII")
  func ascii() throws {
    var sitting = Sitting(.crowd, glyphs: .ascii)
    sitting.press("S")
    let rect = try bar(.list, in: sitting)
    let cells = (rect.y..<rect.maxY).map { sitting.rendering.frame[rect.x, $0].base }
    #expect(Set(cells) == Set("#.".unicodeScalars.map(\.value)))
  }

  @Test("A card may be dragged over a bar: the column under it is still the target")
  func draggingOver() throws {
    var sitting = Sitting(.crowd)
    let rect = try bar(.column(.contact), in: sitting)
    sitting.pull(.card(sitting.ui.columns[0][0]), to: Point(x: rect.x + 3, y: rect.y + 3))
    sitting.pointer(.drag(.left), at: Point(x: rect.x, y: rect.y + 3))
    guard case .carrying(_, let over, _) = sitting.ui.drag else {
      Issue.record("nothing is carried")
      return
    }
    #expect(over == .visit)
  }
}

@Suite("A click in a text")
struct CaretTests {
  @Test("The caret goes before the character under the pointer, whichever half was hit")
  func halves() {
    var editor = LineEditor("鲁中abe\u{301}👨‍👩‍👧尾")
    for (column, caret) in [
      (0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3), (6, 4), (7, 5), (12, 5), (13, 6), (14, 6),
      (15, 7), (40, 7), (-3, 0),
    ] {
      editor.placeCaret(columns: column, after: 0)
      #expect(editor.caret == caret, "column \(column)")
    }
  }

  @Test("A click in a form's field goes to the line and into its text, also when it is scrolled")
  func form() throws {
    var ledger = Ledger()
    try ledger.add(String(repeating: "远东宏信", count: 20))
    var sitting = Sitting(ledger)
    sitting.press("e")
    sitting.click(.formEntry(2))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.focus == 2)
    let region = try #require(
      sitting.rendering.hits.regions.first {
        if case .text(.form(0), _, _) = $0.target { true } else { false }
      })
    guard case .text(_, let x, let skipped) = region.target else { return }
    #expect(skipped > 0, "the end of a long name is shown")
    sitting.click(Point(x: x + 4, y: region.rect.y))
    guard case .form(let clicked) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(clicked.focus == 0 && clicked.entries[0].editor.caret == skipped + 2)
    sitting.type("新")
    #expect(sitting.ui.pipeline[1]?.name.count == 80)
  }

  @Test("A click in the filter line and in the palette goes into their text")
  func lines() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("光伏")
    sitting.click(Point(x: 3, y: 22))
    sitting.type("x")
    #expect(sitting.ui.filterText == "x光伏")
  }
}
