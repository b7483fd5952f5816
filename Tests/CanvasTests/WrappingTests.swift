import Canvas
import Testing

@Suite("Wrapping")
struct WrappingTests {
  @Test("Chinese breaks anywhere but before closing and after opening punctuation")
  func punctuation() {
    #expect(Wrapping.lines(of: "对厂房层高有疑问，需核实。", width: 8) == ["对厂房层", "高有疑", "问，需", "核实。"])
    #expect(Wrapping.lines(of: "参观了（新）园区", width: 8) == ["参观了", "（新）", "园区"])
  }

  @Test("Brackets without anything between them, or with a blank, stay in order")
  func brackets() {
    #expect(Wrapping.lines(of: "甲（）乙", width: 20) == ["甲（）乙"])
    #expect(Wrapping.lines(of: "甲（ 乙", width: 20) == ["甲（ 乙"])
  }

  @Test("Latin words stay whole where they fit and are cut where they do not")
  func latin() {
    #expect(Wrapping.lines(of: "use C4ISR today", width: 9) == ["use C4ISR", "today"])
    #expect(Wrapping.lines(of: "abcdefgh", width: 3) == ["abc", "def", "gh"])
  }

  @Test("The last line allowed says that more follows")
  func limit() {
    #expect(Wrapping.lines(of: "甲\n乙", width: 6, limit: 1) == ["甲.."])
    #expect(Wrapping.lines(of: "云岭药业冻干制剂车间", width: 8, limit: 2) == ["云岭药业", "冻干制.."])
    #expect(Wrapping.lines(of: "云岭药业", width: 8, limit: 1) == ["云岭药业"])
  }

  @Test("Nothing is lost and no line is too wide", arguments: 2...12)
  func properties(width: Int) {
    let text = "（联创）先进封测二期，投资3.2亿元；the second phase “待定”……（ 见附件）"
    let lines = Wrapping.lines(of: text, width: width)
    #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("A line feed always ends a line, and no width gives no lines")
  func edges() {
    #expect(Wrapping.lines(of: "甲\n\n乙", width: 4) == ["甲", "", "乙"])
    #expect(Wrapping.lines(of: "甲", width: 0) == [])
    #expect(Wrapping.lines(of: "", width: 4) == [""])
  }
}
