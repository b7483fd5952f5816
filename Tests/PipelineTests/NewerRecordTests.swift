import Pipeline
import TestSupport
import Testing

/// A history in which a newer version has written what this one cannot read.
@Suite("Records of a newer version, and what they may rest on")
struct NewerRecordTests {
  private let unknown = Event.unknown(kind: "project.financed", json: #"{"project":1}"#)

  /// Why an event of a ledger cannot be taken back; nil when it can.
  private func refusal(_ ledger: Ledger, _ sequence: UInt64) -> Refusal? {
    let reference = CommitReference(first: SequenceNumber(sequence), count: 1, uid: 1000)
    return ledger.refusal(of: .undo(ledger.events(of: reference)))
  }

  @Test("What a later unknown record may name is not taken back; a value or a place is")
  func undo() throws {
    var ledger = Ledger()
    try ledger.add("光翼激光雷达")  // 1
    try ledger.commit(.edit(1, [FieldEdit(.owner, to: .text("李娜"))]))  // 2
    try ledger.log(.outbound, for: 1, on: "2023-06-20")  // 3
    try ledger.reach(.approvalStarted, for: 1, on: "2023-06-21")  // 4
    try ledger.commit(.note(1, text: "电话沟通", on: "2023-06-22"))  // 5
    try ledger.commit(.move(1, MoveOrder(to: .visit, on: "2023-07-01")))  // 6
    try ledger.commit(.register(.save(.matter(Matter(code: "A", name: "甲")))))  // 7
    try ledger.add("铝箔")  // 8
    try ledger.add("电池")  // 9
    try ledger.commit(.reorder(3, .up))  // 10
    try ledger.commit(.hold(1, review: "2023-12-31", reason: "等批文", on: "2023-07-02"))  // 11
    let before = ledger
    // Only a project that nothing was added to since could go before.
    let couldGo: [UInt64] = [2, 3, 4, 5, 7, 8, 9, 10, 11]
    for sequence in couldGo where sequence != 3 {
      #expect(refusal(before, sequence) == nil, "\(sequence)")
    }
    ledger.record([unknown])  // 12
    for sequence: UInt64 in [1, 3, 4, 5, 6, 7, 8, 9, 11] {
      #expect(refusal(ledger, sequence) == .cannotUndo(SequenceNumber(sequence), .inNewerUse(12)))
    }
    #expect(refusal(ledger, 2) == nil && refusal(ledger, 10) == nil)
    #expect(refusal(ledger, 12) == .cannotUndo(12, .unknownEvent))
  }

  @Test("What came after it is taken back and done again as ever")
  func later() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    ledger.record([unknown])  // 2
    try ledger.add("铝箔")  // 3
    try ledger.undo()
    #expect(ledger.pipeline[2] == nil)
    try ledger.redo()
    #expect(ledger.pipeline[2]?.name == "铝箔")
  }

  @Test("What was taken back before it is not done again, nor its doing again taken back")
  func redo() throws {
    var ledger = try Ledger(drawn: "对接: 1")
    try ledger.add("铝箔")  // 2
    try ledger.undo()  // 3
    var other = ledger
    ledger.record([unknown], by: Actor(uid: 7, name: "新版"))  // 4
    #expect(refusal(ledger, 3) == .cannotUndo(3, .inNewerUse(4)))
    try other.redo()  // 4
    other.record([unknown], by: Actor(uid: 7, name: "新版"))  // 5
    #expect(refusal(other, 4) == .cannotUndo(4, .inNewerUse(5)))
  }

  @Test("A duplicate that closed before it stays closed; what was lost otherwise comes back")
  func reopening() throws {
    var ledger = try Ledger(drawn: "对接: 1 2 3")
    // As an older version sees a merger: the closing, and a record it does not know.
    try ledger.commit(.lose(1, .duplicate, place: nil, note: "#2", on: "2023-07-01"))  // 4
    try ledger.commit(.lose(3, .land, place: nil, note: nil, on: "2023-07-01"))  // 5
    #expect(ledger.refusal(of: .reopen(1, reason: nil, on: "2023-07-02")) == nil)
    ledger.record([unknown])  // 6
    #expect(
      ledger.refusal(of: .reopen(1, reason: nil, on: "2023-07-02")) == .closingInNewerUse(1, 6))
    #expect(ledger.refusal(of: .reopen(3, reason: nil, on: "2023-07-02")) == nil)
  }
}
