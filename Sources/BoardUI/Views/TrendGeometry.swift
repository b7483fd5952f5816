internal import Canvas
internal import Insight
internal import Wording

/// Where the columns of a trend go, and the table of numbers under them.
struct TrendGeometry {
  /// What the numbers of the axis and the names of the measures take.
  let names: Int
  /// One month or quarter, with the gap behind it.
  let pitch: Int
  /// How many of them are seen at once.
  let visible: Int
  /// Where the columns stand.
  let chart: Rect
  /// The line of the months.
  let months: Int
  /// The first line of the table.
  let table: Int
  /// The lines of the table: a measure each, as far as there is room.
  let measures: Int

  /// What a full column stands for.
  let most: Int

  init(_ trend: Trend, of measure: TrendMeasure, in area: Rect, _ words: Words) {
    most = trend.most(of: measure)
    let labels = TrendMeasure.allCases.map { TextWidth.columns(of: words.trendMeasure($0)) }
    names = min(area.width / 3, 2 + (labels.max() ?? 0) + 1)
    let room = max(0, area.width - names)
    pitch = max(4, min(12, room / max(1, trend.rows.count)))
    visible = max(1, min(max(1, trend.rows.count), room / pitch))
    measures = max(1, min(TrendMeasure.allCases.count, area.height - 4))
    // Title and axis, months, the table and, where there is room, the notes; the rest is the chart's, at
    // most twelve lines.
    let notes = area.height >= 16 ? 4 : 0
    let height = max(0, min(12, area.height - 3 - measures - notes))
    chart = Rect(
      x: area.x + names, y: area.y + 1, width: visible * pitch, height: height >= 2 ? height : 0)
    months = chart.maxY + (chart.isEmpty ? 0 : 1)
    table = months + 1
  }

  /// The columns that a bar takes; the rest of its pitch is the gap.
  var width: Int { pitch - (pitch >= 8 ? 3 : pitch >= 6 ? 2 : 1) }

  func x(_ place: Int) -> Int { chart.x + place * pitch }

  /// The lines a count takes: at least one when there is anything.
  func lines(_ count: Int) -> Int {
    guard count > 0, most > 0 else { return 0 }
    return max(1, Int((Double(count) / Double(most) * Double(chart.height)).rounded()))
  }
}
