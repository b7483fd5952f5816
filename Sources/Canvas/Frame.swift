/// One character cell: a base scalar, perhaps marks over it, and the role that styles it.
///
/// A plain value without references, so that a frame is compared and copied as bytes.
package struct Cell: Hashable, Sendable {
  /// The base scalar; 0 in the second half of a wide character.
  package var base: UInt32
  /// 1-based index into the frame's list of marks; 0 for none.
  package var marks: UInt16
  package var role: Role
  /// 1 or 2 columns; 0 for the second half of a wide character.
  package var width: UInt8

  package static let blank = Cell(base: 0x20, marks: 0, role: .text, width: 1)

  package init(base: UInt32, marks: UInt16, role: Role, width: UInt8) {
    self.base = base
    self.marks = marks
    self.role = role
    self.width = width
  }
}

/// A screenful of cells, composed as a value and handed whole to the terminal.
///
/// Writing over half of a wide character blanks the other half; nothing is ever drawn outside the
/// clip, and no control reaches a cell whatever the text holds.
package struct Frame: Equatable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]
  /// Marks over bases, as the cells number them.
  package private(set) var marks: [[UInt32]] = []
  /// Where the hardware cursor is parked; nil hides it.
  package var cursor: Point?
  /// Writing outside this is dropped; never larger than the frame.
  package var clip: Rect {
    didSet { clip = clip.intersection(Rect(size)) }
  }

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
    clip = Rect(size)
  }

  package subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

  /// Draws `text` from `point` to the right and returns the column after it.
  ///
  /// - Parameter limit: The first column not to be drawn in; the clip's edge when nil.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, at point: Point, role: Role = .text, limit: Int? = nil
  ) -> Int {
    let right = min(limit ?? clip.maxX, clip.maxX)
    guard point.y >= clip.y, point.y < clip.maxY else {
      return point.x + TextWidth.columns(of: text)
    }
    var x = point.x
    var owner: Int?
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value >= 0x20 && value < 0x7F {
        owner = put(value, width: 1, x: x, y: point.y, right: right, role: role)
        x += 1
        continue
      }
      switch TextWidth.drawing(of: scalar) {
      case .nothing: break
      case .mark: if let owner { attach(value, to: owner) }
      case .cell(let base, let width):
        owner = put(base, width: width, x: x, y: point.y, right: right, role: role)
        x += width
      case .twin(let first, let second):
        _ = put(first, width: 1, x: x, y: point.y, right: right, role: role)
        owner = put(second, width: 1, x: x + 1, y: point.y, right: right, role: role)
        x += 2
      }
    }
    return x
  }

  /// Fills a rectangle with one narrow character; any other becomes U+FFFD.
  package mutating func fill(_ rect: Rect, with character: Character = " ", role: Role = .text) {
    let area = rect.intersection(clip)
    guard !area.isEmpty, let scalar = character.unicodeScalars.first else { return }
    let value: UInt32 =
      TextWidth.drawing(of: scalar) == .cell(scalar.value, width: 1) ? scalar.value : 0xFFFD
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        _ = put(value, width: 1, x: x, y: y, right: area.maxX, role: role)
      }
    }
  }

  /// Gives every cell of a rectangle a role, leaving its text.
  package mutating func style(_ rect: Rect, role: Role) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { cells[y * size.width + x].role = role }
    }
  }

  /// Draws with a narrower clip.
  package mutating func clipped(to rect: Rect, _ draw: (inout Frame) -> Void) {
    let outer = clip
    clip = clip.intersection(rect)
    draw(&self)
    clip = outer
  }

  /// Takes a rectangle's cells from another frame of the same size.
  ///
  /// - Returns: False when there are marks in either, whose numbers mean something in their own frame
  ///   only, or a wide character over the edge; nothing has changed then.
  package mutating func keep(_ rect: Rect, of other: Frame) -> Bool {
    guard other.size == size, Rect(size).intersection(rect) == rect, !rect.isEmpty else {
      return false
    }
    for y in rect.y..<rect.maxY {
      let row = y * size.width + rect.x..<y * size.width + rect.maxX
      for frame in [self, other] {
        if frame.cells[row].contains(where: { $0.marks != 0 }) { return false }
        if frame.cells[row.lowerBound].width == 0 { return false }
        if rect.maxX < size.width, frame.cells[row.upperBound].width == 0 { return false }
      }
    }
    for y in rect.y..<rect.maxY {
      let row = y * size.width + rect.x..<y * size.width + rect.maxX
      cells.replaceSubrange(row, with: other.cells[row])
    }
    return true
  }

  /// Draws what another frame has in a rectangle, at a place of this one.
  ///
  /// - Returns: False when it does not fit, or there are marks in it, whose numbers mean something in
  ///   their own frame only, or a wide character over an edge of either; nothing has changed then.
  package mutating func copy(_ rect: Rect, of other: borrowing Frame, to place: Point) -> Bool {
    let here = Rect(x: place.x, y: place.y, width: rect.width, height: rect.height)
    guard !rect.isEmpty, Rect(other.size).intersection(rect) == rect,
      clip.intersection(here) == here
    else { return false }
    let (width, otherWidth) = (size.width, other.size.width)
    for line in 0..<rect.height {
      let (from, to) = ((rect.y + line) * otherWidth + rect.x, (place.y + line) * width + place.x)
      if other.cells[from].width == 0 || cells[to].width == 0 { return false }
      if rect.maxX < otherWidth, other.cells[from + rect.width].width == 0 { return false }
      if here.maxX < width, cells[to + rect.width].width == 0 { return false }
      for index in from..<from + rect.width where other.cells[index].marks != 0 { return false }
    }
    for line in 0..<rect.height {
      let (from, to) = ((rect.y + line) * otherWidth + rect.x, (place.y + line) * width + place.x)
      for index in 0..<rect.width { cells[to + index] = other.cells[from + index] }
    }
    return true
  }

  private mutating func put(
    _ base: UInt32, width: Int, x: Int, y: Int, right: Int, role: Role
  ) -> Int? {
    guard x >= clip.x, x + width <= right else {
      // Half of a wide character would stick out: its cell inside the clip is blank, not garbage.
      if width == 2, x >= clip.x, x < right { cells[blanked(x, y)] = blank(role) }
      if width == 2, x + 1 == clip.x, clip.x < right { cells[blanked(clip.x, y)] = blank(role) }
      return nil
    }
    let index = blanked(x, y)
    if width == 2 { _ = blanked(x + 1, y) }
    cells[index] = Cell(base: base, marks: 0, role: role, width: UInt8(width))
    if width == 2 { cells[index + 1] = Cell(base: 0, marks: 0, role: role, width: 0) }
    return index
  }

  /// Takes apart the wide character that covers a cell, and returns the cell's index.
  private mutating func blanked(_ x: Int, _ y: Int) -> Int {
    let index = y * size.width + x
    switch cells[index].width {
    case 0 where x > 0: cells[index - 1] = blank(cells[index - 1].role)
    case 2 where x + 1 < size.width: cells[index + 1] = blank(cells[index + 1].role)
    default: break
    }
    return index
  }

  private func blank(_ role: Role) -> Cell { Cell(base: 0x20, marks: 0, role: role, width: 1) }

  /// At most four marks a cell: ncurses holds a base and four.
  private mutating func attach(_ mark: UInt32, to index: Int) {
    if cells[index].marks == 0 {
      guard marks.count < Int(UInt16.max) else { return }
      marks.append([mark])
      cells[index].marks = UInt16(marks.count)
    } else {
      let slot = Int(cells[index].marks) - 1
      if marks[slot].count < 4 { marks[slot].append(mark) }
    }
  }
}
