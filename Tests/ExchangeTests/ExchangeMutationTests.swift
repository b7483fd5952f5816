import Pipeline
import TestSupport
import Testing

@testable import Exchange

@Suite struct ExchangeMutationTests {
  @Test("No exchange file does more than be refused with its place")
  func files() throws {
    let example = ZoupingExample.bytes
    let tried = try Mutation.play(
      try Corpus.kept() + [example, Array(example.prefix(2000))]
    ) { bytes in
      do throws(ExchangeError) {
        let file = try ExchangeFile(bytes)
        do throws(Refusal) {
          _ = try Pipeline().decide(.take(file.intake), today: "2026-11-22")
        } catch {
          _ = file.error(for: error)
        }
      } catch {
        #expect(error.line >= 1)
      }
    }
    #expect(tried > 20)
  }
}
