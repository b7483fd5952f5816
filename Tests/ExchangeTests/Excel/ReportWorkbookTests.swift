import Exchange
import Insight
import Pipeline
import TestSupport
import Testing
import Wording
import Workbook

#if Excel
  @Suite("A report as a workbook")
  struct ReportWorkbookTests {
    private func sheets(_ book: Workbook) throws -> [SheetTable] {
      try WorkbookReader(try WorkbookWriter.bytes(of: book)).sheets()
    }

    @Test("Our own ledgers change nothing when they come back", arguments: LedgerProfile.allCases)
    func ledgers(profile: LedgerProfile) throws {
      let pipeline = try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
      let question = ReportQuestion(.ledger, at: .now(today: today))
      for language in Language.allCases {
        let report = pipeline.ledger(profile, question, in: Words(language))
        let ledger = LedgerImport(LedgerSource(try sheets(report.workbook(created: 0))))
        let plan = try ledger.plan(for: pipeline, today: today)
        #expect(plan.firstError == nil && plan.command == nil)
        #expect(plan.unchanged == 6, "\(plan.lines)")
      }
    }

    @Test("Whatever text a cell holds comes back, and none of it as a formula")
    func hostile() throws {
      let texts =
        HostileText.all.map(\.text).filter { $0.utf8.count < 20_000 && !$0.contains("\0") } + [
          "=1+1", "'=1", "_x000D_", "_x005F_x000D_", "0123", "a\nb", " 前后 ", "<&>\"", "1e5",
        ]
      let rows = [["项目名称", "投资方"]] + texts.map { ["甲", $0] }
      let book = Workbook.table(rows, dates: [], named: "台账", created: 0)
      let written = book.sheets[0].rows.map { row -> String in
        if case .text(let text) = row[1] { text } else { "?" }
      }
      let read = try sheets(book)[0].rows.dropFirst().map { $0.count > 1 ? $0[1] : "" }
      #expect(Array(read) == written)
    }

    @Test("A text longer than a spreadsheet bears is cut, and says so by its end")
    func long() throws {
      let book = Workbook.table(
        [["项目名称", "投资方"], ["甲", String(repeating: "乙", count: 40_000)]], dates: [], named: "台账",
        created: 0)
      let cell = try sheets(book)[0].rows[1][1]
      #expect(cell.utf16.count == Workbook.cellLimit && cell.hasSuffix("乙…"))
    }

    @Test(
      "Every report is a workbook whose sheets have names of their own",
      arguments: ReportQuestion.Kind.allCases)
    func names(kind: ReportQuestion.Kind) throws {
      let pipeline = try Pipeline(taking: ExchangeFile(ZoupingExample.bytes).intake)
      for language in Language.allCases {
        let report = pipeline.report(
          ReportQuestion(kind, at: .now(today: today)), in: Words(language))
        let book = report.workbook(withSources: true, created: 0)
        let names = book.sheets.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.isEmpty && $0.count <= 31 })
        #expect(throws: Never.self) { try WorkbookWriter.bytes(of: book) }
      }
    }
  }
#else
  @Suite("A build without Excel")
  struct ReportWorkbookTests {
    @Test("Writing and reading say that there is no Excel")
    func notBuiltIn() {
      #expect(throws: WorkbookError(.notBuiltIn)) {
        try WorkbookWriter.bytes(of: Workbook(title: "", created: 0, sheets: []))
      }
      #expect(throws: WorkbookError(.notBuiltIn)) {
        try WorkbookReader([]).sheets()
      }
    }
  }
#endif
