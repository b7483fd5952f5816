import CustomDump
import JSON
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Records")
struct RecordCodecTests {
  private func recorded(_ event: Event, _ number: UInt64 = 2, part: Int = 0, of parts: Int = 1)
    -> RecordedEvent
  {
    RecordedEvent(
      sequence: SequenceNumber(number), id: "0d1f8c7e-5a44-4f0e-9a53-0a6d1a4cbb01", part: part,
      parts: parts, by: Actor(uid: 1000, name: "王敏"), host: "投促中心-01",
      recordedAt: 1_690_000_000_123, event: event)
  }

  private func line(_ event: RecordedEvent) -> [UInt8] {
    var writer = RecordWriter(
      after: Chain(sum: 7, last: SequenceNumber(event.sequence.number - 1)))
    writer.append(event)
    return Array(writer.bytes.dropLast())
  }

  private func read(_ line: [UInt8]) throws -> RecordedEvent {
    try line.withUnsafeBytes { bytes in
      var reader = RecordReader(wantsIdentity: true)
      return try reader.record(bytes)
    }
  }

  @Test("The samples have every kind of event and every form of field")
  func samples() {
    #expect(
      Set(Sample.events.compactMap(\.kind))
        == Set(Event.Kind.allCases).subtracting([.registerChanged, .reminded]),
      "see RegisterCodecTests and FormatMinorTests")
    let forms = Set(Sample.fields.keys.map { "\($0.form)" })
    #expect(forms == Set(Field.allCases.map { "\($0.form)" }))
  }

  @Test("Every event reads back as it was written", arguments: Sample.events)
  func roundTrip(event: Event) throws {
    let recorded = recorded(event, 12, part: 3, of: 9)
    expectNoDifference(try read(line(recorded)), recorded)
  }

  @Test("Every word of the format reads back")
  func words() throws {
    let id = ProjectID(1)
    for stage in Stage.allCases {
      for kind in MoveKind.allCases {
        let event = recorded(
          .moved(
            id,
            Move(
              from: stage, to: stage, on: .unknown, kind: kind, reason: nil, evidence: [],
              isToTop: false, oldAfter: nil)))
        #expect(try read(line(event)) == event)
      }
    }
    for reason in LossReason.allCases {
      let event = recorded(
        .statusChanged(
          id,
          StatusChange(
            old: .ongoing, new: .lost(reason, place: nil, note: nil), on: .unknown, reason: nil)))
      #expect(try read(line(event)) == event)
    }
    for kind in ActivityKind.allCases {
      for outcome in Outcome.allCases {
        var facts = Activity.Facts(projects: [id], kind: kind, on: Sample.day)
        facts.outcome = outcome
        let event = recorded(.activityLogged(ActivityID(1), facts))
        #expect(try read(line(event)) == event)
      }
    }
    for kind in MilestoneKind.allCases {
      let event = recorded(
        .milestoneReached(
          MilestoneID(1), Milestone.Facts(projects: [id], kind: kind, on: Sample.day)))
      #expect(try read(line(event)) == event)
    }
  }

  @Test("A record is one line that a terminal can be shown", arguments: Sample.events)
  func safe(event: Event) throws {
    let text = String(decoding: line(recorded(event)), as: UTF8.self)
    let isSafe = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && !$0.properties.isDefaultIgnorableCodePoint
        && !$0.properties.isBidiControl
    }
    #expect(isSafe)
    #expect(try JSONValue.parse(text).object?["seq"] == 2)
  }

  @Test("A record begins with its sum and its number, in the words of the format")
  func example() throws {
    let event = recorded(
      .moved(
        ProjectID(27),
        Move(
          from: .visit, to: .intent, on: Sample.day, kind: .skip, reason: "对方急于落地",
          evidence: [ActivityID(3)], isToTop: false, oldAfter: ProjectID(26))))
    let text = String(decoding: line(event), as: UTF8.self)
    let expected: [String] = [
      #"","seq":2,"id":"0d1f8c7e-5a44-4f0e-9a53-0a6d1a4cbb01","kind":"project.moved","v":1,"#,
      #""data":{"project":27,"from":"visit","to":"intent","on":"2023-07-19","step":"skip","#,
      #""reason":"对方急于落地","evidence":[3],"old_after":26},"#,
      #""by":{"uid":1000,"name":"王敏"},"host":"投促中心-01","at":1690000000123}"#,
    ]
    #expect(text.dropFirst(16) == expected.joined())
    #expect(text.hasPrefix(#"{"sum":""#))
    expectNoDifference(try read(line(event)), event)
  }

  @Test("A newer kind, version or word is kept as it stands and not guessed at")
  func newer() throws {
    let cases: [(String, String, String)] = [
      (#""kind":"x.y","v":1,"data":[1]"#, "x.y", #"{"v":1,"data":[1]}"#),
      (
        #""kind":"project.noted","v":2,"data":{"text":"好"}"#, "project.noted",
        #"{"v":2,"data":{"text":"好"}}"#
      ),
      (
        #""kind":"project.placed","v":1,"data":{"project":"七"}"#, "project.placed",
        #"{"v":1,"data":{"project":"七"}}"#
      ),
      (
        #""kind":"activity.logged","v":1,"data":{"activity":1,"kind":"hologram","on":"2023-07"}"#,
        "activity.logged",
        #"{"v":1,"data":{"activity":1,"kind":"hologram","on":"2023-07"}}"#
      ),
    ]
    for (members, kind, json) in cases {
      let line = #"{"sum":"00000000","seq":5,"id":"i",\#(members),"by":{},"host":"h","at":1}"#
      #expect(try read(Array(line.utf8)).event == .unknown(kind: kind, json: json))
    }
  }

  @Test("Members and fields of a newer version are passed over")
  func newerMembers() throws {
    let parts: [String] = [
      #"{"sum":"00000000","seq":5,"id":"i","new":[{}],"kind":"project.added","v":1,"#,
      #""data":{"project":1,"stage":"visit","on":"unknown","fields":{"name":"甲","glow":{"a":1}},"#,
      #""more":null},"by":{"uid":1,"name":"王","role":"x"},"host":"h","at":1,"zzz":0}"#,
    ]
    let line = parts.joined()
    #expect(
      try read(Array(line.utf8)).event
        == .projectAdded(
          ProjectAdded(
            id: ProjectID(1), fields: [.name: .text("甲")], stage: .visit, on: .unknown)))
  }

  @Test("An event nested without end is refused, not followed into a crash")
  func nested() throws {
    let depth = 20_000
    let parts: [String] = [
      #"{"sum":"00000000","seq":5,"id":"i","#,
      String(repeating: #""kind":"event.undone","v":1,"data":{"seq":1,"#, count: depth),
      #""kind":"project.placed","v":1,"data":{"project":1}"#,
      String(repeating: "}", count: depth), #","by":{},"host":"h","at":1}"#,
    ]
    let line = parts.joined()
    #expect(throws: JSONFault.self) { try read(Array(line.utf8)) }
  }

  @Test("The checksum is CRC-32C")
  func checksum() {
    #expect(CRC32C.sum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.sum([]) == 0)
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in [0, 1, 7, 8, 9, 500] {
      #expect(
        CRC32C.sum(Array(bytes[cut...]), after: CRC32C.sum(Array(bytes[..<cut])))
          == CRC32C.sum(bytes))
    }
  }

  @Test("A long piece summed by the processor has the sum it has by the tables")
  func longChecksum() {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
    for count in [65_535, 65_536, 65_537, 65_559, 65_560, 69_999, 70_000] {
      bytes.withUnsafeBytes { all in
        let piece = UnsafeRawBufferPointer(rebasing: all[..<count])
        #expect(CRC32C.sum(piece, after: 7) == CRC32C.sumByTable(piece, after: 7))
      }
    }
  }
}
