internal import Insight
internal import Pipeline
internal import Vocabulary

/// Known values that fit what stands in a line of a form.
package struct Suggestions: Hashable, Sendable {
  /// The best first.
  package let values: [String]
  /// The one that Enter or Tab takes; nil when what was typed shall stand.
  package var row: Int?

  static let limit = 40
}

extension Form {
  /// Looks for known values that fit the line which has the focus.
  ///
  /// In a line of several names only the last is looked for. What was typed in letters and fits by
  /// pinyin alone is hardly meant as it stands: then the first value is chosen already.
  mutating func suggest() {
    suggestions = nil
    guard button == nil, entries.indices.contains(focus) else { return }
    let entry = entries[focus]
    let part = lastPart(of: entry)
    let typed = part.text
    guard entry.editor.caret == entry.editor.characters.count, !entry.choices.isEmpty,
      !typed.isEmpty, !entry.choices.contains(typed)
    else { return }
    let free = entry.choices.filter { !part.taken.contains($0) }
    let values = Array(TextQuery.fitting(typed, among: free).prefix(Suggestions.limit))
    guard let first = values.first else { return }
    let isPinyin = typed.allSatisfy(\.isASCII) && !first.lowercased().contains(typed.lowercased())
    suggestions = Suggestions(values: values, row: isPinyin || isClosed(entry) ? 0 : nil)
  }

  /// Puts a suggested value into the line, in place of what was typed for it.
  mutating func take(suggestion row: Int) {
    guard let suggestions, suggestions.values.indices.contains(row) else { return }
    let part = lastPart(of: entries[focus])
    entries[focus].editor.set(part.before + suggestions.values[row])
    entries[focus].fault = nil
    self.suggestions = nil
  }

  /// Steps among the suggestions, over the first one back to what was typed.
  ///
  /// - Returns: Whether there were any.
  mutating func stepSuggestion(by step: Int) -> Bool {
    guard var suggestions else { return false }
    switch suggestions.row {
    case nil: suggestions.row = step > 0 ? 0 : nil
    case let row?:
      let next = row + step
      suggestions.row = next < 0 ? nil : min(next, suggestions.values.count - 1)
    }
    self.suggestions = suggestions
    return true
  }

  /// What is being typed in a line: all of it, or the last of several names.
  private func lastPart(of entry: Entry) -> (before: String, text: String, taken: Set<String>) {
    let characters = entry.editor.characters
    guard let kind = entry.key.listKind else { return ("", text(entry.key), []) }
    let typed = String(characters)
    let start = typed.distance(
      from: typed.startIndex, to: NameList.startOfLast(in: typed, kind))
    let rest = characters[start...].drop { $0.isWhitespace }
    let before = String(characters[..<rest.startIndex])
    return (before, String(rest), Set(NameList.parts(of: before, kind)))
  }
}

extension Form.Key {
  /// What a comma does in a line of several names; nil for other lines.
  var listKind: NameList.Kind? {
    switch self {
    case .field(let field): field.form == .list ? NameList.Kind(field) : nil
    case .unit: .firms
    case .sites, .team: .words
    default: nil
    }
  }
}
