import CustomDump
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// A journal read by several threads says what it says read line by line.
@Suite("Reading ahead")
struct ReadAheadTests {
  private let scratch: Scratch
  private let file = "journal/0000000000000001.jsonl"
  private let whole: [UInt8]
  private let format: StoreFormat

  init() throws {
    scratch = try Scratch()
    let journal = try scratch.newJournal()
    _ = try journal.commit(Work.add("铝基新材料"))
    for number in 1...12 { _ = try journal.commit(Work.note("第\(number)条\n备注")) }
    _ = try journal.commit(Work.notes(["一", "二", "三"]))
    _ = try journal.commit { _ in Sample.events }
    whole = try scratch.bytes(of: file)
    format = StoreFormat(id: journal.storeID)
    try #require(whole.count > 8_000)
  }

  private struct Outcome: Hashable {
    let tail: Tail
    let committed: Position
    let cursor: Position
    let pipeline: Pipeline
  }

  /// - Parameter stretch: How many bytes a thread is given at a time; nil for line by line.
  private func read(stretch: Int?) throws -> Outcome {
    let disk = LocalDisk()
    let root = try disk.openFolder(path: scratch.store)
    defer { disk.close(root) }
    let files = SegmentFiles(
      try disk.open("journal", in: root, .folder), on: disk,
      readAheadFrom: stretch == nil ? .max : 1, stretchSize: stretch ?? 1)
    var replay = Replay(from: format)
    try files.lookForGaps()
    let tail = try files.readToEnd(&replay)
    replay.dropUnfinishedCommit()
    return Outcome(
      tail: tail, committed: replay.committed, cursor: replay.cursor, pipeline: replay.pipeline)
  }

  private func readBothWays(_ comment: String, stretch: Int = 2000) throws {
    let serial = try read(stretch: nil)
    let ahead = try read(stretch: stretch)
    #expect(serial == ahead, "\(comment): \(serial.tail) against \(ahead.tail)")
  }

  @Test(
    "A sound journal is read the same in stretches of any size", arguments: [600, 1500, 1 << 20])
  func sound(stretch: Int) throws {
    let outcome = try read(stretch: stretch)
    #expect(outcome.tail == .clean)
    #expect(outcome == (try read(stretch: nil)))
  }

  @Test("A changed byte is named with its file, line and event, whichever thread comes by it")
  func changedBytes() throws {
    for index in stride(from: 0, to: whole.count, by: 23) {
      var bytes = whole
      bytes[index] ^= 0x04
      try scratch.write(bytes, to: file)
      try readBothWays("byte \(index)")
    }
  }

  @Test("A journal cut anywhere ends at the same commit")
  func cut() throws {
    for length in stride(from: 0, to: whole.count, by: 97) {
      try scratch.write(Array(whole[..<length]), to: file)
      try readBothWays("cut at \(length)")
    }
  }

  @Test("Lines left out, doubled or exchanged are found")
  func lines() throws {
    let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
    for index in lines.indices.dropLast() {
      var changed = lines
      changed.remove(at: index)
      try scratch.write(Array(changed.joined()), to: file)
      try readBothWays("without line \(index + 1)", stretch: 5000)
      changed = lines
      changed.swapAt(index, index + 1)
      try scratch.write(Array(changed.joined()), to: file)
      try readBothWays("line \(index + 1) after the next", stretch: 5000)
      changed = lines
      changed.insert(lines[index], at: index)
      try scratch.write(Array(changed.joined()), to: file)
      try readBothWays("line \(index + 1) twice", stretch: 5000)
    }
  }

  @Test("A reading that is stopped has taken what came before, and goes on from there")
  func stopped() throws {
    let disk = FaultingDisk()
    let root = try disk.openFolder(path: scratch.store)
    defer { disk.close(root) }
    let files = SegmentFiles(
      try disk.open("journal", in: root, .folder), on: disk, readAheadFrom: 1, stretchSize: 1500)
    for reads in 0..<8 {
      var replay = Replay(from: format)
      disk.forgetCalls()
      disk.fault = { [unowned disk] call, _ in
        call == .read && disk.count(.read) > reads ? 4 : nil
      }
      #expect(throws: DiskError.self) { try files.readToEnd(&replay) }
      #expect(replay.committed.offset < Int64(whole.count))
      replay.dropUnfinishedCommit()
      disk.fault = { _, _ in nil }
      #expect(try files.readToEnd(&replay) == .clean)
      #expect(replay.pipeline == (try read(stretch: nil)).pipeline)
    }
  }
}
