package import Canvas
package import Pipeline

/// A card on its way, by mouse or by keys; the odd states cannot be written down.
package enum Drag: Hashable, Sendable {
  case idle
  /// The button went down on a card and has not left its column yet.
  case pressed(ProjectID, at: Point)
  /// The card is carried; `over` is where letting go would put it, nil outside the board.
  case carrying(ProjectID, over: Stage?, by: Hand)
  /// The card is moved within its column; letting go puts it right under a card, nil for the top.
  case sliding(ProjectID, under: ProjectID?)
  /// The thumb of a scroll bar is held.
  case scrolling(Scroller, along: Rect)

  package enum Hand: Hashable, Sendable { case mouse, keys }

  /// The card that is being carried.
  package var carried: ProjectID? {
    if case .carrying(let id, _, _) = self { id } else { nil }
  }

  /// The card that is carried or pressed.
  package var card: ProjectID? {
    switch self {
    case .idle, .scrolling: nil
    case .pressed(let id, _), .carrying(let id, _, _), .sliding(let id, _): id
    }
  }

  package var isActive: Bool { self != .idle }
}

/// What letting a carried card go over a stage would do.
package enum DropVerdict: Hashable, Sendable {
  /// It came from here: nothing happens.
  case origin
  case open
  /// It may go, and a small form asks for what is missing.
  case asks([Requirement])
  case closed(Refusal)
}
