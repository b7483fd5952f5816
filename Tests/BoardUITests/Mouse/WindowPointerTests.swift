@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The mouse elsewhere than on cards")
struct WindowPointerTests {
  @Test("View tabs, method tabs and the grouping answer to clicks")
  func tabs() throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 140, height: 40))
    for screen in Screen.allCases.reversed() {
      sitting.click(.viewTab(screen))
      #expect(sitting.ui.screen == screen)
    }
    sitting.click(.viewTab(.funnel))
    for method in FunnelMethod.allCases {
      sitting.click(.method(method))
      #expect(sitting.ui.funnel.method == method)
    }
    sitting.click(.action(.switchDimension))
    #expect(sitting.ui.funnel.grouping != nil)
  }

  @Test("Chips: the filter opens its line, the past day goes back to today")
  func chips() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("filter 合作")
    sitting.command("asof 2023-08-20")
    sitting.click(.filterChip)
    #expect(sitting.ui.isTyping)
    sitting.press("Esc")
    sitting.click(.asOfChip)
    #expect(sitting.ui.asOf == nil)
  }

  @Test("The word undo in the news line undoes")
  func undo() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("i")
    sitting.type("电话")
    sitting.press("Enter")
    sitting.click(.undo)
    #expect(sitting.effects.last == .store(.undo))
    #expect(sitting.ui.pipeline[5]?.notes.map(\.text).contains("电话") == false)
  }

  @Test("Every key of the key line on every screen does its action")
  func keyLine() throws {
    for screen in Screen.allCases {
      var sitting = Sitting(try .zouping(), size: Size(width: 140, height: 30))
      sitting.click(.viewTab(screen))
      let row = sitting.ui.layout.keysRow.y
      let actions = sitting.rendering.hits.regions.filter { $0.rect.y == row }.map(\.target)
      #expect(actions.count >= 6)
      for target in actions {
        guard case .action(let action) = target else {
          Issue.record("\(target)")
          return
        }
        var clicked = sitting
        var performed = sitting.ui
        let before = sitting.effects.count
        clicked.click(Point(x: clicked.place(of: target).x, y: row))
        let effects = performed.handle(.perform(action))
        #expect(clicked.effects.dropFirst(before).first == effects.first)
        #expect(clicked.ui.overlay == performed.overlay && clicked.ui.screen == performed.screen)
      }
    }
  }

  @Test("A form's lines take the focus, its buttons save and cancel, the wheel walks its lines")
  func form() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("i")
    sitting.click(.formEntry(1))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.focus == 1)
    sitting.pointer(.wheelUp, at: sitting.place(of: .formEntry(0)))
    sitting.type("电话")
    sitting.click(.formButton(.save))
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.pipeline[5]?.notes.map(\.text).last == "电话")
  }

  @Test("A click beside the palette closes it, a click on a line runs it, the wheel stays in it")
  func palette() throws {
    var sitting = Sitting(try .zouping())
    sitting.press(":")
    sitting.click(.outside)
    #expect(sitting.ui.overlay == .none)
    sitting.press(":")
    sitting.type("funnel")
    sitting.click(.paletteRow(0))
    #expect(sitting.ui.screen == .funnel)
    sitting.press("?")
    for _ in 0..<300 { sitting.pointer(.wheelDown, at: Point(x: 20, y: 8)) }
    sitting.press("Enter")
    #expect(sitting.ui.notice?.text != sitting.ui.words.noSuchCommand(""))
  }

  @Test("The wheel scrolls an open card to its end and back without running away")
  func detail() throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 60, height: 14))
    sitting.command("open 4")
    for _ in 0..<100 { sitting.pointer(.wheelDown, at: Point(x: 20, y: 6)) }
    let bottom = sitting.screen
    sitting.press("End")
    #expect(sitting.screen == bottom)
    sitting.pointer(.wheelUp, at: Point(x: 20, y: 6))
    #expect(sitting.screen != bottom)
  }

  @Test("Rows of list, funnel, path and strips are selected by a click and opened by two")
  func rows() throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 80, height: 30))
    sitting.press("S")
    sitting.click(.listRow(3))
    #expect(sitting.ui.selected == 4)
    sitting.doubleClick(.listRow(1))
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 2)))
    sitting.press("Esc", "F")
    sitting.doubleClick(.funnelRow(2))
    #expect(sitting.ui.screen == .list && sitting.ui.list.ids == [1, 4, 5, 6])
    sitting.press("T")
    sitting.doubleClick(.timelineRow(sitting.ui.timeline.path.count - 4))
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 2)))
    sitting.press("Esc", "v")
    sitting.click(.timelineRow(5))
    #expect(sitting.ui.selected == 6)
  }
}
