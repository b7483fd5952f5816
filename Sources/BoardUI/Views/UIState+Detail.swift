internal import Canvas
internal import Pipeline
internal import Wording

extension UIState {
  /// A card as plain text, for the clipboard.
  func cardText(_ project: Project) -> String {
    DetailLines(self, project, width: 72).lines.map { line in line.map(\.0).joined() }
      .joined(separator: "\n")
  }

  /// Scrolls the open card; false when the action is none of scrolling.
  mutating func scrollDetail(_ action: Action) {
    let half = Painter.detailText(layout).height / 2
    switch action {
    case .nextCard: scrollDetail(by: 1)
    case .previousCard: scrollDetail(by: -1)
    case .halfPageDown: scrollDetail(by: max(1, half))
    case .halfPageUp: scrollDetail(by: -max(1, half))
    case .firstCard: scrollDetail(by: -.max / 2)
    case .lastCard: scrollDetail(by: .max / 2)
    // The columns lie under the card: going about in them unseen helps nobody.
    default: break
    }
  }

  /// How many lines an open card has.
  func detailLineCount(_ detail: Overlay.Detail) -> Int {
    guard let project = pipeline[detail.project] else { return 0 }
    return DetailPanes(self, project).count
  }

  /// Scrolls the open card by lines, as far as it goes.
  mutating func scrollDetail(by step: Int) {
    guard case .detail(var detail) = overlay, let project = pipeline[detail.project] else { return }
    let count = DetailPanes(self, project).count
    detail.top = min(
      max(0, detail.top + step), max(0, count - Painter.detailText(layout).height))
    overlay = .detail(detail)
  }
}
