import Pipeline
import TestSupport
import Testing

@Suite("What hangs on a project goes with it")
struct MergeCarriesTests {
  /// #1 铝箔 in contact, and #2 the same again, signed, with everything that can hang on a project.
  private func twins() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add("铝箔项目", on: "2023-01-01", [.investors: .list(["宏桥"])])
    try ledger.add("铝箔扩建项目", on: "2023-01-02", [.investors: .list(["宏桥"]), .lead: .list(["三局"])])
    try ledger.commit(.edit(2, [FieldEdit(.amount, to: .amount(.of("5")))]))
    try ledger.commit(.edit(2, [FieldEdit(.next, to: .next(NextStep(text: "送审", due: nil)))]))
    try ledger.commit(.move(2, MoveOrder(to: .visit, on: "2023-02-01", reason: "补录")))
    try ledger.commit(.move(2, MoveOrder(to: .signing, on: "2023-03-01", reason: "现场会")))
    try ledger.log(.outbound, for: 2, on: "2023-02-01")
    try ledger.reach(.registered, for: 2, on: "2023-03-01")
    try ledger.commit(.note(2, text: "已送红线图", on: "2023-03-02"))
    var request = ServiceRequest(
      organisation: "宏桥", kind: .need, subject: "用电增容", received: "2023-03-05")
    request.project = 2
    try ledger.commit(.register(.save(.request(request))))
    for (name, done) in [("投委会", "2023-02-20" as BusinessDate?), ("常务会", nil)] {
      var decision = Decision(project: 2, name: name, place: 1)
      decision.done = done
      try ledger.commit(.register(.save(.decision(decision))))
    }
    try ledger.commit(.register(.save(.decision(Decision(project: 1, name: "投委会", place: 1)))))
    var phase = Phase("一期", of: ProjectID(2))
    phase.started = "2023-04-01"
    try ledger.commit(.register(.save(.phase(phase))))
    try ledger.commit(
      .register(.save(.handOver(HandOver(2, from: "三局", to: "五局", on: "2023-05-01")))))
    return ledger
  }

  private let merge = Command.register(.merge(2, into: 1, on: "2023-06-01"))

  @Test("Stages, requests, checklist, phases, notes, next step and offer go over in one step")
  func carried() throws {
    var ledger = try twins()
    let before = ledger.pipeline
    try ledger.commit(merge)
    let pipeline = ledger.pipeline
    let kept = try #require(pipeline[1])
    #expect(kept.entries.map(\.stage) == [.contact, .visit, .signing])
    #expect(kept.entries.map(\.on) == ["2023-01-01", "2023-02-01", "2023-03-01"])
    #expect(kept.entries.map(\.reason) == [nil, "补录", "现场会"])
    #expect(kept.amount == .of("5") && kept.next?.text == "送审" && kept.lead == ["三局"])
    #expect(kept.notes.map(\.text) == ["已送红线图"] && kept.milestones == [1])
    #expect(
      pipeline[2]?.statuses.last?.on == "2023-02-01", "from then on #1 stands for both, on any day")
    #expect(pipeline.merger(of: 2)?.on == "2023-06-01")
    #expect(pipeline.requests.map(\.project) == [1])
    #expect(pipeline.decisions(of: 1).map(\.name) == ["常务会", "投委会"])
    #expect(pipeline.decisions(of: 1).map(\.done) == [nil, "2023-02-20"])
    #expect(pipeline.decisions(of: 2).map(\.done) == [nil], "the open point of #1 is kept there")
    #expect(pipeline.phases.map(\.project) == [1])
    #expect(pipeline.handOver(HandOverID(1))?.project == 1)
    #expect(pipeline.brokenInvariants == [])
    #expect(pipeline.undoable.count == before.undoable.count + 1)
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
    try ledger.redo()
    #expect(ledger.pipeline.content == pipeline.content)
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("Reopening gives everything back, and is itself undone and done again")
  func parted() throws {
    var ledger = try twins()
    let before = ledger.pipeline
    try ledger.commit(merge)
    let merged = ledger.pipeline
    try ledger.commit(.reopen(2, reason: "并非同一项目", on: "2023-07-01"))
    let parted = ledger.pipeline
    #expect(parted[1]?.content == before[1]?.content)
    #expect(parted[2]?.entries == before[2]?.entries && parted[2]?.status == .ongoing)
    #expect(
      parted[2]?.statuses.map(\.on) == ["2023-06-01", "2023-07-01"],
      "until the merger nothing stands for it but itself")
    #expect(parted[2]?.statuses.last?.reason == "并非同一项目")
    #expect(parted.registers.entries == before.registers.entries)
    #expect(parted.activity(1)?.facts == before.activity(1)?.facts)
    #expect(parted.milestone(1)?.facts == before.milestone(1)?.facts)
    try ledger.undo()
    #expect(ledger.pipeline.content == merged.content)
    try ledger.redo()
    #expect(ledger.pipeline.content == parted.content)
    try ledger.undo()
    try ledger.undo()
    #expect(ledger.pipeline.content == before.content)
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("One that was filed away after the merger is parted in the same way")
  func filedAway() throws {
    var ledger = try twins()
    try ledger.commit(merge)
    try ledger.commit(.archive(2, reason: "重复", on: "2023-06-10"))
    let filed = ledger.pipeline
    try ledger.commit(.reopen(2, reason: nil, on: "2023-07-01"))
    let parted = ledger.pipeline
    #expect(parted[2]?.statuses.map(\.on) == ["2023-06-01", "2023-06-10", "2023-07-01"])
    #expect(parted[2]?.statuses.map(\.status.kind) == [.lost, .archived, .ongoing])
    #expect(parted.brokenInvariants == [])
    try ledger.undo()
    #expect(ledger.pipeline.content == filed.content)
    try ledger.redo()
    #expect(ledger.pipeline.content == parted.content)
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("A merger told by an older version, which carried nothing, is parted as ever")
  func older() throws {
    var ledger = try twins()
    let before = ledger.pipeline
    // As an older version wrote it: its record says of nothing but activities and milestones.
    var old = Ledger()
    for event in ledger.log { old.record([event.event]) }
    try ledger.commit(merge)
    let told = ledger.log.suffix(2).map(\.event)
    guard case .registerChanged(let change) = told[1], case .merger(var merger)? = change.new else {
      Issue.record("the last event is the merger")
      return
    }
    merger.requests = []
    merger.handOvers = []
    merger.steps = []
    merger.decisions = []
    merger.phases = []
    merger.fields = []
    merger.investors = []
    merger.tags = []
    let plain = try #require(RegisterChange(old: nil, new: .merger(merger)))
    old.record([told[0], .registerChanged(plain)])
    try old.commit(.reopen(2, reason: nil, on: "2023-07-01"))
    #expect(old.pipeline[1]?.content == before[1]?.content)
    #expect(old.pipeline.registers.entries == before.registers.entries)
  }

  @Test("Once the other one has moved on, the two part only after that move is undone")
  func movedOn() throws {
    var ledger = try twins()
    try ledger.commit(merge)
    try ledger.commit(.move(1, MoveOrder(to: .approval, on: "2023-06-02", reason: "重来")))
    let reopen = Command.reopen(2, reason: nil, on: "2023-07-01")
    #expect(ledger.refusal(of: reopen) == .register(.movedSinceMerger(1)))
    try ledger.undo()
    try ledger.commit(reopen)
    #expect(ledger.pipeline[1]?.stage == .contact)
  }

  @Test("What was changed since the merger stays as it is when the two part")
  func changedSince() throws {
    var ledger = try twins()
    try ledger.commit(merge)
    try ledger.commit(.edit(1, [FieldEdit(.amount, to: .amount(.of("7")))]))
    try ledger.commit(.register(.answer(HandOverID(1), .accepted, on: "2023-06-03", note: nil)))
    try ledger.commit(.reopen(2, reason: nil, on: "2023-07-01"))
    #expect(ledger.pipeline[1]?.amount == .of("7") && ledger.pipeline[1]?.lead == ["五局"])
    #expect(ledger.pipeline.handOver(HandOverID(1))?.project == 1)
    #expect(ledger.pipeline[2]?.amount == .of("5"))
  }

  @Test("In a chain of mergers the last one is named that has to be parted first")
  func chain() throws {
    var ledger = try twins()
    try ledger.add("铝箔三期", on: "2023-01-03")
    try ledger.commit(merge)
    try ledger.commit(.register(.merge(1, into: 3, on: "2023-06-02")))
    #expect(ledger.pipeline.requests.map(\.project) == [3])
    #expect(
      ledger.refusal(of: .reopen(2, reason: nil, on: "2023-07-01"))
        == .register(.mergedFurther(1, into: 3)))
    try ledger.commit(.reopen(1, reason: nil, on: "2023-07-01"))
    try ledger.commit(.reopen(2, reason: nil, on: "2023-07-02"))
    #expect(ledger.pipeline.requests.map(\.project) == [2])
    #expect(ledger.pipeline[3]?.stage == .contact && ledger.pipeline[1]?.stage == .contact)
  }

  @Test("What the other one has of its own is named, and nothing else")
  func leftBehind() throws {
    var ledger = try twins()
    try ledger.commit(.edit(1, [FieldEdit(.amount, to: .amount(.of("3")))]))
    try ledger.commit(.move(1, MoveOrder(to: .intent, on: "2023-02-15", reason: "口头意向")))
    try ledger.commit(.hold(2, review: "2024-01-15", reason: "等指标", on: "2023-05-02"))
    try ledger.commit(merge)
    let merger = try #require(ledger.pipeline.merger(of: 2))
    #expect(
      ledger.pipeline.leftBehind(by: merger) == [
        .field(.amount, .amount(.of("5"))), .stage(.visit, "2023-02-01"),
        .hold(.onHold(review: "2024-01-15", reason: "等指标")),
      ])
    #expect(ledger.pipeline[1]?.entries.map(\.stage) == [.contact, .intent, .signing])
  }
}
