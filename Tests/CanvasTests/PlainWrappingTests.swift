import TestSupport
import Testing

@testable import Canvas

@Suite("Wrapping of plain texts")
struct PlainWrappingTests {
  private static let alphabet = Array("招商引资项目亿万元 ab1.-%,，。、；：！？）》」】（《「【([)]ＡＢ（1~")

  @Test("The lines are those of any text, at every width", arguments: 0..<40)
  func likeAny(seed: Int) throws {
    var chance = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      let count = Int.random(in: 0..<24, using: &chance)
      let text = String(
        (0..<count).compactMap { _ in Self.alphabet.randomElement(using: &chance) })
      for width in 1...12 {
        let plain = try #require(PlainWrapping(text, width: width), "\(text)")
        #expect(plain.lines() == Wrapping.linesOfAny(text, width: width), "\(text) in \(width)")
      }
    }
  }

  @Test(
    "A scalar that may join its neighbours, or ends a line, is left to any",
    arguments: ["甲\n乙", "e\u{301}", "甲\u{FE0F}", "👍🏽", "가", "\u{200D}", "—", "\t", "\u{3099}"])
  func others(text: String) {
    let plain = PlainWrapping(text, width: 8)
    #expect(plain?.lines() == nil)
  }
}
