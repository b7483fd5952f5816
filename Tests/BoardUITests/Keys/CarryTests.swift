@testable import BoardUI
import CustomDump
import Canvas
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("Moving cards by keys")
struct CarryTests {
  /// A card in contact that may go to visit without a word.
  private func ready() throws -> Sitting {
    var ledger = Ledger()
    let id = try ledger.add("光翼激光", in: .contact, [.source: .text("驻深招商组")])
    try ledger.log(.outbound, for: id, on: "2023-07-19")
    try ledger.add("云岭药业")
    return Sitting(ledger)
  }

  private func stage(_ sitting: Sitting, _ id: ProjectID = 1) -> Stage? {
    sitting.ui.pipeline[id]?.stage
  }

  @Test("L moves the card on, the selection goes with it, and the news offers to undo")
  func push() throws {
    var sitting = try ready()
    sitting.press("L")
    #expect(stage(sitting) == .visit)
    #expect(sitting.ui.selected == 1 && sitting.ui.focus == .visit)
    #expect(sitting.ui.notice?.offersUndo == true)
    sitting.press("u")
    #expect(stage(sitting) == .contact)
    #expect(sitting.ui.selected == 1)
    sitting.press("U")
    #expect(stage(sitting) == .visit)
  }

  @Test(
    "Every way by keys of moving on is the same command",
    arguments: [
      ["L"], [">"], ["》"], ["Shift-Right"], ["m", "l", "Enter"], ["m", "2"], ["F5", "２"],
      ["m", "Right", "m"],
    ])
  func sameCommand(_ keys: [String]) throws {
    var sitting = try ready()
    for key in keys { sitting.press(key) }
    #expect(
      sitting.effects == [
        .store(.submit(.move(1, MoveOrder(to: .visit, on: "2023-11-22", from: .contact))))
      ])
  }

  @Test("H on the first and L on the last stage say so and submit nothing")
  func ends() throws {
    var sitting = try ready()
    sitting.press("H")
    #expect(sitting.ui.notice?.text == sitting.ui.words.alreadyFirst)
    #expect(sitting.effects == [])
  }

  @Test("A move that lacks something asks, and the card stays where it is")
  func asks() throws {
    var sitting = try ready()
    sitting.press("j", "L")
    guard case .form(let form) = sitting.ui.overlay else {
      Issue.record("no form")
      return
    }
    guard case .move(2, .contact, .visit, let missing) = form.purpose else {
      Issue.record("\(form.purpose)")
      return
    }
    #expect(missing.contains(.outboundActivity))
    #expect(stage(sitting, 2) == .contact)
    sitting.press("Esc")
    #expect(sitting.ui.notice?.text == sitting.ui.words.moveCancelled)
    sitting.press("L")
    sitting.write("领导现场会商定", in: .reason)
    sitting.press("Enter")
    #expect(stage(sitting, 2) == .visit)
    #expect(sitting.ui.pipeline[2]?.entries.last?.reason == "领导现场会商定")
    #expect(sitting.ui.overlay == .none)
  }

  @Test("m picks the card up, h l g G steer it, Esc puts it back")
  func carry() throws {
    var ui = try ready().ui
    expectDifference(ui) {
      _ = ui.handle(.perform(.carry))
    } changes: {
      $0.drag = .carrying(1, over: .contact, by: .keys)
    }
    expectDifference(ui) {
      _ = ui.handle(.perform(.lastCard))
    } changes: {
      $0.drag = .carrying(1, over: .signing, by: .keys)
    }
    expectDifference(ui) {
      _ = ui.handle(.perform(.previousStage))
    } changes: {
      $0.drag = .carrying(1, over: .approval, by: .keys)
    }
    expectDifference(ui) {
      #expect(ui.handle(.perform(.back)) == [])
    } changes: {
      $0.drag = .idle
      $0.notice = Notice($0.words.dragCancelled)
    }
  }

  @Test("Any other action puts the card back first, so that nothing opens over a carried card")
  func interrupted() throws {
    for key in ["n", "?", ":", "/", "F", "Ctrl-R", ",", "S"] {
      var sitting = try ready()
      sitting.press("m", "l", key)
      #expect(sitting.ui.drag == .idle, "\(key)")
      #expect(stage(sitting) == .contact, "\(key)")
    }
  }

  @Test("Dropping a card where it came from changes nothing and says so")
  func origin() throws {
    var sitting = try ready()
    sitting.press("m", "l", "h", "Enter")
    #expect(sitting.effects == [])
    #expect(sitting.ui.notice?.text == sitting.ui.words.droppedWhereItWas)
  }

  @Test("A closed card cannot be carried, and the reason names its status")
  func closed() throws {
    var ledger = Ledger()
    let id = try ledger.add("光翼激光")
    try ledger.commit(.lose(id, .land, place: nil, note: nil, on: "2023-07-19"))
    var sitting = Sitting(ledger)
    sitting.press("S", "m")
    #expect(sitting.ui.drag == .idle)
    #expect(sitting.ui.notice?.text == sitting.ui.words.isAlready(.lost))
  }

  @Test("K and J reorder within the column; under a filter they say why not")
  func reorder() throws {
    var sitting = try ready()
    sitting.press("J")
    #expect(sitting.ui.notice?.text == sitting.ui.words.noReorderLateFirst("s"))
    #expect(sitting.ui.pipeline.column(.contact) == [1, 2])
    sitting.press("s", "J")
    #expect(sitting.ui.pipeline.column(.contact) == [2, 1])
    #expect(sitting.ui.selected == 1)
    sitting.press("K")
    #expect(sitting.ui.pipeline.column(.contact) == [1, 2])
    let count = sitting.effects.count
    sitting.command("filter 光翼")
    sitting.press("J")
    #expect(sitting.effects.count == count)
    #expect(sitting.ui.notice?.text == sitting.ui.words.noReorderWhileFiltered)
  }

  @Test("The open card is the one that moves, and stays open")
  func opened() throws {
    var sitting = try ready()
    sitting.press("Enter", "L")
    #expect(stage(sitting) == .visit)
    #expect(sitting.ui.overlay == .detail(Overlay.Detail(project: 1)))
  }
}
