import Pipeline
import TestSupport
import Testing
import Vocabulary

@Suite("Several names in one line")
struct NameListTests {
  @Test(
    "Firms part at 、 and semicolons; a comma parts no Latin name",
    arguments: [
      ("甲公司、乙公司", ["甲公司", "乙公司"]), ("甲公司；乙公司;丙公司", ["甲公司", "乙公司", "丙公司"]),
      ("甲公司\n乙公司\r\n丙公司", ["甲公司", "乙公司", "丙公司"]), ("甲公司，乙公司", ["甲公司", "乙公司"]),
      ("甲公司,乙公司", ["甲公司", "乙公司"]), (" 甲公司 、 乙公司 、", ["甲公司", "乙公司"]),
      ("Sakura Mold Co., Ltd.", ["Sakura Mold Co., Ltd."]),
      ("Goryeo Cell Co., Ltd.；甲公司", ["Goryeo Cell Co., Ltd.", "甲公司"]),
      ("甲公司，Sakura Mold Co., Ltd.", ["甲公司", "Sakura Mold Co., Ltd."]),
      ("Sakura Mold Co.， Ltd.", ["Sakura Mold Co.， Ltd."]),
      ("樱花模具, Inc.", ["樱花模具, Inc."]), ("樱花模具，有限公司", ["樱花模具", "有限公司"]),
      ("Muster, Beispiel & Partner GmbH", ["Muster, Beispiel & Partner GmbH"]),
      ("Banco Ejemplo, S.A.", ["Banco Ejemplo, S.A."]),
      ("Chenfan Gases Pte. Ltd.", ["Chenfan Gases Pte. Ltd."]),
      ("Smith, Jones & Wu LLP、乙公司", ["Smith, Jones & Wu LLP", "乙公司"]),
      ("A.I算力公司、园区1-2号公司、蓝海集团", ["A.I算力公司", "园区1-2号公司", "蓝海集团"]),
      ("Müller, Société Générale S.A.", ["Müller, Société Générale S.A."]),
      ("", []), (" ", []), ("、", []), ("单一公司", ["单一公司"]),
    ])
  func firms(_ text: String, _ parts: [String]) {
    #expect(NameList.parts(of: text, .firms) == parts)
  }

  @Test(
    "Words part at commas too, but before Ltd and within a number",
    arguments: [
      ("AI, 5G", ["AI", "5G"]), ("Qingdao, Neijiang", ["Qingdao", "Neijiang"]),
      ("重点，外资", ["重点", "外资"]), ("Sakura Mold Co., Ltd.", ["Sakura Mold Co., Ltd."]),
      ("1,200亩", ["1,200亩"]),
    ])
  func words(_ text: String, _ parts: [String]) {
    #expect(NameList.parts(of: text, .words) == parts)
  }

  @Test("Whatever names are joined by 、 are parted again")
  func roundTrip() {
    let names = [
      "甲公司", "Sakura Mold Co., Ltd.", "蓝海集团", "A.I算力公司", "Muster, Beispiel & Partner GmbH",
      "禾岭食品（集团）股份有限公司", "Banco Ejemplo, S.A.", "1,200亩公司",
    ]
    var chance = Chance(seed: 3)
    for _ in 0..<300 {
      let chosen = (0...chance.below(4)).map { _ in names[chance.below(names.count)] }
      for joint in ["、", "；", "; ", "\n", " 、 "] {
        #expect(NameList.parts(of: chosen.joined(separator: joint), .firms) == chosen)
      }
    }
  }
}

@Suite("Telephones and codes")
struct CodeTextTests {
  @Test("A code is kept as it is written")
  func kept() throws {
    for code in [
      "13800138000", "0755-0000001", "05434321001", "＋86 138", "91330100MA2E1ABC3X", "E座201",
    ] {
      #expect(try CodeText.read(" " + code) == code)
    }
  }

  @Test("Powers of ten are refused", arguments: ["1.38001E+10", "1.38e10", "１.38Ｅ+10", "5E+9"])
  func scientific(_ text: String) {
    #expect(throws: TypedFault(text, .scientific)) { try CodeText.read(text) }
  }

  @Test("What a spreadsheet did to a code is told from another code")
  func changes() {
    #expect(CodeText.change(of: "05434321001", to: "5434321001") == .leadingZeros)
    #expect(CodeText.change(of: "05434321001", to: "5434321001.0") == .leadingZeros)
    #expect(CodeText.change(of: "13800138000", to: "13800138000.0") == .decimals)
    #expect(CodeText.change(of: "13800138000", to: "13800138000") == nil)
    #expect(CodeText.change(of: "13800138000", to: "13800138001") == nil)
    #expect(CodeText.change(of: "0755-0000001", to: "755-0000001") == nil)
    #expect(CodeText.withoutDecimals("13800138000.0") == "13800138000")
    #expect(CodeText.withoutDecimals("V1.0") == "V1.0")
  }
}
