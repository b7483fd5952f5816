internal import Canvas
internal import Wording

extension Painter {
  /// Under the filter line: what is offered for it, else its keys.
  mutating func drawFilterKeys(in row: Rect) {
    guard let offer = ui.offer else {
      if let notice = ui.notice {
        // The line of news is taken by what is typed.
        frame.write(
          TextWidth.clipped(notice.text, to: row.width - 2), at: Point(x: row.x + 1, y: row.y),
          role: .warn, limit: row.maxX)
        return
      }
      if let problem = ui.filterProblems.first, ui.screen != .requests {
        frame.write(
          TextWidth.clipped(words.filterProblem(problem), to: row.width - 2),
          at: Point(x: row.x + 1, y: row.y), role: .warn, limit: row.maxX)
        return
      }
      var x = row.x + 1
      for (key, label) in words.filterKeys(keep: textKey(.open), restore: textKey(.back))
      where x + TextWidth.columns(of: key + label) <= row.maxX {
        x = write([(key, .key), (label + " ", .dim)], at: Point(x: x, y: row.y), limit: row.maxX)
      }
      return
    }
    // As many as fit, the chosen one among them.
    var first = offer.row
    var room = row.width - 2 - width(of: offer, first)
    while first > 0, room >= width(of: offer, first - 1) {
      first -= 1
      room -= width(of: offer, first)
    }
    var x = row.x + 1
    for index in first..<offer.choices.count {
      guard x < row.maxX - 1, index == first || x + width(of: offer, index) <= row.maxX else {
        frame.put(glyphs.more, at: Point(x: row.maxX - 1, y: row.y), role: .dim)
        break
      }
      let isChosen = index == offer.row
      x = button(
        " " + TextWidth.clipped(offer.choices[index], to: row.width - 4) + " ",
        at: Point(x: x, y: row.y), role: isChosen ? .selected : .text, limit: row.maxX,
        .offer(index))
    }
  }

  private func width(of offer: Offer, _ index: Int) -> Int {
    min(TextWidth.columns(of: offer.choices[index]) + 2, layout.size.width - 2)
  }
}
