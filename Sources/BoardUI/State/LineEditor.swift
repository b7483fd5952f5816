/// A one-line text being typed: characters and a caret between them.
///
/// The caret counts grapheme clusters, so that one press of an arrow passes one character as a
/// person sees it, however many scalars it has.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// How many characters stand before the caret.
  package private(set) var caret = 0
  private var past: [Snapshot] = []
  private var future: [Snapshot] = []

  private struct Snapshot: Hashable, Sendable {
    let characters: [Character]
    let caret: Int
  }

  package init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// The text before the caret: its width is where the hardware cursor belongs.
  package var beforeCaret: String { String(characters[..<caret]) }

  package mutating func insert(_ text: String) {
    remember()
    // Joined as text, so that a mark typed after its base becomes one character with it.
    let head = String(characters[..<caret]) + text
    let tail = characters[caret...]
    let headCharacters = Array(head)
    characters = headCharacters + tail
    caret = headCharacters.count
  }

  package mutating func set(_ text: String) {
    remember()
    characters = Array(text)
    caret = characters.count
  }

  /// Puts another text in, with the caret between its two parts.
  package mutating func set(_ head: String, _ tail: String) {
    remember()
    let before = Array(head)
    characters = before + Array(tail)
    caret = before.count
  }

  package mutating func deleteBackward() {
    guard caret > 0 else { return }
    remember()
    characters.remove(at: caret - 1)
    caret -= 1
  }

  package mutating func deleteForward() {
    guard caret < characters.count else { return }
    remember()
    characters.remove(at: caret)
  }

  package mutating func deleteWord() {
    guard caret > 0 else { return }
    remember()
    let start = wordStart
    characters.removeSubrange(start..<caret)
    caret = start
  }

  package mutating func deleteToStart() {
    guard caret > 0 else { return }
    remember()
    characters.removeSubrange(0..<caret)
    caret = 0
  }

  package mutating func deleteToEnd() {
    guard caret < characters.count else { return }
    remember()
    characters.removeSubrange(caret...)
  }

  package mutating func moveLeft() { caret = max(0, caret - 1) }
  package mutating func moveRight() { caret = min(characters.count, caret + 1) }
  package mutating func moveCaret(to index: Int) { caret = min(max(0, index), characters.count) }
  package mutating func moveToStart() { caret = 0 }
  package mutating func moveToEnd() { caret = characters.count }
  package mutating func moveWordLeft() { caret = wordStart }

  package mutating func moveWordRight() {
    while caret < characters.count, !characters[caret].isWhitespace { caret += 1 }
    while caret < characters.count, characters[caret].isWhitespace { caret += 1 }
  }

  package mutating func undo() {
    guard let snapshot = past.popLast() else { return }
    future.append(Snapshot(characters: characters, caret: caret))
    (characters, caret) = (snapshot.characters, snapshot.caret)
  }

  package mutating func redo() {
    guard let snapshot = future.popLast() else { return }
    past.append(Snapshot(characters: characters, caret: caret))
    (characters, caret) = (snapshot.characters, snapshot.caret)
  }

  private var wordStart: Int {
    var index = caret
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private mutating func remember() {
    past.append(Snapshot(characters: characters, caret: caret))
    if past.count > 100 { past.removeFirst() }
    future = []
  }
}
