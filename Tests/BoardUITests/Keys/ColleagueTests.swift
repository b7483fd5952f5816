@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("What colleagues do meanwhile")
struct ColleagueTests {
  private func sitting() throws -> Sitting {
    Sitting(try Ledger(drawn: "对接: 1 2 3 | 考察: 4"))
  }

  @Test("A new card above mine leaves the selection on mine, and is marked until the next key")
  func selection() throws {
    var sitting = try sitting()
    sitting.press("j")
    try sitting.colleague(.place(3, .up))
    try sitting.colleague(.place(3, .up))
    #expect(sitting.ui.columns[0] == [3, 1, 2])
    #expect(sitting.ui.selected == 2)
    #expect(sitting.ui.news == [3])
    #expect(sitting.ui.notice?.text.hasPrefix("李娜: ") == true)
    sitting.press("j")
    #expect(sitting.ui.news == [])
  }

  @Test("News adds up over several commits, and what arrives twice changes nothing")
  func twice() throws {
    var sitting = try sitting()
    try sitting.colleague(.note(1, text: "电话", on: "2023-11-22"))
    try sitting.colleague(.note(2, text: "电话", on: "2023-11-22"))
    #expect(sitting.ui.news == [1, 2])
    let before = sitting.ui
    sitting.handle(.committed(sitting.ledger.log, mine: false))
    #expect(sitting.ui == before)
  }

  @Test("A card I carry is not torn away: the move is cancelled and says why")
  func carried() throws {
    var sitting = try sitting()
    sitting.press("m", "l")
    try sitting.colleague(.note(2, text: "别的卡片", on: "2023-11-22"))
    #expect(sitting.ui.drag.isActive)
    try sitting.colleague(
      .move(1, MoveOrder(to: .visit, on: "2023-11-22", reason: "已赴外地")))
    #expect(sitting.ui.drag == .idle)
    #expect(sitting.ui.notice?.text == sitting.ui.words.dragCardChanged)
    #expect(sitting.ui.selected == 1)
  }

  @Test("A card moved away while my form asks for it is refused on saving, with where it is now")
  func moveForm() throws {
    var sitting = try sitting()
    sitting.press("m", "4")
    try sitting.colleague(
      .move(1, MoveOrder(to: .visit, on: "2023-11-22", reason: "已赴外地")))
    sitting.type("领导商定")
    sitting.press("Enter")
    guard case .form(let form) = sitting.ui.overlay else { return #expect(Bool(false), "no form") }
    #expect(form.refusal == .movedMeanwhile(1, now: .visit))
    #expect(sitting.ui.pipeline[1]?.stage == .visit)
  }

  @Test("An open form and an open card survive a colleague's commit")
  func windows() throws {
    var sitting = try sitting()
    sitting.press("Enter", "i")
    sitting.type("电话")
    try sitting.colleague(.note(1, text: "我也打了", on: "2023-11-22"))
    guard case .form(let form) = sitting.ui.overlay else { return #expect(Bool(false), "no form") }
    #expect(form.text(.note) == "电话")
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 1)))
    #expect(sitting.ui.pipeline[1]?.notes.count == 2)
  }

  @Test("The path keeps its line when an earlier one is added")
  func path() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("T", "j", "j", "j")
    let line = sitting.ui.timeline.path[3]
    try sitting.colleague(.log(Activity.Facts(projects: [1], kind: .call, on: "2023-01-05")))
    #expect(sitting.ui.timeline.path[sitting.ui.timeline.row] == line)
  }
}
