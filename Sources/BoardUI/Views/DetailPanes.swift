internal import Canvas
internal import Pipeline

/// An open card: in one column, or what it is and its history beside each other where there is room.
struct DetailPanes {
  let left: [[DetailLines.Piece]]
  /// None in one column.
  let right: [[DetailLines.Piece]]
  /// The columns of the left one, with the line between them.
  let leftWidth: Int

  init(_ ui: UIState, _ project: Project) {
    let width = Painter.detailText(ui.layout).width
    guard width >= 96 else {
      left = DetailLines(ui, project, width: width).lines
      (right, leftWidth) = ([], width)
      return
    }
    leftWidth = width / 2
    left = DetailLines(ui, project, width: leftWidth - 2, part: .card).lines
    right = DetailLines(ui, project, width: width - leftWidth - 1, part: .history).lines
  }

  /// The lines of the longer one: both are scrolled together, each as far as it goes.
  var count: Int { max(left.count, right.count) }
}
