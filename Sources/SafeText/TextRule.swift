/// What a stored text may hold, and how a typed, pasted or imported one is brought there.
///
/// Cleaning drops what nobody can see and turns line ends into one space (or keeps them in a note).
/// It refuses what was plainly made to deceive or to break something, so that the person who typed
/// it is told, and nothing is stored half.
package struct TextRule: Equatable, Sendable {
  /// The most bytes of UTF-8 that the cleaned text may have.
  package var byteLimit: Int
  /// The most grapheme clusters, or nil for no limit of its own.
  package var graphemeLimit: Int?
  /// Whether line feeds stay.
  package var isMultiline: Bool
  /// Whether a text with nothing to see is refused.
  package var mustBeVisible: Bool

  /// A project's name, and every other name: 200 graphemes and 1 KiB.
  package static let name = TextRule(
    byteLimit: 1024, graphemeLimit: 200, isMultiline: false, mustBeVisible: true)
  /// A one-line field that may be empty.
  package static let line = TextRule(
    byteLimit: 4096, graphemeLimit: nil, isMultiline: false, mustBeVisible: false)
  /// A note of several lines: 64 KiB.
  package static let note = TextRule(
    byteLimit: 65_536, graphemeLimit: nil, isMultiline: true, mustBeVisible: false)

  /// The cleaned text.
  ///
  /// - Throws: The first fault found, with the position of the offending scalar.
  /// - Complexity: O(length); a text over sixteen times the limit is refused unread.
  package func clean(_ raw: String) throws(TextFault) -> String {
    if raw.utf8.count > byteLimit * 16 { throw TextFault(.tooLong(limit: byteLimit), at: 0) }
    var cleaned = String.UnicodeScalarView()
    var controls = 0
    var marks = 0
    var joiners = 0
    var pendingReturn = false
    for (position, scalar) in raw.unicodeScalars.enumerated() {
      let kind = ScalarClass(scalar)
      if kind != .mark && kind != .variationSelector { marks = 0 }
      switch kind {
      case .null: throw TextFault(.null, at: position)
      case .bidiControl: throw TextFault(.bidiControl(scalar), at: position)
      case .tag: throw TextFault(.hiddenText(scalar), at: position)
      case .control:
        controls += 1
        if controls > 16 { throw TextFault(.controls, at: position) }
        if scalar == "\t" { cleaned.append(" ") }
      case .lineBreak:
        controls += 1
        if controls > 16 && !isMultiline { throw TextFault(.controls, at: position) }
        if scalar == "\n" && pendingReturn { break }
        cleaned.append(isMultiline ? "\n" : " ")
      case .bidiMark, .invisible: break
      case .nonCharacter: cleaned.append("\u{FFFD}")
      case .mark, .variationSelector:
        marks += 1
        if marks > 64 { throw TextFault(.tooManyMarks, at: position) }
        if marks <= 4 && !cleaned.isEmpty { cleaned.append(scalar) }
      case .joiner:
        joiners += 1
        if joiners > 64 { throw TextFault(.tooManyMarks, at: position) }
        cleaned.append(scalar)
      case .blank: cleaned.append(isSpace(scalar) ? " " : scalar)
      case .printable: cleaned.append(scalar)
      }
      pendingReturn = scalar == "\r"
    }
    let text = trimmed(String(cleaned))
    if mustBeVisible && !text.unicodeScalars.contains(where: isVisible) {
      throw TextFault(.nothingVisible, at: 0)
    }
    if text.utf8.count > byteLimit { throw TextFault(.tooLong(limit: byteLimit), at: 0) }
    if let graphemeLimit, text.count > graphemeLimit {
      throw TextFault(.tooLong(limit: graphemeLimit), at: graphemeLimit)
    }
    return text
  }

  private func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    // A leading blank may belong to the text (" =1+2" is kept as typed); an ideographic one never.
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    if mustBeVisible { while let first = scalars.first, isBlank(first) { scalars.removeFirst() } }
    return String(scalars)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || ScalarClass(scalar) == .blank
  }

  /// Joiners, selectors and lone marks show nothing by themselves.
  private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar != " " && ScalarClass(scalar) == .printable
  }

  /// Hangul fillers are letters to Unicode; only real spaces become a space.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}

/// Why a text was refused: the fact and the place, no sentence.
package struct TextFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case null
    case controls
    case bidiControl(Unicode.Scalar)
    case hiddenText(Unicode.Scalar)
    case tooManyMarks
    case nothingVisible
    case tooLong(limit: Int)
  }

  package let kind: Kind
  /// The scalar's index in the text as it was typed, from 0.
  package let position: Int

  package init(_ kind: Kind, at position: Int) {
    self.kind = kind
    self.position = position
  }
}
