import CustomDump
import Pipeline
import TestSupport
import Testing

@testable import Storage

@Suite("What is said of things taken back, and what older versions make of it")
struct TakenBackCodecTests {
  private func line(_ event: Event) -> [UInt8] {
    var writer = RecordWriter(after: Chain(sum: 7, last: 1))
    writer.append(
      RecordedEvent(
        sequence: 2, id: "0d1f8c7e-5a44-4f0e-9a53-0a6d1a4cbb01", part: 0, parts: 1,
        by: Actor(uid: 1000, name: "王敏"), host: "投促中心-01", recordedAt: 1_690_000_000_123,
        event: event))
    return Array(writer.bytes.dropLast())
  }

  private func read(_ line: [UInt8]) throws -> Event {
    try line.withUnsafeBytes { bytes in
      var reader = RecordReader(wantsIdentity: true)
      return try reader.record(bytes).event
    }
  }

  @Test("The place a card had is a member that older versions pass over, 0 for the top")
  func slots() throws {
    for (slot, word) in [(Slot.top, "0"), (.under(9), "9")] {
      var added = ProjectAdded(
        id: 3, fields: [.name: .text("铝箔")], stage: .contact, on: "2023-07-01")
      added.slot = slot
      var move = Move(
        from: .contact, to: .visit, on: "2023-07-01", kind: .advance, reason: nil, evidence: [],
        isToTop: false, oldAfter: 4)
      move.slot = slot
      var change = StatusChange(
        old: .withdrawn(reason: "不符"), new: .ongoing, on: "2023-07-01", reason: nil)
      change.slot = slot
      for event in [Event.projectAdded(added), .moved(3, move), .statusChanged(3, change)] {
        for told in [event, .undone(1, event), .undone(2, .undone(1, event))] {
          let bytes = line(told)
          #expect(String(decoding: bytes, as: UTF8.self).contains(#","after":\#(word)}"#))
          expectNoDifference(try read(bytes), told)
        }
      }
    }
  }

  @Test("A cluster taken out of the directory has an old entry and no new one")
  func directory() throws {
    let event = Event.directoryChanged(old: .cluster(Cluster(name: "铝业集群")), new: nil)
    expectNoDifference(try read(line(event)), event)
    expectNoDifference(try read(line(.undone(1, event))), .undone(1, event))
  }

  @Test("All that a merger and a request taken back carry is kept by journal and checkpoint")
  func registers() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    let journal = try scratch.checkpointing(every: 3, segmentLimit: 1 << 20)
    func commit(_ command: Command) throws {
      _ = try journal.commit { pipeline throws(Refusal) in
        try pipeline.decide(command, today: "2023-11-22")
      }
    }
    for name in ["铝箔项目", "铝箔扩建项目"] {
      let fields: [Field: FieldValue] = [
        .name: .text(name), .investors: .list([name]), .tags: .list([name]),
      ]
      try commit(.add(NewProject(fields: fields, on: "2023-01-01")))
    }
    try commit(.edit(2, [FieldEdit(.owner, to: .text("李娜"))]))
    try commit(.move(2, MoveOrder(to: .signing, on: "2023-02-01", reason: "补录")))
    var request = ServiceRequest(
      organisation: "宏桥", kind: .need, subject: "用电", received: "2023-03-01")
    request.project = 2
    try commit(.register(.save(.request(request))))
    try commit(
      .register(
        .advance(
          RequestID(1), to: .revisited, on: "2023-03-04",
          RequestAnswer(result: "好", trips: 1, satisfaction: 5))))
    try commit(.register(.advance(RequestID(1), to: .handling, on: nil, RequestAnswer())))
    try commit(.register(.save(.decision(Decision(project: 2, name: "投委会", place: 1)))))
    try commit(.register(.save(.phase(Phase("一期", of: ProjectID(2))))))
    try commit(.register(.save(.handOver(HandOver(2, from: nil, to: "五局", on: "2023-05-01")))))
    try commit(.register(.merge(2, into: 1, on: "2023-06-01")))
    let merger = try #require(journal.pipeline.merger(of: 2))
    #expect(merger.steps == [1] && merger.requests == [1] && merger.handOvers == [1])
    #expect(merger.decisions == ["投委会"] && merger.phases == ["一期"])
    #expect(merger.fields == ["owner"] && merger.investors == ["铝箔扩建项目"])
    #expect(merger.tags == ["铝箔扩建项目"])
    #expect(journal.pipeline.request(RequestID(1))?.earlier.satisfaction == 5)
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
    #expect(journal.writeCheckpointIfDue().isWritten)
    let again = try scratch.journal()
    #expect(again.checkpointed > .origin)
    expectNoDifference(again.pipeline, journal.pipeline)
  }
}
