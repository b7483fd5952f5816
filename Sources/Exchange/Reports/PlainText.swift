internal import SafeText

/// Writes a report for a screen or a message: columns aligned by what terminals show.
struct PlainText {
  func text(of report: Report) -> String {
    var parts = [([report.title] + report.lines).map(line).joined(separator: "\n")]
    for section in report.sections {
      var blocks = section.blocks.compactMap(block)
      if blocks.isEmpty { continue }
      if let heading = section.heading { blocks[0] = "【\(line(heading))】\n" + blocks[0] }
      parts += blocks
    }
    if !report.notes.isEmpty { parts.append(report.notes.map(line).joined(separator: "\n")) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Report.Block) -> String? {
    switch block {
    case .paragraph(let text): line(text)
    case .table(let grid): table(grid)
    case .lines(let lines, _): lines.map(line).joined(separator: "\n")
    case .chart(let chart): chart.kind == .progress ? bars(chart) : nil
    }
  }

  /// One line of a text of several, its line ends as strokes.
  private func line(_ text: String) -> String {
    let pieces = SafeText(text).string.unicodeScalars.split(separator: "\n").map { String($0) }
    return pieces.joined(separator: " / ")
  }

  private func table(_ grid: Report.Grid) -> String {
    let rows = ([grid.columns.map(\.heading)] + grid.rows).map { $0.map { plain(line($0)) } }
    let widths = grid.columns.indices.map { column in
      rows.map { columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var text = ""
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "  " }
        let blanks = String(repeating: " ", count: widths[index] - columns(of: cell))
        text += grid.columns[index].isNumber ? blanks + cell : cell + blanks
      }
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  /// Twenty cells a bar, of signs that every terminal has.
  private func bars(_ chart: Report.Chart) -> String {
    let names = chart.bars.map { line($0.label) }
    let width = names.map(columns).max() ?? 0
    return zip(chart.bars, names).map { bar, name in
      let value = bar.values.first ?? 0
      let full = min(max(0, value), 100) / 5
      return name + String(repeating: " ", count: width - columns(of: name)) + "  ["
        + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full)
        + "] \(value)%"
    }.joined(separator: "\n")
  }

  /// A dash for what is not known, of a width that all terminals agree on.
  private func plain(_ cell: String) -> String {
    cell == "—" || cell.hasPrefix("— ") ? "-" + cell.dropFirst() : cell
  }

  /// How many columns a terminal gives a text, near enough to align a table: two for what East Asia
  /// writes wide, none for marks.
  private func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { columns, scalar in
      switch ScalarClass(scalar) {
      case .mark, .variationSelector, .joiner: return columns
      default: break
      }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        return columns + 2
      default: return columns + 1
      }
    }
  }
}
