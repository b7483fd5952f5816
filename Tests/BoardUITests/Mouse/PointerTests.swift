@testable import BoardUI
import Canvas
import CustomDump
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The mouse on the board")
struct PointerTests {
  /// 1 may go to visit without a word; nothing may be moved into a closed column for card 2.
  private func sitting(_ size: Size = Size(width: 80, height: 24)) throws -> Sitting {
    var ledger = Ledger()
    let id = try ledger.add("光翼激光", in: .contact, [.source: .text("驻深招商组")])
    try ledger.log(.outbound, for: id, on: "2023-07-19")
    try ledger.add("云岭药业")
    try ledger.add("星河模具", in: .intent)
    return Sitting(ledger, size: size)
  }

  private func column(_ stage: Stage, in sitting: Sitting) -> Point {
    let area = sitting.ui.layout.columns[stage.index]
    return Point(x: area.x + 2, y: area.y + area.height / 2)
  }

  @Test("A click selects the card under it, wherever on the card it falls")
  func click() throws {
    var sitting = try sitting()
    sitting.click(.card(3))
    #expect(sitting.ui.selected == 3)
    let region = try #require(sitting.rendering.hits.regions.first { $0.target == .card(2) })
    for y in region.rect.y..<region.rect.maxY {
      for x in region.rect.x..<region.rect.maxX {
        sitting.click(.card(1))
        sitting.click(Point(x: x, y: y))
        #expect(sitting.ui.selected == 2, "\(x) \(y)")
      }
    }
    #expect(sitting.effects == [] && sitting.ui.drag == .idle)
  }

  @Test("A double click opens the card; two slow clicks, or clicks on two cards, do not")
  func doubleClick() throws {
    var sitting = try sitting()
    sitting.click(.card(1))
    sitting.click(.card(1))
    #expect(sitting.ui.overlay == .none)
    sitting.click(.card(2))
    #expect(sitting.ui.overlay == .none)
    sitting.doubleClick(.card(3))
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 3)))
  }

  @Test("A click on a column's head goes to it; the wheel walks the column under the pointer")
  func wheel() throws {
    var sitting = Sitting(.crowd)
    sitting.click(column(.approval, in: sitting).moved(y: 1))
    #expect(sitting.ui.focus == .approval)
    sitting.pointer(.wheelDown, at: column(.visit, in: sitting))
    sitting.pointer(.wheelDown, at: column(.visit, in: sitting))
    #expect(sitting.ui.focus == .visit && sitting.ui.rows[1] == 2)
    sitting.pointer(.wheelUp, at: column(.visit, in: sitting))
    #expect(sitting.ui.rows[1] == 1)
  }

  @Test("Pressing and moving within the column lifts nothing: an unsteady click moves no card")
  func unsteady() throws {
    var sitting = try sitting()
    let start = sitting.place(of: .card(1))
    sitting.pull(.card(1), to: start.moved(y: 2))
    #expect(sitting.ui.drag == .pressed(1, at: start))
    sitting.pointer(.up(.left), at: start.moved(y: 2))
    #expect(sitting.ui.drag == .idle && sitting.effects == [])
  }

  @Test("A drag to an open column is the command of the key, and the selection follows")
  func dragOpen() throws {
    var mouse = try sitting()
    var keys = try sitting()
    mouse.pull(.card(1), to: column(.visit, in: mouse))
    #expect(mouse.ui.drag == .carrying(1, over: .visit, by: .mouse))
    #expect(mouse.ui.verdict(on: 1, over: .visit) == .open)
    mouse.pointer(.up(.left), at: column(.visit, in: mouse))
    keys.press("L")
    #expect(mouse.effects == keys.effects)
    #expect(mouse.ui.selected == 1 && mouse.ui.pipeline[1]?.stage == .visit)
  }

  @Test("A drag to a column that asks opens the form of the key and leaves the card")
  func dragAsks() throws {
    var mouse = try sitting()
    var keys = try sitting()
    mouse.pull(.card(2), to: column(.visit, in: mouse))
    mouse.pointer(.up(.left), at: column(.visit, in: mouse))
    keys.press("j", "L")
    expectNoDifference(mouse.ui.overlay, keys.ui.overlay)
    #expect(mouse.effects == [])
    #expect(mouse.ui.pipeline[2]?.stage == .contact)
  }

  @Test("Back over its own column the picture is as before, and letting go there changes nothing")
  func origin() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: column(.signing, in: sitting))
    sitting.pointer(.drag(.left), at: column(.contact, in: sitting))
    #expect(sitting.ui.drag == .carrying(1, over: .contact, by: .mouse))
    #expect(sitting.screen.contains(sitting.ui.words.dropOrigin))
    sitting.pointer(.up(.left), at: column(.contact, in: sitting))
    #expect(sitting.effects == [] && sitting.ui.drag == .idle)
  }

  @Test("Release outside, the right button, the wheel, Esc, resize and focus loss all cancel")
  func cancels() throws {
    let ways: [(String, (inout Sitting) -> Void)] = [
      ("outside", { $0.pointer(.up(.left), at: Point(x: 3, y: 0)) }),
      ("right button", { $0.pointer(.down(.right), at: Point(x: 30, y: 8)) }),
      ("middle button", { $0.pointer(.down(.middle), at: Point(x: 30, y: 8)) }),
      ("wheel", { $0.pointer(.wheelDown, at: Point(x: 30, y: 8)) }),
      ("Esc", { $0.press("Esc") }),
      ("q", { $0.press("q") }),
      ("resize", { $0.input(.resized(Size(width: 60, height: 20))) }),
      ("focus", { $0.input(.focusLost) }),
      ("another key", { $0.press("F") }),
    ]
    for (name, cancel) in ways {
      var sitting = try sitting()
      sitting.pull(.card(1), to: column(.visit, in: sitting))
      #expect(sitting.ui.drag.carried == 1, "\(name)")
      cancel(&sitting)
      #expect(sitting.ui.drag == .idle, "\(name)")
      #expect(sitting.effects == [], "\(name)")
      sitting.pointer(.up(.left), at: Point(x: 20, y: 8))
      #expect(sitting.effects == [] && sitting.ui.pipeline[1]?.stage == .contact, "\(name)")
      #expect(sitting.ui.overlay == .none, "\(name)")
    }
  }

  @Test("A card that a colleague changes meanwhile is let go of, pressed or carried")
  func changed() throws {
    var sitting = try sitting()
    sitting.pull(.card(1), to: column(.visit, in: sitting))
    try sitting.colleague(.note(1, text: "电话", on: "2023-11-22"))
    #expect(sitting.ui.drag == .idle)
    sitting.pointer(.down(.left), at: sitting.place(of: .card(1)))
    try sitting.colleague(.note(1, text: "电话", on: "2023-11-22"))
    #expect(sitting.ui.drag == .idle)
    sitting.pointer(.drag(.left), at: column(.visit, in: sitting))
    #expect(sitting.ui.drag == .idle)
  }

  @Test("On a past day a card cannot be lifted, and the reason is said")
  func pastDay() throws {
    var sitting = try sitting()
    sitting.press(",")
    sitting.pull(.card(1), to: column(.visit, in: sitting))
    #expect(sitting.ui.drag == .idle)
    #expect(sitting.ui.notice?.text == sitting.ui.words.pastDay("2023-11-21", key: "0"))
  }

  @Test(
    "Carried by keys or by mouse, over every column, the board shows the same picture",
    arguments: [(80, 24), (140, 40)], Language.allCases)
  func samePicture(_ size: (Int, Int), _ language: Language) throws {
    for stage in Stage.allCases {
      var mouse = Sitting(
        try .zouping(), size: Size(width: size.0, height: size.1), language: language)
      var keys = mouse
      mouse.pull(.card(5), to: column(.contact, in: mouse))
      mouse.pointer(.drag(.left), at: column(stage, in: mouse))
      keys.click(.card(5))
      keys.press("m", "g")
      for _ in 0..<stage.index { keys.press("l") }
      #expect(mouse.ui.drag == .carrying(5, over: stage, by: .mouse))
      #expect(keys.ui.drag == .carrying(5, over: stage, by: .keys))
      // Only the last line, which names the keys or the buttons, differs.
      expectNoDifference(Array(mouse.lines.dropLast()), Array(keys.lines.dropLast()))
      let width = mouse.rendering.frame.size.width
      let cells = width * (size.1 - 1)
      #expect(mouse.rendering.frame.cells.prefix(cells) == keys.rendering.frame.cells.prefix(cells))
    }
  }

  @Test("A card carried by keys is put down by a click on a column")
  func clickWhileCarrying() throws {
    var sitting = try sitting()
    sitting.press("m", "l", "l")
    sitting.click(column(.visit, in: sitting))
    #expect(sitting.ui.pipeline[1]?.stage == .visit)
  }
}

extension Point {
  fileprivate func moved(y: Int) -> Point { Point(x: x, y: self.y + y) }
}
