internal import Insight
internal import Pipeline
internal import Wording

extension Publication {
  /// What happened in each of the last months: a row of columns a measure, and the numbers.
  func trendContent() -> String {
    let trend = pipeline.trend(TrendQuestion(at: moment), passing: filter?.scoped(.everything))
    guard !trend.rows.isEmpty else {
      return heading(words.pageTitle(.trend), 1) + rule(words.trendIsEmpty)
    }
    var html = heading(words.pageTitle(.trend), 1) + rule(words.trendRule)
    let shown = Array(trend.rows.suffix(24))
    for measure in TrendMeasure.allCases {
      html += heading(words.trendMeasure(measure))
      html += columns(measure, shown)
    }
    html += table(
      [(words.trendTitle, false)] + TrendMeasure.allCases.map { (words.trendMeasure($0), true) },
      trend.rows.map { row in
        [text(words.trendRow(row, by: .month))] + TrendMeasure.allCases.map { "\(row.count($0))" }
      })
    return html + words.trendNotes(trend).map(rule).joined()
  }

  private func columns(_ measure: TrendMeasure, _ rows: [Trend.Row]) -> String {
    let (height, width) = (90, 34)
    let most = max(1, rows.map { $0.count(measure) }.max() ?? 1)
    let colour = ["area1", "area2", "area6", "dropped"][
      TrendMeasure.allCases.firstIndex(of: measure) ?? 0]
    var svg = ""
    for (index, row) in rows.enumerated() {
      let x = 10 + index * width
      let count = row.count(measure)
      let size = count * height / most
      if size > 0 {
        svg +=
          "<rect x=\"\(x)\" y=\"\(20 + height - size)\" width=\"\(width - 6)\" height=\"\(size)\" "
          + "style=\"fill: var(--on-\(colour))\"/>\n"
      }
      svg += label(
        "\(count)", x: x + width / 2 - 3, y: 15 + height - size, "middle",
        count == 0 ? "dim" : "text")
      let month = row.first.civil.month
      if index == 0 || month == 1 || rows.count <= 12 || index % 2 == 0 {
        svg += label("\(month)", x: x + width / 2 - 3, y: height + 38, "middle", "dim")
      }
      if index == 0 || month == 1 {
        svg += label(
          "\(row.first.civil.year)", x: x + width / 2 - 3, y: height + 56, "middle", "dim")
      }
    }
    let whole = max(640, 20 + rows.count * width)
    svg += "<line x1=\"6\" y1=\"\(20 + height)\" x2=\"\(whole - 6)\" y2=\"\(20 + height)\"/>\n"
    return drawing(words.trendMeasure(measure), whole, height + 62, svg)
  }
}
