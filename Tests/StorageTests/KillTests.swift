import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Writers in processes of their own, killed at any moment.
@Suite("Killed at random")
struct KillTests {
  static let lanes = 4

  /// Two writers at a time on one store, each killed within `window` milliseconds.
  @Test(
    "Whatever moment a writer is killed at, what it said was saved is there and the store goes on",
    arguments: 0..<lanes)
  func killed(lane: Int) throws {
    let kills = Effort.count(200, long: 10_000) / Self.lanes
    let window = 200
    var dice = SplitMix64(seed: UInt64(lane))
    var done = 0
    var saved = 0
    defer { Effort.tell("kills", ["kills": done, "commits saved": saved]) }
    while done < kills, Effort.hasTime {
      let scratch = try Scratch()
      _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
      var acknowledged: [String] = []
      for _ in 0..<25 {
        let name = "\(lane)-\(done)"
        let writers = try ["甲", "乙"].map {
          try Child("store-writer", ["write", scratch.store, name + $0, "1000000", "20000"])
        }
        for writer in writers {
          // Not a wait for something: the moment of the kill is what is drawn by lot.
          usleep(UInt32.random(in: 0..<UInt32(window) * 1000, using: &dice))
          writer.kill()
          #expect(writer.wait() == .killed(SIGKILL))
          done += 1
        }
        for writer in writers {
          for line in writer.lines() where line.hasPrefix("saved ") {
            acknowledged += line.split(separator: " ").dropFirst(2).map(String.init)
          }
        }
        let journal = try scratch.journal()
        try #require(journal.access == .readWrite)
        _ = try journal.commit(Work.note("接着 \(name)"))
        acknowledged.append("接着 \(name)")
      }
      let events = try scratch.journal().events(after: .origin, limit: .max)
      #expect(events.map(\.sequence.number) == (1...UInt64(events.count)).map { $0 })
      let notes = events.compactMap {
        if case .noted(_, let text, _) = $0.event { text } else { nil }
      }
      #expect(Set(notes).count == notes.count)
      let lost = Set(acknowledged).subtracting(notes)
      #expect(
        lost.isEmpty, "lane \(lane): lost \(lost.sorted().prefix(5)) of \(acknowledged.count)")
      #expect(acknowledged.count > 25)
      saved += acknowledged.count
      #expect(try StoreCheck.run(on: scratch.store).isSound)
    }
  }
}
