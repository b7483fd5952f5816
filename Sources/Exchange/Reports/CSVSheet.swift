internal import SafeText

/// Lays a report out as the rows of one sheet: title, lines, each table under its heading, notes.
struct CSVSheet {
  func rows(of report: Report) -> [[String]] {
    var rows = ([report.title] + report.lines).map { [$0] }
    for section in report.sections {
      for block in section.blocks {
        let grid: Report.Grid
        switch block {
        case .chart: continue
        case .paragraph(let text):
          rows.append([text])
          continue
        case .table(let table), .lines(_, let table): grid = table
        }
        if let heading = section.heading { rows += [[], [heading]] }
        rows.append(grid.columns.map(\.heading))
        rows += grid.rows
      }
    }
    if !report.notes.isEmpty { rows += [[]] + report.notes.map { [$0] } }
    return rows.map { $0.map { SafeText($0).string } }
  }
}
