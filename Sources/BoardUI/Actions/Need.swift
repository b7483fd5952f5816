internal import Insight
internal import Pipeline
internal import Wording

/// Something that an action cannot do without.
package enum Need: Hashable, Sendable {
  /// One of the screens of the action's row.
  case here
  /// Today's board, of a store that can be written.
  case writable
  /// The selected card.
  case card
  /// The selected card, and no other one marked beside it.
  case oneCard
  /// The marked cards, or the selected one when none are marked.
  case cards
  // What the one card has to be. Of several marked cards each is asked by itself, later.
  case open, closed, ongoing, onHold, unarchived
  /// Something that Enter opens.
  case opening
  /// Columns that show all their cards.
  case unfiltered
  /// Columns in the order that people put the cards in.
  case byHand
  case filter
  /// A past day.
  case past
  case marks
  // A selected service request, and a step of its way before or after the one it is at.
  case request, nextStep, previousStep
  case target
}

extension UIState {
  /// Why an action cannot be done now; nil when it can.
  package func unavailable(_ action: Action) -> String? {
    ActionTable.row(action).flatMap(unavailable)
  }

  /// Why a row's action cannot be done now; nil when it can.
  func unavailable(_ row: ActionRow) -> String? {
    for need in row.needs {
      if let reason = lacking(need, for: row) { return reason }
    }
    return nil
  }

  /// Why no command can be given at all: a past day, or a store that cannot be written.
  var whyNothingMayChange: String? {
    if let asOf { return words.pastDay(asOf, key: hint(.backToToday)) }
    return readOnlyReason
  }

  private func lacking(_ need: Need, for row: ActionRow) -> String? {
    switch need {
    case .here: return whyNotHere(row.screens ?? Screen.allCases)
    case .writable: return whyNothingMayChange
    case .card: return selected.flatMap { pipeline[$0] } == nil ? words.noCardSelected : nil
    case .oneCard:
      if let cargo, cargo != [selected].compactMap({ $0 }) {
        return words.onlyOneCard(marked: cargo.count, clear: hint(.back))
      }
      return lacking(.card, for: row)
    case .cards: return isForSeveral || actedOn != nil ? nil : words.noCardSelected
    case .open, .closed, .ongoing, .onHold, .unarchived:
      let id = row.needs.contains(.cards) ? isForSeveral ? nil : actedOn : selected
      return id.flatMap { pipeline[$0] }.flatMap { whyNot(need, $0.status) }
    case .opening: return whyNothingOpens
    case .unfiltered: return filterText.isEmpty ? nil : words.noReorderWhileFiltered
    case .byHand:
      return boardOrder == .byHand ? nil : words.noReorderLateFirst(hint(.sort))
    case .filter: return filterText.isEmpty ? words.noFilter : nil
    case .past: return asOf == nil ? words.alreadyToday : nil
    case .marks: return marks.isEmpty ? words.nothingMarked : nil
    case .request: return requests.selected == nil ? words.noRequestSelected : nil
    case .nextStep: return requests.selected?.status.next == nil ? words.requestIsDone : nil
    case .previousStep:
      return requests.selected?.status.previous == nil ? words.requestIsAtStart : nil
    case .target:
      if case .target = targets.selected { return nil }
      return words.noTargetSelected
    }
  }

  private var isForSeveral: Bool { cargo.map { $0.count > 1 } ?? false }

  private func whyNotHere(_ screens: [Screen]) -> String? {
    if screens.contains(screen) { return nil }
    return words.onlyOn(screens.map { words.screen($0) }.joined(separator: " / "))
  }

  private func whyNot(_ need: Need, _ status: Status) -> String? {
    switch need {
    case .open: status.isOpen ? nil : words.isAlready(status.kind)
    case .closed: status.isOpen ? words.notClosed : nil
    case .ongoing: status.kind == .ongoing ? nil : words.isAlready(status.kind)
    case .onHold: status.kind == .hold ? nil : words.notOnHold
    case .unarchived: status.kind == .archived ? words.isAlready(.archived) : nil
    default: nil
    }
  }

  /// Why Enter has nothing to open; a form of the registers wants a store that can be written.
  private var whyNothingOpens: String? {
    if openCard != nil { return nil }
    switch screen {
    case .funnel: return nil
    case .board where isForTheFirstTime: return nil
    case .agenda where agenda.request != nil: return nil
    case .requests: return requests.selected == nil ? words.noRequestSelected : whyNothingMayChange
    case .targets:
      if case .target = targets.selected { return whyNothingMayChange }
      return targets.selected == nil ? words.noTargetSelected : nil
    case .board, .list, .timeline, .agenda, .report, .history:
      return selected == nil ? words.noCardSelected : nil
    }
  }
}
