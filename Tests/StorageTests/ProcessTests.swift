import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Several processes on one store")
struct ProcessTests {
  @Test("Writers in processes of their own lose nothing, and readers see one order")
  func writers() async throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    let path = scratch.store
    let (writers, commits) = (4, 50)
    await withTaskGroup { group in
      for writer in 0..<writers {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, writer = writer as Int, commits = commits as Int] in
            let journal = try Journal(
              path: path, authorship: .sample, segmentLimit: 4000, patience: 60_000)
            for index in 0..<commits {
              let work =
                index % 5 == 0
                ? Work.notes(["甲", "乙", "丙"]) : Work.note("\(writer)-\(index)")
              let commit = try journal.commit(work)
              guard commit.events.count == (index % 5 == 0 ? 3 : 1) else { exit(EXIT_FAILURE) }
            }
          }
        }
      }
      // A reader looks while they write: only whole commits, every event once, in order.
      var seen = journal.pipeline.version
      let last = SequenceNumber(1 + UInt64(writers * (commits + commits / 5 * 2)))
      while seen < last {
        guard let changes = try? journal.catchUp() else {
          Issue.record("the reader met damage")
          break
        }
        #expect(!changes.startsOver)
        for event in changes.events {
          #expect(event.sequence == seen.next)
          seen = event.sequence
        }
        if let event = changes.events.last { #expect(event.part == event.parts - 1) }
        if case .readOnly(let reason) = journal.access {
          Issue.record("the reader met \(reason)")
          break
        }
        await Task.yield()
      }
      await group.waitForAll()
    }
    let notes = try #require(journal.pipeline[ProjectID(1)]?.notes)
    #expect(Set(notes.map(\.text)).count == writers * commits * 4 / 5 + 3)
    let report = try StoreCheck.run(on: path)
    #expect(report.findings == [])
    #expect(report.lastWhole == journal.pipeline.version)
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
  }

  @Test(
    "Killed before any call of a commit, everything acknowledged is there and the store goes on")
  func killed() async throws {
    var versions: Set<UInt64> = []
    for place in 0..<40 {
      let scratch = try Scratch()
      _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
      let path = scratch.store
      let result = await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, place = place as Int] in
        let disk = FaultingDisk()
        // Two bytes at a time would take long; sixty tear the record in several places.
        disk.writeLimit = 60
        let journal = try Journal(
          path: path, authorship: .sample, disk: disk, segmentLimit: 100)
        disk.forgetCalls()
        disk.fault = { [unowned disk] _, _ in
          if disk.calls.count > place { raise(SIGKILL) }
          return nil
        }
        _ = try journal.commit(Work.notes(["一", "二"]))
        // Acknowledged: whatever comes now, it is stored.
        raise(SIGKILL)
      }
      #expect(result != nil)
      let journal = try scratch.journal()
      #expect(journal.access == .readWrite)
      versions.insert(journal.pipeline.version.number)
      if place == 39 { #expect(journal.pipeline.version.number == 3) }
      _ = try journal.commit(Work.note("接着"))
      #expect(try StoreCheck.run(on: path).isSound)
      expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
    }
    #expect(versions == [1, 3])
  }
}
