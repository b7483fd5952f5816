internal import SafeText

/// What a thing of the trade is called in both languages, and what else people call it.
package struct Term: Hashable, Sendable {
  package let zh: String
  package let en: String
  /// Other words for it, lower case.
  package let synonyms: [String]

  package init(_ zh: String, _ en: String, _ synonyms: String...) {
    self.zh = zh
    self.en = en
    self.synonyms = synonyms
  }
}

/// A closed set of things that have a code for files and a name for people.
///
/// One table serves both ways: what is shown is what ``init(spoken:)`` reads.
package protocol Named: CaseIterable, Hashable, Sendable {
  /// The word used in files and on the command line.
  var code: String { get }
  var term: Term { get }
}

extension Named {
  /// Everything that names this case, folded.
  package var spokenForms: [String] {
    ([code, term.zh, term.en] + term.synonyms).map { Spoken.folded($0) }
  }

  /// Reads a code, a label of either language or a common synonym, in any case and width.
  package init?(spoken: some StringProtocol) {
    let folded = Spoken.folded(spoken)
    guard let match = Self.allCases.first(where: { $0.spokenForms.contains(folded) }) else {
      return nil
    }
    self = match
  }
}

extension Named {
  /// Every form of every case, with the case that it is read as.
  ///
  /// For whoever has a hundred thousand words to look up: by ``Spoken/folded(_:)``.
  package static var spokenTable: [String: Self] {
    Dictionary(
      allCases.flatMap { one in one.spokenForms.map { ($0, one) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Named where Self: RawRepresentable, RawValue == String {
  package var code: String { rawValue }
}

/// How people write, brought to one form.
package enum Spoken {
  /// Lower case, ASCII width, no blanks around, and `-` for blanks and underscores within.
  ///
  /// - Complexity: O(length); a text that is in that form is returned as it is, because the tables of
  ///   words are made of hundreds of those where the first word is looked up.
  package static func folded(_ text: some StringProtocol) -> String {
    if text.unicodeScalars.allSatisfy(isFolded) { return String(text) }
    var folded = ""
    for character in FullWidth.folded(text).lowercased() {
      let isGap = character.isWhitespace || character == "_" || character == "-"
      if !isGap {
        folded.append(character)
      } else if !folded.isEmpty && folded.last != "-" {
        folded.append("-")
      }
    }
    if folded.last == "-" { folded.removeLast() }
    return folded
  }

  /// Whether a scalar stays as it is whatever stands beside it.
  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
