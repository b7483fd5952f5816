internal import Pipeline
internal import SafeText
internal import Wording
package import Workbook

extension Report {
  /// The report as a workbook: a ledger is one sheet, any other report has a sheet for each table.
  ///
  /// - Parameter withSources: Whether what is behind each figure follows.
  /// - Parameter created: Seconds since 1970, for the file's properties.
  package func workbook(withSources: Bool = false, created: Int64) -> Workbook {
    var report = self
    if withSources { report.appendSources() }
    return SheetLayout(report: report).workbook(created: created)
  }
}

extension Workbook {
  /// Headings and rows of text as a workbook of one sheet, without a title.
  package static func table(
    _ rows: [[String]], dates: Set<Int>, named name: String, created: Int64
  ) -> Workbook {
    var grid = Report.Grid([], Array(rows.dropFirst()))
    grid.columns = (rows.first ?? []).enumerated().map { index, heading in
      Report.Grid.Column(heading: heading, isNumber: false, isDate: dates.contains(index))
    }
    var sheet = SheetLayout.sheet(grid, named: name)
    sheet.frozenColumns = 2
    return Workbook(title: name, created: created, sheets: [sheet])
  }
}

/// Parts a report into sheets.
private struct SheetLayout {
  let report: Report

  func workbook(created: Int64) -> Workbook {
    var first = Workbook.Sheet(
      name: report.title, title: safe(report.title), lines: report.lines.map(safe))
    var sheets: [Workbook.Sheet] = []
    for section in report.sections {
      for block in section.blocks {
        switch block {
        case .chart: continue
        case .paragraph(let text):
          first.lines.append(safe((section.heading.map { $0 + "：" } ?? "") + text))
        case .table(let grid), .lines(_, let grid):
          if section.heading == nil, first.columns.isEmpty {
            take(grid, into: &first)
          } else {
            var sheet = Workbook.Sheet(
              name: section.heading ?? report.title, title: safe(section.heading ?? report.title),
              lines: report.lines.prefix(1).map(safe))
            take(grid, into: &sheet)
            sheets.append(sheet)
          }
        }
      }
    }
    first.notes = report.notes.map(safe)
    return Workbook(
      title: safe(report.title), created: created, sheets: Self.named([first] + sheets))
  }

  private func take(_ grid: Report.Grid, into sheet: inout Workbook.Sheet) {
    let table = Self.sheet(grid, named: sheet.name)
    (sheet.columns, sheet.rows) = (table.columns, table.rows)
    sheet.hasTotal = grid.hasTotal
    if grid.columns.count > 8 { sheet.frozenColumns = 2 }
  }

  static func sheet(_ grid: Report.Grid, named name: String) -> Workbook.Sheet {
    let decimals = grid.columns.indices.map { column in
      grid.columns[column].isNumber
        ? grid.rows.compactMap { CellText.decimals(of: $0[column]) }.max() ?? 0 : 0
    }
    return Workbook.Sheet(
      name: name, title: "",
      columns: grid.columns.map {
        Workbook.Column(heading: SafeText($0.heading).string, isNumber: $0.isNumber)
      },
      rows: grid.rows.map { row in
        zip(row, grid.columns).enumerated().map { index, cell in
          CellText.cell(cell.0, in: cell.1, decimals: decimals[index])
        }
      })
  }

  /// Names a workbook takes: up to 31 characters, none of \[]:*?/, no two alike.
  private static func named(_ sheets: [Workbook.Sheet]) -> [Workbook.Sheet] {
    var taken: Set<String> = []
    return sheets.map { sheet in
      var sheet = sheet
      let plain = String(
        SafeText(sheet.name).string.filter { !"[]:*?/\\'\n".contains($0) }.prefix(24))
      var name = plain.isEmpty ? "1" : plain
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(plain) \(number)"
        number += 1
      }
      sheet.name = name
      return sheet
    }
  }

  private func safe(_ text: String) -> String { SafeText(text).string }
}

/// What a text of a table is in a spreadsheet.
private enum CellText {
  /// A number in a column of numbers, a day in a column of days; a telephone number stays a text.
  static func cell(_ text: String, in column: Report.Grid.Column, decimals: Int) -> Workbook.Cell {
    if column.isNumber {
      if text.hasSuffix("%"), let percent = Int(text.dropLast()) {
        return .share(Double(percent) / 100)
      }
      if self.decimals(of: text) != nil, let number = Double(text) {
        return .number(number, decimals: decimals)
      }
    }
    // Excel has no day before 1900-01-01, and takes a wrong one for its first two months.
    if column.isDate, let day = Day(text), day.civil.year > 1900, day.description == text {
      let (year, month, day) = day.civil
      return .day(year: year, month: month, day: day)
    }
    return .text(SafeText(text).string)
  }

  /// How many digits stand behind the point; nil when a spreadsheet could not hold them all.
  static func decimals(of text: String) -> Int? {
    let digits = text.drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.count <= 16, text.count - digits.count <= 1,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return parts.count == 2 ? parts[1].count : 0
  }
}
