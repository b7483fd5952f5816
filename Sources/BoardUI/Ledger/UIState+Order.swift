internal import Insight
internal import Pipeline

extension UIState {
  /// Projects in the list's order.
  func inOrder(_ ids: [ProjectID]) -> [ProjectID] {
    pipeline.inOrder(ids, by: list.order, isReversed: list.isReversed, at: moment)
  }
}
