@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Characters that come in one go")
struct TypedRunTests {
  @Test("In command mode each is the key it is, and from where text is typed on they are text")
  func keys() throws {
    let text = "jjn光翼 激光y"
    var (once, single) = (Sitting(try .zouping()), Sitting(try .zouping()))
    once.input(.typed(text))
    single.type(text)
    #expect(once.ui == single.ui)
    guard case .form(let form) = once.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.field(.name)) == "光翼 激光y")
  }

  @Test(
    "In the filter, the palette and a form's lines they are what the keys are",
    arguments: [
      ["/"], [":"], ["n"], ["n", "Tab"], ["n", "Tab", "Tab"], ["n", "Tab", "Tab", "Tab"],
    ])
  func lines(opening: [String]) throws {
    var (once, single) = (Sitting(try .zouping()), Sitting(try .zouping()))
    for key in opening {
      once.press(key)
      single.press(key)
    }
    once.input(.typed("qd 光"))
    single.type("qd 光")
    #expect(once.screen == single.screen)
    #expect(once.ui.filterText == single.ui.filterText)
    once.press("Ctrl-Z")
    single.press("Ctrl-Z")
    #expect(once.screen == single.screen)
  }

  @Test("A question is answered by one key at a time")
  func question() throws {
    var (once, single) = (Sitting(try .zouping()), Sitting(try .zouping()))
    once.press("Z")
    single.press("Z")
    once.input(.typed("ny"))
    single.type("ny")
    #expect(once.ui == single.ui && once.effects == single.effects)
  }

  @Test("A note takes 16,000 characters at once, a name 200 and says what it does not take")
  func limits() throws {
    var sitting = Sitting(try .zouping(), size: Size(width: 100, height: 30))
    let much = String(repeating: "厂", count: 16_000)
    sitting.press("3", "i")
    sitting.input(.typed(much))
    guard case .form(let note) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(note.text(.note) == much && note.entries[note.focus].fault == nil)
    sitting.press("Esc", "Esc", "n")
    sitting.input(.typed(much))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.field(.name)).count == 200)
    #expect(form.entries[form.focus].fault == .tooLong(limit: 200))
    #expect(sitting.screen.contains("太长，上限 200"))
    sitting.press("Backspace")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.entries[form.focus].fault == nil)
  }

  @Test("A filter, a command and a pasted name beyond their limit are refused with a sentence")
  func refusals() throws {
    let much = String(repeating: "厂", count: 3000)
    var sitting = Sitting(try .zouping(), size: Size(width: 100, height: 30))
    sitting.press("/")
    sitting.input(.paste(much))
    #expect(sitting.ui.filterText == "")
    #expect(sitting.ui.notice?.text.contains("上限 4096") == true)
    sitting.press("Esc", ":")
    sitting.input(.paste(much))
    #expect(sitting.ui.notice?.text.contains("上限 4096") == true)
    sitting.press("Esc")
    sitting.input(.paste(much))
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.text(.field(.name)) == "")
    #expect(form[.field(.name)]?.fault == .tooLong(limit: 200))
  }
}
