@testable import BoardUI
import Canvas
import CustomDump
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Going about by keys")
struct NavigationTests {
  private func sitting() throws -> Sitting {
    Sitting(try Ledger(drawn: "对接: 1 2 | 考察: 3 | 意向: 4 5 6"))
  }

  @Test("The board opens on the first stage that has cards")
  func opening() throws {
    var ledger = Ledger()
    try ledger.add("光翼激光", in: .returnVisit)
    #expect(Sitting(ledger).ui.focus == .returnVisit)
  }

  @Test("l and h go a stage on and back, and stop at the ends; nothing else changes")
  func stages() throws {
    var ui = try sitting().ui
    expectDifference(ui) {
      #expect(ui.handle(.perform(.nextStage)) == [])
    } changes: {
      $0.focus = .visit
    }
    for (stage, action) in [(Stage.contact, Action.previousStage), (.signing, .nextStage)] {
      ui.focus = stage
      let before = ui
      _ = ui.handle(.perform(action))
      expectNoDifference(ui, before)
    }
  }

  @Test("j and k go a card down and up within the column, which remembers the place")
  func cards() throws {
    var sitting = try sitting()
    sitting.press("4", "j", "j", "j")
    #expect(sitting.ui.selected == 6)
    sitting.press("1", "j")
    #expect(sitting.ui.selected == 2)
    sitting.press("4", "k")
    #expect(sitting.ui.selected == 5)
  }

  @Test("Digits jump to a stage, g and G to the first and last card, Ctrl-D by half a page")
  func jumps() throws {
    var sitting = Sitting(.crowd)
    for stage in Stage.allCases {
      sitting.press("\(stage.number)")
      #expect(sitting.ui.focus == stage)
    }
    let last = sitting.ui.columns[5].count - 1
    sitting.press("G")
    #expect(sitting.ui.rows[5] == last)
    sitting.press("g")
    #expect(sitting.ui.rows[5] == 0)
    sitting.press("Ctrl-D")
    #expect(sitting.ui.rows[5] == sitting.ui.layout.visibleCards / 2)
    sitting.press("PgUp")
    #expect(sitting.ui.rows[5] == 0)
  }

  @Test("The selected card is always in sight, and no room is left blank below the last")
  func scrolling() throws {
    var sitting = Sitting(.crowd)
    sitting.press("G")
    let hits = sitting.rendering.hits.regions.map(\.target)
    let selected = try #require(sitting.ui.selected)
    #expect(hits.contains(.card(selected)))
    let visible = sitting.ui.layout.visibleCards
    #expect(sitting.ui.tops[0] == sitting.ui.columns[0].count - visible)
  }

  @Test(
    "A key means the same typed through a Chinese input method",
    arguments: [
      ("：", ":"), ("？", "?"), ("／", "/"), ("１", "1"), ("６", "6"), ("《", "<"), ("》", ">"),
      ("。", "."), ("，", ","), ("（", "("), ("）", ")"), ("、", "/"), ("【", "["), ("】", "]"),
      ("ｌ", "l"),
    ])
  func fullWidth(_ typed: String, _ meant: String) throws {
    var first = try sitting()
    var second = try sitting()
    first.press(typed)
    second.press(meant)
    expectNoDifference(first.ui, second.ui)
    #expect(first.effects == second.effects)
  }

  @Test("Three Chinese letters in a row that mean nothing bring a hint, two do not")
  func inputMethod() throws {
    var sitting = try sitting()
    sitting.type("你好")
    #expect(sitting.ui.notice == nil)
    sitting.press("j")
    sitting.type("你好")
    #expect(sitting.ui.notice == nil)
    sitting.type("吗")
    #expect(sitting.ui.notice?.text == sitting.ui.inputMethodHint)
  }

  @Test("Enter opens the card, j scrolls it, l moves nothing under it, Esc closes it")
  func detail() throws {
    var sitting = try sitting()
    sitting.press("4", "Enter")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 4)))
    sitting.input(.resized(Size(width: 60, height: 10)))
    sitting.press("j")
    guard case .detail(let detail) = sitting.ui.overlay else {
      Issue.record("no detail")
      return
    }
    #expect(detail.top == 1)
    sitting.press("h")
    #expect(sitting.ui.focus == .intent)
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.selected == 4)
  }

  @Test("Esc goes back one step at a time: card, view, filter, past day")
  func back() throws {
    var sitting = try sitting()
    sitting.command("asof 2023-07-25")
    sitting.command("filter 项目")
    sitting.press("S", "Enter")
    #expect(sitting.ui.overlay != .none)
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .none && sitting.ui.screen == .list)
    sitting.press("Esc")
    #expect(sitting.ui.screen == .board && sitting.ui.filterText == "项目")
    sitting.press("Esc")
    #expect(sitting.ui.filterText == "" && sitting.ui.asOf == "2023-07-25")
    sitting.press("Esc")
    #expect(sitting.ui.asOf == nil)
    let before = sitting.ui
    sitting.press("Esc")
    expectNoDifference(sitting.ui.selected, before.selected)
    #expect(sitting.effects == [])
  }

  @Test("q steps back where there is somewhere to go back to, and quits on the board")
  func quit() throws {
    var sitting = try sitting()
    sitting.press("F", "q")
    #expect(sitting.ui.screen == .board && sitting.effects == [])
    sitting.press("q")
    #expect(sitting.effects == [.terminal(.quit)])
  }

  @Test("Ctrl-C gets out of whatever is open and never quits")
  func interrupt() throws {
    var sitting = try sitting()
    sitting.press("n", "Ctrl-C")
    #expect(sitting.ui.overlay == .none)
    sitting.press("Enter", "Ctrl-C")
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.effects == [])
  }

  @Test(
    "The list keeps the card when the order changes back, and a drill into the funnel starts on top"
  )
  func lists() throws {
    var sitting = try sitting()
    sitting.press("S", "j", "j", "j")
    #expect(sitting.ui.selected == 4)
    sitting.press("F", "4", "Enter")
    sitting.press("Esc", "g", "j", "Enter")
    #expect(sitting.ui.list.row == 0)
    #expect(sitting.ui.list.drill != nil)
    sitting.press("Esc")
    #expect(sitting.ui.screen == .funnel)
    sitting.press("S")
    #expect(sitting.ui.list.drill == nil)
  }
}
