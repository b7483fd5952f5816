package import Canvas

extension LineEditor {
  /// Edits by a key.
  ///
  /// - Returns: Whether the key was one of editing; others are the form's.
  package mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.left, []): moveLeft()
    case (.right, []): moveRight()
    case (.left, .control), (.left, .alt), (.character("b"), .alt): moveWordLeft()
    case (.right, .control), (.right, .alt), (.character("f"), .alt): moveWordRight()
    case (.home, []), (.character("a"), .control): moveToStart()
    case (.end, []), (.character("e"), .control): moveToEnd()
    case (.backspace, []): deleteBackward()
    case (.delete, []), (.character("d"), .control): deleteForward()
    case (.character("w"), .control), (.backspace, .alt): deleteWord()
    case (.character("u"), .control): deleteToStart()
    case (.character("k"), .control): deleteToEnd()
    case (.character("z"), .control), (.character("_"), .control): undo()
    case (.character("y"), .control): redo()
    default: return false
    }
    return true
  }
}
