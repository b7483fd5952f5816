@testable import BoardUI
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("A pipeline that is replaced as a whole")
struct StartingOverTests {
  private func sitting(typing text: String) throws -> Sitting {
    var sitting = Sitting(try .zouping())
    sitting.press("i")
    sitting.type(text)
    return sitting
  }

  @Test("The form somebody is filling in stays open, with every letter")
  func form() throws {
    var sitting = try sitting(typing: "写到一半")
    let before = sitting.ui.overlay
    sitting.ui.startOver(with: sitting.ledger.pipeline)
    #expect(sitting.ui.overlay == before)
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.note) == "写到一半")
  }

  @Test("A form of a project that is another one now is put away as unfinished")
  func anotherProject() throws {
    var sitting = try sitting(typing: "写到一半")
    sitting.ui.startOver(with: Pipeline())
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.unfinished.map(\.texts) == [["note": "写到一半"]])
  }

  @Test("One's own change that comes with it is said to be saved, and its form closes")
  func mine() throws {
    var sitting = try sitting(typing: "写完了")
    let project = try #require(sitting.ui.selected)
    let recorded = try sitting.ledger.commit(.note(project, text: "写完了", on: .unknown))
    sitting.ui.startOver(with: sitting.ledger.pipeline)
    _ = sitting.ui.handle(.committed(recorded, mine: true))
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.notice?.text.contains("已存盘") == true)
  }
}
