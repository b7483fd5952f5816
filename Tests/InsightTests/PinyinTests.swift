import Testing

@testable import Insight

@Suite("The table of readings")
struct PinyinTests {
  @Test(
    "Characters in daily use have their readings, without tones",
    arguments: [
      ("招", ["zhao"]), ("商", ["shang"]), ("重", ["chong", "zhong"]), ("长", ["chang", "zhang"]),
      ("厦", ["sha", "xia"]), ("女", ["nv"]), ("一", ["yi"]), ("A", []), ("、", []),
      ("㛃", ["jie"]), ("𠮷", ["ji"]), ("䶮", ["yan"]), ("𬭎", ["hong"]),
    ])
  func readings(character: String, expected: [String]) {
    #expect(character.unicodeScalars.map { Pinyin.readings(of: $0) } == [expected])
  }

  @Test("行 has at least its four readings")
  func manyReadings() {
    #expect(Set(Pinyin.readings(of: "行")).isSuperset(of: ["hang", "xing", "heng"]))
  }

  @Test("Every entry of the table is a list of syllables")
  func wellFormed() {
    var known = 0
    for number in UInt32(0x4E00)...0x9FFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let readings = Pinyin.readings(of: scalar)
      if !readings.isEmpty { known += 1 }
      for reading in readings {
        #expect(
          (1...6).contains(reading.utf8.count) && reading.allSatisfy { ("a"..."z").contains($0) })
      }
    }
    #expect(known > 20_800)
  }
}
