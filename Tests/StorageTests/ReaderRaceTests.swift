import CustomDump
import Pipeline
import StoreSupport
import Testing

@testable import Storage

/// A reader that takes no lock, beside a writer that goes on at any moment.
@Suite("Readers beside a writer")
struct ReaderRaceTests {
  @Test(
    "A record that is ended at any moment of a look is taken now or at the next, and nothing starts over",
    arguments: [1, 3])
  func ended(notes: Int) throws {
    let scratch = try Scratch()
    let writer = try scratch.newJournal()
    _ = try writer.commit(Work.add("铝基新材料"))
    let file = "journal/0000000000000001.jsonl"
    let before = try scratch.bytes(of: file)
    _ = try writer.commit(Work.notes(["一", "二", "三"].suffix(notes)))
    let whole = try scratch.bytes(of: file)
    var isTakenAtOnce: Set<Bool> = []
    for cut in stride(from: before.count + 20, to: whole.count, by: 97) {
      var moment = 0
      var isOver = false
      while !isOver {
        try scratch.write(before, to: file)
        let disk = FaultingDisk()
        let reader = try scratch.journal(disk: disk)
        try scratch.write(Array(whole[..<cut]), to: file)
        disk.forgetCalls()
        var didEnd = false
        disk.fault = { [unowned disk] _, _ in
          // The writer ends its record right before this call of the reader.
          if disk.calls.count == moment + 1 {
            didEnd = true
            try? scratch.write(whole, to: file)
          }
          return nil
        }
        let first = try reader.catchUp()
        #expect(!first.startsOver, "cut at \(cut), call \(moment)")
        isTakenAtOnce.insert(!first.events.isEmpty)
        disk.fault = { _, _ in nil }
        try scratch.write(whole, to: file)
        let second = try reader.catchUp()
        #expect(!second.startsOver && reader.access == .readWrite)
        #expect(first.events.count + second.events.count == notes, "cut at \(cut), call \(moment)")
        #expect(reader.pipeline == writer.pipeline)
        isOver = !didEnd
        moment += 1
      }
      #expect(moment > 3)
    }
    #expect(isTakenAtOnce == [false, true])
  }
}
