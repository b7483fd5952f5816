@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Views and settings by keys")
struct ViewTests {
  @Test("] and [ go round the views; B S F T go to one")
  func views() throws {
    var sitting = Sitting(try .zouping())
    var seen: [Screen] = []
    for _ in Screen.allCases {
      sitting.press("]")
      seen.append(sitting.ui.screen)
    }
    #expect(
      seen == [
        .list, .funnel, .timeline, .agenda, .report, .requests, .targets, .history, .board,
      ])
    sitting.press("[")
    #expect(sitting.ui.screen == .history)
    let keys: [(String, Screen)] = [
      ("S", .list), ("F", .funnel), ("T", .timeline), ("A", .agenda), ("P", .report),
      ("Ctrl-O", .history), ("W", .requests), ("Y", .targets), ("B", .board),
    ]
    for (key, screen) in keys {
      sitting.press(key)
      #expect(sitting.ui.screen == screen)
    }
  }

  @Test("s goes through the orders of the list, and each sorts by what it says")
  func sorting() throws {
    var ledger = Ledger()
    try ledger.add("云岭", in: .visit, [.amount: .amount(.known(.of("3", .yi)))])
    try ledger.add("北辰", in: .contact, [.next: .next(NextStep(text: "送审", due: "2023-12-01"))])
    try ledger.add("光翼", in: .signing, [.amount: .amount(.known(.of("9", .yi)))])
    var sitting = Sitting(ledger)
    sitting.press("S")
    var orders: [ProjectColumn: [ProjectID]] = [:]
    for _ in ProjectColumn.standard {
      orders[sitting.ui.list.order] = sitting.ui.list.ids
      sitting.press("s")
    }
    #expect(Set(orders.keys) == Set(ProjectColumn.standard))
    #expect(orders[.number] == [1, 2, 3])
    #expect(orders[.stage] == [2, 1, 3])
    #expect(orders[.amount] == [3, 1, 2])
    #expect(orders[.next]?.first == 2)
    #expect(sitting.ui.list.order == .number)
  }

  @Test("v changes the funnel's method and the timeline's style, b the grouping")
  func funnel() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("F")
    var methods: [FunnelMethod] = []
    for _ in FunnelMethod.allCases {
      methods.append(sitting.ui.funnel.method)
      sitting.press("v")
    }
    #expect(methods == FunnelMethod.allCases && sitting.ui.funnel.method == methods[0])
    for grouping in FunnelGrouping.allCases {
      sitting.press("b")
      #expect(sitting.ui.funnel.grouping == grouping)
      #expect(!sitting.ui.funnel.groups.isEmpty)
    }
    sitting.press("b")
    #expect(sitting.ui.funnel.grouping == nil && sitting.ui.funnel.groups.isEmpty)
    sitting.press("T", "v")
    #expect(sitting.ui.timeline.style == .strips)
  }

  @Test("The funnel's figures are the ones the definitions give for the six engagements")
  func figures() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("F")
    let report = try #require(sitting.ui.funnel.report)
    #expect(Stage.allCases.map { report.count($0, by: .any) } == [6, 5, 4, 5, 1, 2])
    #expect(Stage.allCases.map { report.count($0, by: .through) } == [6, 6, 6, 5, 3, 2])
    #expect(Stage.allCases.map { report.count($0, by: .strict) } == [6, 5, 3, 2, 0, 0])
  }

  @Test("+ and - change the days a cell holds and stop at the ends; h pans into the past")
  func timeline() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("T", "v", "+", "+", "+")
    #expect(sitting.ui.timeline.daysPerCell == 1)
    for _ in 0..<10 { sitting.press("-") }
    #expect(sitting.ui.timeline.daysPerCell == 90)
    sitting.press("l")
    #expect(sitting.ui.timeline.offset == 0)
    sitting.press("h")
    #expect(sitting.ui.timeline.offset > 0)
  }

  @Test("z goes through the densities, language and theme change by command, % the mouse")
  func settings() throws {
    var sitting = Sitting(try .zouping())
    var densities: [UIState.Density] = []
    for _ in UIState.Density.allCases {
      densities.append(sitting.ui.density)
      sitting.press("z")
    }
    #expect(Set(densities).count == UIState.Density.allCases.count)
    sitting.command("语言")
    #expect(sitting.ui.words.language == .en && sitting.screen.contains("Contact"))
    sitting.command("theme")
    #expect(sitting.ui.theme == "mono")
    sitting.press("%")
    #expect(!sitting.ui.mouseIsOn)
    sitting.press("Ctrl-L", "r", "Ctrl-Z")
    #expect(
      sitting.effects == [
        .store(.loadTheme("mono")), .terminal(.setMouse(false)), .terminal(.redraw),
        .store(.reload), .terminal(.suspend),
      ])
  }

  @Test("y copies the card in full, with its number and its history")
  func copy() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("y")
    guard case .terminal(.copy(let text))? = sitting.effects.first else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("#5 远东宏信集团合作\n"))
    #expect(text.contains("2023-08-26"))
  }

  @Test("A store that cannot be written says so for every change and lets everything be read")
  func readOnly() throws {
    var sitting = Sitting(try .zouping())
    sitting.ui.readOnlyReason = "磁盘已满，只能看"
    for key in ["L", "n", "i", "u", "J"] {
      sitting.press(key)
      #expect(sitting.ui.notice?.text == "磁盘已满，只能看", "\(key)")
    }
    sitting.press("F", "Esc", "Enter")
    #expect(sitting.ui.overlay != .none)
    #expect(sitting.effects == [])
    #expect(sitting.lines[0].contains("只读"))
  }

  @Test("A new day counts everything anew")
  func newDay() throws {
    var sitting = Sitting(try .zouping())
    let stale = sitting.ui.warnings.stale
    sitting.handle(.dayChanged("2024-03-01"))
    #expect(sitting.ui.warnings.stale > stale)
    #expect(sitting.lines[0].contains("2024-03-01"))
  }

  @Test("In a text field the cursor stands on the caret, elsewhere it is hidden")
  func cursor() throws {
    var sitting = Sitting(try .zouping())
    #expect(sitting.rendering.frame.cursor == nil)
    sitting.press("/")
    let start = try #require(sitting.rendering.frame.cursor)
    sitting.type("光伏")
    #expect(sitting.rendering.frame.cursor == Point(x: start.x + 4, y: start.y))
    sitting.press("Left")
    #expect(sitting.rendering.frame.cursor == Point(x: start.x + 2, y: start.y))
    sitting.press("Esc", "n")
    sitting.type(String(repeating: "招", count: 100))
    let caret = try #require(sitting.rendering.frame.cursor)
    #expect(caret.x < 80)
  }
}
