import CustomDump
import Pipeline
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
}
