import JSON
import TestSupport
import Testing

/// Ledgers and reports in Excel's format, compared with another program's idea of them.
@Suite struct ExcelTests {
  #if Excel
    private func openpyxl(_ desk: Desk, _ script: String, _ file: String) async throws -> String {
      try await desk.python("import openpyxl\n" + script, file)
    }

    @Test func openpyxlReadsOurLedger() async throws {
      let desk = try await Desk.withExample()
      try await desk.does(
        "edit", "1", "amount=1.6亿", "contact-phone=0543-4321000", "description==1+1")
      let file = desk.home.path("台账.xlsx")
      try await desk.does("report", "ledger", "-o", file, "--filed-by", "王敏", "--profile", "b")
      let said = try await openpyxl(
        desk,
        """
        s = openpyxl.load_workbook(sys.argv[1]).active
        print(s.title, s.freeze_panes, s.print_title_rows, sorted(str(r) for r in s.merged_cells.ranges)[:3])
        print(s["A1"].value)
        for c in s[5]: print(c.column_letter, c.data_type, repr(c.value), c.number_format)
        """, file)
      #expect(said.hasPrefix("2026年招商项目台账 C5 $4:$4 ['A12:O12', 'A1:O1', 'A2:O2']\n2026年招商项目台账\n"))
      #expect(said.contains("A n 1 #,##0\nB s '青岛夜经济项目' General\n"))
      #expect(said.contains("s '0543-4321000' General"))
      #expect(said.contains("s '=1+1' General"))
      try await desk.does("report", "ledger", "-o", file, "--force")
      let standard = try await openpyxl(
        desk,
        """
        s = openpyxl.load_workbook(sys.argv[1]).active
        print(s["D5"].value, s["T5"].is_date, s["T5"].value.date(), s["U5"].value)
        print(round(s.column_dimensions["B"].width))
        """, file)
      #expect(standard.hasPrefix("1.6 True 2023-07-23 12"))
    }

    @Test func everyReportIsAWorkbookThatOpenpyxlOpens() async throws {
      let desk = try await Desk.withExample()
      for kind in ["week", "month", "path", "ledger", "leader"] {
        for language in ["zh", "en"] {
          let file = desk.home.path("\(kind).xlsx")
          try await desk.does(
            "report", kind, "--format", "xlsx", "--output", file, "--as-of", "2023-09-04",
            "--drill", "--force", "--lang", language)
          let names = try await openpyxl(
            desk, "print(len(openpyxl.load_workbook(sys.argv[1]).sheetnames))", file)
          #expect(try #require(Int(names.dropLast())) >= (kind == "ledger" ? 2 : 1))
        }
      }
    }

    @Test func aLedgerOfOpenpyxlComesIn() async throws {
      let desk = try await Desk.withStore()
      let file = desk.home.path("别处的台账.xlsx")
      _ = try await openpyxl(
        desk,
        """
        import datetime
        b = openpyxl.Workbook()
        s = b.active
        s.title = "说明"
        s["A1"] = "填写说明"
        s = b.create_sheet("在谈")
        s["A1"] = "2026年台账"
        s.merge_cells("A1:F1")
        s.append(["项目名称", "投资方", "总投资(亿元)", "责任单位", "对接时间", "固定资产投资"])
        s.append(["光翼激光", "深圳光翼", 1.6, "投资促进局", datetime.date(2026, 7, 19), "8000万"])
        s.append(["远海风电", "远海集团", 3, None, datetime.datetime(2026, 8, 1), None])
        s.merge_cells("D3:D4")
        s["E4"].number_format = "yyyy年m月"
        s.append(["合计", None, "=SUM(C3:C4)"])
        b.save(sys.argv[1])
        """, file)
      let outcome = try await desk.run(
        "zhaoshang", ["import", file, "--stage", "对接", "--today", "2026-11-22"])
      #expect(outcome.status == 0 && outcome.stderr.contains("读取工作表「在谈」"), "\(outcome)")
      #expect(outcome.stdout == "已导入：新增 2 个，修改 0 个，不变 0 个，待答 0 行，有误 0 行，不导入 0 行\n")
      let list = try await desk.does("export", "--format", "csv")
      #expect(list.contains("\"1.6亿元\"") && list.contains("\"3亿元\"") && list.contains("\"8000万元\""))
      #expect(list.contains("\"2026-07-19\"") && list.contains("\"2026-08\""))
      #expect(list.components(of: "投资促进局") == 2)
      try await desk.does("undo")
      #expect(try await desk.json("list", "--all") == [])
    }

    @Test func aWrongCellIsNamedBySheetRowColumnAndValue() async throws {
      let desk = try await Desk.withStore()
      let file = desk.home.path("坏.xlsx")
      _ = try await openpyxl(
        desk,
        """
        b = openpyxl.Workbook()
        b.active.title = "在谈"
        b.active.append(["项目名称", "投资方", "总投资(亿元)"])
        b.active.append(["光翼激光", "深圳光翼", "=1/0"])
        b.active.append(["远海风电", "远海集团", "许多"])
        b.save(sys.argv[1])
        """, file)
      let refused = try await desk.run("zhaoshang", ["import", file])
      #expect(refused.status == 65)
      #expect(refused.stderr.contains("工作表「在谈」第 2 行第 3 列：总投资(亿元)「=1/0」看不懂，应为算好的值"))
      let bad = desk.home.path("退回.csv")
      let outcome = try await desk.run("zhaoshang", ["import", file, "--skip-bad", bad])
      #expect(outcome.status == 0)
      #expect(desk.home.read("退回.csv")?.contains("「许多」不是金额") ?? false)
      try await desk.refuses("import", file, "--sheet", "别的", status: 65, saying: "别的")
      try await desk.refuses(
        "import", file, "--encoding", "utf-8", status: 64, saying: "--encoding")
    }

    @Test func theWholeTableComesBackFromAWorkbook() async throws {
      let desk = try await Desk.withExample()
      let file = desk.home.path("全部.xlsx")
      try await desk.does("export", file)
      let other = desk.home.path("另一个")
      try await desk.does("init", other)
      try await desk.does("import", file, "--store", other)
      #expect(
        try await desk.does("--store", other, "export", "--format", "csv")
          == desk.does("export", "--format", "csv"))
    }

    @Test func aFileThatUnpacksIntoAFloodIsRefusedInLittleMemory() async throws {
      let desk = try await Desk.withStore()
      let file = desk.home.path("炸弹.xlsx")
      _ = try await desk.python(
        """
        import zipfile
        rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
            z.writestr('xl/workbook.xml', f'<workbook xmlns:r="{rel}"><sheets><sheet name="a" r:id="a"/></sheets></workbook>')
            z.writestr('xl/_rels/workbook.xml.rels', f'<Relationships><Relationship Id="a" Type="{rel}/worksheet" Target="a.xml"/></Relationships>')
            with z.open('xl/a.xml', 'w', force_zip64=True) as f:
                f.write(b'<worksheet><sheetData>')
                for _ in range(200): f.write(b' ' * 1200000)
        """, file)
      let outcome = try await desk.run(
        "bash", ["-c", "ulimit -v 600000; exec zhaoshang import \"$0\" --format xlsx", file])
      #expect(outcome.status == 65)
      #expect(outcome.stderr.contains("xl/a.xml 展开后是压缩前的 200 倍以上"), "\(outcome.stderr)")
    }

    @Test func nothingOfExcelIsLoadedUntilItIsUsed() async throws {
      let desk = try Desk()
      let linked = try await desk.run("ldd", [Desk.binaries + "/zhaoshang"])
      for library in ["xlsxwriter", "libzip", "expat", "crypto"] {
        #expect(!linked.stdout.contains(library))
      }
    }
  #else
    @Test func aBuildWithoutExcelSaysSoAndHowToGetIt() async throws {
      let desk = try await Desk.withExample()
      try await desk.refuses(
        "report", "ledger", "--format", "xlsx", status: 64, saying: "Excel", "make excel")
      try await desk.refuses(
        "export", desk.home.path("全部.xlsx"), status: 64, saying: "make excel")
      let file = try desk.home.write("PK\u{3}\u{4}", to: "台账.xlsx")
      try await desk.refuses("import", file, status: 64, saying: "make excel")
    }
  #endif
}

extension String {
  /// How often a word stands in it.
  fileprivate func components(of word: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
