internal import SafeText

/// Writes a report as Markdown with tables; nothing of the data is taken for a mark of its own.
struct Markdown {
  func text(of report: Report) -> String {
    var parts = ["# " + escaped(report.title)]
    parts += report.lines.map(paragraph)
    for section in report.sections {
      let blocks = section.blocks.compactMap(block)
      if blocks.isEmpty { continue }
      if let heading = section.heading { parts.append("## " + escaped(heading)) }
      parts += blocks
    }
    parts += report.notes.map(paragraph)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Report.Block) -> String? {
    switch block {
    case .paragraph(let text): paragraph(text)
    case .table(let grid): table(grid)
    case .lines(let lines, _):
      lines.isEmpty ? nil : lines.map { "- " + escaped($0) }.joined(separator: "\n")
    case .chart: nil
    }
  }

  private func table(_ grid: Report.Grid) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return
      ([
        row(grid.columns.map { escaped($0.heading) }),
        row(grid.columns.map { $0.isNumber ? "---:" : "---" }),
      ] + grid.rows.map { row($0.map(escaped)) }).joined(separator: "\n")
  }

  /// A paragraph must not begin like a list, a heading or a rule.
  private func paragraph(_ text: String) -> String {
    let text = escaped(text)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let mark = text.dropFirst(digits.count).first, !digits.isEmpty, ".)".contains(mark) {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text.first.map { "+-=".contains($0) } ?? false ? "\\" + text : text
  }

  private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var shown = SafeText(text).string.unicodeScalars[...]
    while shown.last == "\n" { shown.removeLast() }
    for scalar in shown {
      switch scalar {
      case "\n": escaped.append(contentsOf: "<br>".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
