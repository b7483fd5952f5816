import Exchange
import Pipeline
import TestSupport
import Testing
import Wording

/// What no field is for, what says more than its field, what is open: kept, or asked.
@Suite("Nothing in a ledger is lost or guessed without a word")
struct LedgerLossTests {
  private let trial = LedgerTrial()

  private func amounts(_ pipeline: Pipeline) -> [String] {
    pipeline.projects.map { project in
      guard case .known(let money) = project.amount else { return "-" }
      return "\(money.minor / 100) \(money.currency.code)"
    }
  }

  // MARK: Columns

  @Test("A person and a telephone in one column are two fields")
  func contacts() throws {
    let text = """
      项目名称\t投资方\t阶段\t联系人及电话
      己一项目\t己一公司\t在谈\t张三 13800138000
      己二项目\t己二公司\t意向\t李四（总经理）0543-4321001
      己三项目\t己三公司\t意向\t13900139000
      己四项目\t己四公司\t意向\t王五13700137000、赵六13600136000
      己五项目\t己五公司\t意向\t孙七，电话：138 0013 8001
      己六项目\t己六公司\t意向\t周八
      """
    let pipeline = try trial.taken(text)
    #expect(
      pipeline.projects.map { "\($0.text(.contact) ?? "-")|\($0.text(.contactPhone) ?? "-")" } == [
        "张三|13800138000", "李四（总经理）|0543-4321001", "-|13900139000",
        "王五、赵六|13700137000、13600136000", "孙七|138 0013 8001", "周八|-",
      ])
    let again = try trial.plan(text, pipeline)
    #expect(again.unchanged == 6 && again.command == nil)
  }

  @Test("The words of a column that nobody knows are kept, and said")
  func unknownWords() throws {
    let text = "项目名称,投资方,阶段,亮灯,领导批示\n甲项目,甲公司,在谈,绿,\n乙项目,乙公司,意向,—,抓紧"
    let pipeline = try trial.taken(text)
    #expect(pipeline[1]?.notes.map(\.text) == ["亮灯：绿"])
    #expect(pipeline[2]?.notes.map(\.text) == ["领导批示：抓紧"])
    let plan = try trial.plan(text)
    #expect(
      plan.unread.map { trial.words.unread($0) } == [
        "「亮灯」没有对应的字段，内容记入备注（2 行；--column 4=字段 导入，--column 4=- 不要）",
        "「领导批示」没有对应的字段，内容记入备注（1 行；--column 5=字段 导入，--column 5=- 不要）",
      ])
    #expect(try trial.plan(text, pipeline).command == nil)
    let bare = try trial.taken(text) { $0.columns = [3: "-", 4: "-"] }
    #expect(bare.projects.allSatisfy { $0.notes.isEmpty })
  }

  @Test(
    "A column of days or of money that nobody knows is asked about",
    arguments: [
      ("过会年月", ["2024年6月", "6月", ""]), ("设备款（万元）", ["300", "", "1200"]),
      ("另行支付", ["3000万元", "1.2亿", "—"]),
    ])
  func unknownColumns(heading: String, cells: [String]) throws {
    let rows = cells.enumerated().map { "第\($0)项目\t第\($0)公司\t在谈\t\($1)" }
    let text = "项目名称\t投资方\t阶段\t\(heading)\n" + rows.joined(separator: "\n")
    let plan = try trial.plan(text)
    #expect(plan.questions.count == 1)
    #expect(trial.asked(plan)[0].hasSuffix("--column '4=words' --column '4=-' --column '4=字段'"))
    let kept = try trial.taken(text) { $0.columns[3] = "words" }
    #expect(kept[1]?.notes.map(\.text) == ["\(heading)：\(cells[0])"])
  }

  @Test("A group over the projects' names is a first row of headings")
  func groupOverNames() throws {
    let pipeline = try trial.taken(
      """
      云溪县2024年在谈项目情况表,,,,,,,
      序号,项目基本情况,,,投资情况（万元）,,联系人及联系方式,
      ,项目名称,投资方,洽谈阶段,总投资,其中：固投,姓名,电话
      1,庚一项目,庚一公司,在谈,1000,800,张三,13800138000
      合计,1个,,,1000,800,,
      """)
    #expect(amounts(pipeline) == ["10000000 CNY"])
    #expect(pipeline[1]?[.fixedAssets] == .amount(.known(Money(minor: 800_000_000))))
    #expect(
      pipeline[1]?.text(.contact) == "张三" && pipeline[1]?.text(.contactPhone) == "13800138000")
  }

  // MARK: Cells

  @Test("The letters that people type for units are read, and said")
  func letters() throws {
    let rows = ["3000w", "3000W元", "1.2e", "3kw", "1亿2000万元", "2亿5000万美元"]
    let text =
      "项目名称\t投资方\t阶段\t总投资\n"
      + rows.enumerated().map { "第\($0)项目\t第\($0)公司\t在谈\t\($1)" }.joined(separator: "\n")
    #expect(
      amounts(try trial.taken(text)) == [
        "30000000 CNY", "30000000 CNY", "120000000 CNY", "30000000 CNY", "120000000 CNY",
        "250000000 USD",
      ])
    let plan = try trial.plan(text)
    #expect(
      trial.words.ledger(plan.lines[1], in: Pipeline())
        == "第 2 行 新增：第0项目，在对接；总投资「3000w」读作 3000万元")
    #expect(!trial.words.ledger(plan.lines[5], in: Pipeline()).contains("读作"))
  }

  @Test("A day in more words than the day is read; the words stay, and a plan has not happened")
  func days() throws {
    let text = """
      2024年签约项目台账,,,,
      项目名称,投资方,签约时间,投产时间
      戊一项目,戊一公司,2024年3月,2024年投产
      戊二项目,戊二公司,3月5日,2025年底投产
      戊三项目,戊三公司,2024.3,已投产
      戊四项目,戊四公司,2024-03-05,预计2027年6月
      戊五项目,戊五公司,3月5日（框架协议）,
      戊六项目,戊六公司,2024年3月5日签约,未投产
      """
    let pipeline = try trial.taken(text)
    #expect(
      pipeline.milestones.map { "\($0.facts.projects[0]) \($0.facts.kind) \($0.facts.on)" } == [
        "#1 inProduction 2024-01-01..2024-12-31", "#2 inProduction 2025-11-01..2025-12-31",
        "#3 inProduction unknown",
      ])
    #expect(
      pipeline.projects.map { $0.entered } == [
        "2024-03", "2024-03-05", "2024-03", "2024-03-05", "2024-03-05", "2024-03-05",
      ])
    #expect(pipeline[4]?.notes.map(\.text) == ["投产时间：预计2027年6月"])
    #expect(pipeline[5]?.notes.map(\.text) == ["签约时间：3月5日（框架协议）"])
    let again = try trial.plan(text, pipeline)
    #expect(again.unchanged == 6 && again.command == nil)
  }

  // MARK: Stages and states

  @Test("On hold without a day to look again, signed without a day: one question each")
  func missingDays() throws {
    let text = """
      项目名称,投资方,总投资（亿元）,项目状态
      丙一项目,丙一公司,1,暂停
      丙二项目,丙二公司,1,搁置
      丙三项目,丙三公司,1,暂缓推进
      丁一项目,丁一公司,1,已签约
      丁二项目,丁二公司,1,建成投产
      """
    let open = try trial.plan(text) { $0.stage = .visit }
    #expect(
      trial.asked(open) == [
        "第 2、3、4 行：「暂停」要有复核日期，没有写；哪一天再看？ --review 日期 --skip-bad 文件",
        "第 5、6 行：已签约，但没有写签约日期；按哪一天（可以只到年或月）？ --signed 日期 --skip-bad 文件",
      ])
    #expect(open.created == 0 && open.wrong.isEmpty)
    let pipeline = try trial.taken(text) {
      ($0.stage, $0.review, $0.signed) = (.visit, "2027-03-01", .month(year: 2024, month: 6))
    }
    #expect(
      pipeline.projects.map { "\($0.stage) \($0.status.kind)" } == [
        "visit hold", "visit hold", "visit hold", "signing ongoing", "signing ongoing",
      ])
    #expect(pipeline[4]?.entered == .month(year: 2024, month: 6))
    #expect(pipeline.milestones.map(\.facts.kind) == [.inProduction])
    guard case .onHold(let review, let reason) = pipeline[1]?.status else {
      Issue.record("not on hold")
      return
    }
    #expect(review == "2027-03-01" && reason == "暂停")
  }

  @Test("A status at the head of the progress, with its reason, is no project that goes on")
  func statusHeads() throws {
    let text = """
      项目名称,投资方,总投资（亿元）,进展情况,备注
      辛一项目,辛一公司,1,"暂停，企业资金困难",
      辛二项目,辛二公司,1,退库（不再联系）,
      辛三项目,辛三公司,1,3月12日考察,"搁置
      等土地指标"
      辛四项目,辛四公司,1,推进中,暂停供电期间曾停工
      """
    let pipeline = try trial.taken(text) { ($0.stage, $0.review) = (.visit, "2027-03-01") }
    #expect(pipeline.projects.map(\.status.kind) == [.hold, .archived, .hold, .ongoing])
    let open = try trial.plan(text) { $0.stage = .visit }
    #expect(trial.asked(open).count == 1 && open.asked.map(\.row) == [2, 4])
    let column = try trial.taken(
      "项目名称,投资方,阶段,项目状态\n甲项目,甲公司,在谈,已终止（资金问题）\n乙项目,乙公司,意向,推进中")
    guard case .withdrawn(let reason) = column[1]?.status else {
      Issue.record("not withdrawn")
      return
    }
    #expect(reason == "资金问题" && column[2]?.status.kind == .ongoing)
  }

  @Test(
    "A section that an ordinal numbers beside its name is no project, and its sums are compared")
  func numberedSections() throws {
    let plan = try trial.plan(
      """
      2024年度重点招商项目推进情况表（截至2024年9月底）,,,,,,
      ,,,,,,单位：亿元
      序号,项目名称,投资单位,建设内容,计划总投资,已完成投资,形象进度
      ,合计（3个）,,,30,3.2,
      (一),在谈项目（1个）,,,10,0,
      1,寅一项目,寅一集团有限公司,年产5GWh储能电池,10,,正在洽谈
      二,签约项目（2个）,,,20,3.2,
      2,寅二项目,寅二公司,冷链物流,12,2,8月签约，土地已摘牌
      3,寅三项目,寅三公司,智能仓储,8,1.2,已开工建设，完成桩基
      """
    ) { ($0.columns[5], $0.signed) = ("words", .month(year: 2024, month: 5)) }
    #expect(trial.asked(plan) == [] && plan.created == 3)
    #expect(plan.lines.filter { $0.kind == .section("在谈项目（1个）") }.map(\.row) == [5])
    #expect(plan.reconciliation.count == 6 && plan.reconciliation.allSatisfy(\.agrees))
    var pipeline = Pipeline()
    try pipeline.carryOut(try #require(plan.command))
    #expect(pipeline.projects.map(\.stage) == [.contact, .signing, .signing])
    #expect(pipeline[2]?.entered == .month(year: 2024, month: 8))
    #expect(pipeline[2]?.notes.map(\.text) == ["已完成投资：2亿元", "8月签约，土地已摘牌"])
  }

  @Test("Numbers of money under a heading that nobody knows are asked about, by the table's unit")
  func unknownMoney() throws {
    let text =
      "单位：亿元,,,\n项目名称,投资方,阶段,2024年计划投资\n甲项目,甲公司,在谈,3\n乙项目,乙公司,意向,2.5"
    #expect(try trial.plan(text).questions.count == 1)
    let kept = try trial.taken(text) { $0.columns[3] = "words" }
    #expect(kept.projects.flatMap { $0.notes.map(\.text) } == ["2024年计划投资：3亿元", "2024年计划投资：2.5亿元"])
  }

  @Test("A column of years is the year of its row's days")
  func yearColumn() throws {
    let pipeline = try trial.taken(
      """
      年份,项目名称,投资方,投资额（亿元）,签约日期,状态
      2023,午一项目,午一公司,3,7月19日,已签约
      2024年,午二项目,午二公司,2,3月5日,已签约
      """)
    #expect(pipeline.projects.map { $0.entered } == ["2023-07-19", "2024-03-05"])
  }
}
