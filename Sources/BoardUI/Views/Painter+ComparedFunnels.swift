internal import Canvas
internal import Insight
internal import Pipeline
internal import Wording

extension Painter {
  /// Both sides as funnels beside each other on one scale, the names over them.
  ///
  /// - Returns: The lines they take; none where there is no room beside the table of differences.
  mutating func drawComparedFunnels(
    _ comparison: FunnelComparison, _ sides: (left: String, right: String), in area: Rect,
    leaving rest: Int
  ) -> Int {
    let room = area.height - rest
    guard area.width >= 78, room >= 7 else { return 0 }
    let pictures = [comparison.left, comparison.right].map {
      FunnelPicture(
        funnel: $0, method: ui.funnel.method, weight: ui.funnel.weight, isFlow: false,
        selected: nil)
    }
    let most = pictures.flatMap(\.bars).map(\.total).max() ?? 0
    let half = area.width / 2
    var height = 0
    for (index, picture) in pictures.enumerated() {
      let side = Rect(
        x: area.x + index * half, y: area.y, width: half - 1, height: min(room, 18))
      let geometry = FunnelGeometry(
        in: Rect(x: side.x, y: side.y + 1, width: side.width, height: side.height - 1),
        names: funnelNameWidth(picture), figures: 0, most: most)
      let name = index == 0 ? sides.left : sides.right
      frame.write(
        TextWidth.clipped(name, to: max(0, geometry.bars.width)),
        at: Point(x: geometry.bars.x, y: side.y), role: .header, limit: side.maxX)
      drawFunnelBars(picture, geometry, in: side)
      for stage in Stage.allCases {
        hits.add(
          Rect(
            x: side.x, y: geometry.y(of: stage.index), width: side.width,
            height: geometry.barHeight), .funnelRow(stage.index))
      }
      height = geometry.height + 1
    }
    return height
  }
}
