import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("A disk that fails")
struct JournalFaultTests {
  private func store() throws -> (Scratch, FaultingDisk, Journal) {
    let scratch = try Scratch()
    _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
    let disk = FaultingDisk()
    return (scratch, disk, try scratch.journal(disk: disk))
  }

  @Test("A commit costs one write, one flush and a mark of it, and releases the lock")
  func cost() throws {
    let (scratch, disk, journal) = try store()
    defer { withExtendedLifetime(scratch) {} }
    _ = try journal.commit(Work.note("先"))
    disk.forgetCalls()
    _ = try journal.commit(Work.notes(["一", "二", "三"]))
    #expect(disk.count(.write) == 2)
    #expect(disk.count(.flush) == 1)
    #expect(disk.count(.open) == 1)
    #expect(!disk.isLocked)
    #expect(try scratch.bytes(of: "lock").count == 38)
  }

  @Test("What a writer was killed over before its flush is flushed by the next, and once")
  func leftUnflushed() throws {
    let (scratch, disk, journal) = try store()
    defer { withExtendedLifetime(scratch) {} }
    let mark = try scratch.bytes(of: "lock")
    let other = try scratch.journal()
    _ = try other.commit(Work.note("没有落盘"))
    // As a writer leaves it that is killed before its flush.
    try scratch.write(mark, to: "lock")
    disk.forgetCalls()
    _ = try journal.commit(Work.note("后"))
    #expect(disk.count(.flush) == 2)
    disk.forgetCalls()
    _ = try journal.commit(Work.note("再"))
    #expect(disk.count(.flush) == 1)
  }

  @Test("A full disk is said, changes nothing, and is forgotten once there is room")
  func full() throws {
    let (scratch, disk, journal) = try store()
    let before = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    var room = 100
    disk.writeLimit = 60
    disk.fault = { call, _ in
      guard call == .write else { return nil }
      room -= 60
      return room < 0 ? 28 : nil
    }
    let error = #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
    #expect(error?.code == .notSaved(DiskError(.write, errno: 28)))
    #expect(try scratch.bytes(of: "journal/0000000000000001.jsonl") == before)
    #expect(journal.pipeline.version == SequenceNumber(1))
    #expect(!disk.isLocked)
    disk.fault = { _, _ in nil }
    let commit = try journal.commit(Work.note("好"))
    #expect(commit.recovery == nil)
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
  }

  @Test("Short writes go on where they stopped")
  func short() throws {
    let (scratch, disk, journal) = try store()
    disk.writeLimit = 7
    _ = try journal.commit(Work.note("好"))
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
  }

  @Test("What a writer could not take back is put aside by the next")
  func leftover() throws {
    let (scratch, disk, journal) = try store()
    var writes = 0
    disk.writeLimit = 60
    disk.fault = { call, _ in
      if call == .truncate { return 5 }
      if call == .write { writes += 1 }
      return call == .write && writes == 3 ? 5 : nil
    }
    #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
    let other = try scratch.journal()
    #expect(other.pipeline.version == SequenceNumber(1))
    let commit = try other.commit(Work.note("好"))
    #expect(commit.recovery?.bytes == 120)
    disk.fault = { _, _ in nil }
    expectNoDifference(try journal.catchUp(), Changes(events: commit.all))
  }

  @Test("A failed flush is never called saved: taken back, read-only, a new file for the next")
  func flush() throws {
    let (scratch, disk, journal) = try store()
    let before = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    disk.fault = { call, name in call == .flush && name == "data" ? 5 : nil }
    let error = #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
    #expect(error?.code == .notSaved(DiskError(.flush, errno: 5, name: "data")))
    #expect(journal.access == .readOnly(.flushFailed(errno: 5)))
    #expect(journal.pipeline.version == SequenceNumber(1))
    #expect(try scratch.bytes(of: "journal/0000000000000001.jsonl") == before)
    disk.fault = { _, _ in nil }
    let again = #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
    #expect(again?.code == .readOnly(.flushFailed(errno: 5)))
    let other = try scratch.journal()
    _ = try other.commit(Work.note("好"))
    #expect(
      try scratch.names(in: "journal") == ["0000000000000001.jsonl", "0000000000000002.jsonl"])
    #expect(try scratch.bytes(of: "journal/0000000000000001.jsonl") == before)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("A reader that saw a change before its flush failed starts over")
  func unsaved() throws {
    let (scratch, disk, journal) = try store()
    let reader = try scratch.journal()
    disk.fault = { call, name in
      guard call == .flush, name == "data" else { return nil }
      #expect((try? reader.catchUp())?.events.count == 1)
      return 5
    }
    #expect(throws: StoreError.self) { try journal.commit(Work.note("不")) }
    #expect(reader.pipeline.version == SequenceNumber(2))
    // The writer after that puts another record of the same length in its place.
    _ = try scratch.journal().commit(Work.note("好"))
    let changes = try reader.catchUp()
    #expect(changes.startsOver)
    #expect(reader.pipeline[ProjectID(1)]?.notes.map(\.text) == ["好"])
    _ = try reader.commit(Work.note("再"))
    expectNoDifference(try scratch.journal().pipeline, reader.pipeline)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test(
    "Whatever call fails in a commit, nothing is half stored and the store goes on",
    arguments: [false, true])
  func everyCall(isSticky: Bool) throws {
    var place = 0
    while true {
      let scratch = try Scratch()
      _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
      let disk = FaultingDisk()
      // Small enough that the commit also begins a new file.
      let journal = try scratch.journal(disk: disk, segmentLimit: 100)
      disk.forgetCalls()
      let failing = place
      disk.fault = { [unowned disk] _, _ in
        disk.calls.count == failing + 1 || isSticky && disk.calls.count > failing ? 5 : nil
      }
      let result = Result { try journal.commit(Work.notes(["一", "二"])) }
      let wasReached = disk.calls.count > failing
      #expect(!disk.isLocked)
      let other = try scratch.journal()
      #expect(other.access == .readWrite)
      switch result {
      case .success: #expect(other.pipeline.version == SequenceNumber(3), "call \(failing)")
      case .failure(let error):
        // Not acknowledged: either whole or not there.
        #expect(error is StoreError)
        #expect([1, 3].contains(other.pipeline.version.number), "call \(failing)")
      }
      _ = try other.commit(Work.note("接着"))
      #expect(try StoreCheck.run(on: scratch.store).isSound)
      expectNoDifference(try scratch.journal().pipeline, other.pipeline)
      if !wasReached { break }
      place += 1
    }
    #expect(place > 10)
  }

  @Test("An event too large for a record is refused before anything is written")
  func large() throws {
    let (scratch, _, journal) = try store()
    let before = try scratch.bytes(of: "journal/0000000000000001.jsonl")
    let error = #expect(throws: StoreError.self) {
      try journal.commit { _ in
        [.noted(ProjectID(1), text: String(repeating: "招", count: 400_000), on: .unknown)]
      }
    }
    #expect(error?.code == .tooLarge(bytes: 1_200_223, limit: 1 << 20))
    #expect(try scratch.bytes(of: "journal/0000000000000001.jsonl") == before)
  }

  @Test("An event that would not read back is refused before anything is written")
  func unreadable() throws {
    let (scratch, _, journal) = try store()
    defer { withExtendedLifetime(scratch) {} }
    let error = #expect(throws: StoreError.self) {
      try journal.commit { _ in
        [.fieldsChanged(ProjectID(1), [FieldChange(field: .amount, old: nil, new: .text("多"))])]
      }
    }
    #expect(error?.code == .notWritable(kind: "project.edited"))
  }
}
