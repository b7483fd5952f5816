import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// What was written stays as it was, in the order it was written.
@Suite("History stays")
struct HistoryStaysTests {
  /// What shows whether a file was written to.
  private struct Trace: Equatable {
    let bytes: [UInt8]
    let mode: UInt32
    let inode: UInt
    let writtenAt: [Int]
  }

  private func trace(_ scratch: Scratch, _ file: String) throws -> Trace {
    var status = stat()
    try #require(lstat(scratch.store + "/" + file, &status) == 0)
    return Trace(
      bytes: try scratch.bytes(of: file), mode: status.st_mode & 0o7777, inode: status.st_ino,
      writtenAt: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec])
  }

  @Test("Undo adds an event, and no closed file is ever written again")
  func closedFiles() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal(segmentLimit: 700)
    _ = try journal.commit(Work.add("铝基新材料"))
    var closed: [String: Trace] = [:]
    for step in 1...40 {
      let before = journal.pipeline.version
      if step % 4 > 1 {
        // A note is undone, and the undoing in its turn.
        let reference = try #require(
          step % 4 == 3
            ? journal.pipeline.lastRedoable(by: nil) : journal.pipeline.lastUndoable(by: nil))
        let events = try journal.events(of: reference)
        let undone = try journal.commit { (pipeline) throws(Refusal) in
          try pipeline.decide(.undo(events), today: Work.day)
        }
        #expect(undone.events.map(\.sequence) == [before.next])
        guard case .undone = undone.events.first?.event else {
          Issue.record("\(undone.events)")
          return
        }
      } else {
        _ = try journal.commit(Work.note("备注\(step)"))
      }
      if step == 20 { _ = try StoreCheck.run(on: scratch.store) }
      let files = try scratch.names(in: "journal").map { "journal/" + $0 }
      for file in files.dropLast() {
        let now = try trace(scratch, file)
        #expect(now.mode == 0o440)
        if let before = closed[file] { #expect(now == before, "\(file) after step \(step)") }
        closed[file] = now
      }
    }
    #expect(closed.count > 10)
    expectNoDifference(try scratch.journal().pipeline, journal.pipeline)
  }

  @Test("A clock that goes backwards changes no order")
  func clock() throws {
    let scratch = try Scratch()
    _ = try scratch.newJournal()
    var time: Int64 = 1_690_000_000_000
    func journal() throws -> Journal {
      var dice = SystemRandomNumberGenerator()
      return try Journal(
        path: scratch.store,
        authorship: Authorship(
          actor: Actor(uid: 1000, name: "王敏"), host: "投促中心-01",
          now: {
            time -= 86_400_000
            return time
          }, random: { dice.next() }))
    }
    let one = try journal()
    _ = try one.commit(Work.add("铝基新材料"))
    let other = try journal()
    for text in ["一", "二", "三"] {
      _ = try one.commit(Work.note("\(text)甲"))
      _ = try other.commit(Work.note("\(text)乙"))
    }
    _ = try one.catchUp()
    let events = try journal().events(after: .origin, limit: 100)
    #expect(events.map(\.sequence.number) == Array(1...7))
    #expect(events.map(\.recordedAt) == events.map(\.recordedAt).sorted(by: >))
    let texts = events.compactMap { event -> String? in
      if case .noted(_, let text, _) = event.event { text } else { nil }
    }
    #expect(texts == ["一甲", "一乙", "二甲", "二乙", "三甲", "三乙"])
    expectNoDifference(one.pipeline, other.pipeline)
    expectNoDifference(try journal().pipeline, one.pipeline)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("What a newer version wrote among our records stays to the byte, and is read again")
  func newerRecords() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    let file = "journal/0000000000000001.jsonl"
    var bytes = try scratch.bytes(of: file)
    var sum = try #require(
      Array(bytes.dropLast()).withUnsafeBytes { RecordFrame.claims($0)?.sum })
    let rest = #""by":{"uid":7,"name":"新版","role":"x"},"host":"h","at":1,"zzz":{"a":[1.50]}}"#
    for record in [
      #"{"sum":"00000000","seq":2,"id":"a","kind":"project.merged","v":3,"data":{"into":[9]},"#,
      #"{"sum":"00000000","seq":3,"id":"b","kind":"project.noted","v":1,"data":"#
        + #"{"project":1,"text":"好","on":"2023-07","glow":{"a":1}},"#,
    ] {
      var line = Array((record + rest).utf8)
      sum = RecordFrame.seal(&line, from: 0, after: sum)
      bytes += line + [0x0A]
    }
    try scratch.write(bytes, to: file)

    let opened = try scratch.checkpointing(every: 1)
    #expect(opened.access == .readWrite)
    #expect(opened.pipeline.unknownEvents == 1)
    _ = try opened.commit(Work.note("接着"))
    #expect(opened.writeCheckpointIfDue().isWritten)
    #expect(try Array(scratch.bytes(of: file).prefix(bytes.count)) == bytes)
    let events = try scratch.journal().events(after: SequenceNumber(1), limit: 100)
    expectNoDifference(
      events.map(\.event).first,
      .unknown(kind: "project.merged", json: #"{"v":3,"data":{"into":[9]}}"#))
    #expect(try scratch.journal().pipeline.unknownEvents == 1)
    #expect(try scratch.journal().pipeline == opened.pipeline)
    let copy = scratch.path + "/备份"
    var dice = SystemRandomNumberGenerator()
    _ = try StoreCopy.make(of: scratch.store, at: copy, random: { dice.next() })
    #expect(
      try Array(scratch.bytes(of: "../备份/" + file).prefix(bytes.count)) == bytes)
  }
}
