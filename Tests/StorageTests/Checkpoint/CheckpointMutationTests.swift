import Pipeline
import StoreSupport
import TestSupport
import Testing

@testable import Storage

@Suite("Hostile checkpoints")
struct CheckpointMutationTests {
  @Test("No bytes do more than be refused, even if their sum is right")
  func records() throws {
    var ledger = Ledger()
    ledger.record(Sample.events)
    // Beside what was found before: a body of today's layout, which gets past the tables.
    let whole = try CheckpointTests.body(of: ledger.pipeline)
    #expect(try CheckpointTests.pipeline(in: whole) == ledger.pipeline)
    let kept = try Corpus.kept() + [whole]
    let tried = try Mutation.play(kept) { tryReading(checkpoint: $0) }
    #expect(tried > kept.count)
  }
}
