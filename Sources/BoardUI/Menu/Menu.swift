package import Canvas
package import Pipeline

/// The menu of a card, or of the marked ones: what can be done, and why not.
package struct Menu: Hashable, Sendable {
  /// Where the pointer was; nil beside the selected card.
  package var at: Point?
  package var row = 0
  /// Whether it is for all marked cards.
  package var isForMarked: Bool
  /// The open card it lies over.
  package var under: Overlay.Detail?

  package init(at: Point? = nil, isForMarked: Bool, over under: Overlay.Detail? = nil) {
    self.at = at
    self.isForMarked = isForMarked
    self.under = under
  }
}

/// One line of the menu.
package struct MenuRow: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    case action(Action)
    case move(Stage)
    case own(OwnAction)
  }

  package let choice: Choice
  package let title: String
  /// The key that does the same without the menu.
  package let key: String
  /// Why it cannot be done; nil when it can.
  package let unavailable: String?
}
