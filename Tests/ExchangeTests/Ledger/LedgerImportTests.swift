import CustomDump
import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording

@Suite("A ledger taken in")
struct LedgerImportTests {
  private let words = Words(.zh)

  private func plan(
    _ rows: [[String]], _ pipeline: Pipeline = Pipeline(),
    _ answers: ImportAnswers = ImportAnswers()
  ) throws -> LedgerPlan {
    try LedgerImport(try LedgerSource(try DecodedText(CSVWriter.bytes(rows)))).plan(
      for: pipeline, answers: answers, today: today)
  }

  private func said(_ rows: [[String]], _ pipeline: Pipeline = Pipeline()) throws -> [String] {
    try plan(rows, pipeline).lines.map { words.ledger($0, in: pipeline) }
  }

  private static let ledger = [
    ["2026年招商项目台账"], ["共上报在谈项目 3 个（新增 1 个）"], ["组别：一组　填报人：王敏"], [],
    ["序号", "项目名称", "投资主体", "总投资（亿元）", "当前阶段", "进展情况", "下步打算", "时限", "责任单位", "领导批示"],
    ["1", "光翼激光雷达", "深圳光翼科技有限公司", "1.6", "考察", "已赴深圳", "送红线图", "2026-12-01", "投资促进局、招商发展公司", "阅"],
    ["2", "远海 风电", "远海集团", "", "对接", "", "", "", "", ""],
    ["3", "（光翼）激光雷达", "别家", "", "", "", "", "", "", ""],
    ["4", "远海风电", "远海集团", "", "对接", "", "", "", "", ""],
    ["合计", "", "", "1.6"], ["注：金额为意向"],
  ]

  @Test("Titles, sums and notes are passed over, new projects made, repeats and likenesses named")
  func reading() throws {
    let plan = try plan(Self.ledger)
    #expect(
      plan.lines.map { words.ledger($0, in: Pipeline()) } == [
        "第 1 行 跳过：标题或说明「2026年招商项目台账」", "第 2 行 跳过：标题或说明「共上报在谈项目 3 个（新增 1 个）」",
        "第 3 行 跳过：标题或说明「组别：一组　填报人：王敏」", "第 5 行 跳过：标题或说明「序号」",
        "第 6 行 新增：光翼激光雷达，在考察", "第 7 行 新增：远海 风电，在对接",
        "第 8 行 新增：（光翼）激光雷达，在对接；与第 6 行相似", "第 9 行 跳过：「远海风电」与第 7 行重复",
        "第 10 行 合计行「合计」", "第 11 行 跳过：标题或说明「注：金额为意向」",
      ])
    #expect(
      plan.unread.map { "\($0.heading) \($0.reason) \($0.cells)" } == [
        "序号 computed 4", "领导批示 kept 1",
      ])
    #expect(plan.reconciliation.map(\.agrees) == [true, false])
  }

  @Test("What comes in is what the cells say, and a second time nothing changes")
  func contents() throws {
    var pipeline = Pipeline()
    try pipeline.carryOut(try #require(try plan(Self.ledger).command))
    let project = try #require(pipeline[1])
    #expect(project.name == "光翼激光雷达" && project.stage == .visit)
    #expect(project.investors == ["深圳光翼科技有限公司"] && project.lead == ["投资促进局", "招商发展公司"])
    #expect(
      project.amount == .of("1.6") && project.next == NextStep(text: "送红线图", due: "2026-12-01"))
    #expect(project.notes.map(\.text) == ["已赴深圳", "领导批示：阅"])
    let again = try plan(Self.ledger, pipeline)
    #expect(again.command == nil && again.unchanged == 3 && again.changed == 0)
  }

  @Test("A project that is there already is changed where the row says something new")
  func changing() throws {
    var pipeline = Pipeline()
    try pipeline.carryOut(try #require(try plan(Self.ledger).command))
    let rows = [
      ["项目名称", "投资方", "总投资(万元)", "阶段", "下步打算"],
      ["光翼激光雷达", "", "20000", "意向", "签意向书"],
    ]
    #expect(
      try said(rows, pipeline).last
        == "第 2 行 修改：#1 光翼激光雷达：总投资(万元)由「1.6亿元」改为「20000」；下步打算由「送红线图」改为「签意向书」；阶段「意向」与现在的「考察」不同，导入不改，请在看板上改"
    )
    try pipeline.carryOut(try #require(try plan(rows, pipeline).command))
    #expect(pipeline[1]?.amount == .of("20000", .wan))
    #expect(pipeline[1]?.next == NextStep(text: "签意向书", due: "2026-12-01"))
    #expect(pipeline[1]?.stage == .visit)
  }

  @Test("What is wrong is named by row, column and value, and nothing is half done")
  func errors() throws {
    func error(_ rows: [[String]]) throws -> String {
      words.ledger(try #require(try plan(rows).firstError))
    }
    let heads = ["项目名称", "投资方", "总投资", "当前阶段", "进入日期"]
    // Without a stage the row asks for it, too.
    #expect(
      try error([heads, ["甲", "乙", "三千万", "", ""]])
        == "第 2 行第 3 列：总投资「三千万」不是金额，请写成 1.6亿、3000万、2000万美元 或 未披露")
    #expect(
      try error([heads, ["甲", "乙", "", "签约前谈判", ""]])
        == "第 2 行第 4 列：当前阶段「签约前谈判」对应哪个阶段或状态不清楚")
    #expect(
      try error([heads, ["甲", "", "", "", ""], ["丙", "丁"]]) == "第 2 行第 2 列：没有投资方")
    #expect(try error([heads, ["甲", "乙", "", "签约", ""]]).hasPrefix("第 2 行第 5 列：已签约，但没有写签约日期"))
    #expect(try error([heads, ["甲", "乙", "", "", "2099-01-01"]]).hasPrefix("第 2 行第 5 列"))
    #expect(try error([heads, ["", "乙", "3亿"]]) == "第 2 行：缺项目名称")
    #expect(try error([heads, ["甲\u{202E}", "乙"]]).hasPrefix("第 2 行第 1 列：项目名称「"))
    let mixed = try plan([heads, ["甲", "乙", "三千万"], ["丙", "丁", "3亿"]])
    #expect(mixed.wrong.map(\.row) == [2] && mixed.created == 1)
    #expect(throws: LedgerError.self) { try plan([["甲", "乙"], ["丙"]]) }
    #expect(
      try plan([["项目名称", "名称", "投资方"]]).questions.map { words.question($0) } == [
        "「名称」第 2 列与第 1 列是同一内容，读哪一列？"
      ])
    var ledger = LedgerImport(try LedgerSource(try DecodedText(CSVWriter.bytes([heads]))))
    ledger.profile = .a
    #expect(throws: LedgerError.self) { try ledger.plan(for: Pipeline(), today: today) }
  }

  @Test("Two projects of one name are told apart by their number")
  func sameName() throws {
    var fixture = PipelineFixture()
    fixture.draw("光翼激光", "1 unknown", [.investors: .list(["甲"])])
    fixture.draw("光翼 激光", "1 unknown", [.investors: .list(["乙"])])
    let rows = [["项目名称", "投资方", "责任人"], ["光翼  激光", "", "王敏"]]
    #expect(
      try said(rows, fixture.pipeline).last
        == "第 2 行 待答：「光翼  激光」「光翼  激光」与多个项目同名：#1、#2，请加「编号」列指明")
    let firm = [["项目名称", "投资方", "责任人"], ["光翼  激光", "乙", "王敏"]]
    #expect(try said(firm, fixture.pipeline).last?.contains("修改：#2") ?? false)
    let numbered = [["编号", "项目名称", "责任人"], ["#2", "光翼激光", "王敏"]]
    #expect(try said(numbered, fixture.pipeline).last?.contains("修改：#2") ?? false)
    let strange = [["编号", "项目名称", "投资方"], ["#2", "别的项目", "丙"]]
    #expect(
      try said(strange, fixture.pipeline).last?.contains("编号 #2 在库里是「光翼 激光」") ?? false)
    var answers = ImportAnswers()
    answers.same[2] = 1
    #expect(try plan(rows, fixture.pipeline, answers).changed == 1)
  }

  /// #1 铝箔项目 with #2 merged into it, and #3 archived.
  private func withRemoved() throws -> Ledger {
    var ledger = Ledger()
    try ledger.add("铝箔项目", [.investors: .list(["宏桥"])])
    try ledger.add("铝箔扩建项目", in: .visit, [.investors: .list(["宏桥"])])
    try ledger.add("夜经济", [.investors: .list(["青岛东方"])])
    try ledger.commit(.register(.merge(2, into: 1, on: "2023-07-01")))
    try ledger.commit(.archive(3, reason: "退库", on: "2023-07-01"))
    return ledger
  }

  @Test("A project that was merged or archived never comes back, and what its row says is named")
  func outOfSight() throws {
    let pipeline = try withRemoved().pipeline
    let rows = [
      ["项目名称", "投资方", "当前阶段", "总投资(亿元)"], ["铝箔项目", "宏桥", "考察", ""],
      ["铝箔 扩建项目", "宏桥集团", "考察", "5"], ["夜经济", "", "", ""], ["夜经济", "", "", ""],
    ]
    let plan = try plan(rows, pipeline)
    #expect(plan.created == 0 && plan.left.count == 2 && plan.unchanged == 1)
    #expect(plan.command == nil && plan.firstError == nil)
    #expect(
      try said(rows, pipeline).dropFirst(2) == [
        "第 3 行 不取：#2 铝箔扩建项目 已并入 #1 铝箔项目；项目名称「铝箔 扩建项目」未取用；投资方「宏桥集团」未取用；总投资(亿元)「5」未取用",
        "第 4 行 不取：#3 夜经济 已退库，可重新启用", "第 5 行 跳过：「夜经济」与第 4 行重复",
      ])
    let others = [["项目名称", "投资方", "阶段"], ["夜经济", "别家", "对接"]]
    #expect(try self.plan(others, pipeline).created == 1, "of another firm it is another project")
  }

  @Test("Our own export of everything adds nothing, also where a new project has an old one's name")
  func ownExport() throws {
    var ledger = try withRemoved()
    try ledger.add("夜经济", in: .intent, [.investors: .list(["青岛东方"])])
    let plan = try plan(ledger.pipeline.fullTable(in: words), ledger.pipeline)
    #expect(plan.command == nil && plan.left.count == 2 && plan.created == 0)
    let repeats = plan.lines.count { if case .repeats = $0.verdict { true } else { false } }
    #expect(plan.unchanged == 2 && repeats == 0)
  }

  @Test("Duplicates are found whatever the width, brackets and company words")
  func keys() {
    let key = ProjectKey("光翼激光（深圳）")
    for name in ["光翼激光(深圳)", " 光翼 激光 深圳 ", "光翼激光·深圳", "光翼激光深圳有限公司"] {
      #expect(ProjectKey(name) == key, "\(name)")
    }
    #expect(ProjectKey("ＡＢＣ股份有限公司") == ProjectKey("abc 集团"))
    #expect(ProjectKey("光翼") != key && ProjectKey("有限公司") != ProjectKey("集团"))
  }

  @Test("The full table brings back every field, stage and status", arguments: 0..<100)
  func full(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let pipeline = chance.pipeline()
    // A duplicate is not made twice, and a closed name is not taken for a new project.
    let names = pipeline.projects.map { ProjectKey($0.name) }
    guard Set(names).count == names.count else { return }
    for language in Language.allCases {
      let table = pipeline.fullTable(in: Words(language))
      var copy = Pipeline()
      let plan = try plan(table, copy)
      #expect(plan.firstError == nil)
      if let command = plan.command { try copy.carryOut(command) }
      #expect(copy.projects.count == pipeline.projects.count)
      for (old, new) in zip(pipeline.projects, copy.projects) {
        for field in Field.editable { expectNoDifference(new[field], old[field]) }
        #expect(new.stage == old.stage && new.entered == old.entered)
        #expect(new.status == old.status)
      }
      #expect(try self.plan(table, pipeline).command == nil)
    }
  }

  @Test("Our own ledgers change nothing when they come back", arguments: LedgerProfile.allCases)
  func unchanged(profile: LedgerProfile) throws {
    let pipeline = try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
    let question = ReportQuestion(.ledger, at: .now(today: today))
    for language in Language.allCases {
      let text = pipeline.ledger(profile, question, in: Words(language)).text(as: .csv)
      var ledger = LedgerImport(try LedgerSource(try DecodedText(Array(text.utf8))))
      ledger.profile = profile
      let plan = try ledger.plan(for: pipeline, today: today)
      #expect(plan.firstError == nil && plan.command == nil)
      #expect(plan.unchanged == 6, "\(plan.lines)")
    }
  }

  @Test("Random tables are a plan or an error", arguments: 0..<200)
  func noise(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let words = [
      "项目名称", "投资方", "总投资(亿元)", "状态", "签约", "1.6", "挂起", "", "2023-07", "合计", "甲、乙", "\0", "流失",
    ]
    let rows = (0..<8).map { _ in (0..<6).map { _ in dice.pick(words) } }
    guard let plan = try? plan(rows) else { return }
    if let command = plan.command {
      var pipeline = Pipeline()
      // Every row was checked: what is planned is what can be done.
      #expect(throws: Never.self) { try pipeline.carryOut(command) }
    }
  }
}
