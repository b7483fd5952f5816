import Pipeline
import TestSupport
import Testing

@testable import Storage

/// A large checkpoint is summed up where it is read; what is damaged is found there.
@Suite("Blocks of a checkpoint")
struct CheckpointBlockTests {
  private let scratch: Scratch
  private let pipeline: Pipeline
  private let name: String

  /// A store with a checkpoint of over a megabyte, which is mapped.
  init() throws {
    scratch = try Scratch()
    _ = try scratch.newJournal()
    let journal = try scratch.checkpointing(every: 3)
    _ = try journal.commit(Work.add("铝基新材料"))
    let text = String(repeating: "对接纪要。", count: 100)
    for number in 2...400 {
      _ = try journal.commit { (_) throws(Refusal) in
        [
          .projectAdded(
            ProjectAdded(
              id: ProjectID(UInt32(number)),
              fields: [
                .name: .text("项目\(number)"), .description: .text(text + text + "\(number)"),
              ],
              stage: .contact, on: .unknown))
        ]
      }
    }
    #expect(journal.writeCheckpointIfDue().isWritten)
    pipeline = journal.pipeline
    let names = try scratch.names(in: "checkpoint")
    name = "checkpoint/" + (try #require(names.last))
    try #require(try scratch.bytes(of: name).count > 1 << 20)
  }

  private func damage(_ offset: Int) throws {
    var bytes = try scratch.bytes(of: name)
    bytes[offset] ^= 0x20
    try scratch.write(bytes, to: name)
  }

  @Test("A damaged block that is not read is nobody's trouble; one that is read is read anew")
  func readAnew() throws {
    // In the records of some project in the middle.
    try damage(500_000)
    let journal = try scratch.journal()
    #expect(journal.checkpointed == pipeline.version)
    let first = ProjectID(1)
    #expect(journal.pipeline[first] == pipeline[first])
    #expect(try #require(journal.opened).isDamaged == false)
    #expect(journal.pipeline == pipeline)
    #expect(try #require(journal.opened).isDamaged)
    for number in pipeline.projects.numbers {
      let id = ProjectID(number)
      #expect(journal.pipeline.glance(at: id) == pipeline.glance(at: id))
      var (course, expected) = (Course(), Course())
      #expect(journal.pipeline.follow(id, into: &course) == pipeline.follow(id, into: &expected))
    }
    #expect(
      try StoreCheck.run(on: scratch.store).findings == [.checkpoint(file: name, .checksum)])
  }

  @Test("What was opened from a damaged one is written anew, sound")
  func writtenAnew() throws {
    try damage(500_000)
    let journal = try scratch.checkpointing(every: 3)
    #expect(journal.pipeline == pipeline)
    #expect(journal.writeCheckpointIfDue().isWritten)
    #expect(journal.writeCheckpointIfDue() == .notDue)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
    #expect(try scratch.journal().pipeline == pipeline)
  }

  @Test("Nothing is written from a damaged one when the journal is damaged too")
  func wanting() throws {
    try damage(500_000)
    let journal = try scratch.checkpointing(every: 3)
    let segment = "journal/0000000000000001.jsonl"
    var bytes = try scratch.bytes(of: segment)
    bytes[200_000] ^= 0x20
    try scratch.write(bytes, to: segment)
    #expect(journal.pipeline != pipeline)
    #expect(journal.writeCheckpointIfDue() == .notDue)
  }

  @Test("Damage in every block: the same pipeline, whether the block is read at once or later")
  func everyBlock() throws {
    let whole = try scratch.bytes(of: name)
    for offset in stride(from: 5, to: whole.count, by: CheckpointBlocks.size) {
      var bytes = whole
      bytes[offset] ^= 0x01
      try scratch.write(bytes, to: name)
      #expect(try scratch.journal().pipeline == pipeline, "byte \(offset)")
    }
    // The tables at the end, and the sums.
    for offset in stride(from: whole.count - 400, to: whole.count, by: 13) {
      var bytes = whole
      bytes[offset] ^= 0x01
      try scratch.write(bytes, to: name)
      #expect(try scratch.journal().pipeline == pipeline, "byte \(offset)")
    }
  }
}
