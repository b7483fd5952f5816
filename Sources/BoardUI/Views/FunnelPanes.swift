internal import Canvas
internal import Insight

/// Where the figures and the trend of the funnel view go.
struct FunnelPanes {
  let figures: Rect?
  let trend: Rect?

  /// One below the other where that leaves room for both pictures; else one page at a time.
  init(_ ui: UIState) {
    let body = ui.layout.body
    if body.width >= 78, body.height >= 34, ui.funnel.grouping == nil {
      // The one that is looked at has its notes.
      let height =
        ui.flow.page == .trend ? max(17, body.height - 21) : max(12, body.height - 26)
      figures = Rect(x: 0, y: body.y, width: body.width, height: body.height - height)
      trend = Rect(x: 0, y: body.maxY - height, width: body.width, height: height)
    } else {
      figures = ui.flow.page == .trend ? nil : body
      trend = ui.flow.page == .trend ? body : nil
    }
  }

  /// How many months or quarters of the trend are seen at once.
  func trendColumns(of ui: UIState) -> Int {
    guard let trend, let figures = ui.flow.trend else { return 1 }
    return TrendGeometry(figures, of: ui.flow.measure, in: trend, ui.words).visible
  }
}
