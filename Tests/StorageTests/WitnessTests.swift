import CustomDump
import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// What a backup and the mark of the last flush know of a store whose own sums are right.
@Suite("Witnesses against a sound store")
struct WitnessTests {
  private let scratch: Scratch
  private let journal: Journal
  private static let segment = "journal/0000000000000001.jsonl"

  init() throws {
    scratch = try Scratch()
    journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    for text in ["一", "二", "三", "四"] { _ = try journal.commit(Work.note(text)) }
  }

  private var backup: String { scratch.path + "/备份" }

  private func backUp() throws {
    var dice = SystemRandomNumberGenerator()
    _ = try StoreCopy.make(of: scratch.store, at: backup, random: { dice.next() })
  }

  private func compare() throws -> StoreComparison.Report {
    try StoreComparison.run(on: scratch.store, with: backup)
  }

  /// The lines of the journal, without their line feeds.
  private func lines() throws -> [[UInt8]] {
    try scratch.bytes(of: Self.segment).split(separator: 0x0A).map(Array.init)
  }

  /// Writes lines as a member of the group can: each with a right sum.
  private func forge(_ lines: [[UInt8]]) throws {
    var sum = StoreFormat(id: journal.storeID).seed
    var bytes: [UInt8] = []
    for line in lines {
      var line = line
      sum = RecordFrame.seal(&line, from: 0, after: sum)
      bytes += line + [0x0A]
    }
    try scratch.write(bytes, to: Self.segment, keepsMark: true)
  }

  private func replacing(_ text: String, with other: String, in lines: [[UInt8]]) -> [[UInt8]] {
    lines.map { Array(String(decoding: $0, as: UTF8.self).replacing(text, with: other).utf8) }
  }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  // MARK: The backup

  @Test("A store is the same as its backup, and may go on behind it")
  func same() throws {
    try backUp()
    #expect(try compare().verdict == .same)
    _ = try journal.commit(Work.note("五"))
    let report = try compare()
    #expect(report.verdict == .goesOn && report.agrees)
    #expect(report.same == 5 && report.last == 6 && report.backupLast == 5)
  }

  @Test("A record that was rewritten and sealed anew is named by the first event that differs")
  func rewritten() throws {
    try backUp()
    try forge(replacing("\"二\"", with: "\"假\"", in: try lines()))
    #expect(try StoreCheck.run(on: scratch.store).isSound, "its own sums say nothing")
    let before = try scratch.bytes(of: Self.segment)
    let report = try compare()
    #expect(report.verdict == .differs(at: 3) && report.same == 2 && !report.agrees)
    #expect(try scratch.bytes(of: Self.segment) == before)
  }

  @Test("A record of which only bytes differ, and not the sum, is found too")
  func sameSums() throws {
    // A stand-in that always fits: the sums of both are right, so only a look at bytes can tell.
    try backUp()
    var changed = try lines()
    changed[4] = replacing("王敏", with: "王名", in: [changed[4]])[0]
    try forge(changed)
    #expect(try compare().verdict == .differs(at: 5))
  }

  @Test("A store that ends before its backup was cut off")
  func cut() throws {
    try backUp()
    try scratch.write(
      Array(try lines().prefix(3).joined(separator: [0x0A])) + [0x0A], to: Self.segment)
    let report = try compare()
    #expect(report.verdict == .endsEarlier && report.last == 3 && report.backupLast == 5)
    #expect(!report.agrees)
  }

  @Test("A backup of another store is no witness, and a damaged store is not compared")
  func others() throws {
    var dice = SystemRandomNumberGenerator()
    try Journal.create(at: backup, random: { dice.next() })
    #expect(code { _ = try compare() } == .unfit(.otherStore))
    Scratch.remove(backup)
    try #require(symlink(scratch.store, backup) == 0)
    #expect(code { _ = try compare() } == .unfit(.sameFolder), "by another name")
    try #require(unlink(backup) == 0)
    try backUp()
    var bytes = try scratch.bytes(of: Self.segment)
    bytes[60] ^= 1
    try scratch.write(bytes, to: Self.segment)
    guard case .damaged = code({ _ = try compare() }) else {
      Issue.record("compared what is damaged")
      return
    }
  }

  @Test("What was given up in one of the two is said, and is no other story")
  func gaps() throws {
    try backUp()
    var bytes = try scratch.bytes(of: Self.segment)
    let third = try lines().prefix(2).reduce(0) { $0 + $1.count + 1 }
    bytes[third + 40] ^= 1
    try scratch.write(bytes, to: Self.segment)
    let given = try StoreGap.run(on: scratch.store, authorship: .sample)
    _ = try scratch.journal().commit(Work.note("以后"))
    let report = try compare()
    #expect(report.verdict == .gaveUp(given.gap) && report.same == 2)
    // A backup made since has the gap as well.
    Scratch.remove(backup)
    try backUp()
    #expect(try compare().verdict == .same)
  }

  // MARK: The mark of the last flush

  @Test("A journal cut at a line's end is damaged: what was flushed is known to be more")
  func cutAtALine() throws {
    let open = try scratch.journal()
    let three = Array(try lines().prefix(3).joined(separator: [0x0A])) + [0x0A]
    try scratch.write(three, to: Self.segment, keepsMark: true)
    let damage = Damage(
      .cutOff(flushed: 5), file: Self.segment, line: 4, offset: Int64(three.count), sequence: 4)
    #expect(try scratch.journal().access == .readOnly(.damaged(damage)))
    #expect(code { _ = try open.commit(Work.note("不")) } == .damaged(damage))
    #expect(open.access == .readOnly(.damaged(damage)))
    #expect(try scratch.bytes(of: Self.segment) == three, "no number is given out twice")
    let report = try StoreCheck.run(on: scratch.store)
    #expect(report.findings == [.damage(damage)])
    #expect(report.lastWhole == 3 && report.lost == 2)
  }

  @Test("Half a record that was flushed whole is not called one that never was")
  func cutInARecord() throws {
    let whole = try scratch.bytes(of: Self.segment)
    try scratch.write(Array(whole.dropLast(20)), to: Self.segment, keepsMark: true)
    let findings = try StoreCheck.run(on: scratch.store).findings
    guard case .damage(let damage)? = findings.first, findings.count == 1 else {
      Issue.record("\(findings)")
      return
    }
    #expect(damage.kind == .cutOff(flushed: 5) && damage.sequence == 5)
    #expect(code { _ = try scratch.journal().commit(Work.note("不")) } == .damaged(damage))
    // Without its line feed alone it is whole, and goes on.
    try scratch.write(Array(whole.dropLast()), to: Self.segment, keepsMark: true)
    let commit = try scratch.journal().commit(Work.note("好"))
    #expect(commit.recovery?.kind == .completed)
    #expect(try StoreCheck.run(on: scratch.store).findings == [])
  }

  @Test("What was cut off is mended with a backup that holds it, or given up with consent")
  func mended() throws {
    try backUp()
    let whole = try scratch.bytes(of: Self.segment)
    try scratch.write(Array(whole.dropLast(500)), to: Self.segment, keepsMark: true)
    var dice = SystemRandomNumberGenerator()
    let report = try StoreRepair.run(
      on: scratch.store, from: backup, random: { dice.next() })
    #expect(report.last == 5)
    #expect(try scratch.bytes(of: Self.segment) == whole)
    let again = try scratch.journal()
    #expect(again.access == .readWrite)
    _ = try again.commit(Work.note("接着"))  // 6
    // This time the backup ends too early.
    try scratch.write(whole, to: Self.segment, keepsMark: true)
    guard
      case .unfit(.tooOld) = code({
        _ = try StoreRepair.run(on: scratch.store, from: backup, random: { dice.next() })
      })
    else {
      Issue.record("mended with what does not hold it")
      return
    }
    let given = try StoreGap.run(on: scratch.store, authorship: .sample)
    #expect(given.gap.first == 6 && given.gap.resume == 7)
    let on = try scratch.journal()
    #expect(on.access == .readWrite)
    #expect(try on.commit(Work.note("以后")).events.first?.sequence == 7)
    #expect(try StoreCheck.run(on: scratch.store).isSound)
  }

  @Test("A mark by halves, of another store, or without a sum of its own says nothing")
  func marks() throws {
    let three = Array(try lines().prefix(3).joined(separator: [0x0A])) + [0x0A]
    let mark = try scratch.bytes(of: "lock")
    try scratch.write(three, to: Self.segment, keepsMark: true)
    var others: [[UInt8]] = (0..<mark.count).map { Array(mark.prefix($0)) }
    others += mark.indices.map { index in
      var mark = mark
      mark[index] ^= 1
      return mark
    }
    for other in others {
      try scratch.write(other, to: "lock")
      #expect(try scratch.journal().access == .readWrite, "\(other)")
    }
    try scratch.write(mark, to: "lock")
    #expect(try scratch.journal().access != .readWrite)
  }

  @Test("A copy of a store at work is whole, though the mark was copied after the journal")
  func copiedMark() throws {
    let journal = try scratch.bytes(of: Self.segment)
    _ = try self.journal.commit(Work.note("五"))
    let mark = try scratch.bytes(of: "lock")
    // A copy's files are others than those they were copied from.
    let kept = scratch.store + "/lock"
    try #require(rename(kept, kept + ".old") == 0)
    try scratch.write(mark, to: "lock")
    try scratch.write(journal, to: Self.segment, keepsMark: true)
    #expect(try scratch.journal(isReadOnly: true).access == .readOnly(.asked))
    let copy = try scratch.journal()
    #expect(copy.access == .readWrite)
    #expect(try StoreCheck.run(on: scratch.store).isSound)
    #expect(try copy.commit(Work.note("六")).events.first?.sequence == 6)
    // From the first change on it has a mark of its own.
    try scratch.write(journal, to: Self.segment, keepsMark: true)
    guard case .readOnly(.damaged(let damage)) = try scratch.journal().access else {
      Issue.record("no word of what was cut off")
      return
    }
    #expect(damage.kind == .cutOff(flushed: 6))
  }

  @Test("A last record that is not the one that was flushed is told, and stops nobody")
  func otherEnd() throws {
    try forge(replacing("\"二\"", with: "\"假\"", in: try lines()))
    let report = try StoreCheck.run(on: scratch.store)
    #expect(report.findings == [.otherEnd(5)] && report.isSound)
    #expect(try scratch.journal().access == .readWrite)
  }
}
