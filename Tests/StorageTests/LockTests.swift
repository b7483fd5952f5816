import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("The lock")
struct LockTests {
  private func store() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
    return scratch
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  @Test(
    "A lock that is taken for left over and removed lets nobody write at the same time",
    arguments: [DiskError.Call.write, .flush])
  func removed(while call: DiskError.Call) throws {
    let scratch = try store()
    let slow = FaultingDisk()
    let first = try scratch.journal(disk: slow)
    // One that has it open already, and one that comes when it is gone.
    let second = try scratch.journal(patience: 0)
    var refusals: [StoreError.Code?] = []
    slow.fault = { met, _ in
      guard met == call, refusals.isEmpty else { return nil }
      #expect(unlink(scratch.store + "/lock") == 0)
      refusals.append(code { _ = try second.commit(Work.note("乙")) })
      refusals.append(
        code { _ = try scratch.journal(patience: 0).commit(Work.note("丙")) })
      // A second lock is there by now, and is no more of a right to write than the first.
      refusals.append(code { _ = try second.commit(Work.note("乙")) })
      return nil
    }
    _ = try first.commit(Work.note("甲"))
    let holder = LockHolder(pid: getpid(), uid: getuid())
    #expect(refusals == [.busy(holder), .busy(holder), .busy(holder)])
    _ = try second.commit(Work.note("乙"))
    _ = try first.commit(Work.note("丙"))
    let journal = try scratch.journal()
    #expect(journal.pipeline[ProjectID(1)]?.notes.map(\.text) == ["甲", "乙", "丙"])
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("Several processes lose nothing while somebody goes on removing the lock")
  func removedAllTheTime() async throws {
    let scratch = try store()
    let writers = try (0..<3).map {
      try Child(
        Desk.binaries + "/store-writer", ["write", scratch.store, "人\($0)", "60", "4000"])
    }
    var saved: [String] = []
    for writer in writers {
      while let line = writer.nextLine() {
        unlink(scratch.store + "/lock")
        let words = line.split(separator: " ").map(String.init)
        if words.first == "saved" { saved += words.dropFirst(2) }
        #expect(["ready", "saved", "done"].contains(words.first), "\(line)")
      }
      _ = writer.wait()
    }
    let notes = try #require(scratch.journal().pipeline[ProjectID(1)]).notes.map(\.text)
    #expect(saved.count == 3 * (48 + 12 * 3))
    #expect(notes.sorted() == saved.sorted())
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A missing lock is made like the store's other files, and by nobody who only looks")
  func missing() throws {
    let scratch = try Scratch()
    var dice = SystemRandomNumberGenerator()
    let group: UInt32 = getuid() == 0 ? 4242 : getgid()
    try Journal.create(at: scratch.store, group: group, random: { dice.next() })
    let lock = scratch.store + "/lock"
    try #require(unlink(lock) == 0)
    _ = try scratch.journal(isReadOnly: true)
    _ = try StoreCheck.run(on: scratch.store)
    #expect(access(lock, F_OK) != 0)
    _ = try scratch.journal().commit(Work.add("甲"))
    #expect(scratch.mode(of: "lock") == 0o660)
    var status = stat()
    try #require(stat(lock, &status) == 0)
    #expect(status.st_gid == group)
  }

  @Test("A link or a folder, a pipe in the place of the lock is not written to; the store is read")
  func strange() throws {
    let makings: [(String) -> Int32] = [
      { symlink("format", $0) }, { mkdir($0, 0o700) }, { mkfifo($0, 0o600) },
    ]
    for make in makings {
      let scratch = try store()
      let format = try scratch.bytes(of: "format")
      try #require(unlink(scratch.store + "/lock") == 0)
      try #require(make(scratch.store + "/lock") == 0)
      let journal = try scratch.journal()
      #expect(journal.access == .readOnly(.strangeLock))
      #expect(journal.pipeline.version == SequenceNumber(1))
      #expect(code { _ = try journal.commit(Work.note("不")) } == .readOnly(.strangeLock))
      #expect(try scratch.bytes(of: "format") == format)
    }
  }

  @Test("A lock that is another name of the journal is no place for a mark")
  func linked() throws {
    let scratch = try store()
    let segment = scratch.store + "/journal/0000000000000001.jsonl"
    let open = try scratch.journal()
    _ = try open.commit(Work.note("一"))
    try #require(unlink(scratch.store + "/lock") == 0)
    try #require(link(segment, scratch.store + "/lock") == 0)
    _ = try open.commit(Work.note("二"))
    _ = try scratch.journal().commit(Work.note("三"))
    #expect(try scratch.journal().pipeline[ProjectID(1)]?.notes.map(\.text) == ["一", "二", "三"])
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }
}
