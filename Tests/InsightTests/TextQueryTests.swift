import Insight
import Testing

@Suite("Looking for words in Chinese text")
struct TextQueryTests {
  func finds(_ word: String, in text: String) -> Bool { TextQuery(word)?.matches(text) ?? false }

  func marked(_ word: String, in text: String) -> [String] {
    TextQuery(word)?.ranges(in: text).map { String(text[$0]) } ?? []
  }

  @Test(
    "Initials find a name by any reading of each character",
    arguments: [
      ("重庆", "cq"), ("重庆", "zq"), ("银行", "yh"), ("银行", "yx"), ("长沙", "cs"), ("长沙", "zs"),
      ("音乐", "yl"), ("音乐", "yy"), ("厦门", "xm"), ("厦门", "sm"), ("光翼激光雷达", "gyjg"),
      ("重庆银行", "cqyh"), ("重庆银行", "zqyx"), ("绿地", "ld"), ("调研", "dy"), ("调研", "ty"),
    ])
  func initials(text: String, word: String) {
    #expect(finds(word, in: text))
    #expect(finds(word.uppercased(), in: text))
  }

  @Test(
    "Full and partial pinyin find it too, mixed with characters and initials",
    arguments: [
      ("重庆", "chongqing"), ("重庆", "zhongqing"), ("重庆", "chongq"), ("重庆", "chongqi"),
      ("重庆", "cho"), ("重庆", "cqing"), ("重庆", "chq"), ("重庆", "重qing"), ("重庆", "重q"),
      ("银行", "yinhang"), ("银行", "yinxing"), ("银行", "yinh"), ("长沙", "changsha"),
      ("长沙", "zhangsh"), ("西安", "xian"), ("绿地", "lvdi"), ("绿地", "ludi"), ("女装", "nvzhuang"),
    ])
  func pinyin(text: String, word: String) { #expect(finds(word, in: text)) }

  @Test(
    "What is not there is not found",
    arguments: [
      ("重庆", "qc"), ("重庆", "chongqingg"), ("重庆", "chonging"), ("重庆", "xq"), ("银行", "yk"),
      ("长沙", "chasha"), ("光翼激光雷达", "gyld"), ("", "a"), ("重庆", "重庆市"), ("ab", "ba"),
    ])
  func absent(text: String, word: String) { #expect(!finds(word, in: text)) }

  @Test("Original text is found whatever its case and width")
  func folding() {
    #expect(finds("catl", in: "ＣＡＴＬ新能源"))
    #expect(finds("ＣＡＴＬ", in: "catl"))
    #expect(finds("(示例)", in: "光翼传感（示例）"))
    #expect(finds("１２ＧＷ", in: "12gw 电池"))
    #expect(finds("Ä", in: "äöü") && finds("Я", in: "я") && finds("ω", in: "Ω"))
  }

  @Test("A match runs on over brackets, blanks and dashes, but does not begin with one")
  func separators() {
    #expect(marked("mjjjk", in: "招商母基金(江控创富)") == ["母基金(江控"])
    #expect(marked("gy传感", in: "光翼 · 传感") == ["光翼 · 传感"])
    #expect(marked("jk", in: "基金(江控)") == ["江控"])
    #expect(finds("a-b", in: "a-b"))
    #expect(finds("ab", in: "a-b"))
  }

  @Test("Ranges say where to highlight, from left to right without overlap")
  func ranges() {
    #expect(marked("gyjg", in: "华东光翼激光雷达") == ["光翼激光"])
    #expect(marked("guang", in: "光翼激光") == ["光", "光"])
    #expect(marked("xian", in: "西安先锋") == ["西安", "先"])
    #expect(marked("aa", in: "aaaaa") == ["aa", "aa"])
    #expect(marked("zz", in: "光翼") == [])
  }

  @Test("Nothing and too much are no query")
  func limits() {
    #expect(TextQuery("") == nil)
    #expect(TextQuery(String(repeating: "长", count: 63)) != nil)
    #expect(TextQuery(String(repeating: "长", count: 64)) == nil)
    let long = String(repeating: "行", count: 63)
    #expect(finds(String(repeating: "x", count: 63), in: long))
    #expect(finds(long, in: "在" + long))
    #expect(!finds(long, in: String(long.dropLast())))
  }

  @Test("Words and texts made to branch are answered without growing")
  func branching() {
    let text = String(repeating: "一衣以亿", count: 500)
    #expect(!finds(String(repeating: "yi", count: 31) + "x", in: text))
    #expect(finds(String(repeating: "y", count: 63), in: text))
    #expect(!finds("b", in: String(repeating: "\u{301}", count: 5000)))
    #expect(!finds("\u{0}\u{202E}\u{FFFD}", in: "a\u{0}\u{202E}b"))
  }

  @Test("Characters outside the table are found as themselves")
  func outside() {
    #expect(finds("𠮷野", in: "𠮷野家"))
    #expect(finds("j", in: "𠮷"))
    #expect(!finds("j", in: "\u{3104A}"))
    #expect(finds("👨‍👩‍👧", in: "家庭👨‍👩‍👧中心"))
    #expect(finds("〇", in: "二〇二三"))
  }
}
