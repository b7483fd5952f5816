import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Numbers and sizes that no store of ours has, whoever or whatever wrote them.
@Suite("Impossible numbers and sizes")
struct BoundTests {
  private static let segment = "journal/0000000000000001.jsonl"
  private static let highest: UInt64 = 1_000_000_000_000_000

  private func store() throws -> Scratch {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    _ = try journal.commit(Work.note("一"))
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

  private func stretch(_ name: String, to size: Int64, in scratch: Scratch) throws {
    try #require(truncate(scratch.store + "/" + name, off_t(size)) == 0)
  }

  @Test("A hundred gigabytes of nothing behind a journal are looked at and put aside as nothing")
  func hole() async throws {
    let scratch = try store()
    let whole = try scratch.bytes(of: Self.segment)
    let size: Int64 = 100 << 30
    try stretch(Self.segment, to: size, in: scratch)
    // With less memory than a hundredth of it, in a process of its own.
    let child = try Child(
      "sh",
      [
        "-c", "ulimit -v 1000000; exec \"$0\" write \"$1\" 甲 1",
        Desk.binaries + "/store-writer", scratch.store,
      ])
    #expect(child.lines() == ["ready 2", "saved 4 甲-0", "done"])
    #expect(child.wait() == .exited(0))
    #expect(try Array(scratch.bytes(of: Self.segment).prefix(whole.count)) == whole)
    let kept = try #require(scratch.names(in: "quarantine").first)
    var status = stat()
    try #require(stat(scratch.store + "/quarantine/" + kept, &status) == 0)
    #expect(status.st_size < 1 << 20)
    let events = try scratch.journal().events(after: SequenceNumber(2), limit: 1)
    guard case .storeRecovered(let recovery) = events.first?.event else {
      Issue.record("\(events)")
      return
    }
    #expect(recovery.bytes == size - Int64(whole.count))
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("What was put aside is, zeros and all, what was there, and takes no more room than it must")
  func sparse() throws {
    let scratch = try store()
    let whole = try scratch.bytes(of: Self.segment)
    var torn = Array("{\"sum\":\"0".utf8) + [UInt8](repeating: 0, count: 300_000)
    torn += [UInt8](repeating: 0x78, count: 100) + [UInt8](repeating: 0, count: 5000)
    try scratch.write(whole + torn, to: Self.segment)
    let recovery = try #require(try scratch.journal().commit(Work.note("二")).recovery)
    guard case .putAside(let file) = recovery.kind else {
      Issue.record("\(recovery)")
      return
    }
    #expect(try scratch.bytes(of: file) == torn)
    #expect(recovery.zerosLeftOut == 0)
    #expect(recovery.bytes == Int64(torn.count))
  }

  @Test("A later commit behind a gigabyte of nothing is found: the one before it was saved")
  func laterCommit() throws {
    let scratch = try store()
    let whole = try scratch.bytes(of: Self.segment)
    let lines = whole.split(separator: 0x0A)
    let second = Array(lines[1]) + [0x0A]
    let journal = try scratch.journal()
    _ = try journal.commit(Work.note("二"))
    _ = try journal.commit(Work.note("三"))
    let last = try Array(#require(scratch.bytes(of: Self.segment).split(separator: 0x0A).last))
    try scratch.write(Array(whole.dropLast(second.count)), to: Self.segment)
    try stretch(Self.segment, to: 1 << 30, in: scratch)
    let file = open(scratch.store + "/" + Self.segment, O_WRONLY | O_APPEND)
    try #require(write(file, [0x0A] + last + [0x0A], last.count + 2) == last.count + 2)
    close(file)
    let opened = try scratch.journal()
    guard case .readOnly(.damaged(let damage)) = opened.access else {
      Issue.record("\(opened.access)")
      return
    }
    #expect(damage.kind == .zeros)
    // And giving it up reads it piece by piece.
    let report = try StoreGap.run(on: scratch.store, authorship: .sample)
    #expect(report.gap.resume == SequenceNumber(5))
    _ = try scratch.journal().commit(Work.note("接着"))
  }

  @Test(
    "A file whose number no event can have is none of the journal's",
    arguments: ["18446744073709551615", "1000000000000001", "9999999999999999"])
  func name(number: String) throws {
    for bytes in [[], try store().bytes(of: Self.segment)] {
      let scratch = try store()
      let name = "journal/\(number).jsonl"
      try scratch.write(bytes, to: name)
      let report = try StoreCheck.run(on: scratch.store)
      #expect(report.isSound)
      #expect(report.findings.contains(.strange(file: name)))
      #expect(
        code { _ = try StoreGap.run(on: scratch.store, authorship: .sample) }
          == .unfit(.nothingToMend))
      _ = try scratch.journal().commit(Work.note("二"))
    }
  }

  @Test("Giving up never leaves a store that has hardly a number left")
  func farName() throws {
    for number in [Self.highest, Self.highest - 5] {
      let scratch = try store()
      let name = Position.name(of: SequenceNumber(number))
      try scratch.write([], to: "journal/" + name)
      let report = try StoreCheck.run(on: scratch.store)
      let damage = Damage(
        .emptyFile, file: "journal/" + name, line: 0, offset: 0, sequence: SequenceNumber(3))
      #expect(report.findings == [.damage(damage)])
      #expect(try scratch.journal().access == .readOnly(.damaged(damage)))
      #expect(
        code { _ = try StoreGap.run(on: scratch.store, authorship: .sample) }
          == .unfit(.numbersEnd(file: "journal/" + name)))
      #expect(try scratch.names(in: "journal") == ["0000000000000001.jsonl", name].sorted())
      try #require(unlink(scratch.store + "/journal/" + name) == 0)
      _ = try scratch.journal().commit(Work.note("二"))
    }
  }

  @Test("A gap that leads beyond all numbers is damage, and the last number is the last")
  func farGap() throws {
    let scratch = try store()
    let chain = try scratch.journal().position.chain
    func gap(_ resume: UInt64) -> [UInt8] {
      Gap(
        first: SequenceNumber(3), resume: SequenceNumber(resume), damagedFile: Self.segment,
        line: 3,
        offset: 0, lines: 0, bytes: 0, by: Actor(uid: 0, name: "root"), host: "x", at: 0
      ).bytes(after: chain)
    }
    try scratch.write(gap(Self.highest + 1), to: "journal/0000000000000003.gap")
    guard case .readOnly(.damaged) = try scratch.journal().access else {
      Issue.record("a number that cannot be was believed")
      return
    }
    #expect(!(try StoreCheck.run(on: scratch.store).isSound))
    try scratch.write(gap(Self.highest), to: "journal/0000000000000003.gap")
    try scratch.write([], to: "journal/" + Position.name(of: SequenceNumber(Self.highest)))
    let journal = try scratch.journal()
    let saved = try journal.commit(Work.note("最后一条"))
    #expect(saved.events.map(\.sequence.number) == [Self.highest])
    #expect(try scratch.journal().events(after: .origin, limit: 9).last == saved.events.last)
    #expect(code { _ = try journal.commit(Work.note("不")) } == .notWritable(kind: "project.noted"))
    #expect(try scratch.journal().pipeline.version.number == Self.highest)
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A record that says its number twice, in two ways, is no record")
  func twoNumbers() throws {
    let scratch = try store()
    let journal = try scratch.journal()
    var writer = RecordWriter(after: journal.position.chain)
    let third = RecordedEvent(
      sequence: SequenceNumber(3), id: "00000000-0000-4000-8000-000000000000", part: 0, parts: 1,
      by: Actor(uid: 0, name: "x"), host: "x", recordedAt: 1,
      event: .noted(ProjectID(1), text: "二", on: .unknown))
    writer.append(third)
    var line = Array(writer.bytes.dropLast(2)) + Array(",\"seq\":900}".utf8)
    RecordFrame.seal(&line, from: 0, after: journal.position.chain.sum)
    try scratch.write(try scratch.bytes(of: Self.segment) + line + [0x0A], to: Self.segment)
    guard case .readOnly(.damaged(let damage)) = try scratch.journal().access else {
      Issue.record("it was believed")
      return
    }
    #expect(damage.kind == .notARecord)
  }
}
