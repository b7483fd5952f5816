import Pipeline
import TestSupport
import Testing
import Wording

@testable import Exchange

@Suite struct LedgerMutationTests {
  @Test("No table does more than be refused with its row")
  func tables() throws {
    let kept = try Corpus.kept()
    let tried = try Mutation.play(kept) { bytes in
      tryReading(table: bytes)
    }
    #expect(tried > kept.count)
  }
}
