package import Insight

/// A view that was saved under a name: a filter, and how what passes is looked at.
package struct SavedView: Hashable, Sendable {
  package var name: String
  package var filter: String
  package var screen: Screen
  package var order: ProjectColumn
  package var grouping: FunnelGrouping?
  package var method: FunnelMethod

  package init(
    name: String, filter: String, screen: Screen = .board, order: ProjectColumn = .number,
    grouping: FunnelGrouping? = nil, method: FunnelMethod = .step
  ) {
    self.name = name
    self.filter = filter
    self.screen = screen
    self.order = order
    self.grouping = grouping
    self.method = method
  }
}
