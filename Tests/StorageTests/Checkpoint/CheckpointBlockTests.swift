import Insight
import Pipeline
import StoreSupport
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
      #expect(journal.pipeline.amountFigure(of: id) == pipeline.amountFigure(of: id))
      let told = (journal.pipeline.history(of: id), pipeline.history(of: id))
      #expect(told.0.map { Array($0.entries) } == told.1.map { Array($0.entries) })
    }
    #expect(
      try StoreCheck.run(on: scratch.store).findings == [.checkpoint(file: name, .checksum)])
  }

  @Test("Damage in what questions look at is found by the question, which is answered all the same")
  func questions() throws {
    let whole = try scratch.bytes(of: name)
    let moment = Moment.asOf(Work.day)
    let filter = Filter.parse("项目", scope: .everything).filter
    let likely = pipeline.likenesses(to: [.name: .text("项目 17")])
    #expect(likely.map(\.project.number) == [17])
    for offset in stride(from: 5, to: whole.count, by: CheckpointBlocks.size) {
      var bytes = whole
      bytes[offset] ^= 0x01
      try scratch.write(bytes, to: name)
      let opened = try scratch.journal().pipeline
      #expect(opened.snapshot(at: moment) == pipeline.snapshot(at: moment), "byte \(offset)")
      #expect(
        opened.snapshot(at: .now(today: Work.day)) == pipeline.snapshot(at: .now(today: Work.day)))
      #expect(opened.ids(passing: filter, at: moment) == pipeline.ids(passing: filter, at: moment))
      #expect(opened.likenesses(to: [.name: .text("项目 17")]) == likely, "byte \(offset)")
    }
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
