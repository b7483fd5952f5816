import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Records told by their bytes")
struct CanonicalFrameTests {
  /// Lines of every kind of event, single and in a commit, by two people on two machines.
  private var lines: [[UInt8]] {
    var writer = RecordWriter(after: Chain(sum: 7, last: .origin))
    var number: UInt64 = 0
    for (index, event) in Sample.events.enumerated() {
      for parts in [1, 3] {
        for part in 0..<parts {
          number += 1
          let isOther = index % 4 == 1
          writer.append(
            RecordedEvent(
              sequence: SequenceNumber(number), id: "cfc01d1d-e7c1-4c73-b17a-142602d2c531",
              part: part, parts: parts,
              by: Actor(uid: isOther ? 1001 : 1000, name: isOther ? "李\"娜" : "王敏"),
              host: isOther ? "二号机" : "一号机", recordedAt: 1_690_000_000_000 + Int64(number),
              event: event))
        }
      }
    }
    return writer.bytes.split(separator: 0x0A).map(Array.init)
  }

  /// What a reader makes of a line, without what a replay has no use for.
  private func read(_ line: [UInt8], by reader: inout RecordReader) -> RecordedEvent? {
    line.withUnsafeBytes { try? reader.record($0) }.map {
      RecordedEvent(
        sequence: $0.sequence, id: "", part: $0.part, parts: $0.parts, by: $0.by, host: "",
        recordedAt: $0.recordedAt, event: $0.event)
    }
  }

  @Test("A replay reads the same events as a reader of everything")
  func same() {
    var quick = RecordReader(wantsIdentity: false)
    var full = RecordReader(wantsIdentity: true)
    for line in lines {
      expectNoDifference(read(line, by: &quick), read(line, by: &full))
    }
  }

  @Test("Whatever byte is changed, both read the same or neither reads anything")
  func everyByte() throws {
    let lines = lines
    for line in lines.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
      for offset in RecordFrame.sequenceAt..<line.count {
        for change in [0x01, 0x10, 0x0F] as [UInt8] {
          var changed = line
          changed[offset] ^= change
          var quick = RecordReader(wantsIdentity: false)
          // It has seen how the records of this writer end.
          _ = read(line, by: &quick)
          // One that has seen nothing reads every byte.
          var full = RecordReader(wantsIdentity: false)
          #expect(
            read(changed, by: &quick) == read(changed, by: &full),
            "\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
  }

  @Test("Both read the same of what was once found to be hard, and of what random work writes")
  func otherWork() throws {
    var lines = try Corpus.kept().flatMap { $0.split(separator: 0x0A).map(Array.init) }
    for seed in 1...20 { lines += try Self.randomLines(seed: seed) }
    #expect(lines.count > 1000)
    var quick = RecordReader(wantsIdentity: false)
    for line in lines {
      // One that has seen nothing reads every byte.
      var full = RecordReader(wantsIdentity: false)
      expectNoDifference(read(line, by: &quick), read(line, by: &full))
    }
  }

  @Test("The quick reader itself reads what offices write every day")
  func quick() throws {
    var read: Set<Event.Kind> = []
    for line in try (1...20).flatMap({ try Self.randomLines(seed: $0) }) {
      line.withUnsafeBytes { line in
        let text = String(decoding: line, as: UTF8.self)
        for kind in Event.Kind.allCases where text.contains("\"kind\":\"\(kind.rawValue)\",\"v\":1")
        {
          guard let range = text.firstRange(of: "\"data\":") else { continue }
          let start = text.utf8.distance(from: text.startIndex, to: range.upperBound)
          var reader = CanonicalEventReader(
            bytes: CanonicalBytes(line, from: start), lists: RepeatedLists())
          if reader.event(kind) != nil { read.insert(kind) }
        }
      }
    }
    #expect(
      read.isSuperset(of: [
        .projectAdded, .fieldsChanged, .moved, .statusChanged, .placed, .noted, .activityLogged,
      ]))
  }

  @Test("A list met before is the same list, and one whose bytes differ is another")
  func lists() {
    let lists = RepeatedLists()
    var made = 0
    func list(_ text: String) -> [String]? {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        lists.list(bytes) {
          made += 1
          return [text]
        }
      }
    }
    for _ in 1...3 {
      #expect(list("投资促进中心") == ["投资促进中心"])
      #expect(list("招商4组") == ["招商4组"])
    }
    #expect(made == 2)
    // More than there are places for: each is still its own.
    for number in 1...5000 { #expect(list("招商\(number)组") == ["招商\(number)组"]) }
  }

  /// The records of a few hundred commits by lot.
  private static func randomLines(seed: Int) throws -> [[UInt8]] {
    var commands = RandomCommands(seed: seed)
    var pipeline = Pipeline()
    var writer = RecordWriter(after: Chain(sum: 7, last: .origin))
    var number: UInt64 = 0
    for _ in 1...150 {
      let command = commands.command(for: pipeline)
      guard let events = try? pipeline.decide(command, today: Day(number: 19_700)) else { continue }
      for (part, event) in events.enumerated() {
        number += 1
        let recorded = RecordedEvent(
          sequence: SequenceNumber(number), id: "cfc01d1d-e7c1-4c73-b17a-142602d2c531",
          part: part, parts: events.count, by: Actor(uid: 1000, name: "王敏"), host: "一号机",
          recordedAt: 1_690_000_000_000 + Int64(number), event: event)
        writer.append(recorded)
        pipeline.apply(recorded)
      }
    }
    return writer.bytes.split(separator: 0x0A).map(Array.init)
  }
}
