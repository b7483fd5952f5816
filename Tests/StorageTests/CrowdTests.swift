import Glibc
import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

/// Many processes on one store at once.
@Suite("A crowd")
struct CrowdTests {
  @Test("Of many writers at once everything is kept once, in one order, and readers see only that")
  func writers() throws {
    let (count, commits) = (Effort.count(8, long: 64), Effort.count(500, long: 2000))
    let scratch = try Scratch()
    _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
    let readers = try (0..<4).map { _ in try Child("store-writer", ["read", scratch.store]) }
    for reader in readers { #expect(reader.nextLine()?.hasPrefix("ready") == true) }
    let writers = try (0..<count).map {
      try Child("store-writer", ["write", scratch.store, "w\($0)", "\(commits)", "100000"])
    }
    var dice = SplitMix64(seed: 1)
    if Effort.isLong {
      for writer in writers where dice.isOnce(in: 10) {
        usleep(UInt32.random(in: 0..<2_000_000, using: &dice))
        writer.kill()
      }
    }
    var killed = 0
    var acknowledged: [UInt64: [String]] = [:]
    for writer in writers {
      for line in writer.lines() {
        let words = line.split(separator: " ").map(String.init)
        if words[0] == "saved", let sequence = UInt64(words[1]) {
          #expect(acknowledged.updateValue(Array(words[2...]), forKey: sequence) == nil)
        } else {
          #expect(["ready", "done"].contains(words[0]), "\(line)")
        }
      }
      let end = writer.wait()
      if end == .killed(SIGKILL) { killed += 1 }
      #expect(end == .exited(0) || Effort.isLong && end == .killed(SIGKILL))
    }
    let last = try check(scratch, acknowledged)
    if !Effort.isLong {
      #expect(acknowledged.count == count * commits)
      // Every fifth commit holds three notes.
      #expect(last == 1 + count * (commits + commits / 5 * 2))
    }
    var (looks, slowest) = (0, 0)
    for reader in readers {
      reader.say("\(last)")
      let lines = reader.lines()
      #expect(lines.last == "done", "\(lines)")
      let words = lines.first?.split(separator: " ").map(String.init) ?? []
      try #require(words.count == 3 && words[0] == "looks", "\(lines)")
      let (seen, slow) = (Int(words[1]) ?? 0, Int(words[2]) ?? .max)
      #expect(seen > 20 && slow <= 1000, "p95 of \(seen) looks: \(slow) ms")
      looks += seen
      slowest = max(slowest, slow)
    }
    Effort.tell(
      "a crowd",
      [
        "writers": count, "killed": killed, "commits saved": acknowledged.count,
        "looks": looks, "ms at p95": slowest,
      ])
  }

  /// - Returns: The number of the last event.
  private func check(_ scratch: Scratch, _ acknowledged: [UInt64: [String]]) throws -> Int {
    let journal = try scratch.journal()
    let events = try journal.events(after: .origin, limit: .max)
    #expect(events.map(\.sequence.number) == (1...UInt64(events.count)).map { $0 })
    var stored: [UInt64: [String]] = [:]
    for event in events {
      guard case .noted(_, let text, _) = event.event else { continue }
      stored[event.commit.number, default: []].append(text)
    }
    let lost = acknowledged.filter { stored[$0.key] != $0.value }
    #expect(lost.isEmpty, "\(lost.keys.sorted().prefix(5))")
    #expect(Set(stored.values.joined()).count == stored.values.joined().count)
    #expect(try StoreCheck.run(on: scratch.store).isSound)
    return events.count
  }

  @Test("When several change one field, exactly one wins and the others are asked")
  func races() throws {
    let rounds = Effort.count(200, long: 10_000)
    let scratch = try Scratch()
    _ = try scratch.newJournal().commit(Work.add("铝基新材料"))
    let racers = try ["甲", "乙", "丙"].map {
      try Child("store-writer", ["race", scratch.store, $0])
    }
    for racer in racers { #expect(racer.nextLine() == "ready 0") }
    var played = 0
    while played < rounds, Effort.hasTime {
      played += 1
      let round = played
      for racer in racers { racer.say("look") }
      for racer in racers { #expect(racer.nextLine() == "looked") }
      for racer in racers { racer.say("go") }
      let answers = racers.map { $0.nextLine() ?? "gone" }
      let winners = answers.filter { $0.hasPrefix("won ") }
      try #require(winners.count == 1, "round \(round): \(answers)")
      let value = winners[0].dropFirst(4)
      // Each loser is shown the very value it would have overwritten.
      #expect(answers.filter { $0 == "lost \(value)" }.count == racers.count - 1, "\(answers)")
    }
    #expect(try scratch.journal().pipeline.version == SequenceNumber(UInt64(played) + 1))
    Effort.tell("races", ["rounds": played, "people": racers.count])
  }
}
