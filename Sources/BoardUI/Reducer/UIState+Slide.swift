internal import Canvas
internal import Insight
package import Pipeline
internal import Wording

extension UIState {
  /// Whether a card is carried or moved within its column, alone or among the marked ones.
  package func isOnItsWay(_ id: ProjectID) -> Bool {
    if case .sliding(let slid, _) = drag { return slid == id }
    guard let carried = drag.carried else { return false }
    return carried == id || (marks.contains(carried) && marks.contains(id))
  }

  /// Moves a pressed card along its own column; over itself it stays where it is.
  mutating func slide(_ id: ProjectID, over target: HitMap.Target?, at point: Point) {
    guard let project = pipeline[id] else { return }
    let column = columns[project.stage.index]
    guard let here = column.firstIndex(of: id) else { return }
    let above: ProjectID?
    switch target {
    case .card(id):
      if case .sliding = drag { drag = .pressed(id, at: point) }
      return
    case .card(let other):
      guard let index = column.firstIndex(of: other) else { return }
      above = index > here ? other : index > 0 ? column[index - 1] : nil
    case .column where point.y >= layout.cards[project.stage.index].y:
      above = column.last == id ? column.dropLast().last : column.last
    default: return
    }
    if let reason = unavailable(.reorderUp) {
      // It may be on its way to another column.
      guard boardOrder == .byHand else { return say(reason) }
      drag = .idle
      say(reason, .bad)
      return
    }
    drag = .sliding(id, under: above)
    // Lifting is no first half of a double click.
    lastClick = nil
    notice = nil
  }

  /// Lets a card go within its column.
  mutating func put(_ id: ProjectID, under above: ProjectID?) -> [Effect] {
    drag = .idle
    guard let project = pipeline[id] else { return refuse(.unknownProject(id)) }
    let column = columns[project.stage.index]
    let current = column.firstIndex(of: id).flatMap { $0 > 0 ? column[$0 - 1] : nil }
    guard above != current else {
      say(words.droppedWhereItWas)
      return []
    }
    return [.store(.submit(.reorder(id, .under(above))))]
  }
}
