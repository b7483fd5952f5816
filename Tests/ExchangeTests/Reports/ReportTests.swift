import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording
import Workbook

@Suite("What a bureau files")
struct ReportTests {
  private static let kinds = ReportQuestion.Kind.allCases

  private func example() throws -> Pipeline {
    try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
  }

  /// August 2023, or the week from the 28th, as it stood at the article's end.
  private func question(_ kind: ReportQuestion.Kind) -> ReportQuestion {
    let moment = Moment.asOf("2023-09-04")
    switch kind {
    case .week: return ReportQuestion(kind, at: moment, from: "2023-08-28", to: "2023-09-03")
    case .path:
      return ReportQuestion(kind, at: moment, from: ReportQuestion.beginning, to: "2023-09-04")
    default: return ReportQuestion(kind, at: moment, from: "2023-08-01", to: "2023-08-31")
    }
  }

  @Test("Every report is what it was, in every format", arguments: kinds, ReportFormat.allCases)
  func golden(kind: ReportQuestion.Kind, format: ReportFormat) throws {
    let report = try example().report(question(kind), in: Words(.zh))
    Golden.expect(report.text(as: format), is: "\(kind.rawValue).zh.\(format.rawValue)")
  }

  @Test(
    "A seal stands at the foot, in every format", arguments: kinds.filter(\.carriesSeal),
    ReportFormat.allCases)
  func sealed(kind: ReportQuestion.Kind, format: ReportFormat) throws {
    let digest = String(repeating: "3f9a1c2b4d5e6f70", count: 4)
    var report = try example().report(question(kind), in: Words(.zh))
    report.carry(Seal(sequence: 4711, digest: digest), in: Words(.zh))
    Golden.expect(report.text(as: format), is: "\(kind.rawValue)-sealed.zh.\(format.rawValue)")
    let book = report.workbook(created: 0)
    #expect(book.sheets[0].notes.last == "账本指纹 #4711 \(digest)")
    let printed = report.text(as: format).replacing("\\#", with: "#")
    let line = try #require(
      printed.split { "\n<>\"".contains($0) }.last { $0.contains("账本指纹") }.map(String.init))
    #expect(SealClaim(line)?.sequence == 4711)
  }

  @Test("They speak English too", arguments: [ReportQuestion.Kind.week, .leader, .path, .ledger])
  func goldenEnglish(kind: ReportQuestion.Kind) throws {
    let report = try example().report(question(kind), in: Words(.en))
    Golden.expect(report.text(as: .md), is: "\(kind.rawValue).en.md")
    let chinese = report.text(as: .txt).unicodeScalars.filter { $0 == "，" || $0 == "（" }
    // Only what the article said is Chinese.
    #expect(kind != .leader || chinese.count < 12)
  }

  @Test(
    "The projects of each profile stand in the county's columns", arguments: [LedgerProfile.a, .b])
  func profiles(profile: LedgerProfile) throws {
    let report = try example().ledger(profile, question(.ledger), in: Words(.zh))
    Golden.expect(report.text(as: .csv), is: "ledger-\(profile.rawValue).zh.csv")
    #expect(profile.columns.count == (profile == .a ? 13 : 15))
  }

  @Test(
    "The example's figures: thirteen contacts, six out and seven in; the funnel; what they count")
  func figures() throws {
    let report = try example().report(question(.leader), in: Words(.zh))
    func row(_ name: String) -> [String] {
      for section in report.sections {
        for case .table(let grid) in section.blocks {
          if let row = grid.rows.first(where: { $0[0] == name }) { return row }
        }
      }
      return []
    }
    #expect(row("对接（次）") == ["对接（次）", "13", "5", "3"])
    #expect(row("外出考察（次）") == ["外出考察（次）", "6", "3", "2"])
    #expect(row("来访接待（次）") == ["来访接待（次）", "7", "2", "1"])
    #expect(row("考察").prefix(8) == ["考察", "0", "3", "5", "5", "0", "0", "100%"])
    #expect(row("意向").prefix(8) == ["意向", "2", "2", "5", "3", "2", "0", "60%"])
    #expect(row("签约").prefix(4) == ["签约", "2", "1", "2"])
    #expect(row("城市运营公司").last == "未外出")
    let contacts = try #require(report.sources.first { $0.figure == "对接（次），累计" })
    #expect(contacts.count == 13 && contacts.records.count == 10)
    let reached = try #require(report.sources.first { $0.figure == "立项，到过" })
    #expect(reached.records == ["#6 光伏项目(特锐德、国电投、山东安装集团等)"])
    for source in report.sources where source.figure != "对接（次），累计" {
      #expect(source.records.count <= source.count, "\(source.figure)")
    }
    #expect(report.text(as: .txt, withSources: true).contains("【数据来源】"))
    #expect(!report.text(as: .txt).contains("【数据来源】"))
  }

  @Test("What is new in a stage is the funnel's flow")
  func flow() throws {
    let pipeline = try example()
    let funnel = pipeline.funnel(
      FunnelQuestion(asOf: "2023-09-04", flow: Period(from: "2023-08-01", to: "2023-08-31")))
    let report = pipeline.report(question(.leader), in: Words(.zh))
    for stage in Stage.allCases {
      let new = report.sources.first { $0.figure == Words(.zh).stage(stage) + "，新增" }
      #expect(new?.count == funnel[stage].flow)
    }
  }

  @Test(
    "A line of the path: the day, the unit, who led it, where to, whom, about what, the outcome")
  func path() throws {
    let text = try example().report(question(.path), in: Words(.zh)).text(as: .txt)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "2023-08-15 — 国信发展集团（马学福，国信发展集团党委委员、副总经理） 赴上海考察 江控创富基金，江控创富基金项目，资本招商母基金合作意向"
      ))
    #expect(lines.contains { $0.hasPrefix("2023-07-01..2023-09-04 — 接待来访4次 特锐德") })
    #expect(lines.contains("2023-02 — 集中开工32个 高端装备制造基地"))
    #expect(lines.count { $0.contains(" — ") } == 15)
  }

  @Test("Every page is well-formed and holds its pictures", arguments: kinds)
  func wellFormed(kind: ReportQuestion.Kind) throws {
    for language in Language.allCases {
      let page = try example().report(question(kind), in: Words(language))
        .text(as: .html, withSources: true)
      let check = MarkupCheck(page)
      #expect(check.faults == [])
      let pictures = kind == .month ? 2 : kind == .leader ? 1 : 0
      #expect(check.elements["svg", default: 0] == pictures)
      #expect(!page.contains("http-equiv=\"refresh\"") && !page.contains("<script"))
    }
  }

  @Test("Hostile texts break no format", arguments: HostileText.all)
  func hostile(text: HostileText) throws {
    var fixture = PipelineFixture()
    let raw = String(text.text.prefix(2000))
    let id = fixture.draw(
      "<b>|" + raw, "1 2023-08-01, 2 2023-08-20",
      [.investors: .list([raw]), .lead: .list([raw]), .problems: .text(raw), .owner: .text(raw)])
    fixture.log(.outbound, "2023-08-20", [id]) {
      $0.lead = [raw]
      $0.place = raw
      $0.outcomeText = raw
      $0.leader = Leader(name: raw, title: raw)
    }
    for kind in Self.kinds {
      let report = fixture.pipeline.report(question(kind), in: Words(.zh))
      #expect(MarkupCheck(report.text(as: .html, withSources: true)).faults == [])
      for format in ReportFormat.allCases {
        let text = report.text(as: format, withSources: true)
        let isClean = text.unicodeScalars.allSatisfy { scalar in
          switch scalar.value {
          case 0x0A: true
          case 0x0D: format == .csv
          case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: false
          default: true
          }
        }
        #expect(isClean)
      }
      let rows = try CSVReader.rows(Array(report.text(as: .csv).utf8))
      #expect(rows.first == [report.title])
      for line in report.text(as: .md).split(separator: "\n") where line.hasPrefix("|") {
        #expect(line.hasSuffix("|") && !line.contains("<b>"))
      }
    }
  }

  @Test("A week begins on Monday; the month before a month is the one before it")
  func periods() {
    let week = ReportQuestion(.week, at: .now(today: "2023-09-03"))
    #expect(week.first == "2023-08-28" && week.last == "2023-09-03")
    let month = ReportQuestion(.month, at: .now(today: "2024-02-15"))
    #expect(month.first == "2024-02-01" && month.last == "2024-02-29")
  }

  @Test("The red list, the biggest, what is due, sizes, and groups, from a drawn board")
  func drawn() throws {
    var fixture = PipelineFixture()
    let wang = Field.owner
    func fields(_ amount: Amount?, _ next: NextStep?) -> [Field: FieldValue] {
      var fields: [Field: FieldValue] = [wang: .text("王敏"), .lead: .list(["投资促进局"])]
      fields[.amount] = amount.map(FieldValue.amount)
      fields[.next] = next.map(FieldValue.next)
      return fields
    }
    fixture.draw(
      "光翼激光", "1 2023-08-20", fields(.of("1.6"), NextStep(text: "送红线图", due: "2023-09-01")))
    fixture.draw(
      "远海风电", "1 2023-06-01, hold 2023-06-10 2023-08-01", fields(.of("12"), nil))
    fixture.draw("沉睡项目", "1 2023-06-01", fields(.of("3000", .wan), nil))
    fixture.draw(
      "海外项目", "1 2023-09-03",
      fields(.of("2000", .wan, "USD"), NextStep(text: "视频会", due: "2023-09-12")))
    fixture.draw("去了苏州", "1 2023-06-01, lost 2023-08-15", fields(.of("50"), nil))
    var question = question(.leader)
    question.grouping = .lead
    let text = fixture.pipeline.report(question, in: Words(.zh)).text(as: .txt)
    for words in [
      "逾期3天", "挂起已过复核期34天", "95天未跟进", "十四天内  2023-09-12", "金额已知 4/4；外币项目：#4 海外项目 2000万美元",
      "2023-08-15 #5 去了苏州 流失",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let biggest = text.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(biggest.contains("1 #2 远海风电 12亿 对接 投资促进局"), "\(biggest)")
    #expect(biggest.contains("2 #1 光翼激光 1.6亿 对接 投资促进局"))
    #expect(text.contains("【分组存量】"))
    question.kind = .month
    let month = fixture.pipeline.report(question, in: Words(.zh))
    let sizes = month.sources.filter { $0.figure.contains("亿元") }
    #expect(sizes.map(\.count) == [1, 1, 0, 1, 0])
  }
}
