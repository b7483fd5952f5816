import Pipeline
import Subprocess
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Seals of the whole journal")
struct SealTests {
  private let scratch: Scratch
  private let journal: Journal

  /// A store of several files.
  init() throws {
    scratch = try Scratch()
    journal = try scratch.newJournal(segmentLimit: 700)
    _ = try journal.commit(Work.add("铝基新材料"))
    while try scratch.names(in: "journal").count < 3 { _ = try journal.commit(Work.note("备注")) }
    _ = try journal.commit(Work.notes(["一", "二", "三"]))
  }

  private func digest(_ bytes: [UInt8]) throws -> String {
    var digest = try #require(SHA256())
    digest.update(bytes)
    return digest.finish()
  }

  private func seal(upTo sequence: SequenceNumber) throws -> StoreSeal.Outcome {
    try StoreSeal.make(of: scratch.store, upTo: sequence)
  }

  /// What a shell says, as anybody can have it who has the files.
  private func shell(_ script: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", "cd '\(scratch.store)' && \(script)"],
      output: .string(limit: 1000))
    return String(result.standardOutput.prefix(64))
  }

  @Test("The digest is that of the standard's examples, however the bytes come in")
  func vectors() throws {
    #expect(
      try digest([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      try digest(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    let wanted = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    #expect(try digest(long) == wanted)
    for cut in long.indices {
      var digest = try #require(SHA256())
      digest.update(Array(long[..<cut]))
      digest.update(Array(long[cut...]))
      #expect(digest.finish() == wanted)
    }
    var million = try #require(SHA256())
    for _ in 0..<1000 { million.update([UInt8](repeating: 0x61, count: 1000)) }
    #expect(
      million.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("A seal is what sha256sum says of as many lines of the files as its number")
  func files() async throws {
    let last = journal.pipeline.version
    for number in [0, 1, 2, last.number - 1, last.number] {
      let expected = try await shell("cat journal/*.jsonl | head -n \(number) | sha256sum")
      #expect(
        try seal(upTo: SequenceNumber(number))
          == .made(Seal(sequence: SequenceNumber(number), digest: expected)))
    }
    let later = SequenceNumber(last.number + 1)
    #expect(try seal(upTo: later) == .endsBefore(last: last))
  }

  @Test(
    "A seal stays what it was while the journal goes on, and is another for every other history")
  func stays() throws {
    let last = journal.pipeline.version
    let before = try seal(upTo: last)
    _ = try journal.commit(Work.note("接着"))
    #expect(try seal(upTo: last) == before)
    #expect(try seal(upTo: last.next) != before)
  }

  @Test("Where events were given up, the gap's line stands in their place")
  func gaps() async throws {
    let segments = try scratch.names(in: "journal")
    let second = "journal/" + segments[1]
    let first = try #require(Position.segment(named: segments[1]))
    var bytes = try scratch.bytes(of: second)
    bytes[40] ^= 1
    try scratch.write(bytes, to: second)
    let report = try StoreGap.run(on: scratch.store, authorship: .sample)
    #expect(report.gap.first == first)
    let on = try scratch.journal()
    _ = try on.commit(Work.note("以后"))
    let gap = Gap.name(of: first)
    let after = Position.name(of: report.gap.resume)
    let expected = try await shell(
      "cat journal/\(segments[0]) journal/\(gap) journal/\(after) | sha256sum")
    #expect(
      try seal(upTo: on.pipeline.version)
        == .made(Seal(sequence: on.pipeline.version, digest: expected)))
    #expect(try seal(upTo: first) == .givenUp(report.gap))
    let beforeIt = try await shell("sha256sum journal/\(segments[0])")
    let last = SequenceNumber(first.number - 1)
    #expect(try seal(upTo: last) == .made(Seal(sequence: last, digest: beforeIt)))
  }

  @Test("A damaged record is not sealed, and a missing library is named")
  func refused() throws {
    var bytes = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    #expect(throws: StoreError(.noDigest(library: "libno.so.7"), place: scratch.store)) {
      try StoreSeal.make(
        of: scratch.store, upTo: 1, disk: LocalDisk(), library: "libno.so.7")
    }
    bytes[40] ^= 1
    try scratch.write(bytes, to: "journal/0000000000000001.jsonl")
    let error = #expect(throws: StoreError.self) { try seal(upTo: 2) }
    guard case .damaged(let damage)? = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(damage.line == 1 && damage.kind == .checksum)
  }
}
