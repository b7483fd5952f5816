internal import Canvas
internal import Insight
internal import Pipeline

extension Painter {
  /// Sets apart what the filter found in a field's text, which is drawn already.
  mutating func markFound(_ text: String, of field: Field, at point: Point, limit: Int) {
    mark(found?.ranges(in: text, of: field) ?? [], of: text, at: point, limit: limit)
  }

  /// Where in the lines of a wrapped name the filter found something: a match may run on from one
  /// line into the next.
  func foundRanges(in lines: [String], of name: String) -> [[Range<String.Index>]] {
    let ranges = found?.nameRanges(in: name) ?? []
    guard !ranges.isEmpty else { return lines.map { _ in [] } }
    let scalars = name.unicodeScalars
    var place = scalars.startIndex
    return lines.map { line in
      var hits: [Range<String.Index>] = []
      for index in line.unicodeScalars.indices {
        // Blanks at a break are dropped; dots that stand for the rest are not in the name.
        var here = place
        while here < scalars.endIndex, scalars[here] != line.unicodeScalars[index],
          scalars[here].properties.isWhitespace
        { here = scalars.index(after: here) }
        guard here < scalars.endIndex, scalars[here] == line.unicodeScalars[index] else { continue }
        place = scalars.index(after: here)
        guard ranges.contains(where: { $0.contains(here) }) else { continue }
        let end = line.unicodeScalars.index(after: index)
        if let last = hits.last, last.upperBound == index {
          hits[hits.count - 1] = last.lowerBound..<end
        } else {
          hits.append(index..<end)
        }
      }
      return hits
    }
  }

  mutating func mark(
    _ ranges: [Range<String.Index>], of text: String, at point: Point, limit: Int
  ) {
    for range in ranges {
      let before = TextWidth.columns(of: text[..<range.lowerBound])
      frame.write(text[range], at: Point(x: point.x + before, y: point.y), role: .hit, limit: limit)
    }
  }
}
