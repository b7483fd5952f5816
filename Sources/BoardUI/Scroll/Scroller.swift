internal import Canvas
package import Pipeline

/// A list or text that may not fit its area; a bar beside it scrolls it.
package enum Scroller: Hashable, Sendable {
  case column(Stage)
  case requests, targets
  case list, agenda, history, report, path, strips, detail, palette, form, confirm, menu, picker
  case importColumns, importRows

  /// The first and the one past the last cell of a bar's thumb.
  ///
  /// The thumb touches an end only when there is nothing more that way.
  static func thumb(top: Int, visible: Int, count: Int, length: Int) -> Range<Int> {
    guard length > 0, visible > 0, count > visible else { return 0..<max(0, length) }
    let size = min(max(1, length * visible / count), max(1, length - 1))
    let (free, last) = (length - size, count - visible)
    var start = top * free / last
    if free >= 2 {
      if top > 0 { start = max(1, start) }
      if top < last { start = min(free - 1, start) }
    }
    return start..<(start + size)
  }

  /// The first line shown when the thumb is taken to a cell of the bar.
  static func top(at cell: Int, visible: Int, count: Int, length: Int) -> Int {
    let last = max(0, count - visible)
    guard length > 1 else { return last }
    let cell = min(max(0, cell), length - 1)
    return (cell * last + (length - 1) / 2) / (length - 1)
  }
}

extension Painter {
  /// Draws a bar where something does not fit, and makes it answer to clicks.
  ///
  /// - Parameter isOnBorder: Whether it stands on a line that is drawn already, or in a gap: then the
  ///   thumb alone is drawn.
  mutating func scrollBar(
    _ scroller: Scroller, in bar: Rect, top: Int, visible: Int, count: Int, isOnBorder: Bool
  ) {
    let bar = bar.intersection(Rect(layout.size))
    guard count > visible, bar.height > 1, !bar.isEmpty else { return }
    let thumb = Scroller.thumb(top: top, visible: visible, count: count, length: bar.height)
    for cell in 0..<bar.height {
      let at = Point(x: bar.x, y: bar.y + cell)
      if thumb.contains(cell) {
        frame.put(glyphs.bar, at: at, role: .thumb)
      } else if !isOnBorder {
        frame.put(glyphs.barEmpty, at: at, role: .track)
      }
    }
    if ui.drag.card == nil { hits.add(bar, .scrollBar(scroller, bar)) }
  }

  /// A bar on the right border of a window, beside the text in it.
  mutating func windowBar(
    _ scroller: Scroller, of window: Rect, beside area: Rect, top: Int, count: Int
  ) {
    guard window != area else { return }
    scrollBar(
      scroller, in: Rect(x: window.maxX - 1, y: area.y, width: 1, height: area.height), top: top,
      visible: area.height, count: count, isOnBorder: true)
  }
}
