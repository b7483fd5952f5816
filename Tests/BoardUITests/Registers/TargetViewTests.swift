@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The view of targets")
struct TargetViewTests {
  @Test("Y shows each year's targets with what is reached, clusters and rates")
  func lines() throws {
    var sitting = Sitting(try .service(), size: Size(width: 100, height: 30))
    sitting.press("Y")
    #expect(sitting.ui.screen == .targets)
    let headings = sitting.ui.targets.lines.compactMap { line -> TargetsState.Heading? in
      if case .heading(let heading) = line { heading } else { nil }
    }
    #expect(headings == [.year(2023), .year(2028), .clusters, .afterSigning])
    #expect(sitting.screen.contains("签约个数  国信发展集团"))
    #expect(sitting.screen.contains("1/2"))
    #expect(sitting.screen.contains("50%"))
    for way in ["view targets", "目标", "view 目标"] {
      sitting.press("B")
      sitting.command(way)
      #expect(sitting.ui.screen == .targets, "\(way)")
    }
  }

  @Test("The selection goes from figure to figure, never onto a heading")
  func moving() throws {
    var sitting = Sitting(try .service())
    sitting.press("Y")
    for key in Array(repeating: "j", count: 20) + Array(repeating: "k", count: 20) {
      sitting.press(key)
      if case .heading = sitting.ui.targets.selected { Issue.record("on a heading") }
    }
    #expect(sitting.ui.targets.row == 1)
  }

  @Test("n sets a target, Enter changes it, u takes it back")
  func setting() throws {
    var sitting = Sitting(try .service())
    sitting.press("Y", "n", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Tab", "Tab", "Tab")
    sitting.type("6")
    sitting.press("Tab")
    sitting.type("招商发展公司")
    sitting.press("Enter")
    func wanted() -> Int? {
      sitting.ledger.pipeline.targets.first { $0.unit == "招商发展公司" }?.count
    }
    #expect(wanted() == 6)
    sitting.press("u")
    #expect(wanted() == nil)
  }

  @Test("A target of money wants an amount")
  func amounts() throws {
    var sitting = Sitting(try .service())
    sitting.press("Y", "Enter")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.line(.year)) == "2023")
    sitting.press("Esc", "n")
    sitting.ui.overlay = {
      guard case .form(var form) = sitting.ui.overlay else { return .none }
      form[.line(.measure)]?.editor.set("签约额")
      form[.line(.value)]?.editor.set("12")
      return .form(form)
    }()
    sitting.press("Enter")
    #expect(sitting.ledger.pipeline.targets.allSatisfy { $0.measure != .signedAmount })
    #expect(sitting.screen.contains("「12」没有单位"))
  }

  @Test("Enter on a cluster or a rate lists its projects, Esc comes back")
  func drilling() throws {
    var sitting = Sitting(try .service())
    sitting.press("Y", "G", "Enter")
    #expect(sitting.ui.screen == .list)
    #expect(
      Set(sitting.ui.list.ids)
        == Set(sitting.ui.pipeline.afterSigning(at: sitting.ui.moment).projects.map(\.id)))
    sitting.press("Esc")
    #expect(sitting.ui.screen == .targets)
  }
}
