@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing

@Suite("Marks")
struct MarkTests {
  private func sitting(_ size: Size = Size(width: 80, height: 24)) throws -> Sitting {
    Sitting(try Ledger(drawn: "对接: 1 2 3 4 | 考察: 5 6"), size: size)
  }

  @Test("Space marks and goes on; once more takes the mark away")
  func space() throws {
    var sitting = try sitting()
    sitting.press("Space", "Space")
    #expect(sitting.ui.marks.sorted == [1, 2] && sitting.ui.selected == 3)
    sitting.press("k", "Space")
    #expect(sitting.ui.marks.sorted == [1])
  }

  @Test("v marks from where it was pressed to the cursor, both ways, and ends with v")
  func range() throws {
    var sitting = try sitting()
    sitting.press("j", "v", "j", "j")
    #expect(sitting.ui.marks.sorted == [2, 3, 4])
    sitting.press("k", "k", "k")
    #expect(sitting.ui.marks.sorted == [1, 2])
    sitting.press("v", "G")
    #expect(sitting.ui.marks.sorted == [1, 2] && sitting.ui.marks.range == nil)
  }

  @Test("A range keeps what was marked before; Esc gives up the range first, then all")
  func escape() throws {
    var sitting = try sitting()
    sitting.press("2", "Space", "1", "v", "j")
    #expect(sitting.ui.marks.sorted == [1, 2, 5])
    sitting.press("Esc")
    #expect(sitting.ui.marks.sorted == [5])
    sitting.press("Esc")
    #expect(sitting.ui.marks.isEmpty)
  }

  @Test("A range ends when the cursor leaves its column, and keeps what it had")
  func rangeLeft() throws {
    var sitting = try sitting()
    sitting.press("v", "j", "l", "j")
    #expect(sitting.ui.marks.sorted == [1, 2] && sitting.ui.marks.range == nil)
  }

  @Test("V marks the whole column, and none of it when all are marked")
  func all() throws {
    var sitting = try sitting()
    sitting.press("V", "2", "Space")
    #expect(sitting.ui.marks.sorted == [1, 2, 3, 4, 5])
    sitting.press("1", "V")
    #expect(sitting.ui.marks.sorted == [5])
  }

  @Test("A click with Ctrl marks without lifting; one without it marks nothing")
  func controlClick() throws {
    var sitting = try sitting()
    for id: ProjectID in [2, 6] {
      sitting.input(
        .pointer(Pointer(.down(.left), at: sitting.place(of: .card(id)), modifiers: .control)))
      #expect(sitting.ui.drag == .idle)
    }
    sitting.click(.card(3))
    #expect(sitting.ui.marks.sorted == [2, 6] && sitting.ui.selected == 3)
  }

  @Test(
    "A marked card has a sign in its name and the count is in the title, at every size",
    arguments: [(140, 40), (80, 24), (60, 20), (30, 9), (20, 6)])
  func shown(_ width: Int, _ height: Int) throws {
    var sitting = try sitting(Size(width: width, height: height))
    sitting.press("Space")
    #expect(sitting.lines.contains { $0.contains("*项目1") }, "\(sitting.screen)")
    #expect(sitting.lines[0].contains("*1") || sitting.lines[0].contains("*已标记 1"))
    sitting.press("S")
    #expect(sitting.lines[0].contains("*1") || sitting.lines[0].contains("*已标记 1"))
  }

  @Test("Marks stay over views and filters, and are let go of when their card is gone")
  func kept() throws {
    var sitting = try sitting()
    sitting.press("2", "Space", "S", "G", "Space")
    #expect(sitting.ui.marks.sorted == [5, 6])
    sitting.press("/")
    sitting.type("项目1")
    sitting.press("Enter")
    #expect(sitting.ui.marks.sorted == [5, 6])
    var ledger = Ledger()
    try ledger.add("远东宏信")
    var short = Sitting(ledger)
    short.press("Space")
    short.handle(.committed(try short.ledger.undo(), mine: false))
    #expect(short.ui.marks.isEmpty)
  }

  @Test("Nothing is marked where no column is: the reason is said")
  func nowhere() throws {
    var sitting = try sitting()
    sitting.press("F")
    sitting.command("mark")
    #expect(sitting.ui.notice?.tone == .bad && sitting.ui.marks.isEmpty)
  }

  @Test(
    "With cards marked, what takes one card says so and changes nothing",
    arguments: ["i", "@", "Z", "E", "D", "a", "e", "M"])
  func oneCardOnly(key: String) throws {
    var sitting = try sitting()
    sitting.press("Space", "Space", key)
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.screen.contains("已选 2 个，这个操作一次一个"))
    sitting.command("merge")
    #expect(sitting.ui.overlay == .none)
    sitting.press("Esc", key)
    #expect(sitting.ui.overlay != .none)
  }
}
