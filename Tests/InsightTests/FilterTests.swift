import Insight
import Pipeline
import TestSupport
import Testing
import Vocabulary

/// Ten cards that differ in what a filter can ask for.
private let board: PipelineFixture = {
  var fixture = PipelineFixture()
  func fields(_ owner: String?, _ more: [Field: FieldValue] = [:]) -> [Field: FieldValue] {
    var fields = more
    if let owner { fields[.owner] = .text(owner) }
    return fields
  }
  // 1
  fixture.draw(
    "光翼激光雷达项目", "1 2023-05-01, 2 2023-06-01",
    fields(
      "张三",
      [
        .amount: .amount(.of("1.6")), .lead: .list(["招商一局", "驻深招商组"]),
        .cluster: .text("数字产业集群"), .tags: .list(["重点"]),
        .next: .next(NextStep(text: "回访", due: Day.of("2023-06-05"))),
      ]))
  // 2
  fixture.draw(
    "蓝湾冷链物流产业园", "1 2023-05-01",
    fields("李四", [.amount: .amount(.of("8000", .wan)), .industry: .text("物流")]))
  // 3
  fixture.draw(
    "重庆银行数据中心", "4 2023-06-01, hold 2023-06-05 2023-07-01",
    fields("张三", [.amount: .amount(.of("2000", .wan, "USD")), .investors: .list(["重庆银行"])]))
  // 4
  fixture.draw(
    "锦程新材料", "3 2023-06-01, lost 2023-06-09",
    fields(nil, [.kind: .kind(.fund), .amount: .amount(.undisclosed)]))
  // 5
  fixture.draw("甲辰固态电池", "6 2023-06-08", fields("王五", [.kind: .kind(.expansion)]))
  // 6
  fixture.draw("退库的项目", "1 2023-05-01, archived 2023-05-02", fields(nil))
  return fixture
}()

@Suite("The filter language")
struct FilterTests {
  func found(
    _ text: String, on day: String = "2023-06-10", scope: FilterScope = .open, me: String? = nil
  ) -> [UInt32] {
    let filter = Filter.parse(text, scope: scope, me: me).filter
    return board.pipeline.projects
      .filter { filter.matches($0, in: board.pipeline, at: .asOf(Day.of(day))) }
      .map(\.id.number)
  }

  func problems(_ text: String) -> [FilterProblem] { Filter.parse(text).problems }

  @Test("Nothing asked for shows the open projects, or everything when the caller says so")
  func scope() {
    #expect(found("") == [1, 2, 3, 5])
    #expect(found(" \t\u{3000}") == [1, 2, 3, 5])
    #expect(found("", scope: .everything) == [1, 2, 3, 4, 5, 6])
    #expect(Filter.parse("").filter.isEmpty)
  }

  @Test(
    "A stage is named by code, by its beginning, by number or in Chinese",
    arguments: [
      ("stage:visit", [1]), ("stage:v", [1]), ("阶段:考察", [1]), ("阶段：拜访", [1]), ("STAGE:2", [1]),
      ("stage:visit,intent", [1, 3]), ("阶段：考察，意向", [1, 3]), ("阶段:考察、意向", [1, 3]),
      ("stage:1,2,3", [1, 2]), ("stage:return-visit status:lost", [4]), ("ｓｔａｇｅ：６", [5]),
    ] as [(String, [UInt32])])
  func stage(text: String, expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(problems(text) == [])
  }

  @Test(
    "Text keys look for any of their values, in pinyin too",
    arguments: [
      ("owner:张三", [1, 3]), ("负责人:zs", [1, 3]), ("owner:张三,李四", [1, 2, 3]),
      ("owner:zhang", [1, 3]),
      ("lead:驻深", [1]), ("牵头:zsz", [1]), ("cluster:数字", [1]), ("集群:none", [2, 3, 5]),
      ("集群:未归类,数字", [1, 2, 3, 5]), ("产业:wl", [2]), ("industry:物流", [2]), ("标签:重点", [1]),
      ("tag:none", [2, 3, 5]), ("owner:\"张 三\"", []),
    ] as [(String, [UInt32])])
  func texts(text: String, expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(problems(text) == [])
  }

  @Test("The owner may be called me, when it is known who that is")
  func me() {
    #expect(found("owner:me", me: "李四") == [2])
    #expect(found("负责人:本人", me: "张三") == [1, 3])
    #expect(found("负责人:本人") == [])
    #expect(found("owner:me,王五", me: "李四") == [2, 5])
  }

  @Test(
    "Amounts are compared within their currency",
    arguments: [
      ("amount>1亿", [1]), ("金额＞１亿", [1]), ("amount>=1.6亿元", [1]), ("amount>1.6亿", []),
      ("amount<1亿", [2]), ("amount<=8000万", [2]), ("金额:1.6亿", [1]), ("amount=16000万元", [1]),
      ("amount>100万美元", [3]), ("amount:20000000usd", [3]), ("金额:无", [5]),
      ("amount:5000万..2亿", [1, 2]), ("amount:8000万,2000万美元", [2, 3]),
      ("amount:undisclosed status:all", [4]), ("amount:>1亿", [1]),
    ] as [(String, [UInt32])])
  func amounts(text: String, expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(problems(text) == [])
  }

  @Test(
    "A status asked for overrides the scope",
    arguments: [
      ("status:lost", [4]), ("状态:流失", [4]), ("status:hold", [3]),
      ("status:ongoing,lost", [1, 2, 4, 5]),
      ("status:archived", [6]), ("状态:退库，流失", [4, 6]), ("status:all", [1, 2, 3, 4, 5, 6]),
      ("status:open", [1, 2, 3, 5]),
    ] as [(String, [UInt32])])
  func status(text: String, expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(problems(text) == [])
  }

  @Test("Kinds, next steps, stale and overdue")
  func others() {
    #expect(found("kind:expansion") == [5])
    #expect(found("类型:基金 status:all") == [4])
    #expect(found("next:none") == [2, 3, 5])
    #expect(found("下步:有") == [1])
    #expect(found("next:any,none") == [1, 2, 3, 5])
    #expect(found("overdue:") == [1])
    #expect(found("逾期:否") == [2, 3, 5])
    #expect(found("overdue:", on: "2023-06-05") == [])
    #expect(found("stale:") == [2])
    #expect(found("停滞:是") == [2])
    #expect(found("stale:no") == [1, 3, 5])
    #expect(found("stale:", on: "2023-05-14") == [])
    #expect(found("stale:", on: "2023-05-15") == [1, 2])
  }

  @Test("Several words must all fit")
  func several() {
    #expect(found("owner:张三 阶段:意向") == [3])
    #expect(found("gy 雷达") == [1])
    #expect(found("gy 冷链") == [])
    #expect(found("stage:v stage:i") == [])
  }

  @Test("Free text looks at name, investors, people, units, tags and the number")
  func freeText() {
    #expect(found("cqyh") == [3])
    #expect(found("zqyx") == [3])
    #expect(found("zhangsan") == [1, 3])
    #expect(found("驻深") == [1])
    #expect(found("重点") == [1])
    #expect(found("#2") == [2])
    #expect(found("#99999999999") == [])
    #expect(found("\"光翼激光 雷达\"") == [])
  }

  @Test("A filter looks at the standing of its day")
  func asOf() {
    #expect(found("stage:contact", on: "2023-05-31") == [1, 2])
    #expect(found("", on: "2023-06-08") == [1, 2, 3, 4, 5])
    #expect(found("", on: "2023-04-30") == [])
  }

  @Test("What is wrong is reported where it stands, and the rest holds")
  func reported() {
    #expect(
      problems("owner:张三 stage:vizit,2")
        == [FilterProblem(position: 15, text: "vizit", expected: .stage)])
    #expect(found("owner:张三 stage:vizit,2") == [1])
    #expect(
      problems("owner:")
        == [FilterProblem(position: 0, text: "owner", expected: .value(.field(.owner)))])
    #expect(
      problems("光翼 -责任人：")
        == [FilterProblem(position: 4, text: "责任人", expected: .value(.field(.owner)))])
    #expect(found("owner:") == [1, 2, 3, 5])
    #expect(problems("金额>很多") == [FilterProblem(position: 3, text: "很多", expected: .amount)])
    #expect(problems("status:好") == [FilterProblem(position: 7, text: "好", expected: .status)])
    #expect(problems("kind:x") == [FilterProblem(position: 5, text: "x", expected: .kind)])
    #expect(
      problems("stale:maybe") == [FilterProblem(position: 6, text: "maybe", expected: .yesOrNo)])
    #expect(problems("领导:张三") == [FilterProblem(position: 0, text: "领导", expected: .key)])
    #expect(problems("\"光翼") == [FilterProblem(position: 0, text: "光翼", expected: .closingQuote)])
    #expect(found("\"光翼") == [1])
    #expect(
      problems("owner>3")
        == [FilterProblem(position: 0, text: "owner", expected: .noComparison(.field(.owner)))])
    // A number without unit or currency is no amount here either.
    #expect(problems("金额>5") == [FilterProblem(position: 3, text: "5", expected: .amount)])
  }

  @Test("Quoted marks are text")
  func quoted() {
    #expect(problems("\"阶段:很多\"") == [])
    #expect(Filter.parse("\"阶段:2\"").filter.words.count == 1)
    #expect(found("“光翼激光雷达”") == [1])
  }

  @Test(
    "Hostile texts are read to the end",
    arguments: [
      ":", "::::", ":a", "amount", "amount>", "amount>>>1亿", "amount:..", "amount:1亿..",
      "amount:..1亿",
      "amount:99999999999999999999亿", "amount<0", "amount>92233720368547758.07", "stage:,,,", "\"",
      "\"\"\"", "#", "#x",
      "stage:\u{0}", "\u{202E}:\u{202D}", "owner:" + String(repeating: "长", count: 5000),
      String(repeating: "stage:2 ", count: 2000), String(repeating: "\u{301}", count: 1000),
      String(repeating: "\"", count: 999), "👨‍👩‍👧:👨‍👩‍👧", "stage:7", "stage:0", "amount:1亿..2亿美元", "：，、＞",
    ])
  func hostile(text: String) {
    let (filter, problems) = Filter.parse(text)
    for project in board.pipeline.projects {
      _ = filter.matches(project, in: board.pipeline, at: .now(today: Day.of("2023-06-10")))
      _ = filter.nameRanges(in: project.name)
    }
    for problem in problems { #expect(problem.position <= text.unicodeScalars.count) }
  }

  @Test("Whatever is typed is read to the end", arguments: 0..<200 as Range<UInt64>)
  func anything(seed: UInt64) {
    var chance = Chance(seed: seed)
    let pieces = [
      "stage", "金额", "owner", "标签", ":", "：", ">", "<", "=", "..", ",", "，", "、", "\"", " ",
      "\u{3000}",
      "1", "亿", "万", "美元", "张三", "none", "me", "#", "gy", "\u{0}", "\u{202E}", "👨‍👩‍👧", "\u{301}", "９",
    ]
    let text = (0..<chance.below(20)).map { _ in pieces[chance.below(pieces.count)] }.joined()
    let (filter, problems) = Filter.parse(text)
    for project in board.pipeline.projects {
      _ = filter.matches(project, in: board.pipeline, at: .asOf(Day.of("2023-06-10")))
      for range in filter.nameRanges(in: project.name) { #expect(!range.isEmpty) }
    }
    for problem in problems { #expect(problem.position <= text.unicodeScalars.count) }
  }

  @Test("The name's matches of all words are marked once")
  func highlight() {
    let name = "光翼激光雷达项目"
    let ranges = Filter.parse("gyj 激光 项目 owner:张三").filter.nameRanges(in: name)
    #expect(ranges.map { String(name[$0]) } == ["光翼激光", "项目"])
  }
}
