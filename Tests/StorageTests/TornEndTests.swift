import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Ends that a power cut left, each laid out to the byte.
@Suite("Torn ends")
struct TornEndTests {
  private static let file = "journal/0000000000000001.jsonl"

  /// A text that brings the file to so many bytes beyond a sector's end, written as a note.
  ///
  /// - Parameter last: A note of the same text but for its length was just written.
  private func padding(_ scratch: Scratch, _ last: Int, to rest: Int) throws -> String {
    let whole = try scratch.bytes(of: Self.file)
    let line = try #require(whole.split(separator: 0x0A).last).count + 1
    let missing = (rest - whole.count - (line - last)) % 512
    return String(repeating: "x", count: missing > 0 ? missing : missing + 512)
  }

  @Test(
    "A lost piece of one to seven bytes, before a sector's end or after it, is an interrupted write",
    arguments: 1...7, [false, true])
  func shortPiece(lost: Int, isAtEnd: Bool) throws {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    _ = try journal.commit(Work.note("x"))
    let text = try padding(scratch, 1, to: isAtEnd ? lost : 512 - lost)
    if !isAtEnd { _ = try journal.commit(Work.note(text)) }
    let before = journal.pipeline
    let whole = try scratch.bytes(of: Self.file)
    _ = try journal.commit(Work.note(isAtEnd ? text : "最后"))
    var torn = try scratch.bytes(of: Self.file)
    let start = isAtEnd ? torn.count - lost : whole.count
    try #require((isAtEnd ? start : start + lost) % 512 == 0)
    for index in start..<start + lost { torn[index] = 0 }
    try scratch.write(torn, to: Self.file)

    let report = try StoreCheck.run(on: scratch.store)
    #expect(report.isSound)
    #expect(report.lost == 0)
    let opened = try scratch.journal()
    #expect(opened.access == .readWrite)
    #expect(opened.pipeline == before)
    let recovery = try #require(try opened.commit(Work.note("接着")).recovery)
    if isAtEnd && lost == 1 {
      // Nothing but the line feed is missing: the record is kept.
      #expect(recovery.kind == .completed)
    } else if case .putAside(let aside) = recovery.kind {
      #expect(try scratch.bytes(of: aside) == Array(torn[whole.count...]))
    } else {
      Issue.record("\(recovery)")
    }
    let reopened = try scratch.journal()
    #expect(reopened.access == .readWrite)
    #expect(reopened.pipeline == opened.pipeline)
  }

  /// A store whose last commit is of three long records, and how many bytes stand before it.
  private func withLongCommit() throws -> (Scratch, whole: [UInt8], start: Int, before: Pipeline) {
    let scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    _ = try journal.commit(Work.note("存盘"))
    let before = journal.pipeline
    let start = try scratch.bytes(of: Self.file).count
    let commit = try journal.commit(
      Work.notes((1...3).map { String(repeating: "\($0)", count: 450) }))
    try #require(commit.events.count == 3)
    return (scratch, try scratch.bytes(of: Self.file), start, before)
  }

  @Test("Whichever sectors a commit of several events lost, the check calls none of it damage")
  func lostSectors() throws {
    let (scratch, whole, start, before) = try withLongCommit()
    var pieces: [Range<Int>] = []
    while let from = pieces.last?.upperBound ?? start as Int?, from < whole.count {
      pieces.append(from..<min((from / 512 + 1) * 512, whole.count))
    }
    try #require(pieces.count > 3)
    for lost in 1..<1 << pieces.count {
      var torn = whole
      for (place, piece) in pieces.enumerated() where lost >> place & 1 == 1 {
        for index in piece { torn[index] = 0 }
      }
      try scratch.write(torn, to: Self.file)
      try expectUnfinished(scratch, torn.count - start, before, "pieces \(lost)")
    }
  }

  @Test("Wherever a commit of several events was cut off, the check calls none of it damage")
  func cutOff() throws {
    let (scratch, whole, start, before) = try withLongCommit()
    // But for its line feed the commit would be whole, and be kept.
    for length in start + 1..<whole.count - 1 where length % 3 == 0 {
      try scratch.write(Array(whole[..<length]), to: Self.file)
      try expectUnfinished(scratch, length - start, before, "cut at \(length)")
    }
  }

  private func expectUnfinished(
    _ scratch: Scratch, _ bytes: Int, _ before: Pipeline, _ comment: Comment
  ) throws {
    let report = try StoreCheck.run(on: scratch.store)
    #expect(
      report.findings == [.unfinished(file: Self.file, line: 3, bytes: Int64(bytes))], comment)
    #expect(report.lost == 0, comment)
    #expect(report.lastWhole == before.version, comment)
    let journal = try scratch.journal()
    #expect(journal.access == .readWrite, comment)
    #expect(journal.pipeline == before, comment)
  }
}
