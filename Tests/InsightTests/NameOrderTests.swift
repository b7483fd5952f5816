import Insight
import Pipeline
import TestSupport
import Testing

@Suite("The order of names")
struct NameOrderTests {
  @Test(
    "Digits and numbers go by value, characters by pinyin, tones and strokes",
    arguments: [
      ["1组", "2组", "9组", "10组", "11组"], ["招商一局", "招商二局", "招商三局", "招商九局", "招商十局", "招商十一局", "招商二十局"],
      ["第一组", "第二组", "第十组", "第十一组", "第一百零三组"], ["1号", "二号", "3号", "十号"],
      ["陈静", "李娜", "孙丽", "王磊", "王磊磊", "王敏", "赵敏", "周强"], ["妈", "麻", "马", "骂"],
      ["三一重工", "一汽", "张三"],
      ["A公司", "b公司", "C公司", "甲公司"], ["项目2", "项目10", "项目A", "项目甲"], ["招商一局", "招商一局分局", "招商二局"],
      ["ＡＢ", "ac", "AD"], ["", " ", "1", "a", "䶮", "一"], ["2026年", "二〇二七年"], ["007", "8"],
    ])
  func order(names: [String]) {
    #expect(names.reversed().inNameOrder() == names)
    #expect((names.suffix(2) + names.dropLast(2)).inNameOrder() == names)
  }

  @Test("It is one order: nothing stands before itself, and what comes after the later comes after")
  func isTotal() {
    let pieces = ["一", "十", "局", "组", "1", "10", "02", "A", "b", "招", "重", "𠮷", "、", " ", "第", "é"]
    var chance = Chance(seed: 9)
    let names = (0..<60).map { _ in
      (0..<chance.below(5)).map { _ in pieces[chance.below(pieces.count)] }.joined()
    }
    let keys = names.map(NameKey.init)
    for one in keys {
      #expect(!(one < one))
      for other in keys where one != other { #expect((one < other) != (other < one)) }
    }
    let ordered = keys.sorted()
    for index in ordered.indices.dropFirst() { #expect(!(ordered[index] < ordered[index - 1])) }
  }

  @Test("Lists, groups and completions have it")
  func everywhere() {
    var fixture = PipelineFixture()
    for unit in ["招商十一局", "招商二局", "招商一局", "招商十局"] {
      fixture.draw(unit + "项目", "1 2026-01-01", [.lead: .list([unit]), .owner: .text(unit)])
    }
    let pipeline = fixture.pipeline
    let moment = Moment.now(today: Day.of("2026-06-30"))
    let names = ["招商一局", "招商二局", "招商十局", "招商十一局"]
    let ids = pipeline.projects.map(\.id)
    #expect(
      pipeline.inOrder(ids, by: .lead, at: moment).compactMap { pipeline[$0]?.lead.first } == names)
    #expect(pipeline.inOrder(ids, by: .name, at: moment).map(\.number) == [3, 2, 4, 1])
    #expect(pipeline.funnels(by: .owner, FunnelQuestion(at: moment)).map(\.key) == names)
    #expect(KnownValues(pipeline).units == names)
  }
}
