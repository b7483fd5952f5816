package import Canvas
internal import Pipeline

extension UIState {
  /// What an input means here and now: by the open window, the keymap and the last frame's regions.
  ///
  /// - Parameters:
  ///   - hits: The regions of the frame the person saw when acting.
  ///   - time: Milliseconds on any clock that does not go back; tells a double click.
  package func intent(for input: Input, hits: HitMap, at time: Int64) -> Intent? {
    switch input {
    case .key(let key): intent(for: key)
    case .typed(let text): takesText ? .typed(text) : nil
    case .pointer(let pointer):
      .pointer(
        pointer, on: hits.target(at: pointer.at), over: hits.stage(at: pointer.at), at: time)
    case .paste(let text): .paste(text)
    case .resized(let size): size == self.size ? nil : .resized(size)
    case .focusLost: .focusLost
    }
  }

  /// Takes plain characters that came in one read and says what they mean.
  ///
  /// Where they are text, all of them are taken. Elsewhere only the first is, as a key: it may change
  /// what the next one means. Returns nil when none are left.
  package func intent(ofTyped rest: inout Substring.UnicodeScalarView) -> Intent? {
    if rest.isEmpty { return nil }
    if takesText {
      defer { rest = "".unicodeScalars[...] }
      return .typed(String(rest))
    }
    return rest.popFirst().map { intent(for: Key.character(Character($0))) }
  }

  /// Whether plain characters are text now, whichever they are, until another key comes.
  ///
  /// Elsewhere each of them may be a command, or change what the next one means.
  package var takesText: Bool {
    switch overlay {
    case .filter, .palette: true
    case .filing(let filing): !filing.isTaken
    case .importing(let state): state.editor != nil
    case .own(.asking): true
    case .own(.output): false
    case .form(let form): form.button == nil && !form.isClosed(form.entries[form.focus])
    case .none, .detail, .menu, .confirm, .columns, .month: false
    }
  }

  private func intent(for key: Key) -> Intent {
    // In raw mode Ctrl-C is a character; whoever types it wants to get out of something.
    if key == Key(.character("c"), .control) {
      return isTyping ? .key(Key(.escape)) : .perform(.back)
    }
    if isTyping { return .key(key) }
    let isAway = screen != .board || overlay != .none || drag.isActive
    // The plain key that leaves the board leaves whatever is over it or beside it first.
    if isAway, Keymap.folded(key) == keymap.keys(of: .quit).first, case .character = key.code {
      return .perform(.back)
    }
    if let action = keymap.action(for: key, on: screen) { return .perform(action) }
    return ownAction(for: key).map { .command(.own($0.name)) } ?? .key(key)
  }
}
