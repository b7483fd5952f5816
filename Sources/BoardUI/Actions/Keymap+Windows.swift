internal import Canvas

/// A kind of window that takes keys by itself.
package enum WindowKeys: Hashable, Sendable {
  /// A list to choose from or a question.
  case list
  /// The list of columns, which are also shown, left out and moved.
  case picker
  /// Lines of text, where letters and the keys of editing are the text's.
  case text

  /// What the actions of the board are called by the window: the keys its code knows.
  fileprivate var own: [(action: Action, key: Key)] {
    let common: [(Action, Key)] = [
      (.back, Key(.escape)), (.open, Key(.enter)), (.nextCard, Key(.down)),
      (.previousCard, Key(.up)), (.halfPageDown, Key(.pageDown)), (.halfPageUp, Key(.pageUp)),
    ]
    if self == .text { return common }
    let list = common + [(.firstCard, Key(.home)), (.lastCard, Key(.end)), (.quit, Key(.escape))]
    return self == .list
      ? list
      : list + [
        (.mark, .character(" ")), (.reorderUp, Key(.up, .shift)),
        (.reorderDown, Key(.down, .shift)),
      ]
  }

  /// What a line of text keeps for itself beside editing: completion, choices, earlier lines.
  fileprivate static let ofLines = [
    Key(.tab), Key(.tab, .shift), Key(.character("n"), .control), Key(.character("p"), .control),
    Key(.character("r"), .control),
  ]
}

// A person's own keys hold in windows too: there an action's keys are taken for the one key that the
// window's code knows. Esc, Enter and the arrows keep their meaning besides, unless they were given
// another of the window's.
extension Keymap {
  /// The window's own key for a key that was pressed; the key itself when it means none.
  func key(_ key: Key, in window: WindowKeys) -> Key {
    if window == .text, isOfText(key) { return key }
    let key = window == .text ? key : Keymap.folded(key)
    return window.own.first { keys(of: $0.action).contains(key) }?.key ?? key
  }

  /// The key of an action as a window names it.
  func shown(_ action: Action, in window: WindowKeys) -> String {
    let own = window.own.first { $0.action == action }?.key
    let key = keys(of: action).first { self.key($0, in: window) == own } ?? own
    return key.map(Keymap.name) ?? shown(action)
  }

  private func isOfText(_ key: Key) -> Bool {
    var scratch = LineEditor()
    return WindowKeys.ofLines.contains(key) || scratch.handle(key)
  }
}
