import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Checkpoints")
struct CheckpointTests {
  /// A store in three files with two checkpoints, and a tail behind the newer one.
  private let scratch: Scratch
  private let pipeline: Pipeline
  private let names: [String]

  init() throws {
    scratch = try Scratch()
    _ = try scratch.newJournal()
    let journal = try scratch.checkpointing(every: 3, segmentLimit: 900)
    _ = try journal.commit(Work.add("铝基新材料"))
    for text in ["一", "二"] { _ = try journal.commit(Work.note(text)) }
    #expect(journal.writeCheckpointIfDue().isWritten)
    _ = try journal.commit(Work.notes(["三", "四", "五"]))
    #expect(journal.writeCheckpointIfDue().isWritten)
    #expect(journal.writeCheckpointIfDue() == .notDue)
    for text in ["六", "七"] { _ = try journal.commit(Work.note(text)) }
    pipeline = journal.pipeline
    names = try scratch.names(in: "checkpoint")
    try #require(names == ["0000000000000003", "0000000000000006"])
  }

  /// Opens and counts the lines that were read, by the numbers of the reads of journal files.
  private func expectOpens(_ comment: Comment? = nil, from checkpoint: UInt64) throws {
    let journal = try scratch.journal()
    #expect(journal.pipeline == pipeline, comment)
    #expect(journal.access == .readWrite, comment)
    #expect(journal.checkpointed == SequenceNumber(checkpoint), comment)
  }

  private func faults() throws -> [StoreCheck.Finding] {
    try StoreCheck.run(on: scratch.store).findings
  }

  @Test("A store opens from its newest checkpoint and reads only what came after")
  func opens() throws {
    try expectOpens(from: 6)
    #expect(try faults() == [])
    // The past is not read: damage in it goes unseen here, and is found by the check.
    let first = "journal/0000000000000001.jsonl"
    var bytes = try scratch.bytes(of: first)
    bytes[100] ^= 1
    try scratch.write(bytes, to: first)
    try expectOpens(from: 6)
    #expect(try !StoreCheck.run(on: scratch.store).isSound)
    let everything = try Journal(
      path: scratch.store, authorship: .sample, usesCheckpoints: false)
    #expect(everything.access != .readWrite)
  }

  @Test("What was opened from a checkpoint takes commits, undo among them, like any other")
  func goesOn() throws {
    let journal = try scratch.journal()
    let last = try #require(journal.pipeline.lastUndoable(by: nil))
    let events = try journal.events(of: last)
    _ = try journal.commit { (pipeline) throws(Refusal) in
      try pipeline.decide(.undo(events), today: Work.day)
    }
    _ = try journal.commit(Work.note("接着"))
    let replayed = try Journal(
      path: scratch.store, authorship: .sample, usesCheckpoints: false)
    expectNoDifference(journal.pipeline, replayed.pipeline)
    expectNoDifference(try scratch.journal().pipeline, replayed.pipeline)
  }

  @Test("Every changed byte is found, and the one before is used; with both gone, the journal")
  func everyByte() throws {
    let newest = "checkpoint/" + names[1]
    let whole = try scratch.bytes(of: newest)
    for offset in whole.indices {
      var bytes = whole
      bytes[offset] ^= [0x01, 0x80, 0x20][offset % 3]
      try scratch.write(bytes, to: newest)
      try expectOpens("byte \(offset)", from: 3)
      if offset % 16 == 0 {
        let found = try faults()
        guard found.count == 1, case .checkpoint(newest, _) = found[0] else {
          Issue.record("byte \(offset): \(found)")
          continue
        }
      }
    }
    try scratch.write([], to: "checkpoint/" + names[0])
    try expectOpens(from: 0)
  }

  @Test("Cut anywhere, or grown, it is not used")
  func everyLength() throws {
    let newest = "checkpoint/" + names[1]
    let whole = try scratch.bytes(of: newest)
    for length in whole.indices {
      try scratch.write(Array(whole[..<length]), to: newest)
      try expectOpens("cut at \(length)", from: 3)
    }
    try scratch.write(whole + [0], to: newest)
    try expectOpens(from: 3)
    try scratch.write(whole, to: newest)
    try expectOpens(from: 6)
  }

  @Test("One under another's name, one of another store, one of another layout are not used")
  func strangers() throws {
    let newest = "checkpoint/" + names[1]
    let whole = try scratch.bytes(of: newest)
    try scratch.write(try scratch.bytes(of: "checkpoint/" + names[0]), to: newest)
    try expectOpens("an older one under a newer name", from: 3)
    #expect(try faults() == [.checkpoint(file: newest, .contents)])

    let other = try Scratch()
    _ = try other.newJournal()
    let theirs = try other.checkpointing(every: 1, segmentLimit: 900)
    _ = try theirs.commit { _ in Sample.events }
    #expect(theirs.writeCheckpointIfDue().isWritten)
    let name = try #require(try other.names(in: "checkpoint").first)
    try scratch.write(try other.bytes(of: "checkpoint/" + name), to: newest)
    try expectOpens("another store's", from: 3)
    #expect(try faults() == [.checkpoint(file: newest, .otherStore)])

    var layout = whole
    layout[20] ^= 1
    try scratch.write(layout, to: newest)
    try expectOpens("another layout", from: 3)
    #expect(try faults() == [.checkpoint(file: newest, .otherVersion)])
  }

  @Test("A journal that was put back to an older state is believed, not its newer checkpoints")
  func newerThanJournal() throws {
    // As if the events after the third had never been: another story is told from there.
    let files = try scratch.names(in: "journal")
    let disk = LocalDisk()
    let folder = try disk.openFolder(path: scratch.store + "/journal")
    defer { disk.close(folder) }
    for name in files.dropFirst() { try disk.remove(name, in: folder, isFolder: false) }
    let first = try scratch.bytes(of: "journal/" + files[0])
    let lines = first.split(separator: 0x0A).prefix(3).map { Array($0) + [0x0A] }
    try scratch.write(Array(lines.joined()), to: "journal/" + files[0])
    let journal = try scratch.journal()
    #expect(journal.pipeline.version == SequenceNumber(3))
    #expect(
      try faults() == [.checkpoint(file: "checkpoint/" + names[1], .notInJournal)])
    _ = try journal.commit(Work.notes(["甲", "乙", "丙", "丁"]))
    let replayed = try Journal(
      path: scratch.store, authorship: .sample, usesCheckpoints: false)
    #expect(try scratch.journal().pipeline == replayed.pipeline)
    #expect(try scratch.journal().checkpointed == SequenceNumber(3))
  }

  @Test("The journal is the truth: without its checkpoints the same board comes back")
  func deleted() throws {
    let disk = LocalDisk()
    let folder = try disk.openFolder(path: scratch.store + "/checkpoint")
    defer { disk.close(folder) }
    for name in names.reversed() {
      try disk.remove(name, in: folder, isFolder: false)
      try expectOpens("without \(name)", from: name == names[1] ? 3 : 0)
    }
    expectNoDifference(try scratch.journal().pipeline, pipeline)
    #expect(try faults() == [])
  }

  @Test("Without the folder the store opens, and the next checkpoint makes it again")
  func folder() throws {
    Scratch.remove(scratch.store + "/checkpoint")
    try expectOpens(from: 0)
    #expect(try faults() == [])
    let journal = try scratch.checkpointing(every: 1, segmentLimit: 900)
    #expect(journal.writeCheckpointIfDue().isWritten)
    #expect(scratch.mode(of: "checkpoint") == 0o700)
    try expectOpens(from: 8)
  }

  @Test("Two are kept, for their owner alone, and what a killed writer began is removed")
  func tidiness() throws {
    try scratch.write([1, 2, 3], to: "checkpoint/.0000000000000007.ab.new")
    let journal = try scratch.checkpointing(every: 1, segmentLimit: 900)
    _ = try journal.commit(Work.note("八"))
    #expect(journal.writeCheckpointIfDue().isWritten)
    #expect(
      try scratch.names(in: "checkpoint") == ["0000000000000006", "0000000000000009"])
    #expect(scratch.mode(of: "checkpoint/0000000000000009") == 0o600)
  }

  @Test("The same events give the same bytes, whoever writes them")
  func deterministic() throws {
    let before = try scratch.bytes(of: "checkpoint/" + names[1])
    let after = try CheckpointTests.body(of: CheckpointTests.replayed(scratch, to: 6))
    #expect(Array(before.dropFirst(CheckpointHeader.count)) == after + BlockSums(after).bytes)
  }

  @Test("Nothing is left of one that was given up, and a failure is a fact, not an error")
  func interrupted() throws {
    let disk = FaultingDisk()
    let journal = try Journal(
      path: scratch.store, authorship: .sample, disk: disk, checkpointInterval: 1)
    #expect(journal.writeCheckpointIfDue(isInterrupted: { true }) == .interrupted)
    for call in [DiskError.Call.open, .write, .flush, .rename, .setMode] {
      let journal = try Journal(
        path: scratch.store, authorship: .sample, disk: disk, checkpointInterval: 1)
      disk.fault = { $0 == call && $1 != "checkpoint" ? 28 : nil }
      guard case .failed(let error) = journal.writeCheckpointIfDue() else {
        Issue.record("\(call) went unseen")
        continue
      }
      #expect(error.errno == 28)
      // Not again with every quiet moment.
      #expect(journal.writeCheckpointIfDue() == .notDue)
      disk.fault = { _, _ in nil }
      #expect(try scratch.names(in: "checkpoint").filter { !$0.hasPrefix("0") } == [])
      #expect(try scratch.journal().pipeline == pipeline)
    }
    disk.fault = { _, _ in nil }
    #expect(journal.writeCheckpointIfDue().isWritten)
  }

  @Test("Flushed before its name, and the name before anything older goes")
  func order() throws {
    let disk = FaultingDisk()
    let journal = try Journal(
      path: scratch.store, authorship: .sample, disk: disk, checkpointInterval: 1)
    disk.forgetCalls()
    #expect(journal.writeCheckpointIfDue().isWritten)
    let calls = disk.calls.drop { $0 != .write }.filter { $0 != .list }
    // Its permissions are set when it is made, before anything stands in it.
    #expect(calls == [.write, .flush, .write, .write, .flush, .rename, .flush])
    #expect(disk.count(.lock) == 0)
  }

  @Test("A store that may not be written gets none")
  func readOnly() throws {
    let journal = try Journal(
      path: scratch.store, authorship: .sample, isReadOnly: true, checkpointInterval: 1)
    #expect(journal.writeCheckpointIfDue() == .notDue)
  }

  // MARK: Contents

  @Test(
    "Whatever happened, what is kept comes back equal, and is kept the same", arguments: 0..<100)
  func property(seed: Int) throws {
    var commands = RandomCommands(seed: seed)
    var ledger = Ledger()
    for _ in 0..<60 {
      _ = try? ledger.commit(commands.command(for: ledger.pipeline))
      if commands.isOnce(in: 5) { _ = try? ledger.undo() }
      if commands.isOnce(in: 9) { _ = try? ledger.redo() }
    }
    let body = try CheckpointTests.body(of: ledger.pipeline)
    let decoded = try CheckpointTests.pipeline(in: body)
    #expect(decoded == ledger.pipeline, "seed \(seed)")
    #expect(try CheckpointTests.body(of: decoded) == body, "seed \(seed)")
  }

  @Test("Every kind of event and every member comes back, to the byte")
  func samples() throws {
    var ledger = Ledger()
    ledger.record(Sample.events)
    // One scalar or two, Swift holds them equal; a ledger may not.
    ledger.record([
      .noted(ProjectID(27), text: "caf\u{E9}", on: .unknown),
      .fieldsChanged(
        ProjectID(27),
        [
          FieldChange(field: .owner, old: nil, new: .text("e\u{301}")),
          FieldChange(field: .industry, old: nil, new: .text("\u{E9}")),
        ]),
    ])
    let body = try CheckpointTests.body(of: ledger.pipeline)
    let decoded = try CheckpointTests.pipeline(in: body)
    expectNoDifference(decoded, ledger.pipeline)
    #expect(try CheckpointTests.body(of: decoded) == body)
    // A bound and not a part of the state, so that equal pipelines need not have the same one.
    #expect(decoded.latestDate == ledger.pipeline.latestDate && decoded.latestDate != nil)
    #expect(decoded[ProjectID(27)]?.owner?.unicodeScalars.count == 2)
    #expect(decoded[ProjectID(27)]?.industry?.unicodeScalars.count == 1)
  }

  /// When this fails, the body's meaning has changed: raise `CheckpointHeader.layout`, then this.
  @Test("Layout 10 is what it was")
  func layout() throws {
    var ledger = Ledger()
    ledger.record(Sample.events)
    #expect(CheckpointHeader.layout == 10)
    let sum = CRC32C.sum(try CheckpointTests.body(of: ledger.pipeline))
    #expect(sum == 1_415_553_610)
  }

  @Test("A large gap in the numbers comes back")
  func gaps() throws {
    var ledger = Ledger()
    for number in [60_000, 120_000, 180_000] as [UInt32] {
      ledger.record([
        .projectAdded(
          ProjectAdded(
            id: ProjectID(number), fields: [.name: .text("项目")], stage: .contact, on: .unknown))
      ])
    }
    let events = ledger.log[1]
    ledger.record([.undone(events.sequence, events.event)])
    ledger.record([.undone(SequenceNumber(3), ledger.log[2].event)])
    let decoded = try CheckpointTests.pipeline(
      in: try CheckpointTests.body(of: ledger.pipeline))
    #expect(decoded == ledger.pipeline)
    #expect(decoded.nextProject == ProjectID(180_001))
  }

  @Test("No bytes break the reader, whatever their sum")
  func hostile() throws {
    var ledger = Ledger()
    ledger.record(Sample.events)
    let body = try CheckpointTests.body(of: ledger.pipeline)
    for offset in body.indices {
      for change in [0xFF, 0x80, 0x01] as [UInt8] {
        var bytes = body
        bytes[offset] ^= change
        _ = try? CheckpointTests.pipeline(in: bytes)
        _ = try? CheckpointTests.pipeline(in: Array(bytes[..<offset]))
      }
    }
    #expect(throws: Checkpoint.Fault.contents) {
      try CheckpointTests.pipeline(in: [UInt8](repeating: 0xFF, count: 64))
    }
  }

  static func body(of pipeline: Pipeline) throws -> [UInt8] {
    final class Bytes { var all: [UInt8] = [] }
    let bytes = Bytes()
    // Small pieces, so that they are put together as they are in a large store.
    let sink = CheckpointSink(piece: 50) { (piece, offset) throws(Checkpoint.Stop) in
      #expect(offset == bytes.all.count)
      bytes.all += piece
    }
    var encoder = CheckpointEncoder(to: sink)
    try encoder.encode(pipeline)
    #expect(encoder.sink.blocks == BlockSums(bytes.all))
    return bytes.all
  }

  static func pipeline(in body: [UInt8]) throws -> Pipeline {
    try CheckpointBody(FileBytes(copying: body), from: 0).pipeline()
  }

  private static func replayed(_ scratch: Scratch, to last: UInt64) throws -> Pipeline {
    var pipeline = Pipeline()
    for event in try scratch.journal().events(after: .origin, limit: Int(last)) {
      pipeline.apply(event)
    }
    return pipeline
  }
}

extension Checkpoint.Outcome {
  var isWritten: Bool { if case .written = self { true } else { false } }
}

extension Scratch {
  func checkpointing(every interval: UInt64, segmentLimit: Int64 = 8 << 20) throws -> Journal {
    try Journal(
      path: store, authorship: .sample, segmentLimit: segmentLimit,
      checkpointInterval: interval)
  }
}
