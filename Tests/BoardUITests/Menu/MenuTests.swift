@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The menu of a card")
struct MenuTests {
  private func sitting(_ size: Size = Size(width: 80, height: 24)) throws -> Sitting {
    var ledger = try Ledger(drawn: "对接: 1 2 | 意向: 3!")
    try ledger.log(.outbound, for: 1, on: "2023-07-19")
    return Sitting(ledger, size: size)
  }

  private func row(_ choice: MenuRow.Choice, in sitting: Sitting) throws -> Int {
    guard case .menu(let menu) = sitting.ui.overlay else { throw Absent() }
    guard let row = sitting.ui.menuRows(menu).firstIndex(where: { $0.choice == choice }) else {
      throw Absent()
    }
    return row
  }

  private struct Absent: Error {}

  @Test("The right button opens it for the card under it, beside the pointer")
  func right() throws {
    var sitting = try sitting()
    let place = sitting.place(of: .card(2))
    sitting.pointer(.down(.right), at: place)
    #expect(sitting.ui.selected == 2)
    #expect(sitting.ui.overlay == .menu(Menu(at: place, isForMarked: false)))
    let first = try #require(sitting.rendering.hits.regions.first { $0.target == .menuRow(0) })
    #expect(first.rect.x > place.x)
    #expect(sitting.screen.contains("移到 签约") && !sitting.screen.contains("移到 对接"))
  }

  @Test("It stays inside the screen wherever the pointer is")
  func inside() throws {
    for size in [(80, 24), (60, 20), (30, 8), (20, 6)] {
      var sitting = try sitting(Size(width: size.0, height: size.1))
      for x in stride(from: 0, to: size.0, by: 7) {
        for y in stride(from: 0, to: size.1, by: 3) {
          sitting.ui.openMenu(at: Point(x: x, y: y), isForMarked: false)
          sitting.handle(.resized(sitting.ui.size))
          let screen = Rect(sitting.ui.size)
          for region in sitting.rendering.hits.regions {
            #expect(region.rect.intersection(screen) == region.rect)
          }
        }
      }
    }
  }

  @Test("c opens it by keys; what cannot be done says why and does nothing")
  func keys() throws {
    var sitting = try sitting()
    sitting.press("c")
    let row = try row(.action(.reopen), in: sitting)
    for _ in 0..<row { sitting.press("j") }
    sitting.press("Enter")
    #expect(sitting.ui.notice?.text == sitting.ui.words.notClosed)
    guard case .menu = sitting.ui.overlay else {
      Issue.record("it closed")
      return
    }
    sitting.press("Esc")
    #expect(sitting.ui.overlay == .none && sitting.effects == [])
  }

  @Test("Every line does what the key beside it does", arguments: [ProjectID(1), 3])
  func sameAsKeys(_ id: ProjectID) throws {
    var opened = try sitting()
    opened.click(.card(id))
    opened.press("c")
    guard case .menu(let menu) = opened.ui.overlay else {
      Issue.record("no menu")
      return
    }
    for (index, row) in opened.ui.menuRows(menu).enumerated() where row.unavailable == nil {
      var byKeys = opened
      for _ in 0..<index { byKeys.press("j") }
      // The line is on the screen now, wherever it was before.
      var byClick = byKeys
      byKeys.press("Enter")
      byClick.click(.menuRow(index))
      var direct = try sitting()
      direct.click(.card(id))
      switch row.choice {
      case .action(let action): _ = direct.ui.handle(.perform(action))
      case .own: Issue.record("nobody has configured one")
      case .move(let stage): _ = direct.ui.handle(.command(.move(stage)))
      }
      for byMenu in [byKeys, byClick] {
        #expect(byMenu.ui.overlay == direct.ui.overlay, "\(row.title)")
        #expect(byMenu.ui.screen == direct.ui.screen, "\(row.title)")
      }
    }
  }

  @Test("The key of an action runs it in the menu too")
  func keyInside() throws {
    var sitting = try sitting()
    sitting.press("c", "e")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .edit(1))
  }

  @Test("A click beside it closes it, the wheel walks it, another right click closes it")
  func closing() throws {
    var sitting = try sitting()
    sitting.pointer(.down(.right), at: sitting.place(of: .card(1)))
    sitting.pointer(.wheelDown, at: Point(x: 40, y: 10))
    guard case .menu(let menu) = sitting.ui.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.row == 1)
    sitting.click(Point(x: 79, y: 23))
    #expect(sitting.ui.overlay == .none)
    sitting.pointer(.down(.right), at: sitting.place(of: .card(1)))
    sitting.pointer(.down(.right), at: Point(x: 79, y: 23))
    #expect(sitting.ui.overlay == .none)
  }

  @Test("On a marked card it is for all marked ones, on another for that one alone")
  func marked() throws {
    var sitting = try sitting()
    sitting.press("Space", "Space")
    sitting.pointer(.down(.right), at: sitting.place(of: .card(2)))
    #expect(sitting.screen.contains("*已标记 2"))
    _ = sitting.ui.runMenu(row: try row(.action(.archive), in: sitting))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .bulk(.archive, [1, 2]))
    sitting.press("Esc")
    sitting.pointer(.down(.right), at: sitting.place(of: .card(3)))
    _ = sitting.ui.runMenu(row: try row(.action(.archive), in: sitting))
    guard case .form(let one) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(one.purpose == .archive(3))
  }

  @Test("It opens on the lines of the list, the agenda, the timeline and the history")
  func elsewhere() throws {
    for (key, target) in [
      ("S", HitMap.Target.listRow(0)), ("A", .agendaRow(1)), ("T", .timelineRow(0)),
      ("Ctrl-O", .historyRow(0)),
    ] {
      var sitting = try sitting()
      sitting.press(key)
      sitting.pointer(.down(.right), at: sitting.place(of: target))
      guard case .menu = sitting.ui.overlay else {
        Issue.record("no menu on \(target)")
        continue
      }
    }
  }
}
