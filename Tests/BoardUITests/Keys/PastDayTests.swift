@testable import BoardUI
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The board of a past day")
struct PastDayTests {
  @Test("`,` and `.` go a day, `(` and `)` to the days with news, 0 back to today")
  func days() throws {
    var sitting = Sitting(try .zouping())
    sitting.press(",")
    #expect(sitting.ui.asOf == "2023-09-03")
    sitting.press("(")
    #expect(sitting.ui.asOf == "2023-08-30")
    #expect(sitting.ui.columns.map(\.count) == [0, 0, 1, 3, 1, 1])
    sitting.press("(", "(")
    #expect(sitting.ui.asOf == "2023-08-17")
    sitting.press(")")
    #expect(sitting.ui.asOf == "2023-08-26")
    sitting.press("0")
    #expect(sitting.ui.asOf == nil)
    #expect(sitting.ui.columns.map(\.count) == [0, 0, 1, 2, 1, 2])
  }

  @Test("Today is no past day: `.` says so")
  func today() throws {
    var sitting = Sitting(try .zouping())
    sitting.press(".")
    #expect(sitting.ui.asOf == nil)
    #expect(sitting.ui.notice?.text == sitting.ui.words.alreadyToday)
    sitting.press(",", ".")
    #expect(sitting.ui.asOf == nil)
  }

  @Test(
    "Nothing can be changed, and the reason names the day",
    arguments: ["L", "H", "m", "K", "J", "n", "a", "e", "@", "i", "M", "x", "u", "U"])
  func forbids(_ key: String) throws {
    var sitting = Sitting(try .zouping())
    sitting.press("4", ",", key)
    #expect(sitting.effects == [])
    #expect(sitting.ui.overlay == .none && sitting.ui.drag == .idle)
    #expect(sitting.ui.notice?.text == sitting.ui.words.pastDay("2023-09-03", key: "0"))
  }

  @Test("The selection stays on the card where the day has it in another column")
  func selection() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("6", "j")
    #expect(sitting.ui.selected == 4)
    sitting.command("asof 2023-08-20")
    #expect(sitting.ui.selected == 4 && sitting.ui.focus == .visit)
  }
}
