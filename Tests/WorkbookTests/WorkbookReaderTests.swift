#if Excel
  import TestSupport
  import Testing
  import Workbook

  @Suite("Reading a workbook")
  struct WorkbookReaderTests {
    private func table(_ draft: BookDraft, _ limits: WorkbookLimits = .standard)
      throws(WorkbookError) -> SheetTable
    {
      guard
        let table = try WorkbookReader(draft.bytes, limits: limits).sheets().first
      else { throw WorkbookError(.notAWorkbook) }
      return table
    }

    private func rows(_ cells: String, _ styles: String = "", book: String = "") throws
      -> [[String]]
    {
      try table(
        BookDraft(sheet: "<sheetData><row>\(cells)</row></sheetData>", styles: styles, book: book)
      ).rows
    }

    private func problem(_ draft: BookDraft, _ limits: WorkbookLimits = .standard)
      -> WorkbookError.Problem?
    {
      do throws(WorkbookError) {
        _ = try table(draft, limits)
        return nil
      } catch {
        return error.problem
      }
    }

    @Test("Texts are shared or in place, in pieces, and without how they are pronounced")
    func texts() throws {
      let draft = BookDraft(
        sheet: """
          <sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><r><t>光</t></r>\
          <r><t>翼</t></r><rPh><t>guang</t></rPh></is></c></row><row r="4"><c r="A4" t="str"><f>A1</f>\
          <v>a_x000A_b_x005F_x000A_</v></c><c r="B4" t="b"><v>1</v></c></row></sheetData>
          """,
        texts: "<si/><si><r><t xml:space=\"preserve\">远海 </t></r><r><t>风电&amp;</t></r></si>")
      #expect(
        try table(draft).rows == [
          [], ["", "远海 风电&", "", "光翼"], [], ["a\nb_x000A_", "TRUE"],
        ])
    }

    @Test("A number is what the cell shows of it: a number, a day, a month, a time")
    func numbers() throws {
      let styles = """
        <numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
        <numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
        <numFmt numFmtId="172" formatCode="[$-804]#,##0.00&quot;元 d&quot;"/>\
        <numFmt numFmtId="173" formatCode="[Red]h:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/>\
        </cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>\
        <xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="57"/></cellXfs>
        """
      let cells = [
        ("", "1.6000000000000001"), ("", "16000000000"), ("", "-0.5"), ("", "1.5E-5"), ("", "1e21"),
        ("1", "45126"), ("2", "45126.6"), ("3", "45108"), ("4", "45126"),
        ("5", "0.60416666666666663"),
        ("6", "45108"), ("1", "59"), ("1", "61"), ("1", "60"), ("1", "-1"),
      ].map { "<c s=\"\($0)\"><v>\($1)</v></c>" }.joined()
      #expect(
        try rows(cells, styles) == [
          [
            "1.6", "16000000000", "-0.5", "0.000015", "1000000000000000000000", "2023-07-19",
            "2023-07-19", "2023-07", "45126", "14:30", "2023-07", "1900-02-28", "1900-03-01", "60",
            "-1",
          ]
        ])
      #expect(
        try rows(
          "<c s=\"1\"><v>43664</v></c><c t=\"d\"><v>2023-07-19T00:00:00</v></c>", styles,
          book: "<workbookPr date1904=\"1\"/>") == [["2023-07-19", "2023-07-19"]])
    }

    @Test("A merged range gives its text to every row, and to no other column")
    func merged() throws {
      let draft = BookDraft(
        sheet: """
          <sheetData><row r="1"><c r="A1" t="str"><v>标题</v></c></row><row r="2"><c r="A2" t="str">\
          <v>一组</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>\
          <row r="4"><c r="B4"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/>\
          <mergeCell ref="A2:A3"/></mergeCells>
          """)
      #expect(try table(draft).rows == [["标题"], ["一组", "1"], ["一组", "2"], ["", "3"]])
    }

    @Test(
      "A formula stands for its stored value; one that failed or has none is known by its place")
    func formulas() throws {
      let draft = BookDraft(
        sheet: """
          <sheetData><row><c><f>SUM(1,2)</f><v>3</v></c><c><f>A1*2</f></c><c t="e"><f>1/0</f>\
          <v>#DIV/0!</v></c></row></sheetData>
          """)
      let table = try table(draft)
      #expect(table.rows == [["3", "=A1*2", "#DIV/0!"]])
      #expect(
        table.faults == [
          .init(row: 0, column: 1): "=A1*2", .init(row: 0, column: 2): "#DIV/0!",
        ])
    }

    @Test("What is broken is named by sheet, row, column and value")
    func broken() {
      var error = WorkbookError(.unknownText("9"))
      (error.sheet, error.row, error.column) = ("台账", 7, 3)
      #expect(throws: error) {
        try table(
          BookDraft(
            sheet: "<sheetData><row r=\"7\"><c r=\"C7\" t=\"s\"><v>9</v></c></row></sheetData>"))
      }
      #expect(
        problem(BookDraft(sheet: "<sheetData><row r=\"x\"/></sheetData>")) == .badReference("x"))
      #expect(
        problem(BookDraft(sheet: "<sheetData><row><c r=\"7C\"/></row></sheetData>"))
          == .badReference("7C"))
      #expect(
        problem(BookDraft(sheet: "\n<sheetData>")) == .broken(part: "xl/worksheets/a.xml", line: 2))
      #expect(problem(BookDraft(without: ["xl/workbook.xml"])) == .notAWorkbook)
      #expect(
        problem(BookDraft(without: ["xl/worksheets/a.xml"])) == .partMissing("xl/worksheets/a.xml"))
      for (bytes, problem) in [
        ([], WorkbookError.Problem.notAWorkbook), (Array("PK\u{3}\u{4}".utf8), .notAWorkbook),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldFormat),
      ] {
        #expect(throws: WorkbookError(problem)) {
          try WorkbookReader(bytes).sheets()
        }
      }
      #expect(throws: WorkbookError(.noSheet("别的"))) {
        try WorkbookReader(BookDraft().bytes).sheets(named: "别的")
      }
    }

    @Test("No entity is taken in, whether it grows in memory or points outside")
    func entities() {
      for declaration in [
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
      ] {
        var parts = BookDraft().parts
        parts[3].text = declaration + parts[3].text
        var error = WorkbookError(.documentType(part: "xl/worksheets/a.xml"))
        error.sheet = "台账"
        #expect(throws: error) {
          try WorkbookReader(StoredArchive(parts).bytes).sheets()
        }
      }
    }

    @Test("What is too much is refused before it is in memory")
    func limits() {
      var limits = WorkbookLimits()
      (limits.rows, limits.columns, limits.cells, limits.cellBytes) = (9, 8, 10, 4)
      (limits.depth, limits.textBytes) = (6, 64)
      func sheet(_ text: String) -> BookDraft {
        BookDraft(sheet: "<sheetData>\(text)</sheetData>")
      }
      for (draft, expected) in [
        (sheet("<row r=\"10\"/>"), WorkbookError.Problem.tooManyRows(limit: 9)),
        (sheet("<row><c r=\"I1\"/></row>"), .tooManyColumns(limit: 8)),
        (sheet("<row><c r=\"A999999999\"/></row>"), .tooManyRows(limit: 9)),
        (
          sheet("<row><c r=\"H1\"><v>1</v></c><c r=\"H2\"><v>1</v></c></row>"),
          .tooManyCells(limit: 10)
        ),
        (sheet("<row><c><v>12345</v></c></row>"), .cellTooLong(limit: 4)),
        (
          sheet("<row><c><is><r><t><x/></t></r></is></c></row>"),
          .tooDeep(part: "xl/worksheets/a.xml", limit: 6)
        ),
        (
          BookDraft(texts: String(repeating: "<si/>", count: 9)),
          .tooLarge(part: "sharedStrings.xml", limit: 64)
        ),
      ] { #expect(problem(draft, limits) == expected) }
      limits = WorkbookLimits()
      limits.partBytes = 100
      #expect(problem(BookDraft(), limits) == .tooLarge(part: "_rels/.rels", limit: 100))
      limits = WorkbookLimits()
      limits.parts = 3
      #expect(problem(BookDraft(), limits) == .tooManyParts(limit: 3))
    }

    @Test("A file cut anywhere is an error; spoilt anywhere, it is the same table each time or one")
    func spoilt() {
      let draft = BookDraft(
        sheet: "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
        texts: "<si><t>光翼</t></si>")
      let bytes = draft.bytes
      func read(_ bytes: [UInt8]) throws -> [[String]]? {
        try WorkbookReader(bytes).sheets().first?.rows
      }
      for end in stride(from: 0, to: bytes.count, by: 7) {
        #expect(throws: WorkbookError.self) { _ = try read(Array(bytes.prefix(end))) }
      }
      var (tables, errors) = (0, 0)
      var dice = SplitMix64(seed: 5)
      for _ in 0..<600 {
        var spoilt = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          spoilt[Int.random(in: 0..<spoilt.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
        if let first = try? read(spoilt) {
          #expect((try? read(spoilt)) == first)
          tables += 1
        } else {
          errors += 1
        }
      }
      #expect(tables > 0 && errors > 0)
    }
  }
#endif
