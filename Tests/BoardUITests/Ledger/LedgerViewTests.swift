@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("The list as a ledger")
struct LedgerViewTests {
  private func sitting() throws -> Sitting {
    var ledger = Ledger()
    try ledger.add("云岭", in: .visit, [.amount: .amount(.of("3")), .owner: .text("王敏")])
    try ledger.add("北辰", in: .contact, [.amount: .amount(.of("9", .yi, "USD"))])
    try ledger.add("光翼", in: .signing, [.amount: .amount(.of("9")), .owner: .text("李娜")])
    try ledger.add("星河", in: .intent)
    var sitting = Sitting(ledger, size: Size(width: 140, height: 20))
    sitting.press("S")
    return sitting
  }

  @Test("A click on a head sorts by it, once more turns it round; no value comes last both ways")
  func heads() throws {
    var sitting = try sitting()
    sitting.click(.ledgerHead(.amount))
    #expect(sitting.ui.list.ids == [3, 1, 2, 4], "yuan first, then dollars, then none")
    sitting.click(.ledgerHead(.amount))
    #expect(sitting.ui.list.ids == [2, 1, 3, 4])
    sitting.click(.ledgerHead(.owner))
    #expect(sitting.ui.list.ids.suffix(2) == [2, 4])
    sitting.press("I")
    #expect(sitting.ui.list.ids.suffix(2) == [2, 4] && sitting.ui.list.isReversed)
    #expect(sitting.ui.notice?.text.contains("从大到小") == true)
    sitting.press("s")
    #expect(sitting.ui.list.order == .lead && !sitting.ui.list.isReversed)
  }

  @Test(":sort takes any column's name, in both languages")
  func byName() throws {
    for column in ProjectColumn.allCases {
      for language in Language.allCases {
        var sitting = try sitting()
        sitting.command("sort " + Words(language).heading(of: column))
        #expect(sitting.ui.list.order == column, "\(column)")
      }
    }
  }

  @Test("The foot sums what is listed, each currency by itself, with how many are known")
  func sums() throws {
    var sitting = try sitting()
    #expect(sitting.lines[17].contains("合计 4 个  12亿+9亿美元 3/4"))
    sitting.press("Space", "Space")
    #expect(sitting.lines[17].contains("*已标记 2  3亿+9亿美元 2/2"))
    sitting.press("/")
    sitting.type("光翼")
    #expect(sitting.lines[17].contains("合计 1 个  9亿 1/1"))
  }

  @Test("Columns are chosen, left out and moved, and stay so; the name cannot go")
  func columns() throws {
    var sitting = try sitting()
    sitting.press("C", "Space", "j", "J")
    #expect(sitting.ui.list.columns.prefix(3) == [.name, .stage, .days])
    sitting.press("k", "Space")
    #expect(sitting.ui.notice?.text == sitting.ui.words.nameStays)
    sitting.press("G", "Space", "Enter", "B", "S")
    #expect(sitting.ui.list.columns.last == .entered)
    #expect(sitting.ui.list.columns.prefix(2) == [.name, .stage])
    sitting.press("C")
    sitting.click(.pickerRow(3))
    #expect(!sitting.ui.list.columns.contains(.amount))
  }

  @Test("What has no room is left out from the right and counted")
  func room() throws {
    var sitting = try sitting()
    sitting.input(.resized(Size(width: 80, height: 20)))
    #expect(sitting.screen.contains("列放不下"))
  }

  @Test("Marked lines are done with together, as on the board")
  func bulk() throws {
    var sitting = try sitting()
    sitting.press("v", "j", "j", "O")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .bulk(.assign, [1, 2, 3]))
    sitting.type("张伟")
    sitting.press("Enter", "y")
    #expect([1, 2, 3].map { sitting.ui.pipeline[$0]?.owner } == ["张伟", "张伟", "张伟"])
  }
}
