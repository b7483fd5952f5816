internal import SafeText
internal import Wording

/// Writes a report as one file that needs no other and prints on A4.
///
/// It is well-formed XML too, so any parser can hold us to it; a policy in it forbids everything but
/// its own style.
package struct HTMLPage {
  package init() {}

  /// What stands in the page of a report, without a head and without a look.
  package func body(of report: Report) -> String {
    var body = "<h1>\(escaped(report.title))</h1>\n"
    for line in report.lines { body += "<p class=\"line\">\(escaped(line))</p>\n" }
    for section in report.sections where !section.blocks.isEmpty {
      body += "<section>\n"
      if let heading = section.heading { body += "<h2>\(escaped(heading))</h2>\n" }
      body += section.blocks.map(block).joined()
      body += "</section>\n"
    }
    if !report.notes.isEmpty {
      body += "<footer>\n"
      for note in report.notes { body += "<p>\(escaped(note))</p>\n" }
      body += "</footer>\n"
    }
    return body
  }

  func text(of report: Report) -> String {
    let body = body(of: report)
    let isWide = report.sections.contains { section in
      section.blocks.contains { block in
        if case .table(let grid) = block { grid.columns.count > 10 } else { false }
      }
    }
    let margin = report.isOnePage ? "8mm" : "14mm"
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(report.language.tag)">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <title>\(escaped(report.title))</title>
      <style>
      @page { size: A4\(isWide && !report.isOnePage ? " landscape" : ""); margin: \(margin); }
      \(Self.style)\(report.isOnePage ? "\n" + Self.sheetStyle : "")
      </style>
      </head>
      <body\(report.isOnePage ? " class=\"sheet\"" : "")>
      \(body)</body>
      </html>

      """
  }

  private static let style = """
    body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif;
      color: #1c2430; max-width: 297mm; margin: 0 auto; padding: 4mm; }
    h1 { font-size: 17pt; text-align: center; margin: 0 0 2mm; }
    h2 { font-size: 12.5pt; margin: 6mm 0 2mm; border-left: 1.5mm solid #1f5fa8; padding-left: 2mm; }
    p { margin: 1mm 0; } p.line { text-align: center; color: #4a5564; }
    table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 2mm 0; }
    th, td { border: 0.2mm solid #aab4c0; padding: 1mm 1.5mm; vertical-align: top;
      overflow-wrap: anywhere; white-space: pre-line; }
    th { background: #e9eef5; } td.n { text-align: right; white-space: nowrap; }
    tr.total td { font-weight: bold; background: #f4f6f9; }
    thead { display: table-header-group; } tr, svg { break-inside: avoid; }
    ul { margin: 1mm 0; padding-left: 5mm; } svg { display: block; margin: 2mm auto; max-width: 100%; }
    footer { margin-top: 5mm; font-size: 9pt; color: #4a5564; }
    """

  /// A page of two columns, small enough for one sheet of paper.
  private static let sheetStyle = """
    .sheet { font-size: 7.5pt; line-height: 1.3; padding: 0; columns: 2; column-gap: 5mm; }
    .sheet h1 { font-size: 14pt; margin: 0 0 1mm; }
    .sheet h1, .sheet p.line, .sheet footer { column-span: all; }
    .sheet h2 { font-size: 9pt; margin: 2mm 0 1mm; } .sheet section { break-inside: avoid; }
    .sheet table { font-size: 7pt; margin: 1mm 0; width: calc(100% - 0.3mm); }
    .sheet th, .sheet td { padding: 0.3mm 0.8mm; }
    .sheet td:first-child { min-width: 5em; } .sheet th { min-width: 2em; }
    .sheet svg { height: auto; margin: 1mm auto; } .sheet p { margin: 0.5mm 0; }
    .sheet ul { padding-left: 3.5mm; margin: 0.5mm 0; }
    .sheet footer { font-size: 6.5pt; margin-top: 2mm; } .sheet footer p { display: inline; }
    """

  private func block(_ block: Report.Block) -> String {
    switch block {
    case .paragraph(let text): "<p>\(escaped(text))</p>\n"
    case .table(let grid): table(grid)
    case .lines(let lines, _):
      lines.isEmpty
        ? "" : "<ul>\n" + lines.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
    case .chart(let chart): SVGChart(chart).text
    }
  }

  private func table(_ grid: Report.Grid) -> String {
    var html = "<table>\n<thead><tr>"
    for column in grid.columns { html += "<th scope=\"col\">\(escaped(column.heading))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for (index, row) in grid.rows.enumerated() {
      html += grid.hasTotal && index == grid.rows.count - 1 ? "<tr class=\"total\">" : "<tr>"
      for (cell, column) in zip(row, grid.columns) {
        html += "<td\(column.isNumber ? " class=\"n\"" : "")>\(escaped(cell))</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private func escaped(_ text: String) -> String { Markup.escaped(text) }
}

/// Texts inside HTML and SVG.
package enum Markup {
  /// Safe for the reader, and for an element or a quoted attribute to hold.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeText(text).string.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
