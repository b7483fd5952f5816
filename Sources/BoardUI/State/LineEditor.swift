package import SafeText

/// A one-line text being typed: characters and a caret between them.
///
/// The caret counts grapheme clusters, so that one press of an arrow passes one character as a
/// person sees it, however many scalars it has.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// How many characters stand before the caret.
  package private(set) var caret = 0
  /// What may stand in the line; nothing is put in that goes beyond it.
  package var rule = TextRule.line
  /// The limit that the last thing put in would have gone beyond; nil when it is there.
  package private(set) var passedLimit: Int?
  /// The bytes of the characters.
  private var size = 0
  private var past: [Change] = []
  private var future: [Change] = []

  /// Characters in place of others, and where the caret stood before.
  private struct Change: Hashable, Sendable {
    let place: Int
    let removed: [Character]
    let inserted: [Character]
    let caret: Int
  }

  package init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
    size = text.utf8.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// The text before the caret: its width is where the hardware cursor belongs.
  package var beforeCaret: String { String(characters[..<caret]) }

  /// Inserts a text before the caret; inserts nothing when the line would pass its limit.
  ///
  /// - Complexity: O(text), and O(characters behind the caret).
  package mutating func insert(_ text: String) {
    passedLimit = limit(passedBy: text, cleaningUpTo: rule.byteLimit * 16)
    if passedLimit == nil { put(text) }
  }

  /// The same for characters that were typed in one go: each can be taken back by itself, and what
  /// goes beyond the limit is left out.
  ///
  /// - Complexity: O(text and characters behind the caret).
  package mutating func type(_ text: String) {
    let kept = passedBy(typing: text)
    // What is behind the caret would be moved for each of them.
    let behind = Array(characters[caret...])
    characters.removeSubrange(caret...)
    for scalar in kept.text.unicodeScalars { put(String(scalar)) }
    characters += behind
    passedLimit = kept.limit
  }

  package mutating func set(_ text: String) { set(text, "") }

  /// Puts another text in, with the caret between its two parts; nothing beyond the limit.
  package mutating func set(_ head: String, _ tail: String) {
    var empty = LineEditor()
    empty.rule = rule
    passedLimit = empty.limit(passedBy: head + tail, cleaningUpTo: rule.byteLimit * 16)
    guard passedLimit == nil else { return }
    let before = Array(head)
    apply(
      Change(place: 0, removed: characters, inserted: before + Array(tail), caret: caret),
      caret: before.count)
  }

  package mutating func deleteBackward() { remove(max(0, caret - 1)..<caret) }

  package mutating func deleteForward() { remove(caret..<min(caret + 1, characters.count)) }

  package mutating func deleteWord() { remove(wordStart..<caret) }
  package mutating func deleteToStart() { remove(0..<caret) }
  package mutating func deleteToEnd() { remove(caret..<characters.count) }

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
    guard let change = past.popLast() else { return }
    future.append(takeBack(change))
  }

  package mutating func redo() {
    guard let change = future.popLast() else { return }
    past.append(takeBack(change))
  }

  private var wordStart: Int {
    var index = caret
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  // MARK: Changes

  /// The change that puts a text in: joined with the character before the caret, so that a mark typed
  /// after its base becomes one character with it.
  private func joined(_ text: String) -> Change {
    guard caret > 0 else {
      return Change(place: 0, removed: [], inserted: Array(text), caret: caret)
    }
    let last = characters[caret - 1]
    let joined = Array(String(last) + text)
    return joined.first == last
      ? Change(place: caret, removed: [], inserted: Array(joined.dropFirst()), caret: caret)
      : Change(place: caret - 1, removed: [last], inserted: joined, caret: caret)
  }

  private mutating func put(_ text: String) {
    let change = joined(text)
    apply(change, caret: change.place + change.inserted.count)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    apply(
      Change(
        place: range.lowerBound, removed: Array(characters[range]), inserted: [], caret: caret),
      caret: range.lowerBound)
  }

  private mutating func apply(_ change: Change, caret: Int) {
    past.append(change)
    if past.count > 100 { past.removeFirst() }
    future = []
    passedLimit = nil
    replace(change.removed, at: change.place, with: change.inserted)
    self.caret = caret
  }

  /// Undoes a change, and says what would do it again.
  private mutating func takeBack(_ change: Change) -> Change {
    let inverse = Change(
      place: change.place, removed: change.inserted, inserted: change.removed, caret: caret)
    replace(change.inserted, at: change.place, with: change.removed)
    caret = change.caret
    passedLimit = nil
    return inverse
  }

  private mutating func replace(
    _ removed: [Character], at place: Int, with inserted: [Character]
  ) {
    characters.replaceSubrange(place..<place + removed.count, with: inserted)
    size += bytes(of: inserted) - bytes(of: removed)
  }

  private func bytes(of characters: [Character]) -> Int {
    characters.reduce(0) { $0 + $1.utf8.count }
  }

  // MARK: Limits

  /// As much of what was typed as the rule lets in, and the limit that the rest goes beyond.
  private func passedBy(typing text: String) -> (text: String, limit: Int?) {
    guard limit(passedBy: text, cleaningUpTo: rule.byteLimit * 16) != nil else {
      return (text, nil)
    }
    var kept = ""
    var editor = self
    editor.moveToEnd()
    for scalar in text.unicodeScalars {
      // To clean it again for each scalar costs its length each time: near the limit only.
      let limit = editor.limit(passedBy: String(scalar), cleaningUpTo: rule.byteLimit + 1024)
      if limit != nil { return (kept, limit) }
      editor.put(String(scalar))
      kept.unicodeScalars.append(scalar)
    }
    return (kept, nil)
  }

  /// The limit that the line would go beyond with a text, as it stands or cleaned.
  ///
  /// - Parameter most: The most bytes of a text that is cleaned for an answer.
  private func limit(passedBy text: String, cleaningUpTo most: Int) -> Int? {
    let bytes = size + text.utf8.count
    // As many characters as bytes at most.
    let isShort = rule.graphemeLimit.map { characters.count + text.utf8.count <= $0 } ?? true
    if bytes <= rule.byteLimit, isShort { return nil }
    if bytes > most { return rule.graphemeLimit ?? rule.byteLimit }
    // Cleaning drops what nobody sees: such a text is longer than what is stored of it.
    do throws(TextFault) {
      _ = try rule.clean(self.text + text)
    } catch {
      if case .tooLong(let limit) = error.kind { return limit }
    }
    return nil
  }
}
