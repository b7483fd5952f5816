extension Filter {
  /// Whether everything that passes the second text passed the first: only free text was added.
  ///
  /// Says no where it is not sure. A longer word finds no more than its beginning does, because a
  /// match of the whole begins with a match of the beginning; only a number such as `#12` is found
  /// whole or not at all, and the longer a word is that must not be there, the more are left.
  ///
  /// - Complexity: O(text).
  package static func narrows(from old: String, to new: String) -> Bool {
    guard !old.isEmpty, new.utf8.count > old.utf8.count, new.hasPrefix(old),
      FilterToken.words(of: new).allSatisfy({ token in token.letters.allSatisfy { !$0.isQuoted } })
    else { return false }
    let settled =
      old.lastIndex(where: \.isWhitespace).map { old.index(after: $0) } ?? old.startIndex
    let added = new.dropFirst(old.distance(from: old.startIndex, to: settled))
    return FilterToken.words(of: String(added)).allSatisfy { token in
      token.letters.count <= TextQuery.limit && token.letters.first?.sign != 0x23
        && token.letters.first?.sign != 0x2D
        && token.letters.allSatisfy {
          $0.sign.map { !":<>=,、".unicodeScalars.map(\.value).contains($0) } ?? false
        }
    }
  }
}
