import Pipeline
import TestSupport
import Testing

struct UndoTests {
  private let move = MoveOrder(to: .visit, on: "2023-07-01", reason: "补录")

  /// The refusal of taking back the commit that began with an event.
  private func refusal(_ ledger: Ledger, _ first: UInt64, count: Int = 1) -> Refusal? {
    let commit = CommitReference(first: SequenceNumber(first), count: count, uid: 1000)
    return ledger.refusal(of: .undo(ledger.events(of: commit)))
  }

  @Test("A card goes back to the very place it left, a closed one too")
  func places() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 3 | 考察: 4")
    for command in [
      Command.move(2, move), .lose(2, .credit, place: nil, note: nil, on: "2023-08"),
      .reorder(2, .down), .archive(2, reason: "重复", on: .unknown),
    ] {
      try ledger.commit(command)
      #expect(ledger.board != Board("对接: 1 2 3 | 考察: 4"))
      try ledger.undo()
      #expect(ledger.board == Board("对接: 1 2 3 | 考察: 4"))
    }
  }

  @Test(
    "Redo puts a card back at the place it had, and what comes after goes by the new neighbours")
  func redonePlaces() throws {
    let drawn = Board("对接: 1 2 3 | 考察: 4 5")
    var ledger = try Ledger(drawn: "对接: 1 2 3 | 考察: 4 5")
    let first = CommitReference(first: 1, count: 1, uid: 1000)
    try ledger.undo(first)
    try ledger.redo()
    #expect(ledger.board == drawn, "taken out and added again")
    try ledger.commit(.move(2, move))
    try ledger.commit(.reorder(2, .under(4)))
    let moved = ledger.board
    try ledger.undo()
    try ledger.undo()
    try ledger.commit(.reorder(1, .under(3)), by: Actor(uid: 1001, name: "李娜"))
    try ledger.redo()
    try ledger.redo()
    #expect(moved == Board("对接: 1 3 | 考察: 4 2 5"))
    #expect(ledger.board == Board("对接: 3 1 | 考察: 4 2 5"))
    try ledger.undo()
    try ledger.undo()
    #expect(ledger.board == Board("对接: 2 3 1 | 考察: 4 5"), "under nobody, as when it left")
    for command in [
      Command.lose(3, .credit, place: nil, note: nil, on: "2023-08"),
      .archive(3, reason: "重复", on: .unknown),
    ] {
      let before = ledger.board
      try ledger.commit(command)
      try ledger.undo()
      try ledger.redo()
      try ledger.undo()
      #expect(ledger.board == before)
    }
    try ledger.commit(.withdraw(3, reason: "不符合规划", on: "2023-08"))
    try ledger.commit(.reopen(3, reason: nil, on: "2023-09"))
    try ledger.commit(.reorder(3, .down))
    let reopened = ledger.board
    for _ in 0..<2 { try ledger.undo() }
    for _ in 0..<2 { try ledger.redo() }
    #expect(ledger.board == reopened)
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("Undo names what has changed since: the stage, the status, the field")
  func changedSince() throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    try ledger.commit(.move(1, move))  // 3
    try ledger.commit(.edit(1, [FieldEdit(.owner, to: .text("李娜"))]))  // 4
    #expect(refusal(ledger, 3) == nil, "another field does not stand in the way")
    #expect(refusal(ledger, 1) == .cannotUndo(1, .inUse(1)))
    try ledger.commit(.edit(1, [FieldEdit(.owner, to: .text("王敏"))]))  // 5
    #expect(refusal(ledger, 4) == .cannotUndo(4, .fieldChanged(1, .owner)))
    try ledger.commit(.withdraw(1, reason: "不符合规划", on: "2023-07-02"))  // 6
    #expect(refusal(ledger, 3) == .cannotUndo(3, .changedSince(1)), "closed since")
    try ledger.commit(.reopen(1, reason: nil, on: "2023-07-03"))  // 7
    #expect(refusal(ledger, 6) == .cannotUndo(6, .changedSince(1)))
    #expect(refusal(ledger, 7) == nil)
    try ledger.commit(.move(1, MoveOrder(to: .intent, on: "2023-07-04", reason: "补录")))  // 8
    #expect(refusal(ledger, 7) == .cannotUndo(7, .changedSince(1)), "moved since it was reopened")
    #expect(refusal(ledger, 3) == .cannotUndo(3, .changedSince(1)))
    #expect(refusal(ledger, 8) == nil)
  }

  @Test("A hold is taken back though the card moved meanwhile")
  func hold() throws {
    var ledger = try Ledger(drawn: "对接: 1!")
    try ledger.commit(.move(1, move))
    let commit = CommitReference(first: 2, count: 1, uid: 1000)
    try ledger.undo(commit)
    #expect(ledger.board == Board("考察: 1"))
  }

  @Test("An activity that a move rests on stays")
  func evidence() throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    try ledger.log(.outbound, for: 2, 1, on: "2023-06-20")  // 3
    try ledger.commit(.move(1, MoveOrder(to: .visit, on: "2023-07-01")))  // 4
    #expect(refusal(ledger, 3) == .cannotUndo(3, .inUse(1)))
    try ledger.undo()
    #expect(refusal(ledger, 3) == nil)
    try ledger.undo(CommitReference(first: 3, count: 1, uid: 1000))
    #expect(ledger.pipeline.activity(1) == nil)
    // 5 took the move back, 6 the activity: the move cannot come back alone.
    #expect(refusal(ledger, 5) == .cannotUndo(5, .gone))
    try ledger.redo()
    try ledger.redo()
    #expect(ledger.pipeline[1]?.entries.last?.evidence == [1])
  }

  @Test("A note comes back once, however often it is asked for")
  func noteTwice() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.commit(.note(1, text: "电话沟通", on: "2023-07-01"))  // 2
    try ledger.commit(.note(1, text: "面谈", on: "2023-07-02"))  // 3
    try ledger.undo(CommitReference(first: 2, count: 1, uid: 1000))  // 4
    #expect(ledger.pipeline[1]?.notes.map(\.text) == ["面谈"])
    try ledger.redo()  // 5
    #expect(ledger.pipeline[1]?.notes.map(\.text) == ["电话沟通", "面谈"], "in its old place")
    #expect(refusal(ledger, 4) == .cannotUndo(4, .changedSince(1)))
  }

  @Test("A step with one obstacle is not taken back at all")
  func allOrNone() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 3")
    try ledger.commit(.together([.move(1, move), .move(2, move), .move(3, move)]))  // 4...6
    try ledger.commit(.move(2, MoveOrder(to: .intent, on: "2023-08", reason: "补录")))
    let before = ledger.pipeline
    #expect(refusal(ledger, 4, count: 3) == .cannotUndo(5, .changedSince(2)))
    #expect(throws: Refusal.self) {
      try ledger.undo(CommitReference(first: 4, count: 3, uid: 1000))
    }
    #expect(ledger.pipeline == before)
  }

  @Test("A redo is taken back by its own number as well, and never nests deeper")
  func toAndFro() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.commit(.move(1, move))
    for _ in 0..<20 {
      try ledger.undo()
      let redo = try ledger.redo()
      try ledger.commit(.undo(redo))
      #expect(ledger.board == Board("对接: 1"))
      #expect(ledger.pipeline.undoable.map(\.first) == [1])
      try ledger.redo()
      #expect(ledger.pipeline.undoable.map(\.first) == [1, 2])
    }
    for recorded in ledger.log {
      if case .undone(_, .undone(_, .undone)) = recorded.event { Issue.record("nested") }
    }
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("Each person has an undo of their own; a new step forgets only one's own redos")
  func people() throws {
    let li = Actor(uid: 1001, name: "李娜")
    let wang = Actor(uid: 1002, name: "王敏")
    var ledger = try Ledger(drawn: "对接: 1 2")
    try ledger.commit(.move(1, move), by: li)
    try ledger.commit(.move(2, move), by: wang)
    #expect(ledger.pipeline.lastUndoable(by: li)?.first == 3)
    #expect(ledger.pipeline.lastUndoable(by: nil)?.first == 4)
    try ledger.undo(ledger.pipeline.lastUndoable(by: li), by: wang)
    #expect(ledger.pipeline.lastUndoable(by: li) == nil)
    #expect(ledger.pipeline.lastRedoable(by: li) == nil)
    try ledger.commit(.note(2, text: "电话沟通", on: "2023-08"), by: li)
    #expect(ledger.pipeline.lastRedoable(by: wang)?.first == 5)
    try ledger.commit(.note(2, text: "面谈", on: "2023-08"), by: wang)
    #expect(ledger.pipeline.lastRedoable(by: nil) == nil)
  }

  @Test("The last thousand steps can be taken back, with redos among them")
  func limit() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    for number in 0..<Pipeline.undoLimit + 2 * Pipeline.undoSlack {
      try ledger.commit(.note(1, text: "第\(number)次", on: .unknown))
    }
    #expect(ledger.pipeline.undoable.count >= Pipeline.undoLimit)
    #expect(ledger.pipeline.undoable.first?.first != 1)
    try ledger.undo()
    try ledger.redo()
    #expect(ledger.pipeline.undoable.count >= Pipeline.undoLimit)
    #expect(ledger.pipeline.undoable.first?.first != 1)
    #expect(ledger.pipeline.brokenInvariants == [])
  }

  @Test("Nothing of a newer version is taken back, and it is counted")
  func newerVersion() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    ledger.record([.unknown(kind: "project.teleported", json: "{}")])
    #expect(ledger.pipeline.unknownEvents == 1)
    #expect(refusal(ledger, 2) == .cannotUndo(2, .unknownEvent))
    #expect(ledger.refusal(of: .undo([])) == .nothingToUndo)
  }

  @Test("A foreign history that does not fit changes what it can and nothing else")
  func foreignHistory() throws {
    var ledger = try Ledger(drawn: "对接: 1 2")
    let add = ProjectAdded(id: 1, fields: [.name: .text("重号")], stage: .visit, on: .unknown)
    let wild = ProjectAdded(id: 4_000_000_000, fields: [:], stage: .visit, on: .unknown)
    let facts = Activity.Facts(projects: [1, 77], kind: .call, on: .unknown)
    ledger.record([.projectAdded(add), .projectAdded(wild)])
    ledger.record([
      .moved(
        9,
        Move(
          from: .contact, to: .visit, on: .unknown, kind: .advance, reason: nil, evidence: [],
          isToTop: false, oldAfter: nil)),
      .placed(1, Placement(oldAfter: nil, newAfter: 1)),
      .placed(1, Placement(oldAfter: nil, newAfter: 8)),
      .activityLogged(1, facts), .activityLogged(1, facts),
      .undone(999, .noted(1, text: "没有", on: .unknown)),
    ])
    #expect(ledger.board == Board("对接: 1 2"))
    #expect(ledger.pipeline[1]?.name == "项目1" && ledger.pipeline[1]?.activities == [1])
    #expect(ledger.pipeline.nextProject == 3)
  }
}
