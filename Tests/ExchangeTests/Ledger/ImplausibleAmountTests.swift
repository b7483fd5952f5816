import Exchange
import Pipeline
import TestSupport
import Testing

/// Numbers that a unit from elsewhere makes too large or too small for any project.
@Suite("An amount that no project has is asked about")
struct ImplausibleAmountTests {
  private let trial = LedgerTrial()

  private func amounts(_ pipeline: Pipeline) -> [String] {
    pipeline.projects.map { project in
      guard case .known(let money) = project.amount else { return "-" }
      return "\(money.minor / 100) \(money.currency.code)"
    }
  }

  @Test("Yuan under 万元 are asked for the cell, and the cell's own unit settles it")
  func yuan() throws {
    let text = """
      项目名称,投资方,阶段,总投资（万元）
      新型建材,鸿基建材公司,在谈,30000000
      竹木家居,竹韵家居公司,在谈,4500
      """
    let plan = try trial.plan(text)
    #expect(!plan.isReady)
    #expect(
      trial.asked(plan) == [
        "第 2 行：总投资（万元）「30000000」按万元算是 3000亿元，不像一个项目的金额；是元吗？ --cell '2,4=30000000元' "
          + "--cell '2,4=30000000万元' --column '4=amount (元)' --column '4=amount (万元)' --leave-out 2 "
          + "--skip-bad 文件"
      ])
    let cell = CellPlace(row: 2, column: 4)
    #expect(
      amounts(try trial.taken(text) { $0.cells[cell] = "30000000元" }) == [
        "30000000 CNY", "45000000 CNY",
      ])
    #expect(
      amounts(try trial.taken(text) { $0.cells[cell] = "30000000万元" }).first == "300000000000 CNY")
    // Said in the cell, it is meant.
    #expect(
      amounts(try trial.taken(text.replacing("30000000", with: "30000000万元"))).first
        == "300000000000 CNY")
  }

  @Test("A whole column of yuan is one question, and one answer")
  func column() throws {
    let text = """
      项目名称,投资方,阶段,总投资（万元）
      甲,甲公司,在谈,30000000
      乙,乙公司,在谈,45000000
      丙,丙公司,在谈,"120,000,000"
      """
    let plan = try trial.plan(text)
    #expect(plan.questions.count == 1 && plan.questions.first?.count == 3)
    #expect(
      plan.questions.first.map { trial.words.answers($0).first } == "--column '4=amount (元)'")
    #expect(
      amounts(try trial.taken(text) { $0.columns[3] = "amount (元)" }) == [
        "30000000 CNY", "45000000 CNY", "120000000 CNY",
      ])
    #expect(try trial.taken(text) { $0.columns[3] = "amount (万元)" }.projects.count == 3)
  }

  @Test(
    "Tables, answers, other currencies and ranges are doubted alike",
    arguments: [
      "单位：万元,,,\n项目名称,投资方,阶段,总投资\n甲,甲公司,在谈,30000000",
      "项目名称,投资方,阶段,总投资（亿元）\n甲,甲公司,在谈,3000",
      "项目名称,投资方,阶段,总投资（万美元）\n甲,甲公司,在谈,5000000",
      "项目名称,投资方,阶段,总投资（万元）\n甲,甲公司,在谈,20000000-30000000",
      "项目名称,投资方,阶段,固定资产投资（万元）\n甲,甲公司,在谈,30000000",
      "项目名称,投资方,阶段,总投资（元）\n甲,甲公司,在谈,3000",
    ])
  func kinds(text: String) throws {
    let plan = try trial.plan(text)
    #expect(plan.questions.count == 1 && plan.asked.count == 1, "\(trial.asked(plan))")
  }

  @Test("Large and small amounts that projects do have are taken as they stand")
  func plausible() throws {
    let pipeline = try trial.taken(
      """
      项目名称,投资方,阶段,总投资（万元）,预计税收（万元）
      大项目,大公司,在谈,9000000,0.5
      小项目,小公司,在谈,1,0
      """)
    #expect(amounts(pipeline) == ["90000000000 CNY", "10000 CNY"])
  }
}
