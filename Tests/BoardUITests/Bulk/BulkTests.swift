@testable import BoardUI
import Canvas
import CustomDump
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Several cards at once")
struct BulkTests {
  /// 1 to 3 may go to visit without a word, 4 wants a reason; 5 stands in intent, without an amount.
  private func ledger() throws -> Ledger {
    var ledger = Ledger()
    for name in ["光翼激光", "云岭药业", "星河模具"] {
      let id = try ledger.add(name, in: .contact, [.source: .text("驻深招商组")])
      try ledger.log(.outbound, for: id, on: "2023-07-19")
    }
    try ledger.add("蓝湾冷链", in: .contact)
    try ledger.add("北辰氢能", in: .intent)
    return ledger
  }

  private func marking(_ ids: ProjectID..., size: Size = Size(width: 80, height: 24)) throws
    -> Sitting
  {
    var sitting = Sitting(try ledger(), size: size)
    for id in ids {
      sitting.ui.handleMark(id)
    }
    return sitting
  }

  private func confirmation(of sitting: Sitting) throws -> BulkQuestion {
    guard case .confirm(let confirmation) = sitting.ui.overlay else {
      throw Missing(what: "no question:\n\(sitting.screen)")
    }
    return confirmation
  }

  private struct Missing: Error { let what: String }

  @Test("L asks with count and names, y does it as one step, and one undo takes all back")
  func moved() throws {
    var sitting = try marking(1, 2, 3)
    let before = sitting.ui.pipeline
    sitting.press("L")
    #expect(try confirmation(of: sitting).plan.passing == [1, 2, 3])
    for text in ["将 3 个项目推进一个阶段？", "#1 光翼激光", "#2 云岭药业", "#3 星河模具", "确定 3 个 (按 y)"] {
      #expect(sitting.screen.contains(text), "\(text)")
    }
    #expect(sitting.effects == [])
    sitting.press("y")
    #expect(sitting.effects.count == 1)
    #expect(Board(of: sitting.ui.pipeline) == Board("对接: 4 | 考察: 1 2 3 | 意向: 5"))
    #expect(sitting.ui.marks.isEmpty && sitting.ui.overlay == .none)
    #expect(sitting.ui.notice?.text.contains("3 个项目移到 考察") == true)
    sitting.press("u")
    #expect(sitting.ui.notice?.text.contains("撤销：3 个项目移到 考察") == true)
    #expect(Board(of: sitting.ui.pipeline) == Board(of: before))
    sitting.press("U")
    #expect(sitting.ui.notice?.text.contains("重做：3 个项目移到 考察") == true)
  }

  @Test("Enter by habit, the key that asked, n, q, Esc and pasted text all do nothing")
  func refusing() throws {
    for key in ["Enter", "L", "n", "q", "Esc", "Space", "x"] {
      var sitting = try marking(1, 2)
      sitting.press("L", key)
      #expect(sitting.effects == [], "\(key)")
      #expect(sitting.ui.marks.count == 2, "\(key)")
    }
    var sitting = try marking(1, 2)
    sitting.press("L")
    sitting.input(.paste("yyyy\ny"))
    #expect(sitting.effects == [])
    // With the focus put on it, Enter is meant: a way without letters.
    sitting.press("Tab", "Enter")
    #expect(sitting.effects.count == 1)
  }

  @Test("A full-width y says yes too")
  func inputMethod() throws {
    var sitting = try marking(1, 2)
    sitting.press("L", "ｙ")
    #expect(sitting.effects.count == 1)
  }

  @Test("Cards that want a reason are asked for once; without one they stay and are named")
  func reasons() throws {
    var sitting = try marking(1, 4)
    sitting.press("L")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.purpose == .bulk(.forward, [1, 4]))
    sitting.press("Enter")
    let plan = try confirmation(of: sitting).plan
    #expect(plan.passing == [1] && plan.refused.map(\.id) == [4])
    #expect(sitting.screen.contains("1 个项目不能这样做") && sitting.screen.contains("✗ #4 蓝湾冷链"))
    #expect(sitting.screen.contains("只做其余 1 个 (按 y)"))
    // Back to the form, with what was typed.
    sitting.press("Esc")
    sitting.type("领导现场会商定")
    sitting.press("Enter", "y")
    #expect(Board(of: sitting.ui.pipeline) == Board("对接: 2 3 | 考察: 1 4 | 意向: 5"))
    #expect(sitting.ui.pipeline[4]?.entries.last?.reason == "领导现场会商定")
  }

  @Test("What a rule refuses is named with its reason, and the rest goes without it")
  func refused() throws {
    var ledger = try ledger()
    try ledger.commit(.lose(2, .land, place: nil, note: nil, on: "2023-11-01"))
    var sitting = Sitting(ledger)
    for id: ProjectID in [1, 2] { sitting.ui.handleMark(id) }
    sitting.press("x")
    sitting.type("与 #9 重复")
    sitting.press("Enter", "y")
    #expect(sitting.ui.pipeline[1]?.status == .archived(reason: "与 #9 重复"))
    #expect(sitting.ui.marks.isEmpty)

    sitting = Sitting(ledger)
    for id: ProjectID in [1, 2] { sitting.ui.handleMark(id) }
    sitting.command("withdraw")
    sitting.type("不再推进")
    sitting.press("Enter")
    #expect(try confirmation(of: sitting).plan.refused.map(\.id) == [2])
    sitting.press("y")
    #expect(sitting.ui.pipeline[1]?.status == .withdrawn(reason: "不再推进"))
    #expect(sitting.ui.marks.sorted == [2], "what was refused stays marked")
  }

  @Test("Where nothing passes there is no yes")
  func nonePasses() throws {
    var ledger = try ledger()
    for id: ProjectID in [1, 2] {
      try ledger.commit(.lose(id, .land, place: nil, note: nil, on: "2023-11-01"))
    }
    var sitting = Sitting(ledger)
    for id: ProjectID in [1, 2] { sitting.ui.handleMark(id) }
    sitting.press("S", "L")
    #expect(try confirmation(of: sitting).plan.command == nil)
    #expect(!sitting.screen.contains("按 y"))
    sitting.press("y", "Tab", "Enter")
    #expect(sitting.effects == [])
  }

  @Test("Owner and tags of several in one step; tags that are there stay once")
  func assigned() throws {
    var sitting = try marking(1, 2)
    sitting.press("O")
    sitting.type("李娜")
    sitting.press("Enter", "y")
    #expect([1, 2].map { sitting.ui.pipeline[$0]?.owner } == ["李娜", "李娜"])
    #expect(sitting.ui.notice?.text.contains("2 个项目的责任人改为「李娜」") == true)
    for id: ProjectID in [1, 2] { sitting.ui.handleMark(id) }
    sitting.press("#")
    sitting.type("链主、外资")
    sitting.press("Enter", "y")
    #expect(sitting.ui.pipeline[2]?.tags == ["链主", "外资"])
    for id: ProjectID in [1, 2] { sitting.ui.handleMark(id) }
    sitting.press("#")
    sitting.type("外资")
    sitting.press("Tab")
    sitting.type("链主")
    sitting.press("Enter", "y")
    #expect([1, 2].map { sitting.ui.pipeline[$0]?.tags } == [["外资"], ["外资"]])
  }

  @Test("One card alone is assigned and tagged without a question")
  func single() throws {
    var sitting = Sitting(try ledger())
    sitting.press("O")
    sitting.type("李娜")
    sitting.press("Enter", "#")
    sitting.type("链主")
    sitting.press("Enter")
    #expect(sitting.ui.pipeline[1]?.owner == "李娜" && sitting.ui.pipeline[1]?.tags == ["链主"])
    #expect(sitting.effects.count == 2)
  }

  @Test("A single marked card goes as if it were the selected one")
  func oneMark() throws {
    var sitting = try marking(2)
    sitting.press("L")
    #expect(sitting.ui.pipeline[2]?.stage == .visit && sitting.ui.pipeline[1]?.stage == .contact)
  }

  @Test("A marked card that is dragged brings the others; one that is not goes alone")
  func dragged() throws {
    var sitting = try marking(1, 3)
    let visit = sitting.ui.layout.columns[Stage.visit.index]
    let target = Point(x: visit.x + 2, y: visit.y + 9)
    sitting.pull(.card(1), to: target)
    #expect(sitting.screen.contains("移动 2 个项目 -> 考察"))
    #expect(sitting.ui.isOnItsWay(3) && !sitting.ui.isOnItsWay(2))
    sitting.pointer(.up(.left), at: target)
    #expect(try confirmation(of: sitting).plan.passing == [1, 3])
    sitting.click(.confirmButton(.go))
    #expect(Board(of: sitting.ui.pipeline) == Board("对接: 2 4 | 考察: 1 3 | 意向: 5"))

    sitting = try marking(1, 3)
    sitting.pull(.card(2), to: target)
    sitting.pointer(.up(.left), at: target)
    #expect(Board(of: sitting.ui.pipeline) == Board("对接: 1 3 4 | 考察: 2 | 意向: 5"))
  }

  @Test("Carried by keys, the marked cards go to the stage that is chosen")
  func carried() throws {
    var sitting = try marking(1, 2)
    sitting.press("G", "m", "2")
    #expect(try confirmation(of: sitting).plan.ids == [1, 2])
    sitting.press("y")
    #expect(sitting.ui.pipeline[2]?.stage == .visit)
  }

  @Test("When a colleague changes one of them meanwhile, the question shows it before it is asked")
  func colleague() throws {
    var sitting = try marking(1, 2)
    sitting.press("L")
    try sitting.colleague(.withdraw(2, reason: "不再推进", on: "2023-11-20"))
    let plan = try confirmation(of: sitting).plan
    #expect(plan.passing == [1] && plan.refused.map(\.id) == [2])
    sitting.press("y")
    #expect(sitting.ui.pipeline[1]?.stage == .visit)
  }

  @Test("When the store cannot save, the question stays and says so")
  func storeFails() throws {
    var sitting = try marking(1, 2)
    sitting.storeFailure = "磁盘已满"
    sitting.press("L", "y")
    #expect(try confirmation(of: sitting).plan.passing == [1, 2])
    #expect(sitting.ui.notice?.text == "磁盘已满" && sitting.ui.marks.count == 2)
  }

  @Test("On a past day nothing is begun")
  func pastDay() throws {
    var sitting = try marking(1, 2)
    sitting.press(",", "L")
    #expect(sitting.ui.overlay == .none && sitting.ui.notice?.tone == .bad)
  }

  @Test("Many names are counted, many refusals can be scrolled to")
  func many() throws {
    var sitting = Sitting(.crowd)
    sitting.press("S", "V", "x")
    sitting.type("年终清理")
    sitting.press("Enter")
    let passing = try confirmation(of: sitting).plan.passing.count
    #expect(passing == 300)
    #expect(sitting.screen.contains("将 300 个项目退库归档？"))
    #expect(sitting.screen.contains("还有 294 个"))
    sitting.press("y")
    #expect(sitting.ui.columns.joined().isEmpty)
    sitting.press("u")
    #expect(sitting.ui.notice?.text.contains("撤销：300 个项目设为") == true)
  }
}

extension UIState {
  /// Marks a card wherever it is.
  mutating func handleMark(_ id: ProjectID) { marks.toggle(id) }
}
