import Insight
import Pipeline
import TestSupport
import Testing

@Suite("A filter that grows as it is typed")
struct NarrowingTests {
  @Test(
    "Only free text that is added narrows",
    arguments: [
      ("cq", "cqy", true), ("cq", "cqy 雷达", true), ("stage:3 c", "stage:3 cq", true),
      ("stage:3 ", "stage:3 光", true), ("", "c", false), ("cq", "cq", false), ("cq", "c", false),
      ("owner", "owner:王", false), ("stage:3", "stage:3,4", false), ("金额", "金额>1亿", false),
      ("金额", "金额＞1亿", false), ("\"a", "\"a b\"", false), ("ab", "xab", false),
      ("a", "a" + String(repeating: "长", count: 80), false),
      ("#", "#1", false), ("#1", "#12", false), ("c ＃1", "c ＃12", false), ("c", "c#", true),
      ("c ", "c -雷", false), ("c -雷", "c -雷达", false), ("-雷", "-雷达", false),
    ])
  func narrows(old: String, new: String, expected: Bool) {
    #expect(Filter.narrows(from: old, to: new) == expected)
  }

  @Test("What a narrowed snapshot shows is what a whole one shows, letter by letter")
  func sameAsWhole() throws {
    var ledger = Ledger(today: "2023-11-22")
    let names = ["重庆银行数据中心", "长沙冷链物流园", "青岛硅碳负极材料", "重庆长安汽车", "云岭药业"]
    for (index, name) in names.enumerated() {
      try ledger.commit(
        .add(
          NewProject(
            fields: [
              .name: .text(name), .investors: .list(["投资方\(index)"]),
              .amount: .amount(.known(try #require(Money("\(index + 1)", unit: .yi)))),
            ], stage: Stage.allCases[index % 3], on: "2023-07-01")))
    }
    let pipeline = ledger.pipeline
    let moment = Moment.now(today: ledger.today)
    for typed in ["cqyh", "zhongqing", "长安", "stage:1,2 c", "lc 投资", "qdgtfj", "银行x"] {
      var before = ""
      var columns = pipeline.snapshot(at: moment).columns
      for character in typed {
        let text = before + String(character)
        let filter = Filter.parse(text).filter
        let whole = pipeline.snapshot(at: moment, passing: filter)
        if Filter.narrows(from: before, to: text) {
          #expect(
            pipeline.snapshot(at: moment, passing: filter, among: columns) == whole, "\(text)")
        }
        (before, columns) = (text, whole.columns)
      }
    }
  }
}
