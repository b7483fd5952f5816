import Exchange
import Pipeline
import TestSupport
import Testing
import Workbook

/// Worksheets as the clerks of bureaus make them, with what each row is.
@Suite("Worksheets of clerks")
struct ClerkSheetTests {
  private let trial = LedgerTrial()

  private func plan(
    _ rows: [[String]], _ marks: SheetMarks = SheetMarks(),
    _ change: (inout ImportAnswers) -> Void = { _ in }
  ) throws -> LedgerPlan {
    var answers = ImportAnswers()
    change(&answers)
    let source = LedgerSource([SheetTable(name: "台账", rows: rows, marks: marks)])
    return try LedgerImport(source).plan(
      for: Pipeline(), answers: answers, today: trial.today)
  }

  @Test("A firm on a row of its own under a merged unit goes on with the row before")
  func continuation() throws {
    var marks = SheetMarks()
    marks.spread = [.init(row: 2, column: 0), .init(row: 3, column: 0), .init(row: 4, column: 0)]
    let plan = try plan(
      [
        ["责任单位", "序号", "项目名称", "投资单位", "投资额（亿元）", "阶段"],
        ["高新区", "1", "半导体装备", "中微先进公司", "15", "意向"],
        ["高新区", "2", "伺服电机", "汇川精机公司", "4.5", "考察"],
        ["高新区", "", "", "汇川控股公司", "", ""],
        ["高新区", "", "", "", "", ""],
      ], marks)
    #expect(plan.lines.map { "\($0.row) \($0.kind)" }.suffix(2) == ["3 project", "4 continuation"])
    #expect(plan.isReady && plan.created == 2)
    var pipeline = Pipeline()
    try pipeline.carryOut(try #require(plan.command))
    #expect(pipeline[2]?.investors == ["汇川精机公司", "汇川控股公司"])
    #expect(pipeline[2]?.lead == ["高新区"])
  }

  @Test("A column of firms that nobody knows is asked for once, and found by its place")
  func firms() throws {
    let rows = [
      ["项目名称", "牌号", "合作伙伴方", "总投资（亿元）", "阶段"],
      ["精密轴承", "甲", "Schaeffler Holding GmbH", "3", "洽谈"],
      ["膜材料", "乙", "Toray Industries, Inc.", "5", "考察"],
    ]
    let plan = try plan(rows)
    #expect(
      trial.asked(plan) == [
        "第 2、3 行：没有认出哪一列是投资方，是第几列？ --column '2=investors' --column '3=investors' "
          + "--column '列号=investors' --skip-bad 文件"
      ])
    let answered = try self.plan(rows) { $0.columns[2] = "investors" }
    #expect(answered.isReady && answered.created == 2)
  }

  @Test("Foreign and Chinese partners are investors, and countries where they come from")
  func partners() throws {
    let plan = try plan([
      ["项目名称", "中方投资者", "外方投资者", "国别（地区）", "总投资（万美元）", "阶段"],
      ["膜材料", "东岳公司", "Toray Industries, Inc.", "日本", "4500", "考察"],
    ])
    #expect(plan.isReady)
    var pipeline = Pipeline()
    try pipeline.carryOut(try #require(plan.command))
    #expect(pipeline[1]?.investors == ["东岳公司", "Toray Industries, Inc."])
    #expect(pipeline[1]?.text(.origin) == "日本")
  }

  @Test("A row with several things wrong is left out with all of them")
  func leftOut() throws {
    let rows = [
      ["项目名称", "投资方", "总投资（亿元）", "首谈日期", "阶段"],
      ["①液冷服务器\n②液冷机柜", "申菱公司", "①3 ②1.5", "2025-13-01", "考察"],
      ["数控刀具", "华锐公司", "2.6", "2025-06-03", "考察"],
    ]
    #expect(try !plan(rows).isReady)
    let rest = try plan(rows) { $0.leavesBad = true }
    #expect(rest.isReady && rest.created == 1 && rest.leftOut.map(\.row) == [2])
  }

  @Test("A line break in a heading or a cell breaks no line of the result")
  func lineBreaks() throws {
    let plan = try plan([
      ["项目\n名称", "投资方", "首谈\n日期", "Total\nInvestment (亿元)", "阶段"],
      ["①甲项目\n②乙项目", "甲公司", "2025-13-01", "3", "考察"],
    ])
    let lines = plan.lines.map { trial.words.ledger($0, in: Pipeline()) }
    #expect(lines.allSatisfy { !$0.contains("\n") })
    #expect(lines.last?.contains("项目名称") ?? false)
    #expect(plan.firstError.map { trial.words.ledger($0) }?.contains("\n") == false)
    #expect(plan.layouts[0].columns[3].heading == "Total Investment (亿元)")
  }
}
