#if Excel
  internal import CExcel

  /// Lays sheets out in libxlsxwriter's workbook: merged title, merged lines, a table in a grid whose
  /// headings stay in sight, merged notes.
  struct BookWriting {
    private var library: zs_writing
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var looks: [Look: UnsafeMutablePointer<lxw_format>] = [:]
    /// The first thing that could not be written.
    private(set) var failure: WorkbookError?

    private struct Look: Hashable {
      enum Place: Hashable { case title, line, heading, cell, total, note }
      var place: Place
      var number: String?
      var isRight = false
    }

    init(_ library: zs_writing, _ book: UnsafeMutablePointer<lxw_workbook>) {
      self.library = library
      self.book = book
    }

    mutating func add(_ sheet: Workbook.Sheet) {
      guard let target = zs_book_sheet(&library, book, sheet.name) else {
        return fail(sheet.name, 0, nil, 0)
      }
      let widths = Self.widths(of: sheet)
      let last = UInt16(max(sheet.columns.count, 8) - 1)
      let total = widths.reduce(0, +) + Double(max(0, 8 - sheet.columns.count)) * 8.43
      var row: UInt32 = 0
      func across(_ text: String, _ look: Look, _ this: inout BookWriting) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          .reduce(0) { $0 + max(1, (Double(Self.width(of: $1)) / total).rounded(.up)) }
        zs_set_height(&this.library, target, row, look.place == .title ? 30 : 18 * lines)
        this.check(
          zs_write_across(&this.library, target, row, last, Self.fit(text), this.format(look)),
          sheet.name, row, nil)
        row += 1
      }
      if !sheet.title.isEmpty { across(sheet.title, Look(place: .title), &self) }
      for line in sheet.lines { across(line, Look(place: .line), &self) }
      if !sheet.columns.isEmpty {
        for (column, width) in widths.enumerated() {
          zs_set_width(&library, target, UInt16(column), width)
          check(
            zs_write_text(
              &library, target, row, UInt16(column), Self.fit(sheet.columns[column].heading),
              format(Look(place: .heading))), sheet.name, row, column)
        }
        zs_set_page(&library, target, row, UInt16(sheet.frozenColumns))
        row += 1
        for (index, cells) in sheet.rows.enumerated() {
          let place: Look.Place =
            sheet.hasTotal && index == sheet.rows.count - 1 ? .total : .cell
          for (column, cell) in cells.enumerated() {
            let isRight = sheet.columns.indices.contains(column) && sheet.columns[column].isNumber
            check(
              write(cell, Look(place: place, isRight: isRight), to: target, row, UInt16(column)),
              sheet.name, row, column)
          }
          row += 1
        }
      } else {
        zs_set_page(&library, target, .max, 0)
      }
      if !sheet.notes.isEmpty { row += 1 }
      for note in sheet.notes { across(note, Look(place: .note), &self) }
    }

    private mutating func write(
      _ cell: Workbook.Cell, _ look: Look, to sheet: UnsafeMutablePointer<lxw_worksheet>,
      _ row: UInt32, _ column: UInt16
    ) -> Int32 {
      var look = look
      switch cell {
      case .text(let text):
        return zs_write_text(&library, sheet, row, column, Self.fit(text), format(look))
      case .number(let number, let decimals):
        let point = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
        look.number = "#,##0" + point
        return zs_write_number(&library, sheet, row, column, number, format(look))
      case .share(let share):
        look.number = "0%"
        return zs_write_number(&library, sheet, row, column, share, format(look))
      case .day(let year, let month, let day):
        look.number = "yyyy-mm-dd"
        return zs_write_day(
          &library, sheet, row, column, Int32(year), Int32(month), Int32(day), format(look))
      }
    }

    // MARK: Looks

    private mutating func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
      if let known = looks[look] { return known }
      var plain = zs_look()
      switch look.place {
      case .title: (plain.size, plain.is_bold, plain.is_centred) = (16, true, true)
      case .line, .note: plain.is_wrapped = true
      case .heading:
        (plain.is_bold, plain.is_bordered, plain.is_wrapped) = (true, true, true)
        (plain.is_centred, plain.fill) = (true, 0xE7EBF3)
      case .cell: (plain.is_bordered, plain.is_wrapped) = (true, true)
      case .total: (plain.is_bordered, plain.is_wrapped, plain.is_bold) = (true, true, true)
      }
      plain.is_right = look.isRight
      let format =
        if let number = look.number {
          number.withCString { text in
            plain.number = text
            return zs_book_format(&library, book, plain)
          }
        } else {
          zs_book_format(&library, book, plain)
        }
      looks[look] = format
      return format
    }

    /// A column is as wide as what stands in it, within what a page can bear.
    private static func widths(of sheet: Workbook.Sheet) -> [Double] {
      sheet.columns.enumerated().map { index, column in
        var widest = min(width(of: column.heading), 16)
        for row in sheet.rows where row.indices.contains(index) {
          switch row[index] {
          case .text(let text):
            let line = text.split(separator: "\n").map { width(of: $0) }.max() ?? 0
            widest = max(widest, min(line, 36))
          case .number(let number, let decimals):
            let digits = "\(Int(clamping: Int64(exactly: number.rounded()) ?? 0))".count
            widest = max(widest, digits + digits / 3 + decimals + 1)
          case .share: widest = max(widest, 5)
          case .day: widest = max(widest, 10)
          }
        }
        return Double(widest + 2)
      }
    }

    /// Two for what East Asia writes wide.
    private static func width(of text: some StringProtocol) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    }

    // MARK: What a cell takes

    /// A text as the library may have it: no longer than a spreadsheet bears.
    private static func fit(_ text: String) -> String {
      let encoded = EscapedText.encoded(text)
      if encoded.utf16.count <= Workbook.cellLimit { return encoded }
      var kept = String.UnicodeScalarView()
      var units = 1
      for scalar in encoded.unicodeScalars {
        units += scalar.value > 0xFFFF ? 2 : 1
        if units > Workbook.cellLimit { break }
        kept.append(scalar)
      }
      return String(kept) + "…"
    }

    private mutating func check(_ code: Int32, _ sheet: String, _ row: UInt32, _ column: Int?) {
      if code != 0 { fail(sheet, row, column, code) }
    }

    private mutating func fail(_ sheet: String, _ row: UInt32, _ column: Int?, _ code: Int32) {
      if failure != nil { return }
      var error = WorkbookError(.cannotWrite(code: Int(code)))
      (error.sheet, error.row, error.column) = (sheet, Int(row) + 1, column.map { $0 + 1 })
      failure = error
    }
  }
#endif
