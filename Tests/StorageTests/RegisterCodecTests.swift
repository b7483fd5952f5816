import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Records of the registers")
struct RegisterCodecTests {
  /// One of each register with every member filled, and one with none.
  static let entries: [RegisterEntry] = {
    var request = ServiceRequest(
      organisation: "魏桥", kind: .need, subject: "用电\u{202E}增容", received: "2023-10-01")
    request.category = .infrastructure
    request.channel = "为企服务大走访"
    request.isFast = true
    request.unit = "供电公司"
    request.due = "2023-10-03"
    request.forwarded = "2023-10-01"
    request.started = "2023-10"
    request.closed = "2023-10-02..2023-10-03"
    request.revisited = .unknown
    request.result = "已增容\n满意"
    request.trips = 0
    request.satisfaction = 5
    request.matter = "A-1"
    request.project = 3
    request.note = "急"
    request.unknownMembers = #"{"x":[1]}"#
    var matter = Matter(code: "A-1", name: "施工许可")
    matter.level = .city
    matter.unit = "行政审批局"
    matter.days = 7
    var target = Target(year: 2028, measure: .scale)
    target.cluster = "医药产业集群"
    target.amount = .known(Sample.money("200", .yi))
    var count = Target(year: 2023, measure: .visits)
    count.unit = "投资促进局"
    count.count = 0
    var decision = Decision(project: 3, name: "投委会", place: 2)
    decision.body = "国信"
    decision.due = "2023-12-01"
    decision.done = "2023-11"
    decision.document = "〔2023〕1号"
    var phase = Phase("一期", of: "医药产业园")
    phase.firm = "美诺"
    phase.cluster = "医药产业集群"
    phase.amount = .undisclosed
    phase.registered = "2022-05"
    phase.inProduction = .unknown
    var handOver = HandOver(3, from: "投资促进局", to: "国信", on: "2023-10-01")
    handOver.answer = .declined
    handOver.answered = "2023-10-02"
    return [
      .request(request),
      .request(
        ServiceRequest(organisation: "甲", kind: .result, subject: "好", received: .unknown)),
      .matter(matter), .catalogue(MatterCatalogue(name: "省市县权力事项", stated: 137)),
      .target(target), .target(count), .decision(decision),
      .decision(Decision(project: 1, name: "备案", place: 1)), .phase(phase),
      .phase(Phase("二期", of: ProjectID(9))), .handOver(handOver),
      .handOver(HandOver(1, from: nil, to: "国信", on: .unknown)),
    ]
  }()

  private func read(_ line: [UInt8]) throws -> Event {
    try line.withUnsafeBytes { bytes in
      var reader = RecordReader(wantsIdentity: true)
      return try reader.record(bytes).event
    }
  }

  private func line(_ event: Event) -> [UInt8] {
    var writer = RecordWriter(after: Chain(sum: 7, last: 1))
    writer.append(
      RecordedEvent(
        sequence: 2, id: "0d1f8c7e-5a44-4f0e-9a53-0a6d1a4cbb01", part: 0, parts: 1,
        by: Actor(uid: 1000, name: "王敏"), host: "投促中心-01", recordedAt: 1_690_000_000_123,
        event: event))
    return Array(writer.bytes.dropLast())
  }

  @Test("Every register is among the samples, but mergers, which only the rules make")
  func samples() {
    #expect(
      Set(Self.entries.map(\.key.kind)) == Set(RegisterKind.allCases).subtracting([.merger]))
  }

  @Test("A record reads back as it was written, added, changed and taken out", arguments: entries)
  func roundTrip(entry: RegisterEntry) throws {
    for (old, new) in [(nil, entry), (entry, nil), (entry, entry)] as [(RegisterEntry?, _)] {
      let event = Event.registerChanged(try #require(RegisterChange(old: old, new: new)))
      expectNoDifference(try read(line(event)), event)
      let undone = Event.undone(1, event)
      expectNoDifference(try read(line(undone)), undone)
    }
  }

  @Test("The words of the format")
  func words() throws {
    let change = RegisterChange(
      old: nil, new: .catalogue(MatterCatalogue(name: "省市县权力事项", stated: 137)))
    let text = String(decoding: line(.registerChanged(try #require(change))), as: UTF8.self)
    let expected: [String] = [
      #""kind":"register.changed","v":1,"data":{"new":{"catalogue":"#,
      #"{"name":"省市县权力事项","stated":137}}},"by""#,
    ]
    #expect(text.contains(expected.joined()))
  }

  @Test("A word that only a newer version knows makes the event unknown, a member does not")
  func newer() throws {
    func event(_ data: String) throws -> Event {
      let head = #"{"sum":"00000000","seq":5,"id":"i","kind":"register.changed","v":1,"data":"#
      return try read(Array((head + data + #","by":{},"host":"h","at":1}"#).utf8))
    }
    let matter = #"{"new":{"matter":{"code":"A","name":"甲","glow":1}}}"#
    #expect(
      try event(matter)
        == .registerChanged(
          try #require(RegisterChange(old: nil, new: .matter(Matter(code: "A", name: "甲"))))))
    for data in [
      #"{"new":{"hologram":{}}}"#, #"{"new":{"matter":{"code":"A","name":"甲","level":"moon"}}}"#,
      #"{"new":{"matter":{"code":"A"}}}"#, "{}",
    ] {
      #expect(
        try event(data) == .unknown(kind: "register.changed", json: #"{"v":1,"data":\#(data)}"#))
    }
  }

  @Test("A checkpoint holds the registers and the numbers that were given")
  func checkpoint() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    let journal = try scratch.checkpointing(every: 3, segmentLimit: 1 << 20)
    _ = try journal.commit(Work.add("铝基新材料"))
    let events = Self.entries.compactMap { RegisterChange(old: nil, new: $0) }
      .map(Event.registerChanged)
    _ = try journal.commit { _ in events }
    #expect(journal.writeCheckpointIfDue().isWritten)
    let again = try scratch.journal()
    #expect(again.checkpointed > .origin)
    expectNoDifference(again.pipeline, journal.pipeline)
    #expect(again.pipeline.registers.entries.count > 8)
  }

  @Test("A store from before the registers opens, undoes its last change, and takes them")
  func before() throws {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = here.joined(separator: "/") + "/Formats/1.0-before-registers/"
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    for (name, place) in [
      ("format", "format"), ("0000000000000001.jsonl", "journal/0000000000000001.jsonl"),
    ] {
      try scratch.write(try FormatTests.bytes(folder + name), to: place)
    }
    let journal = try scratch.journal()
    #expect(journal.access == .readWrite)
    #expect(journal.pipeline.version == 68 && journal.pipeline.unknownEvents == 0)
    #expect(journal.pipeline.projects.count == 7)
    #expect(journal.pipeline.registers == Registers())
    #expect(journal.pipeline[1]?.status == .lost(.duplicate, place: nil, note: nil))
    #expect(journal.pipeline[7]?.text(.route) == "备案")
    let last = try #require(journal.pipeline.lastUndoable(by: nil))
    let events = try journal.events(of: last)
    _ = try journal.commit { pipeline throws(Refusal) in
      try pipeline.decide(.undo(events), today: "2023-09-06")
    }
    #expect(journal.pipeline[7]?.next == nil)
    _ = try journal.commit { pipeline throws(Refusal) in
      try pipeline.decide(
        .register(.save(.matter(Matter(code: "A", name: "甲")))), today: "2023-09-06")
    }
    #expect(try scratch.journal().pipeline.matters.map(\.code) == ["A"])
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }
}
