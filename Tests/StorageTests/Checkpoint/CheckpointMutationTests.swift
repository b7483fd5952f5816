import TestSupport
import Testing

@testable import Storage

@Suite("Hostile checkpoints")
struct CheckpointMutationTests {
  @Test("No bytes do more than be refused, even if their sum is right")
  func records() throws {
    let kept = try Corpus.kept()
    let tried = try Mutation.play(kept) { tryReading(checkpoint: $0) }
    #expect(tried > kept.count)
  }
}
