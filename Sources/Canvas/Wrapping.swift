/// Breaking text into lines of at most so many columns.
///
/// Chinese breaks between any two ideographs, Latin words stay whole where they fit, closing
/// punctuation never begins a line and opening punctuation never ends one. A last line of a single
/// ideograph takes its neighbour along.
package enum Wrapping {
  /// The lines of `text`, none wider than `width`; a line feed always ends one.
  ///
  /// In a width of 1 a wide character stands alone on its line: it fits nowhere.
  ///
  /// - Parameter limit: The most lines; the last one ends in `..` when more text follows.
  package static func lines(of text: String, width: Int, limit: Int = .max) -> [String] {
    guard width > 0, limit > 0 else { return [] }
    var lines = PlainWrapping(text, width: width)?.lines() ?? linesOfAny(text, width: width)
    if lines.count > limit {
      let last = TextWidth.clipped(lines[limit - 1], to: max(0, width - 2), ellipsis: "")
      lines = lines.prefix(limit - 1) + [last + String(repeating: ".", count: min(2, width))]
    }
    return lines
  }

  /// The lines of a text whatever it holds.
  static func linesOfAny(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    // CR LF is one Character, and no line feed to `==`.
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += wrapped(paragraph, width: width)
      keepCompany(&lines, width: width)
    }
    return lines
  }

  private static func wrapped(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: paragraph) {
      let columns = TextWidth.columns(of: piece)
      if used + columns <= width {
        line += piece
        used += columns
        continue
      }
      if piece == " " { continue }
      if columns <= width {
        let full = trimmed(line)
        if !full.isEmpty { lines.append(full) }
        (line, used) = (piece, columns)
        continue
      }
      // A piece wider than the line (a long Latin word, or a bracketed run): cut where it must be.
      for character in piece {
        let columns = TextWidth.columns(of: String(character))
        if used + columns > width {
          if !line.isEmpty { lines.append(trimmed(line)) }
          (line, used) = ("", 0)
        }
        line.append(character)
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Takes the last ideograph of the line before along when the last line would have one alone.
  private static func keepCompany(_ lines: inout [String], width: Int) {
    guard lines.count > 1, width > 4, let last = lines.last else { return }
    let alone = pieces(of: last[...])
    let before = pieces(of: lines[lines.count - 2][...])
    guard alone.count == 1, holdsIdeograph(alone[0]), before.count > 1,
      let moved = before.last, holdsIdeograph(moved),
      TextWidth.columns(of: moved + last) <= width
    else { return }
    lines[lines.count - 2] = trimmed(before.dropLast().joined())
    lines[lines.count - 1] = moved + last
  }

  private static func holdsIdeograph(_ text: String) -> Bool {
    text.contains { Manner(of: $0) == .ideograph }
  }

  /// The unbreakable pieces: words, single ideographs, and punctuation tied to its neighbour.
  private static func pieces(of text: Substring) -> [String] {
    var pieces: [String] = []
    var word = ""
    var opening = ""
    func flush() {
      if !word.isEmpty { pieces.append(word) }
      word = ""
    }
    for character in text {
      let manner = Manner(of: character)
      if manner == .blank {
        flush()
        if !opening.isEmpty { pieces.append(opening) }
        opening = ""
        pieces.append(" ")
      } else if manner == .staysWithPrevious {
        if !opening.isEmpty {
          opening.append(character)
        } else if word.isEmpty, let last = pieces.last, last != " " {
          pieces[pieces.count - 1] = last + String(character)
        } else {
          word.append(character)
        }
      } else if manner == .staysWithNext {
        flush()
        opening.append(character)
      } else if manner == .ideograph {
        flush()
        pieces.append(opening + String(character))
        opening = ""
      } else {
        if !opening.isEmpty {
          flush()
          word = opening
          opening = ""
        }
        word.append(character)
      }
    }
    flush()
    if !opening.isEmpty { pieces.append(opening) }
    return pieces
  }

  /// How a character behaves at the end of a line, told by its first scalar: comparing and hashing
  /// whole characters took half of the time of drawing a board.
  enum Manner {
    case blank, staysWithPrevious, staysWithNext, ideograph, letter

    /// The manner of a character that is one scalar.
    init(of scalar: Unicode.Scalar) {
      switch scalar {
      case " ": self = .blank
      case "，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "】", "”", "’", "…", "—", ")", "]",
        ",", ".", ";", ":", "!", "?", "%", "亿", "万":
        self = .staysWithPrevious
      case "（", "《", "「", "『", "【", "“", "‘", "(", "[": self = .staysWithNext
      default: self = Manner.plain(scalar)
      }
    }

    init(of character: Character) {
      let scalars = character.unicodeScalars
      let first = scalars[scalars.startIndex]
      let isAlone = scalars.index(after: scalars.startIndex) == scalars.endIndex
      self = isAlone ? Manner(of: first) : Manner.plain(first)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Manner {
      scalar.value >= 0x2E80 && TextWidth.columns(of: scalar) == 2 ? .ideograph : .letter
    }
  }

  private static func trimmed(_ line: String) -> String {
    guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...end])
  }
}
