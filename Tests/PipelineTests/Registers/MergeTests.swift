import Pipeline
import TestSupport
import Testing

@Suite("One project entered twice, and projects handed over")
struct MergeTests {
  private func twins() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add("光翼激光雷达", in: .visit, [.owner: .text("李娜"), .tags: .list(["链主"])])
    try ledger.add(
      "光翼激光雷达项目", [.amount: .amount(.undisclosed), .tags: .list(["外资"]), .owner: .text("王敏")])
    try ledger.log(.outbound, for: 2, on: "2023-06-20")
    try ledger.reach(.approvalStarted, for: 2, on: "2023-06-21")
    return ledger
  }

  @Test("The kept one gets what it lacks and the records of both; the other closes as a duplicate")
  func merge() throws {
    var ledger = try twins()
    let before = ledger.pipeline
    try ledger.commit(.register(.merge(2, into: 1, on: "2023-07-01")))
    let (kept, gone) = (try #require(ledger.pipeline[1]), try #require(ledger.pipeline[2]))
    #expect(kept.amount == .undisclosed && kept.owner == "李娜" && kept.tags == ["链主", "外资"])
    #expect(kept.investors == ["光翼激光雷达公司", "光翼激光雷达项目公司"])
    #expect(kept.activities == [1] && kept.milestones == [1] && kept.stage == .visit)
    #expect(gone.status == .lost(.duplicate, place: nil, note: "#1 光翼激光雷达"))
    #expect(gone.activities == [1] && gone.entries == before[2]?.entries, "its history stays")
    #expect(ledger.pipeline.merger(of: 2)?.into == 1)
    #expect(ledger.pipeline.brokenInvariants == [])
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
    try ledger.redo()
    #expect(ledger.pipeline[1]?.activities == [1])
  }

  @Test("Reopening the duplicate parts the two, unless a move goes by what was lent")
  func parting() throws {
    var ledger = try twins()
    try ledger.commit(.register(.merge(2, into: 1, on: "2023-07-01")))
    var other = ledger
    try other.commit(.reopen(2, reason: "并非同一项目", on: "2023-07-02"))
    #expect(other.pipeline.merger(of: 2) == nil && other.pipeline[1]?.activities == [])
    #expect(other.pipeline[2]?.status == .ongoing)
    try ledger.commit(.move(1, MoveOrder(to: .contact, on: "2023-07-03", reason: "重来")))
    try ledger.commit(.move(1, MoveOrder(to: .visit, on: "2023-07-04")))
    #expect(
      ledger.refusal(of: .reopen(2, reason: nil, on: "2023-07-05"))
        == .register(.mergerInUse(1)))
  }

  @Test("A project is not merged into itself, a closed one not at all, nor into one that is gone")
  func refusals() throws {
    var ledger = try twins()
    let merge = { (id: ProjectID, other: ProjectID) in
      Command.register(.merge(id, into: other, on: "2023-07-01"))
    }
    #expect(ledger.refusal(of: merge(1, 1)) == .register(.mergedWithItself(1)))
    #expect(ledger.refusal(of: merge(1, 9)) == .unknownProject(9))
    try ledger.commit(merge(2, 1))
    #expect(
      ledger.refusal(of: merge(2, 1))
        == .closed(2, .lost(.duplicate, place: nil, note: "#1 光翼激光雷达")))
    #expect(ledger.refusal(of: merge(1, 2)) == .register(.mergedIntoRemoved(2)))
  }

  @Test("An accepted hand-over makes the other unit the first lead and leaves the stage alone")
  func handOver() throws {
    var ledger = Ledger()
    try ledger.add("铝基新材料", in: .intent, [.lead: .list(["投资促进局", "城市运营公司"])])
    let entries = ledger.pipeline[1]?.entries
    let offer = HandOver(1, from: "投资促进局", to: "招商发展公司", on: "2023-07-01")
    try ledger.commit(.register(.save(.handOver(offer))))
    #expect(ledger.pipeline[1]?.lead == ["投资促进局", "城市运营公司"], "an offer changes nothing")
    #expect(
      ledger.refusal(of: .register(.save(.handOver(offer))))
        == .register(.alreadyOffered(1, to: "招商发展公司")))
    #expect(
      ledger.refusal(
        of: .register(.answer(HandOverID(1), .accepted, on: "2023-06-30", note: nil)))
        == .register(.before("2023-06-30", earliest: "2023-07-01")))
    let before = ledger.pipeline
    try ledger.commit(.register(.answer(HandOverID(1), .accepted, on: "2023-07-02", note: nil)))
    #expect(ledger.pipeline[1]?.lead == ["招商发展公司", "城市运营公司"])
    #expect(ledger.pipeline[1]?.entries == entries)
    #expect(ledger.pipeline.handOver(HandOverID(1))?.answer == .accepted)
    #expect(
      ledger.refusal(of: .register(.answer(HandOverID(1), .declined, on: .unknown, note: nil)))
        == .register(.alreadyAnswered(.accepted)))
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
    try ledger.commit(.register(.answer(HandOverID(1), .declined, on: "2023-07-02", note: "人手不足")))
    #expect(ledger.pipeline[1]?.lead == ["投资促进局", "城市运营公司"])
  }

  @Test("A merger into a project that is closed is refused: the open one would leave the board")
  func intoClosed() throws {
    var ledger = try twins()
    try ledger.commit(.lose(1, .land, place: nil, note: nil, on: "2023-06-30"))
    #expect(
      ledger.refusal(of: .register(.merge(2, into: 1, on: "2023-07-01")))
        == .closed(1, .lost(.land, place: nil, note: nil)))
  }

  @Test("Accepting wants a project on the board, still led by the unit that offered it")
  func takeover() throws {
    var ledger = Ledger()
    try ledger.add("铝基新材料", [.lead: .list(["三局"])])
    let offer = HandOver(1, from: "三局", to: "五局", on: "2023-07-01")
    try ledger.commit(.register(.save(.handOver(offer))))
    let accept = Command.register(
      .answer(HandOverID(1), .accepted, on: "2023-07-02", note: nil))
    var other = ledger
    try other.commit(.edit(1, [FieldEdit(.lead, to: .list(["四局"]))]))
    #expect(
      other.refusal(of: accept) == .register(.leadChanged(1, from: "三局", now: "四局")))
    try ledger.commit(.archive(1, reason: "退库", on: "2023-07-02"))
    #expect(ledger.refusal(of: accept) == .closed(1, .archived(reason: "退库")))
    try ledger.commit(.register(.answer(HandOverID(1), .declined, on: "2023-07-02", note: nil)))
    #expect(
      ledger.refusal(of: .register(.save(.handOver(offer))))
        == .closed(1, .archived(reason: "退库")))
  }
}
