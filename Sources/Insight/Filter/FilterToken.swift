/// One word of a filter text: quoted parts keep their blanks, commas and colons.
struct FilterToken {
  /// A scalar of the word; a quoted one is never an operator.
  struct Letter {
    let scalar: Unicode.Scalar
    let isQuoted: Bool
    /// Its place in the whole text.
    let position: Int

    /// The folded form, or nil for one that was quoted and so is only itself.
    var sign: UInt32? { isQuoted ? nil : Folding.fold(scalar.value) }
  }

  let position: Int
  var letters: [Letter] = []
  var isUnclosed = false

  /// The words of a text.
  static func words(of text: String) -> [FilterToken] {
    var tokens: [FilterToken] = []
    var token: FilterToken?
    var isQuoted = false
    for (position, scalar) in text.unicodeScalars.enumerated() {
      if isQuote(scalar) {
        isQuoted.toggle()
        if token == nil { token = FilterToken(position: position) }
      } else if !isQuoted, scalar.properties.isWhitespace {
        if let ended = token { tokens.append(ended) }
        token = nil
      } else {
        if token == nil { token = FilterToken(position: position) }
        token?.letters.append(Letter(scalar: scalar, isQuoted: isQuoted, position: position))
      }
    }
    token?.isUnclosed = isQuoted
    if let token { tokens.append(token) }
    return tokens
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\u{201C}", "\u{201D}", "\u{FF02}": true
    default: false
    }
  }
}

extension Sequence<FilterToken.Letter> {
  /// The letters as they were typed.
  var text: String {
    var text = String.UnicodeScalarView()
    for letter in self { text.append(letter.scalar) }
    return String(text)
  }

  /// The letters folded, for comparing with the vocabulary.
  var folded: String {
    var text = String.UnicodeScalarView()
    for letter in self {
      text.append(Unicode.Scalar(Folding.fold(letter.scalar.value)) ?? letter.scalar)
    }
    return String(text)
  }
}
