internal import SafeText

/// A name as duplicates are found by: without width, case, blanks, brackets and the words that every
/// company's name ends in.
package struct ProjectKey: Hashable, Sendable {
  private let text: String

  package init(_ name: String) {
    var kept = ""
    for character in FullWidth.folded(name).lowercased()
    where !character.isWhitespace && !"()[]{}【】〔〕《》<>「」“”\"'·-_、,.。".contains(character) {
      kept.append(character)
    }
    let bare = Self.endings.reduce(kept) { $0.replacing($1) }
    text = bare.isEmpty ? (kept.isEmpty ? name : kept) : bare
  }

  // The longer first, so that 有限责任公司 does not leave 责任 behind.
  private static let endings = ["有限责任公司", "股份有限公司", "有限公司", "集团"]
}

extension String {
  /// Without every occurrence of a word.
  fileprivate func replacing(_ word: String) -> String {
    var kept = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
