@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Pasting")
struct PasteTests {
  @Test("Text pasted on the board is offered as a new project and runs nothing")
  func board() throws {
    var sitting = Sitting(try .zouping())
    sitting.input(.paste("qxxLLL\nu"))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .add)
    #expect(form.text(.field(.name)) == "qxxLLL")
    #expect(sitting.effects == [])
  }

  @Test("It goes to the name even when an earlier draft stood in another line")
  func draft() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("n")
    sitting.type("甲")
    sitting.press("Tab", "Tab", "Tab", "Esc")
    sitting.input(.paste("光翼激光"))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.field(.name)) == "光翼激光")
    #expect(form.focus == 0)
  }

  @Test("Where text is typed it goes in as one line")
  func lines() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.input(.paste("光伏\nq"))
    #expect(sitting.ui.filterText == "光伏")
    sitting.press("Esc", ":")
    sitting.input(.paste("help\nq"))
    guard case .palette(let palette) = sitting.ui.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.editor.text == "help")
    sitting.press("Esc", "i")
    sitting.input(.paste("第一行\n第二行"))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.note) == "第一行 第二行")
    #expect(sitting.effects == [])
  }

  @Test("On a past day it is refused, and a carried card is put back first")
  func refused() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("m", "l")
    sitting.input(.paste("光翼"))
    #expect(sitting.ui.drag == .idle)
    sitting.press("Esc", ",")
    sitting.input(.paste("光翼"))
    #expect(sitting.ui.overlay == .none)
    #expect(sitting.ui.notice?.tone == .bad)
  }
}
