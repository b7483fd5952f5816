import Insight
import Pipeline
import TestSupport
import Testing
import Vocabulary

/// Names that begin like others, a firm of two names, and what a filter can leave out.
private let board: PipelineFixture = {
  var fixture = PipelineFixture()
  func draw(
    _ name: String, _ history: String, _ owner: String?, _ lead: [String], _ tags: [String],
    _ more: [Field: FieldValue] = [:]
  ) {
    var fields = more
    if let owner { fields[.owner] = .text(owner) }
    if !lead.isEmpty { fields[.lead] = .list(lead) }
    if !tags.isEmpty { fields[.tags] = .list(tags) }
    fixture.draw(name, history, fields)
  }
  draw("光翼激光雷达", "1 2026-01-01, 2 2026-02-01", "王磊", ["招商一局"], ["重点"])  // 1
  draw("蓝湾冷链", "1 2026-01-05", "王磊磊", ["招商一局分局"], ["省重点"])  // 2
  draw("锦程新材料", "6 2026-03-01", "李娜", ["招商一局", "招商二局"], [])  // 3
  draw("远东宏信", "4 2026-03-01, hold 2026-03-05 2026-04-01", nil, [], ["重点", "外资"])  // 4
  draw(
    "樱花模具", "1 2026-03-10, lost 2026-04-01", "王磊", ["Sakura Mold Co., Ltd."], [],
    [
      .source: .text("展会"), .expectedSigning: .date(.month(year: 2026, month: 9)),
      .fixedAssets: .amount(.of("8000", .wan)), .investors: .list(["Sakura Mold Co., Ltd."]),
      .next: .next(NextStep(text: "送政策汇编", due: Day.of("2026-04-20"))),
    ])  // 5
  draw("盛世食品", "5 2026-02-02", "孙丽", ["招商发展有限公司"], [])  // 6
  return fixture
}()

@Suite("Names in a filter")
struct FilterNameTests {
  let day = Day.of("2026-06-30")

  func read(_ text: String, scope: FilterScope = .everything) -> (
    filter: Filter, problems: [FilterProblem]
  ) {
    Filter.parse(text, scope: scope, in: board.pipeline)
  }

  func found(_ text: String, scope: FilterScope = .everything) -> [UInt32] {
    board.pipeline.ids(passing: read(text, scope: scope).filter, at: .now(today: day))
      .map(\.number)
  }

  @Test(
    "A name that a project has is the whole name; else it is a part, pinyin or initials",
    arguments: [
      ("owner:王磊", [1, 5]), ("owner=王磊", [1, 5]), ("owner:\"王磊\"", [1, 5]),
      ("责任人：“王磊”", [1, 5]), ("owner:王磊磊", [2]), ("owner:王*", [1, 2, 5]), ("owner:磊", [1, 2, 5]),
      ("owner:wl", [1, 2, 5]), ("owner:wll", [2]), ("lead:招商一局", [1, 3]),
      ("lead:招商一局*", [1, 2, 3]),
      ("lead=招商一局", [1, 3]), ("tag:重点", [1, 4]), ("tag:重点*", [1, 2, 4]),
      ("owner:王磊,李娜", [1, 3, 5]), ("owner=王磊，李娜", [1, 3, 5]),
      ("lead:\"Sakura Mold Co., Ltd.\"", [5]), ("lead=sakura*", []), ("owner:无", [4]),
      ("责任人:有", [1, 2, 3, 5, 6]), ("owner:王磊,无", [1, 4, 5]),
    ] as [(String, [UInt32])])
  func whole(_ text: String, _ expected: [UInt32]) { #expect(found(text) == expected) }

  @Test(
    "What begins with a dash is left out",
    arguments: [
      ("-tag:重点", [2, 3, 5, 6]), ("－标签：重点", [2, 3, 5, 6]), ("-owner:王磊", [2, 3, 4, 6]),
      ("-owner=王磊 -owner:王磊磊", [3, 4, 6]), ("owner!=王磊", [2, 3, 4, 6]),
      ("-owner:无", [1, 2, 3, 5, 6]),
      ("-阶段:对接,签约", [1, 4, 6]), ("-status:流失", [1, 2, 3, 4, 6]), ("-雷达", [2, 3, 4, 5, 6]),
      ("-ld -#2", [3, 4, 6]), ("tag:重点 -tag:外资", [1]), ("-\"光翼激光\"", [2, 3, 4, 5, 6]),
      ("-", []),
    ] as [(String, [UInt32])])
  func leftOut(_ text: String, _ expected: [UInt32]) { #expect(found(text) == expected) }

  @Test("A status that is left out leaves the scope as it was")
  func scope() {
    #expect(found("-status:hold", scope: .open) == [1, 2, 3, 6])
    #expect(found("status:hold", scope: .open) == [4])
  }

  @Test(
    "在谈 is what goes on or is on hold before signing, 在办 with the signed",
    arguments: [
      ("状态:在谈", [1, 2, 4, 6]), ("status:negotiating", [1, 2, 4, 6]), ("状态:在办", [1, 2, 3, 4, 6]),
      ("status:open", [1, 2, 3, 4, 6]), ("状态:已关闭", [5]), ("状态:全部", [1, 2, 3, 4, 5, 6]),
      ("状态:在谈,流失", [1, 2, 4, 5, 6]), ("-状态:在谈", [3, 5]), ("status:推进中", [1, 2, 3, 6]),
      ("状态:zt", [1, 2, 4, 6]), ("状态:liushi", [5]),
    ] as [(String, [UInt32])])
  func statusWords(_ text: String, _ expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(read(text).problems == [])
  }

  @Test(
    "Every label is a key, in Chinese, English and pinyin",
    arguments: [
      ("责任人:李娜", [3]), ("负责人:李娜", [3]), ("zrr:李娜", [3]), ("zerenren:李娜", [3]), ("牵头单位:招商二局", [3]),
      ("qtdw:招商二局", [3]), ("单位:招商二局", [3]), ("Lead-units:招商二局", [3]), ("线索来源:展会", [5]),
      ("source:zh", [5]), ("投资方:sakura", [5]), ("编号:2,#4", [2, 4]), ("名称:蓝湾", [2]),
      ("固定资产投资>5000万", [5]), ("固投:8000万", [5]), ("预计签约:2026-09", [5]), ("预计签约:2026", [5]),
      ("预计签约<2026-09", []), ("预计签约>2026-08-31", [5]), ("预计签约:无", [1, 2, 3, 4, 6]),
      ("期限<2026-05-01", [5]), ("期限:2026-04", [5]), ("期限>2026-05-01", []),
      ("起始<2026-02-01", [1, 2]),
      ("起始:2026-01-02..2026-02-28", [2, 6]), ("停留>=149", [1, 2]), ("停留:119..121", [3, 4]),
      ("未动<100", []), ("下步打算:政策", [5]), ("下步打算:有", [5]), ("-下步:无", [5]), ("阶段:线索", [2, 5]),
      ("阶段:kaocha", [1]), ("stage:filing", [6]), ("jd:签约", [3]),
    ] as [(String, [UInt32])])
  func labels(_ text: String, _ expected: [UInt32]) {
    #expect(found(text) == expected)
    #expect(read(text).problems == [])
  }

  @Test("A firm is found by each of its names")
  func aliases() throws {
    var ledger = Ledger(today: day)
    for (name, lead) in [("甲", "招商发展公司"), ("乙", "招商发展有限公司"), ("丙", "招商发展")] {
      try ledger.commit(
        .add(
          NewProject(
            fields: [
              .name: .text(name), .investors: .list(["投资方" + name]), .lead: .list([lead]),
            ], stage: .contact, on: "2026-01-01")))
    }
    var firm = Organisation(name: "招商发展公司")
    firm.aliases = ["招商发展有限公司"]
    try ledger.commit(
      .saveDirectoryEntry(DirectorySaving(.organisation(firm), expected: .anything)))
    for name in ["招商发展公司", "招商发展有限公司"] {
      for sign in [":", "="] {
        let (filter, problems) = Filter.parse(
          "lead\(sign)\(name)", scope: .everything, in: ledger.pipeline)
        #expect(
          ledger.pipeline.ids(passing: filter, at: .now(today: day)).map(\.number) == [1, 2])
        #expect(problems == [])
      }
    }
  }

  @Test("A name that no project has is told, with those there are; what the directory has is not")
  func nobody() {
    #expect(
      read("stage:visit 责任人:李雷").problems == [
        FilterProblem(
          position: 16, text: "李雷",
          expected: .somebody(.field(.owner), ["王磊", "李娜", "孙丽", "王磊磊"]))
      ])
    for text in ["owner=李", "-tag:急", "owner:\"王\"", "线索来源:网络", "下步:明天"] {
      #expect(read(text).problems.count == 1 && read(text).problems[0].isOfNobody, "\(text)")
    }
    #expect(read("owner:me").problems.count == 1)
    #expect(Filter.parse("owner:me", me: "新同事", in: board.pipeline).problems == [])
    #expect(found("责任人:李雷") == [])
  }

  @Test("A part of a label is no key, and what would be searched is still found")
  func unknownKeys() {
    for text in ["责任:王磊", "领导:王磊", "o:王磊", "zr:王磊"] {
      #expect(read(text).problems.first?.expected == .key, "\(text)")
    }
    #expect(found("责任:王磊") == [])
  }
}
