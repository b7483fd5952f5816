@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The filter line")
struct FilterLineTests {
  @Test("Initials find the card while they are typed, and the focus goes to where it is")
  func initials() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("gfxm")
    #expect(sitting.ui.columns.flatMap { $0 } == [6])
    #expect(sitting.ui.selected == 6)
    sitting.press("Enter")
    #expect(sitting.ui.overlay == .none && sitting.ui.filterText == "gfxm")
  }

  @Test("Esc brings back the filter and the card of before", arguments: ["", "远东"])
  func restores(_ before: String) throws {
    var sitting = Sitting(try .zouping())
    if !before.isEmpty { sitting.command("filter \(before)") }
    let (columns, selected) = (sitting.ui.columns, sitting.ui.selected)
    sitting.press("/")
    sitting.type("guangfu")
    sitting.press("Esc")
    #expect(sitting.ui.filterText == before)
    #expect(sitting.ui.columns == columns)
    #expect(sitting.ui.selected == selected)
  }

  @Test("Words, keys and amounts of both languages narrow the board")
  func language() throws {
    var sitting = Sitting(try .zouping())
    for (text, ids) in [
      ("阶段：意向", [1, 2]), ("stage:intent", [1, 2]), ("停滞:是", [1, 2]), ("牵头:国信", [3]),
    ] as [(String, [ProjectID])] {
      sitting.command("filter \(text)")
      #expect(sitting.ui.columns.flatMap { $0 } == ids, "\(text)")
    }
  }

  @Test("Arrows go through what was found without leaving the line")
  func arrows() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("/")
    sitting.type("stage:4")
    sitting.press("Down")
    #expect(sitting.ui.selected == 2)
    #expect(sitting.ui.isTyping)
  }
}
