package import Insight
package import Pipeline

/// The funnel view.
package struct FunnelState: Hashable, Sendable {
  package var method: FunnelMethod = .step
  package var grouping: FunnelGrouping?
  /// What the bars are as long as.
  package var weight: FunnelWeight = .count
  package var row = 0
  /// The whole funnel, and one per group when grouped.
  package var report: Funnel?
  package var groups: [FunnelRow] = []
  /// The activity counters at the same day, one by each counting rule, without their lines.
  package var counters: [CountingRule: Counters] = [:]

  package var rowCount: Int { Stage.allCases.count + groups.count }
}

/// The timeline view: the dated path, or a strip of stage digits per project.
package struct TimelineState: Hashable, Sendable {
  package enum Style: Hashable, Sendable { case path, strips }

  package var style: Style = .path
  package var row = 0
  /// Days per cell of a strip.
  package var daysPerCell = 2
  /// How many cells the window is moved into the past.
  package var offset = 0
  package var path: [PathEntry] = []
  package var ids: [ProjectID] = []

  package var rowCount: Int { style == .path ? path.count : ids.count }

  package var selected: ProjectID? {
    switch style {
    case .path: path.indices.contains(row) ? path[row].projects.first : nil
    case .strips: ids.indices.contains(row) ? ids[row] : nil
    }
  }

  mutating func zoom(by step: Int) {
    let steps = [1, 2, 4, 7, 14, 30, 90]
    let index = steps.firstIndex(of: daysPerCell) ?? 1
    daysPerCell = steps[min(max(0, index + step), steps.count - 1)]
  }

  mutating func pan(by step: Int) { offset = max(0, offset - step * 4) }
}
