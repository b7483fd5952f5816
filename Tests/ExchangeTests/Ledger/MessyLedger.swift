import Exchange
import Pipeline
import TestSupport

/// A ledger as somebody may have typed it, and what was meant: the oracle of the import.
struct MessyLedger {
  /// A project that was put in.
  struct Meant: Hashable {
    var name: String
    var firms: [String]
    /// In yuan; nil when none was given, or none that is one amount.
    var yuan: Int64?
    var firstTalk: BusinessDate?
    var stage: Stage
    var lead: String
  }

  private(set) var rows: [[String]] = []
  private(set) var meant: [Meant] = []
  /// Rows of sums, from 1.
  private(set) var sums: [Int] = []
  private(set) var statesWrongSum = false

  private var dice: SplitMix64
  private let columns: [Column]
  private let unit: (word: String, yuan: Int64)
  private let unitPlace: Int
  private let year: Int

  private enum Column: CaseIterable { case serial, lead, name, firms, amount, stage, talk, remark }

  init(seed: UInt64) {
    dice = SplitMix64(seed: seed)
    year = 2021 + Int(dice.next() % 5)
    unit = dice.pick([("万元", 10_000), ("亿元", 100_000_000), ("百万元", 1_000_000)])
    // In the heading, above the table, or with each cell.
    unitPlace = Int(dice.next() % 3)
    columns =
      dice.isOnce(in: 2)
      ? Column.allCases : [.serial, .name, .firms, .lead, .talk, .amount, .stage, .remark]
    build()
  }

  private mutating func build() {
    rows.append(["\(year)年云溪县招商项目台账"])
    rows.append(unitPlace == 1 ? ["填报单位：投促局", "", "", "单位：\(unit.word)"] : ["填报单位：投促局"])
    if dice.isOnce(in: 3) { rows.append([]) }
    addHeadings()
    let sections = dice.isOnce(in: 2) ? Int(1 + dice.next() % 3) : 0
    let count = Int(3 + dice.next() % 8)
    var inPart: [Meant] = []
    var number = 0
    for index in 0..<count {
      if sections > 0, index % max(1, count / sections) == 0 {
        if !inPart.isEmpty { addSum("小计", of: inPart) }
        inPart = []
        rows.append([
          "\(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][index % 10])、\(lead(index))"
        ])
      }
      number += 1
      let project = project(number)
      meant.append(project)
      inPart.append(project)
      addRow(project, number)
      if dice.isOnce(in: 6) { addContinuation() }
      if dice.isOnce(in: 9) { addHeadings() }
    }
    if sections > 0 { addSum("小计", of: inPart) }
    if dice.isOnce(in: 2) { addSum(dice.pick(["合计", "总 计", "合计：", "共计"]), of: meant) }
    if dice.isOnce(in: 2) { rows.append(["注：金额为企业口头意向"]) }
    if dice.isOnce(in: 3) { rows.append(["制表人：苏禾", "", "审核人：方棣"]) }
  }

  private mutating func addHeadings() {
    rows.append(
      columns.map { column in
        switch column {
        case .serial: "序号"
        case .lead: "责任单位"
        case .name: "项目名称"
        case .firms: "投资企业"
        case .amount: unitPlace == 0 ? "计划总投资（\(unit.word)）" : "计划总投资"
        case .stage: "目前阶段"
        case .talk: "初次接洽时间"
        case .remark: "备注"
        }
      })
  }

  private func lead(_ index: Int) -> String { ["东湾街道", "西湾街道", "招商一局", "开发区"][index % 4] }

  private mutating func project(_ number: Int) -> Meant {
    let stem = dice.pick([
      "合计新能源", "光伏组件", "Total润滑油", "年产3.\(number)万吨纸浆", "A.I算力", "总部基地", "共享仓储",
    ])
    let latin = ["Sakura Mold Co., Ltd.", "Muster & Sohn GmbH"]
    let firms =
      dice.isOnce(in: 5)
      ? [dice.pick(latin)]
      : dice.isOnce(in: 4) ? ["甲\(number)公司", "乙\(number)公司"] : ["丙\(number)公司"]
    let amount = dice.isOnce(in: 6) ? nil : Int64(1 + dice.next() % 900)
    let days = Int(dice.next() % 330)
    let day = Day(year: year, month: 1, day: 1)?.adding(days)
    return Meant(
      name: "\(stem)\(number)号项目", firms: firms, yuan: amount.map { $0 * unit.yuan },
      firstTalk: dice.isOnce(in: 5) ? nil : day.map { .day($0) },
      stage: dice.pick([.contact, .visit, .returnVisit, .intent]), lead: lead(number))
  }

  private mutating func addRow(_ project: Meant, _ number: Int) {
    rows.append(
      columns.map { column in
        switch column {
        case .serial: "\(number)"
        case .lead: project.lead
        case .name: dice.isOnce(in: 8) ? " \(project.name) " : project.name
        case .firms: project.firms.joined(separator: dice.pick(["、", "；", "\n"]))
        case .amount: amount(project)
        case .stage: stage(project.stage)
        case .talk: day(project.firstTalk)
        case .remark: dice.isOnce(in: 3) ? "重点" : ""
        }
      })
  }

  private mutating func amount(_ project: Meant) -> String {
    guard let yuan = project.yuan else { return dice.pick(["", "—", "待定", "暂无", "3-5亿元"]) }
    let number = yuan / unit.yuan
    if unitPlace == 2 { return "\(number)" + unit.word }
    return dice.pick([
      "\(number)", "\(number).00", "￥\(number)", "\(number)\(unit.word)", " \(number) ",
    ])
  }

  private mutating func stage(_ stage: Stage) -> String {
    switch stage {
    case .contact: dice.pick(["对接", "接洽中", "在谈"])
    case .visit: dice.pick(["考察", "已本地考察"])
    case .returnVisit: dice.pick(["回访", "来访"])
    default: dice.pick(["意向", "意向达成"])
    }
  }

  private mutating func day(_ date: BusinessDate?) -> String {
    guard let day = date?.exactDay else { return dice.pick(["", "/", "无"]) }
    let (year, month, number) = day.civil
    return dice.pick([
      "\(year).\(month).\(number)", "\(year)/\(month)/\(number) 0:00", "\(month)月\(number)日",
      "\(year)年\(month)月\(number)日", "\(Int(day.number) + 25_569)", day.description + "T00:00:00",
    ])
  }

  private mutating func addContinuation() {
    let firm = "续\(rows.count)公司"
    meant[meant.count - 1].firms.append(firm)
    rows.append(columns.map { $0 == .firms ? firm : "" })
  }

  private mutating func addSum(_ word: String, of projects: [Meant]) {
    // The range that is no one amount leaves a sum open: then no sum is stated.
    let isWrong = dice.isOnce(in: 12)
    let sum = projects.compactMap(\.yuan).reduce(0, +) / unit.yuan + (isWrong ? 7 : 0)
    var isStated = true
    for row in rows where row.contains("3-5亿元") { _ = row; isStated = false }
    if isStated, isWrong { statesWrongSum = true }
    sums.append(rows.count + 1)
    rows.append(
      columns.map { column in
        switch column {
        case .serial: word
        case .firms: "\(projects.count)个"
        case .amount: isStated ? (unitPlace == 2 ? "\(sum)" + unit.word : "\(sum)") : ""
        default: ""
        }
      })
  }
}
