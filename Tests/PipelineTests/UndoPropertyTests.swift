import Pipeline
import TestSupport
import Testing

struct UndoPropertyTests {
  @Test("Whatever happens, history adds up and every step can be taken back", arguments: 0..<200)
  func history(seed: Int) throws {
    var commands = RandomCommands(seed: seed)
    var ledger = Ledger()
    for step in 0..<40 {
      let place: Comment = "seed \(seed), step \(step)"
      let before = ledger.pipeline
      let command = commands.command(for: before)
      guard let recorded = try? ledger.commit(command) else {
        #expect(ledger.pipeline == before, place)
        continue
      }
      try #require(ledger.pipeline.brokenInvariants == [], "\(place): \(command)")
      if recorded.isEmpty {
        #expect(ledger.pipeline == before, place)
        continue
      }
      let after = ledger.pipeline
      let commit = try #require(after.undoable.last)
      #expect(ledger.events(of: commit) == recorded, place)

      var undone = ledger
      try undone.undo()
      try #require(undone.pipeline.content == before.content, "\(place): undo of \(command)")
      try #require(undone.pipeline.brokenInvariants == [], "\(place): undo of \(command)")
      #expect(undone.pipeline.undoable == Array(after.undoable.dropLast()), place)
      var redone = undone
      try redone.redo()
      try #require(redone.pipeline.content == after.content, "\(place): redo of \(command)")
      #expect(redone.pipeline.undoable.map(\.first) == after.undoable.map(\.first), place)
      #expect(redone.pipeline.redoable == after.redoable, place)
      if commands.isOnce(in: 3) { ledger = commands.pick([undone, redone]) }
    }
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test("Any old commit is taken back whole or refused, and comes back whole", arguments: 0..<200)
  func oldCommits(seed: Int) throws {
    var commands = RandomCommands(seed: seed &+ 10_000)
    var ledger = Ledger()
    for step in 0..<60 {
      let place: Comment = "seed \(seed), step \(step)"
      let before = ledger.pipeline
      guard commands.isOnce(in: 3), !before.undoable.isEmpty else {
        _ = try? ledger.commit(commands.command(for: before))
        continue
      }
      let commit = commands.pick(before.undoable + before.redoable)
      guard let recorded = try? ledger.undo(commit) else {
        #expect(ledger.pipeline == before, place)
        continue
      }
      #expect(recorded.count == commit.count, place)
      try #require(ledger.pipeline.brokenInvariants == [], place)
      var back = ledger
      let undo = CommitReference(
        first: recorded[0].sequence, count: recorded.count, uid: recorded[0].by.uid)
      #expect(throws: Never.self, "\(place): \(recorded.map(\.event))") { try back.undo(undo) }
      try #require(back.pipeline.brokenInvariants == [], place)
      #expect(back.pipeline.content == before.content, place)
    }
    #expect(Ledger.replay(ledger.log) == ledger.pipeline)
  }

  @Test(
    "Undoing everything leaves an empty board, redoing everything brings it back", arguments: 0..<50
  )
  func allTheWay(seed: Int) throws {
    var commands = RandomCommands(seed: seed &+ 20_000)
    var ledger = Ledger()
    for _ in 0..<30 { _ = try? ledger.commit(commands.command(for: ledger.pipeline)) }
    let full = ledger.pipeline
    while !ledger.pipeline.undoable.isEmpty { try ledger.undo() }
    #expect(ledger.pipeline.content == Pipeline().content)
    while !ledger.pipeline.redoable.isEmpty { try ledger.redo() }
    #expect(ledger.pipeline.content == full.content)
    #expect(ledger.pipeline.undoable.map(\.first) == full.undoable.map(\.first))
  }
}
