internal import Canvas
internal import Insight
internal import Pipeline

extension UIState {
  /// Takes the thumb of a bar to a row of the screen.
  mutating func scroll(_ scroller: Scroller, along bar: Rect, to y: Int) {
    let cell = y - bar.y
    func top(_ visible: Int, _ count: Int) -> Int {
      Scroller.top(at: cell, visible: visible, count: count, length: bar.height)
    }
    func row(_ count: Int) -> Int { top(1, count) }
    func place(_ row: inout Int, _ first: inout Int, _ visible: Int, _ count: Int) {
      first = top(visible, count)
      row = min(max(row, first), max(first, first + visible - 1))
    }
    switch scroller {
    case .column(let stage):
      let index = stage.index
      focus = stage
      place(&rows[index], &tops[index], layout.visibleCards, columns[index].count)
    case .list: place(&list.row, &list.top, layout.listRows, list.ids.count)
    case .agenda:
      place(&agenda.row, &agenda.top, max(1, layout.body.height), agenda.lines.count)
      agenda.settle(towards: 1)
    case .history:
      place(&history.row, &history.top, max(1, layout.body.height - 1), history.entries.count)
    case .report: report.top = top(reportRows, report.lines.count)
    case .requests:
      place(&requests.row, &requests.top, requestRows, requests.requests.count)
    case .targets:
      place(&targets.row, &targets.top, targetRows, targets.lines.count)
      targets.settle(towards: 1)
    case .path, .strips: timeline.row = row(timeline.rowCount)
    case .detail:
      if case .detail(let detail) = overlay {
        let count = detailLineCount(detail)
        scrollDetail(by: top(Painter.detailText(layout).height, count) - detail.top)
      }
    case .palette:
      if case .palette(var palette) = overlay {
        let lines = PaletteLines(paletteRows(palette))
        palette.row = lines.row(at: row(lines.all.count))
        overlay = .palette(palette)
      }
    case .form:
      if case .form(var form) = overlay {
        form.button = nil
        form.focus = row(form.visibleCount)
        overlay = .form(form)
      }
    case .confirm:
      if case .confirm(let confirmation) = overlay {
        let geometry = ConfirmGeometry(self, confirmation)
        scrollConfirm(by: top(geometry.area.height, geometry.lines.count) - confirmation.top)
      }
    case .menu:
      if case .menu(var menu) = overlay {
        menu.row = row(menuRows(menu).count)
        overlay = .menu(menu)
      }
    case .picker:
      if case .columns(var picker) = overlay {
        picker.row = row(ProjectColumn.allCases.count)
        overlay = .columns(picker)
      }
    case .importColumns, .importRows:
      if case .importing(var state) = overlay {
        if scroller == .importRows {
          (state.pane, state.row) = (.rows, row(state.rows.count))
        } else {
          (state.pane, state.column) = (.columns, row(state.preview?.columns.count ?? 0))
        }
        overlay = .importing(state)
      }
    }
  }
}
