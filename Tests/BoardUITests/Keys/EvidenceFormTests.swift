@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("What a stage asks for is recorded in the form of the move")
struct EvidenceFormTests {
  private func board() throws -> Sitting {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("光翼激光项目", on: "2026-11-20", [.lead: .list(["招商一局"])])
    return Sitting(ledger, size: Size(width: 100, height: 30))
  }

  @Test("The missing visit is logged with the move, as one step that undo takes back whole")
  func visit() throws {
    var sitting = try board()
    sitting.press("L")
    #expect(sitting.screen.contains("活动类型"))
    sitting.type("外出考察")
    sitting.press("Tab")
    sitting.type("11-26")
    sitting.press("Tab")
    sitting.type("济南")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.stage == .visit, "\(sitting.screen)")
    let facts = try #require(sitting.ui.pipeline.activities.first { _ in true }).facts
    #expect(facts.kind == .outbound && facts.on == "2026-11-26" && facts.place == "济南")
    #expect(facts.lead == ["招商一局"])
    sitting.press("u")
    #expect(sitting.ui.pipeline[1]?.stage == .contact)
    #expect(sitting.ui.pipeline.activities.count == 0)
  }

  @Test("The outcome and the amount that intent asks for stand in its form, and reasons go without")
  func intent() throws {
    var sitting = try board()
    sitting.press("m", "4")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(
      form.entries.map(\.key) == [
        .on, .activityKind, .outcome, .metOn, .place, .field(.amount), .field(.landing), .reason,
      ])
    sitting.type("qt")
    sitting.press("Enter", "Tab")
    sitting.type("cbyx")
    sitting.press("Tab", "Down", "Down")
    sitting.type("2亿")
    sitting.press("Tab", "Tab")
    sitting.type("对方跳过考察直接来谈")
    sitting.press("Enter")
    let project = try #require(sitting.ui.pipeline[1])
    #expect(project.stage == .intent, "\(sitting.screen)")
    #expect(project.amount != nil)
    #expect(
      sitting.ui.pipeline.activities.contains { ($0.facts.outcome ?? .nothing) >= .preliminary })
  }

  @Test("The milestones that approval and signing ask for are recorded by their days")
  func milestones() throws {
    var ledger = Ledger(today: "2026-11-30")
    try ledger.add("光翼激光项目", in: .intent, on: "2026-11-20")
    var sitting = Sitting(ledger, size: Size(width: 100, height: 30))
    sitting.press("m", "5")
    sitting.type("11-28")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.stage == .approval, "\(sitting.screen)")
    #expect(
      sitting.ui.pipeline.milestones.contains {
        $0.facts.kind == .approvalStarted && $0.facts.on == "2026-11-28"
      })
  }

  @Test("A place without a kind of activity is not dropped in silence")
  func halfFilled() throws {
    var sitting = try board()
    sitting.press("L", "Tab", "Tab")
    sitting.type("济南")
    sitting.press("Tab")
    sitting.type("说明")
    sitting.press("Enter")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("it went through")
      return
    }
    #expect(form[.activityKind]?.fault == .empty)
  }

  @Test("After undo the message offers redo by its key, and a click on it does it again")
  func redo() throws {
    var sitting = try board()
    sitting.command("owner 张伟")
    #expect(sitting.lines[28].contains("u 撤销"))
    sitting.press("u")
    #expect(sitting.lines[28].contains("U 重做") && !sitting.lines[28].contains("u 撤销"))
    sitting.click(.action(.redo))
    #expect(sitting.ui.pipeline[1]?.owner == "张伟")
    #expect(sitting.lines[28].contains("u 撤销"))
  }

  @Test("No number of a record looks like a project's")
  func numbers() throws {
    var sitting = try board()
    sitting.command("owner 张伟")
    let said = try #require(sitting.ui.notice?.text)
    #expect(said.ranges(of: "#").count == 1, "\(said)")
  }

  @Test("A reason that was typed is kept when the form is closed")
  func keptReason() throws {
    var sitting = try board()
    sitting.press("L")
    sitting.write("领导现场会商定", in: .reason)
    sitting.press("Esc")
    #expect(sitting.ui.pipeline[1]?.stage == .contact)
    sitting.press("L")
    #expect(sitting.screen.contains("领导现场会商定"))
  }

  @Test("What a colleague supplied meanwhile is told before it is recorded twice")
  func metMeanwhile() throws {
    var sitting = try board()
    sitting.press("L")
    sitting.write("外出考察", in: .activityKind)
    try sitting.colleague(
      .log(Activity.Facts(projects: [1], kind: .outbound, on: "2026-11-28")))
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.stage == .contact)
    #expect(sitting.screen.contains("同事刚补上"))
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.stage == .visit, "\(sitting.screen)")
  }
}
