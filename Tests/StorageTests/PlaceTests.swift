import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A store that is moved, removed, mended or replaced while somebody has it open.
@Suite("Files against their names")
struct PlaceTests {
  private static let segment = "journal/0000000000000001.jsonl"

  /// A store of four changes.
  private func store() throws -> Scratch {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    for text in ["一", "二", "三"] { _ = try journal.commit(Work.note(text)) }
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

  private func notes(_ scratch: Scratch, at path: String? = nil) throws -> [String] {
    try #require(scratch.journal(at: path).pipeline[ProjectID(1)]).notes.map(\.text)
  }

  /// Puts a copy of a file in its place by renaming, as `rsync` and `tar` do.
  private func replace(_ name: String, in scratch: Scratch) throws {
    try scratch.write(try scratch.bytes(of: name), to: name + ".copy")
    try #require(rename(scratch.store + "/" + name + ".copy", scratch.store + "/" + name) == 0)
  }

  private func copy(_ path: String, to newPath: String) throws {
    let child = try Child("cp", ["-r", path, newPath])
    try #require(child.wait() == .exited(0))
  }

  @Test("A repair beside an open journal is seen, and no colleague's change is written over")
  func mended() throws {
    let scratch = try store()
    var dice = SystemRandomNumberGenerator()
    let backup = scratch.path + "/备份"
    _ = try StoreCopy.make(of: scratch.store, at: backup, random: { dice.next() })
    // One that has only looked so far, and one that has written.
    let board = try scratch.journal()
    let writer = try scratch.journal()
    _ = try writer.commit(Work.note("四"))
    let whole = try scratch.bytes(of: Self.segment)
    var spoiled = whole
    let place = try #require(whole.indices.dropFirst(whole.count / 3).first { whole[$0] > 0x80 })
    spoiled[place] ^= 1
    try scratch.write(spoiled, to: Self.segment)
    let report = try StoreRepair.run(
      on: scratch.store, from: backup, random: { dice.next() })
    let colleague = try scratch.journal()
    try colleague.note(report.record)
    _ = try colleague.commit(Work.note("同事刚存的"))
    _ = try board.commit(Work.note("板上写的"))
    _ = try writer.commit(Work.note("又写的"))
    #expect(try notes(scratch) == ["一", "二", "三", "四", "同事刚存的", "板上写的", "又写的"])
    #expect(try StoreCheck.run(on: scratch.store).isSound)
    expectNoDifference(try scratch.journal().pipeline, writer.pipeline)
  }

  @Test("The same bytes under a new file are written to, not the file that is gone")
  func sameBytes() throws {
    let scratch = try store()
    let reader = try scratch.journal()
    let writer = try scratch.journal()
    _ = try writer.commit(Work.note("四"))
    try replace(Self.segment, in: scratch)
    _ = try writer.commit(Work.note("五"))
    _ = try reader.commit(Work.note("六"))
    try replace(Self.segment, in: scratch)
    #expect(try reader.catchUp().startsOver)
    _ = try writer.commit(Work.note("七"))
    #expect(try notes(scratch) == ["一", "二", "三", "四", "五", "六", "七"])
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("In a store that was removed nothing is saved, and it is written again when it is back")
  func removed() throws {
    let scratch = try store()
    let writer = try scratch.journal()
    _ = try writer.commit(Work.note("四"))
    let away = scratch.path + "/移走"
    try copy(scratch.store, to: away)
    Scratch.remove(scratch.store)
    #expect(code { _ = try writer.commit(Work.note("不")) } == .readOnly(.replaced))
    #expect(writer.access == .readOnly(.replaced))
    #expect(try writer.catchUp() == Changes())
    // What was read is still shown.
    #expect(writer.pipeline[ProjectID(1)]?.notes.count == 4)
    #expect(!writer.writeCheckpointIfDue().isWritten)
    try #require(rename(away, scratch.store) == 0)
    _ = try writer.commit(Work.note("五"))
    #expect(writer.access == .readWrite)
    #expect(try notes(scratch) == ["一", "二", "三", "四", "五"])
  }

  @Test("Half a copy that is met is damaged, and is written to again when the rest has come")
  func halfACopy() throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal(segmentLimit: 300)
    _ = try journal.commit(Work.add("铝基新材料"))
    for text in ["一", "二", "三", "四", "五"] { _ = try journal.commit(Work.note(text)) }
    let files = try scratch.names(in: "journal").map { "journal/" + $0 }
    try #require(files.count > 2)
    for file in files {
      // As `cp` does it: the same file, cut to nothing or half there, then the rest.
      for isEmpty in [true, false] {
        let whole = try scratch.bytes(of: file)
        let part = isEmpty ? 0 : whole.count / 2
        try scratch.write(Array(whole.prefix(part)), to: file, keepsMark: true)
        let board = try scratch.journal()
        guard case .readOnly(.damaged) = board.access else {
          Issue.record("\(file), \(part) bytes: \(board.access)")
          return
        }
        #expect(try board.catchUp() == Changes(), "nothing has changed since")
        try scratch.write(whole, to: file, keepsMark: true)
        if isEmpty { #expect(try board.catchUp().startsOver) }
        _ = try board.commit(Work.note("接着"))
        #expect(board.access == .readWrite)
        expectNoDifference(try scratch.journal().pipeline, board.pipeline)
      }
    }
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A copy that lost its empty folders puts aside what was left, and takes changes")
  func emptyFolders() throws {
    let scratch = try store()
    for folder in ["checkpoint", "drafts", "quarantine"] {
      Scratch.remove(scratch.store + "/" + folder)
    }
    let whole = try scratch.bytes(of: Self.segment)
    try scratch.write(whole + Array("{\"sum\":\"12".utf8), to: Self.segment)
    let commit = try scratch.journal().commit(Work.note("四"))
    #expect(commit.recovery?.bytes == 10)
    #expect(scratch.mode(of: "quarantine") == 0o700)
    #expect(try notes(scratch) == ["一", "二", "三", "四"])
  }

  @Test("Another store in its place is not written to; the one that was moved is not either")
  func movedAndAnother() throws {
    let scratch = try store()
    let writer = try scratch.journal()
    _ = try writer.commit(Work.note("四"))
    let away = scratch.path + "/移走"
    try #require(rename(scratch.store, away) == 0)
    _ = try scratch.newJournal().commit(Work.add("另一个"))
    let before = try scratch.bytes(of: Self.segment)
    #expect(code { _ = try writer.commit(Work.note("不")) } == .readOnly(.replaced))
    #expect(try writer.catchUp() == Changes())
    #expect(try scratch.bytes(of: Self.segment) == before)
    #expect(try notes(scratch, at: away) == ["一", "二", "三", "四"])
    Scratch.remove(scratch.store)
    try #require(rename(away, scratch.store) == 0)
    #expect(try writer.catchUp().startsOver)
    _ = try writer.commit(Work.note("五"))
    #expect(try notes(scratch) == ["一", "二", "三", "四", "五"])
  }

  @Test("The same store in another folder, or with another journal, is read anew and written to")
  func copied() throws {
    for place in ["", "/journal"] {
      let scratch = try store()
      let writer = try scratch.journal()
      _ = try writer.commit(Work.note("四"))
      let reader = try scratch.journal()
      let away = scratch.path + "/移走"
      try copy(scratch.store, to: scratch.path + "/副本")
      try #require(rename(scratch.store + place, away) == 0)
      try #require(rename(scratch.path + "/副本" + place, scratch.store + place) == 0)
      #expect(try writer.commit(Work.note("五")).others.startsOver)
      #expect(try reader.catchUp().startsOver)
      #expect(reader.pipeline[ProjectID(1)]?.notes.count == 5)
      #expect(try reader.events(after: .origin, limit: 10).count == 6)
      #expect(try notes(scratch) == ["一", "二", "三", "四", "五"])
      #expect(try StoreCheck.run(on: scratch.store).isSound)
    }
  }

  @Test("A file that is replaced between the reading and the writing takes no record unread")
  func replacedBeforeWriting() throws {
    let scratch = try store()
    let disk = FaultingDisk()
    let journal = try scratch.journal(disk: disk)
    var isDone = false
    disk.fault = { call, name in
      // The writer has made sure of the name, and opens the file for writing now.
      guard !isDone, disk.isLocked, call == .open, name.hasSuffix(".jsonl") else { return nil }
      isDone = true
      try? replace(Self.segment, in: scratch)
      return nil
    }
    let refused = code { _ = try journal.commit(Work.note("不")) }
    #expect(refused == .notSaved(.replaced("0000000000000001.jsonl")))
    #expect(isDone)
    _ = try journal.commit(Work.note("四"))
    #expect(try notes(scratch) == ["一", "二", "三", "四"])
  }

  @Test(
    "What is replaced or moved while it is written is not called saved", arguments: [true, false])
  func replacedWhileWriting(isMoved: Bool) throws {
    let scratch = try store()
    let disk = FaultingDisk()
    let journal = try scratch.journal(disk: disk)
    let before = scratch.path + "/先前"
    try copy(scratch.store, to: before)
    disk.fault = { call, name in
      guard call == .flush, name == "data" else { return nil }
      disk.fault = { _, _ in nil }
      if isMoved {
        _ = rename(scratch.store, scratch.path + "/移走")
        _ = rename(before, scratch.store)
      } else {
        _ = rename(before + "/" + Self.segment, scratch.store + "/" + Self.segment)
      }
      return nil
    }
    #expect(code { _ = try journal.commit(Work.note("四")) } == .unconfirmed)
    #expect(try journal.catchUp().startsOver)
    _ = try journal.commit(Work.note("五"))
    #expect(try notes(scratch) == ["一", "二", "三", "五"])
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A repair waits for a writer as long as a commit does, and never swaps a file under it")
  func repairWaits() throws {
    let scratch = try store()
    var dice = SystemRandomNumberGenerator()
    let backup = scratch.path + "/备份"
    _ = try StoreCopy.make(of: scratch.store, at: backup, random: { dice.next() })
    let disk = FaultingDisk()
    let journal = try scratch.journal(disk: disk)
    var refusals: [StoreError.Code?] = []
    let waiting = FaultingDisk()
    disk.fault = { call, _ in
      guard call == .write, refusals.isEmpty else { return nil }
      refusals.append(
        code {
          _ = try StoreRepair.run(
            on: scratch.store, from: backup, disk: waiting, random: { dice.next() })
        })
      refusals.append(
        code {
          _ = try StoreGap.run(on: scratch.store, authorship: .sample, disk: waiting)
        })
      return nil
    }
    _ = try journal.commit(Work.note("四"))
    let holder = LockHolder(pid: getpid(), uid: getuid())
    #expect(refusals == [.busy(holder), .busy(holder)])
    #expect(waiting.paused == 2 * Journal.patience)
    #expect(try notes(scratch) == ["一", "二", "三", "四"])
  }
}
