/// Telephones, codes and numbers of papers: digits that are text, and what a spreadsheet does to them.
package enum CodeText {
  /// A code as it stands, without blanks around it.
  ///
  /// - Throws: ``TypedFault/Problem/scientific`` for 1.38E+10, whose last digits are lost.
  package static func read(_ text: some StringProtocol) throws(TypedFault) -> String {
    let folded = TypedText.folded(text)
    if folded.contains("e"), AmountGrammar.isScientific(folded[...]) {
      throw TypedFault(text, .scientific)
    }
    return String(DateGrammar.trimmed(Array(text.unicodeScalars)[...]))
  }

  /// What a spreadsheet took from a code, or added to it.
  package enum Change: Hashable, Sendable {
    /// 05434321001 came back as 5434321001.
    case leadingZeros
    /// 13800138000 came back as 13800138000.0.
    case decimals
  }

  /// What was done to a kept code that came back from a spreadsheet as `text`; nil when it is another
  /// code, or the same.
  package static func change(of kept: some StringProtocol, to text: some StringProtocol) -> Change?
  {
    let (old, new) = (TypedText.folded(kept)[...], TypedText.folded(text)[...])
    guard old != new, old.allSatisfy(TypedText.isDigit), !old.isEmpty else { return nil }
    let whole = withoutDecimals(new)
    if whole == old { return .decimals }
    let bare = old.drop { $0 == "0" }
    return bare.count < old.count && whole == bare ? .leadingZeros : nil
  }

  /// A code without the `.0` that a spreadsheet writes behind a number; itself when it has none.
  package static func withoutDecimals(_ text: some StringProtocol) -> String {
    String(withoutDecimals(Array(text.unicodeScalars)[...]))
  }

  private static func withoutDecimals(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    guard let point = text.lastIndex(of: "."), point > text.startIndex,
      text[..<point].allSatisfy(TypedText.isDigit), !text[(point + 1)...].isEmpty,
      text[(point + 1)...].allSatisfy({ $0 == "0" })
    else { return text }
    return text[..<point]
  }
}
