internal import CCurses
package import Canvas
internal import Glibc

/// How a role's cells are drawn: attributes and a colour pair.
struct CellStyle {
  var attributes: attr_t
  var pair: Int32

  /// The styles of all roles, indexed by `Role.rawValue`, with their pairs made.
  ///
  /// A pair is made for every two colours that some role uses, so that a terminal with 64 pairs has
  /// room; a role that finds none left keeps its attributes.
  static func table(of theme: Theme, at depth: ColourDepth) -> [CellStyle] {
    var pairs: [(foreground: Int32, background: Int32)] = []
    var table: [CellStyle] = []
    for style in RoleStyle.table(of: theme, at: depth) {
      var pair: Int32 = 0
      if style.foreground >= 0 || style.background >= 0 {
        let known = pairs.firstIndex {
          $0.foreground == style.foreground && $0.background == style.background
        }
        if let known {
          pair = Int32(known + 1)
        } else if pairs.count + 1 < Int(zs_color_pairs()) {
          let next = Int32(pairs.count + 1)
          if init_extended_pair(next, style.foreground, style.background) == OK {
            pairs.append((style.foreground, style.background))
            pair = next
          }
        }
      }
      table.append(CellStyle(attributes: bits(of: style.attributes), pair: pair))
    }
    return table
  }

  private static func bits(of attributes: Attributes) -> attr_t {
    var bits: attr_t = 0
    if attributes.contains(.bold) { bits |= ZS_BOLD }
    if attributes.contains(.dim) { bits |= ZS_DIM }
    if attributes.contains(.italic) { bits |= ZS_ITALIC }
    if attributes.contains(.underline) { bits |= ZS_UNDERLINE }
    if attributes.contains(.reverse) { bits |= ZS_REVERSE }
    return bits
  }
}

extension CursesSession {
  /// Shows a frame: sends what differs from the one before, and nothing when nothing does.
  ///
  /// - Complexity: O(cells) to compare; rows that differ are handed to curses whole, because
  ///   overwriting half of a wide character in its window shifts the rest of the row.
  package mutating func present(_ frame: consuming Frame) {
    let window = size
    let isNew = shown.map { $0.size != frame.size } ?? true
    var isChanged = isNew || shown?.cursor != frame.cursor
    for y in 0..<min(frame.size.height, window.height) {
      if isNew || !hasSameRow(y, frame) {
        draw(row: y, of: frame, columns: min(frame.size.width, window.width))
        isChanged = true
      }
    }
    if isNew {
      for y in min(frame.size.height, window.height)..<window.height { zs_clear_row(Int32(y)) }
    }
    guard isChanged else { return }
    if let cursor = frame.cursor, Rect(window).contains(cursor) {
      curs_set(1)
      wmove(zs_stdscr(), Int32(cursor.y), Int32(cursor.x))
    } else {
      curs_set(0)
    }
    // Into the buffer of curses, so that it goes in one write with the frame.
    zs_put_bytes(ScreenModes.frameStart)
    wrefresh(zs_stdscr())
    ScreenModes.write(ScreenModes.frameEnd)
    shown = frame
  }

  private func hasSameRow(_ y: Int, _ frame: borrowing Frame) -> Bool {
    guard let shown else { return false }
    let width = frame.size.width
    let start = y * width
    let isSame = frame.cells.withUnsafeBytes { new in
      shown.cells.withUnsafeBytes { old in
        let stride = MemoryLayout<Cell>.stride
        guard let newRow = new.baseAddress?.advanced(by: start * stride),
          let oldRow = old.baseAddress?.advanced(by: start * stride)
        else { return true }
        return memcmp(newRow, oldRow, width * stride) == 0
      }
    }
    if !isSame || frame.marks == shown.marks { return isSame }
    // The numbers of marks mean something else in each frame.
    return !frame.cells[start..<start + width].contains { $0.marks != 0 }
  }

  private func draw(row y: Int, of frame: borrowing Frame, columns: Int) {
    zs_clear_row(Int32(y))
    // Where wrapping cannot be switched off, as in tmux, curses draws the bottom right cell one to
    // the left and pushes it over, which tears a wide character there: that cell stays blank.
    let isLast = !canSwitchWrapping && y == Int(zs_lines()) - 1
    let lastColumn = Int(zs_cols()) - 1
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      for x in 0..<columns {
        let cell = frame[x, y]
        guard cell.width > 0, x + Int(cell.width) <= columns else { continue }
        if isLast && x == lastColumn && x > 0 && frame[x - 1, y].width == 0 { continue }
        var count = 1
        text[0] = wchar_t(bitPattern: cell.base)
        if cell.marks > 0 {
          for mark in frame.marks[Int(cell.marks) - 1].prefix(4) {
            text[count] = wchar_t(bitPattern: mark)
            count += 1
          }
        }
        text[count] = 0
        let style = styles[Int(cell.role.rawValue)]
        if let start = text.baseAddress {
          zs_put_cell(Int32(y), Int32(x), start, style.attributes, style.pair)
        }
      }
    }
  }
}
