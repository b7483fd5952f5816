import Exchange
import JSON
import Pipeline
import TestSupport
import Testing
import Vocabulary
import Wording

/// Tables of the kinds that bureaus and cities have, with what each has to give.
@Suite("Ledgers as people write them")
struct LedgerReadingTests {
  private let words = Words(.zh)
  private let today: Day = "2026-11-30"

  private func plan(
    _ text: String, _ pipeline: Pipeline = Pipeline(), stage: Stage? = .contact,
    _ change: (inout ImportAnswers) -> Void = { _ in }
  ) throws -> LedgerPlan {
    var answers = ImportAnswers()
    answers.stage = stage
    change(&answers)
    let source = try LedgerSource(try DecodedText(Array(text.utf8)))
    return try LedgerImport(source).plan(for: pipeline, answers: answers, today: today)
  }

  /// What is in the store afterwards.
  private func taken(
    _ text: String, into pipeline: Pipeline = Pipeline(), stage: Stage? = .contact,
    _ change: (inout ImportAnswers) -> Void = { _ in }
  ) throws -> Pipeline {
    let plan = try plan(text, pipeline, stage: stage, change)
    #expect(plan.questions.map { words.question($0) } == [])
    #expect(plan.firstError.map { words.ledger($0) } == nil)
    var pipeline = pipeline
    if let command = plan.command {
      try pipeline.carryOut(command)
    }
    return pipeline
  }

  private func amounts(_ pipeline: Pipeline, _ field: Field = .amount) -> [String] {
    pipeline.projects.map { project in
      guard case .amount(.known(let money)) = project[field] else { return "-" }
      return "\(money.minor / 100) \(money.currency.code)"
    }
  }

  // MARK: Rows

  private static let totals = """
    序号,项目名称,投资方,总投资（万元）
    1,山一项目,山一公司,12000
    2,山二项目,山二公司,15000
    ,小计,2家,27000
    3,山三项目,山三公司,20000
    ,合计,3家企业,47000
    ,本页合计,3家,47000
    ,共计3个项目,3家,47000
    合计：,3个,3家,47000
    """

  @Test("Sums are no projects, and agree with what was read")
  func sums() throws {
    let plan = try plan(Self.totals)
    #expect(plan.created == 3 && plan.isReady)
    #expect(plan.reconciliation.count == 12 && plan.reconciliation.allSatisfy(\.agrees))
    let wrong = try self.plan(Self.totals.replacing("3家企业,47000", with: "3家企业,48000"))
    #expect(wrong.reconciliation.count { !$0.agrees } == 1 && !wrong.isReady)
    #expect(wrong.questions.flatMap { words.answers($0) } == ["--despite-sums"])
    let meant = try self.plan(Self.totals.replacing("3家企业,47000", with: "3家企业,48000")) {
      $0.acceptsSums = true
    }
    #expect(meant.isReady && meant.created == 3)
  }

  @Test("A name that begins as a sum does is a name")
  func namesLikeSums() throws {
    let pipeline = try taken(
      """
      项目名称,投资方,总投资（亿元）
      Total润滑油项目,道达尔示例公司,
      总计划展示中心项目,总计划示例公司,
      合计新能源有限公司项目,合计新能源有限公司,1
      小计,2个,1
      """, { $0.acceptsSums = true })
    #expect(pipeline.projects.count == 3)
  }

  @Test("Sections, notes, headings of a new page and continuations are told apart")
  func kinds() throws {
    let plan = try plan(
      """
      附件,,,,
      河湾区2023年签约项目,,,,
      填报单位：某局,,,,单位：万元
      序号,责任单位,项目名称,投资主体,总投资
      一,东湾街道,,,
      1,东湾街道,石一项目,石一公司,100
      ,,,石三公司,
      序号,责任单位,项目名称,投资主体,总投资
      （二）西湾街道,,,,
      2,西湾街道,石二项目,石二公司,200
      说明：无,,,,
      """)
    #expect(
      plan.lines.map { "\($0.row) \($0.kind)" } == [
        "1 title", "2 title", "3 title", "4 heading", "5 section(\"东湾街道\")", "6 project",
        "7 continuation", "8 repeatedHeading", "9 section(\"西湾街道\")", "10 project", "11 note",
      ])
    #expect(plan.block.unit.map { words.scale($0) } == "万元" && plan.block.year?.value == 2023)
  }

  @Test("A unit that is blank under another one is asked about, and never taken for it in silence")
  func blankUnits() throws {
    let text = """
      序号,责任单位,项目名称,投资主体,当前阶段
      1,东湾街道,石一项目,石一公司,考察
      2,,石二项目,石二公司,考察
      3,西湾街道,石三项目,石三公司,意向
      4,,石四项目,石四公司,意向
      """
    let asked = try plan(text)
    #expect(
      asked.questions.map { words.question($0) } == [
        "第 3、5 行：责任单位空着，上面是「东湾街道」（合并单元格存成文本会这样），是同一个单位吗？"
      ])
    let filled = try taken(text) { $0.repeatsUnit = true }
    #expect(filled.projects.map(\.lead) == [["东湾街道"], ["东湾街道"], ["西湾街道"], ["西湾街道"]])
    let bare = try taken(text) { $0.repeatsUnit = false }
    #expect(bare.projects.map(\.lead) == [["东湾街道"], [], ["西湾街道"], []])
  }

  @Test("The sum at the head of the last section is compared before the total")
  func sectionSums() throws {
    let plan = try plan(
      """
      序号,项目名称,投资方,总投资（亿元）
      一、工业项目（2个）,,,2.5
      1,甲项目,甲公司,1.2
      2,乙项目,乙公司,1.3
      二、农业项目（2个）,,,0.3
      3,丙项目,丙公司,0.3
      总计（3个）,,,2.8
      """)
    #expect(
      plan.reconciliation.map { words.reconciled($0) } == [
        "第 2 行（工业项目(2个)）：项目数写明 2，读到 2，相符",
        "第 2 行（工业项目(2个)）：总投资（亿元）写明 2.5，读到 2.5，相符",
        "第 5 行（农业项目(2个)）：项目数写明 2，读到 1，不符",
        "第 5 行（农业项目(2个)）：总投资（亿元）写明 0.3，读到 0.3，相符",
        "第 7 行：项目数写明 3，读到 3，相符", "第 7 行：总投资（亿元）写明 2.8，读到 2.8，相符",
      ])
  }

  @Test("A second row of headings that holds units alone tells what the columns count")
  func rowOfUnits() throws {
    let pipeline = try taken(
      """
      序号,项目名称,投资主体,计划投资额,固投,外资额,备注
      ,,,（万元）,（万元）,（万美元）,
      1,甲项目,甲公司,"12,000",8000,300,
      """)
    #expect(amounts(pipeline) == ["120000000 CNY"])
    #expect(amounts(pipeline, .fixedAssets) == ["80000000 CNY"])
    #expect(amounts(pipeline, .foreignPart) == ["3000000 USD"])
  }

  @Test("A column of units says what each row's amount counts, and is nobody's unit")
  func unitColumn() throws {
    let pipeline = try taken(
      """
      序号,项目名称,投资方,投资总额,单位
      1,甲项目,甲公司,5000,万元
      2,乙项目,乙公司,2,亿元
      3,丙项目,丙公司,800,万美元
      """)
    #expect(amounts(pipeline) == ["50000000 CNY", "200000000 CNY", "8000000 USD"])
    #expect(pipeline.projects.allSatisfy { $0.lead.isEmpty })
  }

  @Test("The head of a remark tells what no column tells: a stage, a milestone, an end")
  func heads() throws {
    let pipeline = try taken(
      """
      项目名称,投资方,签约时间,目前进展
      甲项目,甲公司,2024-01-02,投产
      乙项目,乙公司,,终止，企业资金不足
      丙项目,丙公司,,考察，拟再谈地价
      """)
    #expect(pipeline[1]?.stage == .signing && pipeline[2]?.status.kind == .withdrawn)
    #expect(pipeline[3]?.stage == .visit)
  }

  @Test("What only tables of journeys say is told as unknown in a table of projects")
  func foreignColumns() throws {
    let plan = try plan("项目名称,投资方,总投资（亿元）,地点,时间\n甲项目,甲公司,1,深圳,上午")
    #expect(plan.unread.map(\.heading) == ["地点", "时间"])
    let text =
      "序号,时间,活动名称,带队领导,地点,对接企业,对接情况\n"
      + "1,2024年3月4日-6日,赴深圳招商,王岩,深圳,\"华为、比亚迪\",达成意向\n合计,1次,,,,2家,\n"
    let open = try self.plan(text)
    #expect(
      open.questions.map { words.question($0) } == ["第 2 行：标题和表头都没有写是外出还是来访，是哪一类活动？"])
    let journeys = try self.plan(text) { $0.activityKind = .inbound }
    #expect(journeys.isReady)
    #expect(journeys.created == 1 && journeys.unread.map(\.heading) == ["序号"])
    #expect(journeys.reconciliation.allSatisfy { $0.agrees })
  }

  // MARK: Columns

  @Test(
    "The unit of the heading counts, and a size without one is asked",
    arguments: [
      ("总投资（万美元）", "5000", "50000000 USD"), ("总投资（百万元）", "1200", "1200000000 CNY"),
      ("总投资/千万元", "3", "30000000 CNY"), ("计划总投资(亿元)", "1.2", "120000000 CNY"),
      ("投资额（亿元人民币）", "2", "200000000 CNY"), ("总投资（万元）", "￥1,200.00", "12000000 CNY"),
      ("总投资（万元）", "RMB 1200", "12000000 CNY"), ("总投资（万元）", "1200人民币", "12000000 CNY"),
      ("总投资（万元）", "1.6亿", "160000000 CNY"), ("总投资", "2个亿", "200000000 CNY"),
      ("总投资（万元）", "８０００", "80000000 CNY"), ("总投资（万元）", "3 000", "30000000 CNY"),
      ("总投资（万元）", "约8000", "80000000 CNY"),
    ])
  func units(heading: String, cell: String, amount: String) throws {
    let pipeline = try taken("项目名称\t投资方\t\(heading)\n甲项目\t甲公司\t\(cell)")
    #expect(amounts(pipeline) == [amount])
  }

  @Test(
    "What says no one amount is asked, or kept in words",
    arguments: ["1200", "（4500）", "-3亿", "一大笔"])
  func noAmount(cell: String) throws {
    let plan = try plan("项目名称\t投资方\t总投资\n甲项目\t甲公司\t\(cell)")
    #expect(plan.created == 0 && !plan.isReady)
    let other = try self.plan("项目名称\t投资方\t总投资（万元）\n甲项目\t甲公司\t$500")
    #expect(other.created == 0 && !other.isReady)
    let pipeline = try taken("项目名称\t投资方\t总投资\n甲项目\t甲公司\t3-5亿元")
    #expect(amounts(pipeline) == ["-"])
    #expect(pipeline[1]?.notes.map(\.text) == ["总投资：3-5亿元"])
    let answered = try taken("项目名称\t投资方\t总投资\n甲项目\t甲公司\t1200") {
      $0.unit = AmountScale(spoken: "万元")
    }
    #expect(amounts(answered) == ["12000000 CNY"])
  }

  @Test("Two rows of headings: the lower one inherits the unit and has its own")
  func twoRows() throws {
    let pipeline = try taken(
      """
      2026年台账,,,,,,
      序号,项目名称,投资方,投资额（万元）,,,下步打算,
      ,,,总投资,固定资产投资,其中：外资（万美元）,内容,完成时限
      1,戊一项目,戊一公司,12000,8000,200,签约,2026.12.31
      """)
    #expect(amounts(pipeline) == ["120000000 CNY"])
    #expect(amounts(pipeline, .fixedAssets) == ["80000000 CNY"])
    #expect(amounts(pipeline, .foreignPart) == ["2000000 USD"])
    #expect(pipeline[1]?.next == NextStep(text: "签约", due: "2026-12-31"))
  }

  @Test("A unit that hangs on another column is told by it, or by the amounts beside")
  func conditionalUnits() throws {
    let heads = "项目名称,投资方,内外资,投资金额（亿美元/亿元）,项目总投资额（亿美元）,项目总投资额（亿元）,洽谈进度"
    let pipeline = try taken(
      """
      \(heads)
      甲项目,甲公司,内资,10.5,,10.5,意向达成
      乙项目,乙公司,外资,0.3,0.3,,已本地考察
      丙项目,丙公司,,0.08,,0.08,接洽中
      """, stage: nil)
    #expect(amounts(pipeline) == ["1050000000 CNY", "30000000 USD", "8000000 CNY"])
    #expect(pipeline.projects.map(\.stage) == [.intent, .visit, .contact])
    let open = try plan("\(heads)\n丁项目,丁公司,,2,,,签约前谈判", stage: nil)
    #expect(open.created == 0 && open.questions.count == 2)
  }

  @Test("No stage is asked for, and never taken for 对接")
  func stages() throws {
    let text = "项目名称,投资方,总投资（亿元）\n甲项目,甲公司,1"
    let plan = try plan(text, stage: nil)
    #expect(!plan.isReady && words.answers(plan.questions[0])[0] == "--stage 对接")
    let unknown = "项目名称,投资方,阶段\n甲项目,甲公司,签约前谈判"
    #expect(try self.plan(unknown, stage: nil).created == 0)
    let meant = try taken(unknown, stage: nil) { $0.words["签约前谈判"] = "意向" }
    #expect(meant[1]?.stage == .intent)
  }

  // MARK: Days

  @Test(
    "Days in every form are read, and the future never holds what has happened",
    arguments: [
      ("2023/7/19 0:00", "2023-07-19"), ("2023-07-19T00:00:00", "2023-07-19"),
      ("45126", "2023-07-19"), ("2023年7月19日（周三）", "2023-07-19"), ("二〇二三年八月三日", "2023-08-03"),
      ("2023年10月", "2023-10"), ("2023.7.19", "2023-07-19"), ("20230719", "2023-07-19"),
      ("2023年7月中旬", "2023-07-11..2023-07-20"),
    ])
  func days(cell: String, day: String) throws {
    let pipeline = try taken("项目名称\t投资方\t首谈日期\n甲项目\t甲公司\t\(cell)\n乙项目\t乙公司\t/")
    #expect(pipeline[1]?[.firstTalkOn] == BusinessDate(day).map { .date($0) })
    #expect(pipeline[2]?[.firstTalkOn] == nil)
  }

  @Test("A day without a year has the title's, or is asked; 昨天 is refused")
  func years() throws {
    let rows = "项目名称,投资方,首谈日期\n甲项目,甲公司,7月19日"
    #expect(!(try plan(rows).isReady))
    let titled = try taken("2023年招商台账,,\n" + rows)
    #expect(titled[1]?[.firstTalkOn] == .date("2023-07-19"))
    let answered = try taken(rows) { $0.year = 2024 }
    #expect(answered[1]?[.firstTalkOn] == .date("2024-07-19"))
    for cell in ["昨天", "周五", "+3d", "2027-01-01"] {
      #expect(try plan(rows.replacing("7月19日", with: cell)).wrong.count == 1, "\(cell)")
    }
    #expect(try plan("2026年台账,,\n" + rows.replacing("7月19日", with: "12月28日")).wrong.count == 1)
  }

  // MARK: Who is who

  @Test("A likeness overwrites nothing; the same name and firm is the same project")
  func identity() throws {
    let rows = """
      项目名称,投资方,总投资（亿元）
      年产3.5万吨项目,纸一公司,2
      年产35万吨项目,纸二公司,20
      厂房项目,子一公司,1.2
      厂房项目,子二公司,3.5
      厂房（项目）,子三公司,6
      蓝海集团项目,蓝一公司,1
      蓝海项目,蓝一公司,2
      """
    let pipeline = try taken(rows)
    #expect(pipeline.projects.count == 7)
    let again = try plan(rows, pipeline)
    #expect(again.unchanged == 7 && again.command == nil)
    let other = "项目名称,投资方,总投资（亿元）\n厂房项目,子九公司,9"
    let plan = try plan(other, pipeline)
    #expect(plan.created == 1 && plan.changed == 0)
    #expect(words.ledger(plan.lines[1], in: pipeline).contains("与 #3 厂房项目"))
    #expect(try self.plan(other, pipeline) { $0.same[2] = 3 }.changed == 1)
    let units = "项目名称,投资方,总投资（万元）\n蓝海集团项目,蓝一公司,10000"
    #expect(try self.plan(units, pipeline).unchanged == 1)
  }

  @Test("A number of another system finds its project again, and tells two of one name apart")
  func keys() throws {
    let rows = """
      项目编号,项目名称,投资方,阶段
      ZS1,标注项目,瑶林科技,接洽中
      ZS2,标注项目,瑶林科技,意向
      """
    let pipeline = try taken(rows, stage: nil)
    #expect(pipeline.projects.count == 2)
    #expect(pipeline[1]?[.externalKeys] == .list(["项目编号:ZS1"]))
    let renamed = "项目编号,项目名称,投资方\nZS2,数据标注项目,瑶林科技"
    let plan = try plan(renamed, pipeline)
    #expect(plan.changed == 1 && plan.created == 0)
  }

  @Test("A row that repeats another and says otherwise is asked about")
  func repeats() throws {
    let rows = "项目名称,投资方,总投资（亿元）\n甲项目,甲公司,1\n甲项目,甲公司,1\n甲项目,甲公司,2"
    let plan = try plan(rows)
    #expect(plan.created == 1 && plan.leftOut.map(\.row) == [3] && plan.asked.map(\.row) == [4])
  }

  @Test("Firms part at 、 and line ends; no comma parts Co., Ltd.")
  func firms() throws {
    let pipeline = try taken(
      """
      项目名称\t投资方
      甲项目\tSakura Mold Co., Ltd.
      乙项目\tMuster, Beispiel & Partner GmbH
      丙项目\t丙一公司、丙二公司
      """)
    #expect(
      pipeline.projects.map(\.investors) == [
        ["Sakura Mold Co., Ltd."], ["Muster, Beispiel & Partner GmbH"], ["丙一公司", "丙二公司"],
      ])
  }

  @Test("Digits that Excel has spoiled leave what is stored, with a word")
  func telephones() throws {
    let first = "项目名称,投资方,联系电话\n甲项目,甲公司,13800138000\n乙项目,乙公司,05434321001"
    let pipeline = try taken(first)
    let excel = "项目名称,投资方,联系电话\n甲项目,甲公司,1.38001E+10\n乙项目,乙公司,5434321001"
    let plan = try plan(excel, pipeline)
    #expect(plan.unchanged == 2 && plan.command == nil)
    #expect(words.ledger(plan.lines[1], in: pipeline).contains("科学计数"))
    #expect(words.ledger(plan.lines[2], in: pipeline).contains("少了开头的 0"))
    #expect(try self.plan(excel).wrong.map(\.row) == [2])
  }

  // MARK: Activities

  @Test("Journeys come in with their days, places and firms, and once only")
  func activities() throws {
    let rows = """
      2026-03-01至2026-03-31外出招商情况表,,,,,,,,
      单位,序号,姓名,职务,开始时间,结束时间,天数,目的地,拜访企业名称
      开发区,1,卢岑,副主任,2026-03-04,2026-03-06,3,深圳、东莞,澄光电子
      ,,,,,,,,环宇五金
      东湾街道,2,方棣,主任,3.11,3.12,2,宁波市,澜石机械
      ,3,方棣,主任,2026/3/25,2026/3/25,1,上海,某外资机构
      西湾街道,未外出,,,,,0,,
      合计,3批次,5人次,,,,6,,4家
      """
    let pipeline = try taken(rows, stage: nil)
    #expect(pipeline.activities.count == 3)
    let first = try #require(pipeline.activity(1)?.facts)
    #expect(
      first.counterparts == ["澄光电子", "环宇五金"] && first.on == .range("2026-03-04", "2026-03-06"))
    #expect(pipeline.activity(2)?.facts.on == .range("2026-03-11", "2026-03-12"))
    #expect(pipeline.activity(3)?.facts.lead == ["东湾街道"])
    let again = try plan(rows, pipeline)
    #expect(again.command == nil && again.unchanged == 3)
  }

  // MARK: Other programs

  @Test("A Trello board brings the days of its stages, once its lists are told apart")
  func trello() throws {
    let text = """
      {"lists": [{"id": "a", "name": "对接中"}, {"id": "b", "name": "考察/回访"}],
       "cards": [{"id": "c1", "name": "电机项目", "desc": "投资方：电机公司", "idList": "b", "closed": false,
         "due": null, "idLabels": [], "idMembers": []}],
       "actions": [
        {"type": "updateCard", "date": "2026-08-31T16:30:00.000Z", "data": {"card": {"id": "c1"},
         "listBefore": {"name": "对接中"}, "listAfter": {"name": "考察/回访"}}},
        {"type": "createCard", "date": "2026-06-01T03:00:00.000Z", "data": {"card": {"id": "c1"},
         "list": {"name": "对接中"}}}]}
      """
    let source = try #require(ProgramFile.source(try JSONValue.parse(text)))
    let open = try LedgerImport(source).plan(for: Pipeline(), today: today)
    #expect(open.questions.count == 1 && open.created == 0)
    var answers = ImportAnswers()
    answers.words["考察/回访"] = "考察"
    let plan = try LedgerImport(source).plan(for: Pipeline(), answers: answers, today: today)
    var pipeline = Pipeline()
    let command = try #require(plan.command)
    try pipeline.carryOut(command)
    let project = try #require(pipeline[1])
    #expect(project.entries.map(\.stage) == [.contact, .visit])
    #expect(project.entries.map(\.on) == ["2026-06-01", "2026-09-01"])
    #expect(project[.externalKeys] == .list(["trello:c1"]) && project.investors == ["电机公司"])
  }

  @Test("HubSpot's closed deals are signed or lost on their day, in their currency")
  func hubspot() throws {
    let pipeline = try taken(
      """
      Record ID,Deal Name,Associated Company,Deal Stage,Amount,Currency,Close Date,Closed Lost Reason
      1,Plant,Cells GmbH,Closed won,"45,000,000.00",EUR,2026-06-30,
      2,Hall,Hall Ltd,Closed lost,,USD,2026-05-15,Chose another location
      """)
    #expect(amounts(pipeline) == ["45000000 EUR", "-"])
    #expect(pipeline[1]?.stage == .signing && pipeline[1]?.entered == "2026-06-30")
    #expect(pipeline[2]?.status.kind == .lost && pipeline[2]?.statuses.last?.on == "2026-05-15")
    #expect(pipeline[1]?[.externalKeys] == .list(["hubspot:1"]))
  }
}
