/// What a stored text may hold, and how a typed, pasted or imported one is brought there.
///
/// Cleaning drops what nobody can see, turns line ends into one space (or keeps them in a note) and
/// cuts blanks off the ends; a space typed in front stays, for it may be meant (` =1+2`). It refuses
/// what was plainly made to deceive or to break something, so that the person who typed it is told,
/// and nothing is stored half. Cleaning a cleaned text changes nothing.
package struct TextRule: Hashable, Sendable {
  /// The most bytes of UTF-8 that the cleaned text may have.
  package var byteLimit: Int
  /// The most grapheme clusters, or nil for no limit of its own.
  package var graphemeLimit: Int?
  /// Whether line ends stay: LF and CR LF as they are, every other one as LF.
  package var isMultiline: Bool
  /// Whether a text with nothing to see is refused; otherwise it becomes the empty text.
  ///
  /// A text of unusual blanks alone is refused by every rule: it pretends to be something.
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

  /// A line of several names.
  package static let list = TextRule(
    byteLimit: 65_536, graphemeLimit: nil, isMultiline: false, mustBeVisible: false)

  /// The cleaned text.
  ///
  /// - Throws: The first fault found, with the position of the offending scalar.
  /// - Complexity: O(length); a text over sixteen times the limit is refused unread.
  package func clean(_ raw: String) throws(TextFault) -> String {
    if raw.utf8.count > byteLimit * 16 { throw TextFault(.tooLong(limit: byteLimit), at: 0) }
    if isClean(raw) { return raw }
    var counts = Counts()
    var draft = Draft(isMultiline: isMultiline)
    for (position, scalar) in raw.unicodeScalars.enumerated() {
      let kind = ScalarClass(scalar)
      if let fault = counts.fault(in: scalar, kind, isMultiline: isMultiline) {
        throw TextFault(fault, at: position)
      }
      draft.take(scalar, kind)
      if draft.marks > 64 { throw TextFault(.tooManyMarks, at: position) }
    }
    guard draft.isVisible else {
      if mustBeVisible || counts.hasOddBlank { throw TextFault(.nothingVisible, at: 0) }
      return ""
    }
    let text = draft.text
    // What a person counts comes before the bytes.
    if let graphemeLimit, text.count > graphemeLimit {
      throw TextFault(.tooLong(limit: graphemeLimit), at: graphemeLimit)
    }
    if text.utf8.count > byteLimit { throw TextFault(.tooLong(limit: byteLimit), at: 0) }
    return text
  }

  /// What has been met so far that is harmless once and a weapon in numbers.
  private struct Counts {
    private var controls = 0
    private var joiners = 0
    /// A blank that no keyboard and no spreadsheet makes by itself.
    private(set) var hasOddBlank = false

    mutating func fault(
      in scalar: Unicode.Scalar, _ kind: ScalarClass, isMultiline: Bool
    ) -> TextFault.Kind? {
      switch kind {
      case .null: return .null
      case .bidiControl: return .bidiControl(scalar)
      case .tag: return .hiddenText(scalar)
      case .control, .lineBreak:
        // A pasted table may fill a note with tabs and line ends.
        if isMultiline && (kind == .lineBreak || scalar == "\t") { return nil }
        controls += 1
        return controls > 16 ? .controls : nil
      case .joiner:
        joiners += 1
        return joiners > 64 ? .tooManyMarks : nil
      case .blank:
        if scalar != "\u{3000}" && scalar != "\u{A0}" { hasOddBlank = true }
        return nil
      case .printable, .mark, .bidiMark, .invisible, .variationSelector, .nonCharacter: return nil
      }
    }
  }

  /// The cleaned text while it is being made.
  private struct Draft {
    let isMultiline: Bool
    private var scalars = String.UnicodeScalarView()
    /// Marks on the last character.
    ///
    /// What is dropped does not begin a new pile, and a joiner does not end one.
    private(set) var marks = 0
    /// Whether there is anything to see.
    private(set) var isVisible = false
    private var isAfterReturn = false

    init(isMultiline: Bool) { self.isMultiline = isMultiline }

    mutating func take(_ scalar: Unicode.Scalar, _ kind: ScalarClass) {
      switch kind {
      case .printable: keep(scalar, isVisible: scalar != " ")
      case .nonCharacter: keep("\u{FFFD}", isVisible: true)
      case .mark, .variationSelector:
        marks += 1
        if marks <= 4, let last = scalars.last, last != "\n" { scalars.append(scalar) }
      case .joiner: if !scalars.isEmpty { scalars.append(scalar) }
      case .lineBreak: endLine(scalar)
      // A space in front is kept as typed; whatever else looks like one there never is.
      case .control: if scalar == "\t", isMultiline || !scalars.isEmpty { keep(" ") }
      case .blank:
        // Hangul fillers are letters to Unicode; only real spaces become a space.
        if !scalars.isEmpty { keep(scalar.properties.isWhitespace ? " " : scalar) }
      case .null, .bidiControl, .bidiMark, .invisible, .tag: break
      }
      isAfterReturn = scalar == "\r"
    }

    /// The text without the blanks at its end; a note keeps its line ends.
    var text: String {
      var kept = scalars[...]
      while let last = kept.last, last == " " || ScalarClass(last) == .blank { kept.removeLast() }
      return String(kept)
    }

    private mutating func keep(_ scalar: Unicode.Scalar, isVisible: Bool = false) {
      scalars.append(scalar)
      marks = 0
      if isVisible { self.isVisible = true }
    }

    private mutating func endLine(_ scalar: Unicode.Scalar) {
      if scalar == "\n" && isAfterReturn {
        guard isMultiline else { return }
        scalars.removeLast()
        keep("\r")
        keep("\n")
      } else if isMultiline {
        keep("\n")
      } else if !scalars.isEmpty {
        keep(" ")
      }
    }
  }
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
