internal import Canvas
package import Insight
internal import Wording

/// The window in which the list's columns are chosen; what is chosen shows at once.
package struct ColumnPicker: Hashable, Sendable {
  /// All columns: those shown first when it was opened.
  package private(set) var order: [ProjectColumn]
  package var row = 0

  init(_ shown: [ProjectColumn]) {
    order = shown + ProjectColumn.allCases.filter { !shown.contains($0) }
  }

  /// Moves the selected column up or down among the others.
  mutating func move(by step: Int) {
    let other = row + step
    guard order.indices.contains(other) else { return }
    order.swapAt(row, other)
    row = other
  }
}

extension UIState {
  mutating func typeInPicker(_ key: Key, _ picker: ColumnPicker) {
    var picker = picker
    let last = picker.order.count - 1
    let key = keymap.key(key, in: .picker)
    switch (key.code, key.modifiers) {
    case (.escape, _), (.enter, _): overlay = .none
    case (.character(" "), []): togglePicked(row: picker.row)
    case (.up, .shift): pick(&picker, moving: -1)
    case (.down, .shift): pick(&picker, moving: 1)
    case (.down, _), (.tab, []): show(&picker, min(last, picker.row + 1))
    case (.up, _), (.tab, .shift): show(&picker, max(0, picker.row - 1))
    case (.home, _): show(&picker, 0)
    case (.end, _): show(&picker, last)
    case (.pageDown, _): show(&picker, min(last, picker.row + 8))
    case (.pageUp, _): show(&picker, max(0, picker.row - 8))
    default: break
    }
  }

  private mutating func show(_ picker: inout ColumnPicker, _ row: Int) {
    picker.row = row
    overlay = .columns(picker)
  }

  private mutating func pick(_ picker: inout ColumnPicker, moving step: Int) {
    picker.move(by: step)
    let shown = Set(list.columns)
    list.columns = picker.order.filter(shown.contains)
    overlay = .columns(picker)
  }

  /// Shows a column or leaves it out; the name stays, so that a line says whose it is.
  mutating func togglePicked(row: Int) {
    guard case .columns(var picker) = overlay, picker.order.indices.contains(row) else { return }
    picker.row = row
    overlay = .columns(picker)
    let column = picker.order[row]
    guard column != .name else {
      say(words.nameStays)
      return
    }
    var shown = Set(list.columns)
    if shown.remove(column) == nil { shown.insert(column) }
    list.columns = picker.order.filter(shown.contains)
  }
}

extension Painter {
  private var pickerHint: String {
    func key(_ action: Action) -> String { ui.keymap.shown(action, in: .picker) }
    return words.pickerHint(
      toggle: key(.mark), move: key(.reorderDown) + " " + key(.reorderUp), close: key(.open))
  }

  /// The window of columns: a cross before those that are shown.
  mutating func drawPicker(_ picker: ColumnPicker) {
    let width = min(layout.size.width, 44)
    let height = min(layout.body.height, picker.order.count + 3)
    let rect = Rect(
      x: max(0, layout.size.width - width), y: layout.body.y, width: width, height: height)
    let inner = window(rect, title: words.pickerTitle)
    guard !inner.isEmpty else { return }
    let hint = inner.height > 2 ? 1 : 0
    let area = Rect(x: inner.x, y: inner.y, width: inner.width, height: inner.height - hint)
    let top = max(0, min(picker.row - area.height / 2, picker.order.count - area.height))
    for (offset, column) in picker.order.dropFirst(top).prefix(area.height).enumerated() {
      let line = area.row(offset)
      let isSelected = top + offset == picker.row
      let isShown = ui.list.columns.contains(column)
      let role: Role = isSelected ? .selected : isShown ? .text : .dim
      if isSelected { frame.fill(line, role: .selected) }
      let sign = isSelected ? "\(glyphs.select)" : " "
      frame.write(
        "\(sign)[\(isShown ? "\(glyphs.yes)" : " ")] " + words.heading(of: column),
        at: Point(x: line.x, y: line.y), role: role, limit: line.maxX)
      hits.add(line, .pickerRow(top + offset))
    }
    windowBar(.picker, of: rect, beside: area, top: top, count: picker.order.count)
    if hint > 0 {
      frame.write(
        TextWidth.clipped(pickerHint, to: inner.width),
        at: Point(x: inner.x, y: inner.maxY - 1), role: .dim, limit: inner.maxX)
    }
  }
}
