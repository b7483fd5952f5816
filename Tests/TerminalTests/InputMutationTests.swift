import Canvas
import TestSupport
import Testing

@testable import Terminal

@Suite struct InputMutationTests {
  @Test("No bytes from a terminal do more than be keys, clicks, text or nothing")
  func bytes() throws {
    let corpus = [
      "\u{1B}[A\u{1B}OP\u{1B}[1;5C\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[I\u{1B}[O",
      "\u{1B}[200~粘贴\u{1B}[201~x\u{1B}", "招商引资\u{1B}[?62c\u{1B}[1;1R\u{1B}]52;c;?\u{7}",
    ].map { Array($0.utf8) }
    let tried = try Mutation.play(try Corpus.kept() + corpus) { bytes in
      var decoder = InputDecoder()
      var inputs: [Input] = []
      for byte in bytes { decoder.feed(Int32(byte), into: &inputs) }
      decoder.timeOut(into: &inputs)
      #expect(inputs.count <= bytes.count + 2)
      #expect(!decoder.isUnfinished)
    }
    #expect(tried > 100)
  }
}
