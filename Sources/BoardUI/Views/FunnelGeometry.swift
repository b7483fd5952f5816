internal import Canvas
internal import Insight

/// Where the bars of a funnel go: centred on one axis, each as long as its stage is full.
struct FunnelGeometry {
  /// Between the names and the figures.
  let bars: Rect
  /// The lines of a bar.
  let barHeight: Int
  /// Whether a line between two bars has the rate from one to the next.
  let hasRates: Bool
  /// What a bar as wide as the area stands for.
  let most: Int64

  /// - Parameter most: Of the longest bar; of all of them where several funnels share a scale.
  init(in area: Rect, names: Int, figures: Int, most: Int64, withRates: Bool = true) {
    bars = Rect(
      x: area.x + names, y: area.y, width: max(0, area.width - names - figures),
      height: area.height)
    hasRates = withRates && area.height >= 11
    barHeight = hasRates && area.height >= 17 ? 2 : 1
    self.most = most
  }

  /// Lines from one stage's bar to the next one's.
  var pitch: Int { barHeight + (hasRates ? 1 : 0) }
  /// Lines that six bars take.
  var height: Int { 6 * pitch - (hasRates ? 1 : 0) }
  /// The column the bars are centred on.
  var axis: Int { bars.x + bars.width / 2 }

  func y(of index: Int) -> Int { bars.y + index * pitch }

  /// How many columns a value takes: at least one when there is anything.
  func columns(_ value: Int64) -> Int {
    guard value > 0, most > 0, bars.width > 0 else { return 0 }
    return max(1, Int((Double(value) / Double(most) * Double(bars.width)).rounded()))
  }

  /// The parts of a bar, left to right, that are at least a column wide.
  func parts(of bar: FunnelBar, at index: Int) -> [(part: FunnelBar.Part, rect: Rect)] {
    let length = columns(bar.total)
    var x = bars.x + (bars.width - length) / 2
    var sum: Int64 = 0
    var used = 0
    return FunnelBar.Part.allCases.compactMap { part in
      guard bar[part] > 0, bar.total > 0 else { return nil }
      sum += bar[part]
      // Ends are rounded, not lengths, so that the parts fill the bar; none is less than a column.
      let end = max(used + 1, Int((Double(sum) / Double(bar.total) * Double(length)).rounded()))
      let rect = Rect(x: x, y: y(of: index), width: end - used, height: barHeight)
      x += end - used
      used = end
      return (part, rect.intersection(bars))
    }
  }
}
