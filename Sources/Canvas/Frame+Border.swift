extension Frame {
  /// Draws a box around the inside of `rect`, with a title in its top line.
  package mutating func box(
    _ rect: Rect, title: String = "", glyphs: Glyphs, role: Role = .border,
    titleRole: Role = .header
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    rule(y: rect.y, from: rect.x, to: rect.maxX, glyphs.horizontal, role: role)
    rule(y: rect.maxY - 1, from: rect.x, to: rect.maxX, glyphs.horizontal, role: role)
    for y in rect.y..<rect.maxY {
      put(glyphs.vertical, at: Point(x: rect.x, y: y), role: role)
      put(glyphs.vertical, at: Point(x: rect.maxX - 1, y: y), role: role)
    }
    put(glyphs.topLeft, at: Point(x: rect.x, y: rect.y), role: role)
    put(glyphs.topRight, at: Point(x: rect.maxX - 1, y: rect.y), role: role)
    put(glyphs.bottomLeft, at: Point(x: rect.x, y: rect.maxY - 1), role: role)
    put(glyphs.bottomRight, at: Point(x: rect.maxX - 1, y: rect.maxY - 1), role: role)
    if !title.isEmpty, rect.width > 6 {
      let shown = TextWidth.clipped(title, to: rect.width - 6)
      write(" \(shown) ", at: Point(x: rect.x + 2, y: rect.y), role: titleRole)
    }
  }

  /// Draws a horizontal line of one character.
  package mutating func rule(
    y: Int, from left: Int, to right: Int, _ character: Character, role: Role = .border
  ) {
    fill(Rect(x: left, y: y, width: right - left, height: 1), with: character, role: role)
  }

  /// Draws one narrow character.
  package mutating func put(_ character: Character, at point: Point, role: Role = .text) {
    write(String(character), at: point, role: role)
  }
}
