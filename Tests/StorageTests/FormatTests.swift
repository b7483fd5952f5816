import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Every released format can be read for ever: `Formats/<version>` holds a store as it was written.
///
/// `RECORD_FORMATS=1` writes the current version's files anew, and fails.
@Suite("Formats")
struct FormatTests {
  private static let segment = "journal/0000000000000001.jsonl"

  /// Where the files of a version lie in the project.
  private func folder(_ version: String) -> String {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return here.joined(separator: "/") + "/Formats/" + version
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    try #require(file >= 0, "\(path) is missing")
    defer { close(file) }
    return try LocalDisk().readAll(Descriptor(file), limit: .max)
  }

  /// A store with the samples, the same bytes every time.
  private func written(_ scratch: Scratch) throws {
    var state: UInt64 = 20_230_719
    func random() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
    try Journal.create(at: scratch.store, random: random)
    let journal = try Journal(
      path: scratch.store,
      authorship: Authorship(
        actor: Actor(uid: 1000, name: "王敏"), host: "投促中心-01",
        now: { 1_690_000_000_123 }, random: random))
    _ = try journal.commit(Work.add("铝基新材料"))
    _ = try journal.commit { _ in Sample.events }
  }

  @Test("This version writes format 1.0 to the byte")
  func writes() throws {
    let scratch = try Scratch()
    try written(scratch)
    let names = ["format", FormatTests.segment]
    if getenv("RECORD_FORMATS") != nil {
      for name in names {
        let path = folder("1.0") + "/" + (name.split(separator: "/").last ?? "")
        let bytes = try scratch.bytes(of: name)
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(file >= 0)
        defer { close(file) }
        try #require(write(file, bytes, bytes.count) == bytes.count)
      }
      Issue.record("the files of 1.0 were written anew")
    }
    for name in names {
      let path = folder("1.0") + "/" + (name.split(separator: "/").last ?? "")
      expectNoDifference(
        String(decoding: try scratch.bytes(of: name), as: UTF8.self),
        String(decoding: try Self.bytes(path), as: UTF8.self))
    }
  }

  @Test("A store of format 1.0 opens, holds its events, and takes new ones")
  func reads() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    try scratch.write(try Self.bytes(folder("1.0") + "/format"), to: "format")
    try scratch.write(
      try Self.bytes(folder("1.0") + "/0000000000000001.jsonl"), to: FormatTests.segment)
    let journal = try scratch.journal()
    #expect(journal.access == .readWrite)
    let events = try journal.events(after: SequenceNumber(1), limit: 1000)
    expectNoDifference(events.map(\.event), Sample.events)
    #expect(events.allSatisfy { $0.by == Actor(uid: 1000, name: "王敏") })
    #expect(events.allSatisfy { $0.recordedAt == 1_690_000_000_123 })
    #expect(try StoreCheck.run(on: scratch.store).isSound)
    _ = try journal.commit(Work.note("接着"))
  }
}
