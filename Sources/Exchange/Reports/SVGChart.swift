/// Draws bars as SVG that stands in the page itself; whole numbers only, so it is the same anywhere.
struct SVGChart {
  private let chart: Report.Chart
  private static let colours = ["#1f5fa8", "#d98a1f", "#5f8f3f"]

  init(_ chart: Report.Chart) { self.chart = chart }

  var text: String {
    switch chart.kind {
    case .funnel: funnel
    case .columns: columns
    case .progress: progress
    }
  }

  private func page(_ width: Int, _ height: Int, _ content: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\""
      + " height=\"\(height)\" role=\"img\" font-size=\"13\" fill=\"#1c2430\">\n"
      + "<title>\(Markup.escaped(chart.title))</title>\n" + content + "</svg>\n"
  }

  private func label(_ text: String, x: Int, y: Int, anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(Markup.escaped(text))</text>\n"
  }

  private func box(x: Int, y: Int, width: Int, height: Int, _ series: Int) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
      + " fill=\"\(Self.colours[series % Self.colours.count])\"/>\n"
  }

  private var top: Int { max(1, chart.bars.flatMap(\.values).max() ?? 1) }

  private var funnel: String {
    var content = ""
    for (index, bar) in chart.bars.enumerated() {
      let y = index * 30 + 4
      let value = bar.values.first ?? 0
      let width = value * 300 / top
      content += label(bar.label, x: 88, y: y + 16, anchor: "end")
      if width > 0 { content += box(x: 250 - width / 2, y: y, width: width, height: 22, 0) }
      content += label("\(value)  \(bar.note)", x: 408, y: y + 16, anchor: "start")
    }
    return page(640, chart.bars.count * 30 + 8, content)
  }

  /// A bar of 100 a line, full at 100; its number says what is more.
  private var progress: String {
    var content = ""
    for (index, bar) in chart.bars.enumerated() {
      let y = index * 26 + 4
      let value = bar.values.first ?? 0
      content += label(bar.label, x: 238, y: y + 15, anchor: "end")
      content += "<rect x=\"250\" y=\"\(y)\" width=\"200\" height=\"18\" fill=\"#e1e6ed\"/>\n"
      let width = min(max(0, value), 100) * 2
      if width > 0 { content += box(x: 250, y: y, width: width, height: 18, value >= 100 ? 2 : 0) }
      content += label("\(value)%  \(bar.note)", x: 460, y: y + 15, anchor: "start")
    }
    return page(680, chart.bars.count * 26 + 8, content)
  }

  private var columns: String {
    let height = 120
    let barWidth = 22
    let group = max(1, chart.series.count) * barWidth + 26
    var content = ""
    for (index, bar) in chart.bars.enumerated() {
      let left = 30 + index * group
      for (series, value) in bar.values.enumerated() {
        let size = value * height / top
        let x = left + series * barWidth
        if size > 0 {
          content += box(x: x, y: 24 + height - size, width: barWidth - 2, height: size, series)
        }
        content += label(
          "\(value)", x: x + barWidth / 2 - 1, y: 20 + height - size, anchor: "middle")
      }
      content += label(
        bar.label, x: left + bar.values.count * barWidth / 2, y: height + 42, anchor: "middle")
    }
    let width = max(320, 30 + chart.bars.count * group)
    content +=
      "<line x1=\"20\" y1=\"\(24 + height)\" x2=\"\(width - 10)\" y2=\"\(24 + height)\""
      + " stroke=\"#4a5564\"/>\n"
    for (series, name) in chart.series.enumerated() {
      content += box(x: 30 + series * 110, y: height + 54, width: 12, height: 12, series)
      content += label(name, x: 48 + series * 110, y: height + 65, anchor: "start")
    }
    return page(width, height + 76, content)
  }
}
