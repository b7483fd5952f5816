package import Pipeline
internal import Wording

extension UIState {
  /// The cards in the order they are seen in, among which a range is drawn; nil on other screens.
  var markable: [ProjectID]? {
    switch screen {
    case .board: columns[focus.index]
    case .list: list.ids
    case .funnel, .timeline, .agenda, .report, .requests, .targets, .history: nil
    }
  }

  /// The cards an action for several is done with; nil when it is for the selected card alone.
  ///
  /// A marked card brings the others along; one that is not marked goes alone, by mouse and menu.
  package var cargo: [ProjectID]? {
    guard !marks.isEmpty, markable != nil else { return nil }
    if let carried = drag.carried { return marks.contains(carried) ? marks.sorted : nil }
    switch overlay {
    case .none: return marks.sorted
    case .menu(let menu): return menu.isForMarked ? marks.sorted : nil
    case .detail, .form, .palette, .filter, .confirm, .columns, .filing, .importing, .own, .month:
      break
    }
    if case .palette(let palette) = overlay, palette.under == nil { return marks.sorted }
    return nil
  }

  /// The one card an action is for, when it is for one.
  var actedOn: ProjectID? {
    if let cargo, cargo.count == 1 { return cargo.first }
    return selected
  }

  mutating func mark(_ action: Action) {
    guard let markable, let selected else { return }
    switch action {
    case .mark:
      marks.toggle(selected)
      navigate(.nextCard)
    case .markRange:
      marks.toggleRange(at: selected)
      if marks.range != nil {
        say(words.markingRange(end: hint(.markRange), cancel: hint(.back)))
      }
    case .markAll: marks.toggle(all: markable)
    default: break
    }
  }

  /// Keeps a range up with the selection, and marks with the cards there are.
  mutating func settleMarks() {
    if marks.range != nil { marks.extend(to: selected, in: markable ?? []) }
  }
}
