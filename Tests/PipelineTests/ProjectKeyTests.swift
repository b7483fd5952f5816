import Pipeline
import TestSupport
import Testing

@Suite("Names as duplicates are found by")
struct ProjectKeyTests {
  @Test("What is read straight from bytes is what the general way makes of it", arguments: 0..<200)
  func plain(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "光翼", "激光", "有限", "公司", "有限公司", "有限责任公司", "股份", "股份有限公司", "集团", "集", "团", "（深圳）",
      "(", ")", " ", "ABC", "z9", "-", "_", ".", "\t", "\r\n", "'", "\"", "<一期>", "龥", "一",
    ]
    let name = (0..<6).map { _ in random.pick(pieces) }.joined()
    // A middle dot is passed over, and only the general way knows it.
    #expect(ProjectKey(name) == ProjectKey(name + "·") || isBare(name), "\(name)")
  }

  /// Nothing is left of it: then the key is the name itself, with or without the dot.
  private func isBare(_ name: String) -> Bool {
    name.allSatisfy { $0.isWhitespace || "()（）-_.'\"<>".contains($0) }
  }

  @Test("Names outside ASCII and ideographs are left to the general way")
  func others() {
    for name in ["ＡＢＣ", "é", "광명", "【甲】", "甲\u{301}", "😀", "\u{4DFF}", "甲\u{FF01}"] {
      var copy = name
      let isPlain = copy.withUTF8 { ProjectKey(plain: UnsafeRawBufferPointer($0)) != nil }
      #expect(!isPlain, "\(name)")
    }
    #expect(ProjectKey("ＡＢＣ股份有限公司") == ProjectKey("abc 集团"))
    #expect(ProjectKey("光翼激光（深圳）有限公司") == ProjectKey("光翼激光深圳"))
  }
}
