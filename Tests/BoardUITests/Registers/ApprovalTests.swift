@testable import BoardUI
import Canvas
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Approval, hand-over and merging on a card")
struct ApprovalTests {
  private func open(_ id: ProjectID, _ ledger: Ledger) -> Sitting {
    var sitting = Sitting(ledger, size: Size(width: 100, height: 60))
    sitting.command("open \(id.number)")
    return sitting
  }

  @Test("E sets the route and lists its usual points; the card shows the checklist")
  func route() throws {
    var sitting = open(1, try .zouping())
    sitting.press("E")
    sitting.type("审批")
    sitting.press("Enter", "Enter")
    #expect(sitting.ledger.pipeline[1]?.text(.route) == "审批")
    #expect(
      sitting.ledger.pipeline.decisions(of: 1).map(\.name)
        == ["项目建议书", "可行性研究报告", "投委会", "常务会", "审批批复"])
    #expect(sitting.screen.contains("0/5"))
    #expect(sitting.screen.contains("3 投委会"))
    sitting.press("u")
    #expect(sitting.ledger.pipeline.decisions(of: 1).isEmpty)
    #expect(sitting.ledger.pipeline[1]?.text(.route) == nil)
  }

  @Test("D ticks the next point, or one that is named; the others stay as they are")
  func ticking() throws {
    var ledger = try Ledger.zouping()
    for (place, name) in ["投委会", "常务会", "批复"].enumerated() {
      var decision = Decision(project: 1, name: name, place: place + 1)
      decision.body = name == "投委会" ? "母基金投委会" : nil
      decision.due = "2023-09-01"
      try ledger.commit(.register(.save(.decision(decision))))
    }
    var sitting = open(1, ledger)
    #expect(sitting.screen.contains("1 投委会  母基金投委会  2023-09-01"))
    sitting.press("D", "Enter")
    func points() -> [String?] {
      sitting.ledger.pipeline.decisions(of: 1).map { $0.done?.description }
    }
    #expect(points() == ["2023-09-04", nil, nil])
    #expect(sitting.screen.contains("1/3"))
    sitting.press("D", "Shift-Tab", "Tab")
    sitting.ui.overlay = {
      guard case .form(var form) = sitting.ui.overlay else { return .none }
      form[.line(.point)]?.editor.set("批复")
      return .form(form)
    }()
    sitting.press("Enter")
    #expect(points() == ["2023-09-04", nil, "2023-09-04"])
    #expect(sitting.ledger.pipeline.decisions(of: 1)[2].body == nil)
  }

  @Test("Z offers a project to another unit, and answers the offer; the stage stays")
  func handingOver() throws {
    var sitting = open(5, try .zouping())
    let before = try #require(sitting.ledger.pipeline[5])
    sitting.press("Z")
    sitting.type("国信发展集团")
    sitting.press("Enter")
    #expect(sitting.ledger.pipeline.handOvers.map(\.to) == ["国信发展集团"])
    #expect(sitting.screen.contains("-> 国信发展集团"))
    #expect(sitting.screen.contains("2023-09-04: 未答复"))
    sitting.press("Z")
    #expect(sitting.screen.contains("答复流转 #5"))
    sitting.type("接收")
    sitting.press("Enter", "Enter")
    let after = try #require(sitting.ledger.pipeline[5])
    #expect(after.lead.first == "国信发展集团" && after.stage == before.stage)
    #expect(sitting.screen.contains("接收 2023-09-04"))
  }

  @Test("Phases of a project stand on its card")
  func phases() throws {
    var ledger = try Ledger.zouping()
    var phase = Phase("一期", of: ProjectID(5))
    phase.started = "2023-08-30"
    try ledger.commit(.register(.save(.phase(phase))))
    #expect(open(5, ledger).screen.contains("一期 在建"))
  }

  @Test("The agenda alerts of what was signed and not started, of late requests and offers")
  func alerts() throws {
    var ledger = try Ledger.service()
    try ledger.commit(
      .register(.save(.handOver(HandOver(5, from: nil, to: "国信发展集团", on: "2023-08-20")))))
    var sitting = Sitting(ledger, size: Size(width: 100, height: 40))
    sitting.press("A")
    #expect(sitting.screen.contains("诉求超期 1"))
    #expect(sitting.screen.contains("流转未答复 1"))
    let row = try #require(
      sitting.ui.agenda.lines.firstIndex { line in
        if case .alert(let alert) = line { alert.subject == .request(RequestID(7)) } else { false }
      })
    sitting.ui.agenda.row = row
    sitting.press("Enter")
    #expect(sitting.ui.screen == .requests && sitting.ui.requests.selected?.id == RequestID(7))
  }

  @Test("While a name is typed, the project that is alike is named with its first talk")
  func firstTalk() throws {
    var sitting = Sitting(try .zouping())
    sitting.press("n")
    sitting.type("远东宏信集团合作")
    #expect(sitting.screen.contains("像 #5，首谈 2023-08-17"))
    #expect(sitting.screen.contains("可能与 #5 远东宏信集团合作 重复（名称相同）：首谈"))
    sitting.press("Tab")
    sitting.type("新的投资方")
    sitting.press("Enter")
    // Held up once, with everything typed still there.
    #expect(sitting.effects == [] && sitting.ledger.pipeline[7] == nil)
    #expect(sitting.screen.contains("还没有保存：是另一个项目就再按 Enter 保存"))
    #expect(sitting.screen.contains("可能与 #5 远东宏信集团合作 重复（名称相同）：首谈"))
    #expect(sitting.screen.contains("新的投资方"))
    sitting.press("Enter")
    #expect(sitting.ledger.pipeline[7]?.name == "远东宏信集团合作")
    sitting.press("n")
    sitting.type("别的项目")
    #expect(!sitting.screen.contains("像 #"))
  }

  @Test("One that was archived is named too while its name is typed, with where it went")
  func firstTalkOutOfSight() throws {
    var sitting = Sitting(try .zouping())
    try sitting.colleague(.archive(5, reason: "退库", on: "2023-09-01"))
    sitting.press("n")
    sitting.type("远东宏信集团合作")
    #expect(sitting.screen.contains("可能与 #5 远东宏信集团合作 重复（名称相同，已退库，可重新启用）"))
  }

  @Test("Merging asks first: Enter cancels, y merges, u parts them")
  func merging() throws {
    var ledger = try Ledger.zouping()
    try ledger.add("远东宏信集团合作", in: .contact)
    var sitting = Sitting(ledger)
    sitting.command("open 7")
    sitting.command("merge")
    #expect(sitting.screen.contains("并入 #7"))
    #expect(sitting.screen.contains("#5 远东宏信集团合作"))
    sitting.press("Enter")
    #expect(sitting.ledger.pipeline.merger(of: 7) == nil)
    sitting.command("并入")
    sitting.press("y")
    #expect(sitting.ledger.pipeline.merger(of: 7)?.into == 5)
    sitting.press("u")
    #expect(sitting.ledger.pipeline.merger(of: 7) == nil)
  }

  @Test("The form of a merger says what goes over and what stays before it is saved")
  func mergerSaysWhatGoes() throws {
    var ledger = try Ledger.zouping()
    let id = try ledger.add("远东宏信集团合作", in: .contact)
    try ledger.commit(
      .edit(
        id,
        [
          FieldEdit(.industry, to: .text("融资租赁")), FieldEdit(.owner, to: .text("张伟")),
          FieldEdit(.tags, to: .list(["重复登记"])),
        ]))
    try ledger.commit(.note(id, text: "又来电", on: "2023-09-01"))
    try ledger.commit(.edit(5, [FieldEdit(.owner, to: .text("王敏"))]))
    let words = Words(.zh)
    let (merger, left) = try #require(
      ledger.pipeline.imagineMerger(of: id, into: 5, on: "2023-09-04", today: "2023-09-04"))
    var sitting = Sitting(ledger, size: Size(width: 140, height: 40))
    sitting.command("open \(id.number)")
    sitting.command("merge")
    let text = sitting.lines.map { $0.filter { $0 != "│" && $0 != " " } }.joined()
    func isShown(_ sentence: String) -> Bool { text.contains(sentence.filter { $0 != " " }) }
    let carried = words.carriedOver(by: merger)
    #expect(carried.hasPrefix("并到 #5：") && carried.contains("重复登记"))
    #expect(carried.contains("步阶段和备注"))
    #expect(isShown(String(carried.prefix(20))), "\(carried)\n\(sitting.screen)")
    let stays = try #require(words.leftBehind(left, by: merger, in: ledger.pipeline))
    #expect(stays.contains("张伟") && isShown(String(stays.prefix(12))), "\(stays)")
    sitting.press("y")
    #expect(sitting.ledger.pipeline.merger(of: id) == merger)
    #expect(sitting.ledger.pipeline.leftBehind(by: merger) == left)
  }

  @Test("Typed into, the merger still asks before Enter does it")
  func mergingByHand() throws {
    var sitting = Sitting(try .zouping())
    sitting.command("open 5")
    sitting.command("merge")
    sitting.type("#4")
    #expect(sitting.screen.contains("没有相同的名称和投资方"))
    sitting.press("Enter")
    #expect(sitting.ledger.pipeline.merger(of: 5) == nil)
    sitting.press("Shift-Tab", "Enter")
    #expect(sitting.ledger.pipeline.merger(of: 5)?.into == 4)
  }
}
