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
    try sitting.colleague(.reorder(3, .up))
    try sitting.colleague(.reorder(3, .up))
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
    sitting.write("领导商定", in: .reason)
    sitting.press("Enter")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.refusal == .movedMeanwhile(1, now: .visit))
    #expect(sitting.ui.pipeline[1]?.stage == .visit)
  }

  @Test("An open form and an open card survive a colleague's commit")
  func windows() throws {
    var sitting = try sitting()
    sitting.press("Enter", "i")
    sitting.type("电话")
    try sitting.colleague(.note(1, text: "我也打了", on: "2023-11-22"))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
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

  @Test(
    "The card a colleague moved has a sign of its own, and the news line names who, what and where")
  func sign() throws {
    var sitting = try sitting()
    sitting.press("4")
    try sitting.colleague(.move(2, MoveOrder(to: .visit, on: "2023-11-22", reason: "已赴外地")))
    func sign() -> Character? {
      sitting.rendering.hits.regions.first { $0.target == .card(2) }.flatMap { region in
        sitting.rendering.frame.line(region.rect.y).isEmpty
          ? nil
          : Unicode.Scalar(sitting.rendering.frame[region.rect.x, region.rect.y].base)
            .map(Character.init)
      }
    }
    #expect(sign() == "+")
    let news = try #require(sitting.ui.notice?.text)
    #expect(news.hasPrefix("李娜: ") && news.contains("项目2") && news.contains("考察"))
    sitting.press("1")
    #expect(sign() == " ")
  }

  @Test("A form keeps what was typed when a colleague archives its card, and saving says why not")
  func archived() throws {
    var sitting = try sitting()
    sitting.press("i")
    sitting.type("电话沟通")
    try sitting.colleague(.archive(1, reason: "重复登记", on: "2023-11-22"))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.note) == "电话沟通")
    #expect(sitting.ui.notice?.text.contains("李娜") == true)
    let notes = sitting.ui.pipeline[1]?.notes.count
    sitting.press("Enter")
    // Either it is refused with the words kept, or the note is on the archived card: never lost.
    if case .form(let kept) = sitting.ui.overlay {
      #expect(kept.text(.note) == "电话沟通" && sitting.ui.notice?.tone == .bad)
    } else {
      #expect(sitting.ui.pipeline[1]?.notes.count == (notes ?? 0) + 1)
    }
  }

  @Test("A form for another card and a filter being typed are left alone by a colleague's move")
  func elsewhere() throws {
    var sitting = try sitting()
    sitting.press("/")
    sitting.type("项目1")
    let before = sitting.ui.overlay
    try sitting.colleague(.move(3, MoveOrder(to: .visit, on: "2023-11-22", reason: "已赴外地")))
    #expect(sitting.ui.overlay == before && sitting.ui.filterText == "项目1")
    #expect(sitting.rendering.frame.cursor != nil)
  }
}
