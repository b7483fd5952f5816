/// Breaking a text whose scalars all stand alone: ideographs, their punctuation and printable ASCII.
///
/// Nearly every name and note is such a text. The pieces are then stretches of it, and no piece and no
/// line is made into a text of its own before it is known to be one: a board breaks fifty names for
/// each frame, and this takes a tenth of what ``Wrapping`` takes for any text. The lines are the same.
struct PlainWrapping {
  /// A scalar: where it begins among the bytes, its columns and its manner.
  private struct Unit {
    let offset: Int
    let columns: Int
    let manner: Wrapping.Manner
  }

  /// What must not be broken: units from one to another.
  private struct Piece {
    var units: Range<Int>
    var columns: Int

    /// Takes the next unit in.
    mutating func add(_ columns: Int) {
      units = units.lowerBound..<units.upperBound + 1
      self.columns += columns
    }
  }

  private let text: String
  private var units: [Unit] = []
  private let width: Int

  /// - Returns: Nil for a text with any other scalar: it may join its neighbours to one character.
  init?(_ text: String, width: Int) {
    self.text = text
    self.width = width
    units.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      let columns: Int
      switch scalar.value {
      case 0x20...0x7E: columns = 1
      // Ideographs, the punctuation between them, and full-width forms of ASCII.
      case 0x4E00...0x9FFF, 0x3001...0x3002, 0x3008...0x3011, 0xFF01...0xFF5E: columns = 2
      default: return nil
      }
      units.append(Unit(offset: offset, columns: columns, manner: Wrapping.Manner(of: scalar)))
      offset += UTF8.width(scalar)
    }
  }

  /// The lines, each as the units it goes over, the blanks at its end left out.
  func lines() -> [String] {
    let pieces = pieces(of: 0..<units.count)
    var lines: [Range<Int>] = []
    var line = 0..<0
    var used = 0
    for piece in pieces {
      if used + piece.columns <= width {
        line = (line.isEmpty ? piece.units.lowerBound : line.lowerBound)..<piece.units.upperBound
        used += piece.columns
        continue
      }
      if isBlank(piece) { continue }
      if piece.columns <= width {
        let full = trimmed(line)
        if !full.isEmpty { lines.append(full) }
        (line, used) = (piece.units, piece.columns)
        continue
      }
      // A piece wider than the line (a long Latin word, or a bracketed run): cut where it must be.
      for index in piece.units {
        let columns = units[index].columns
        if used + columns > width {
          if !line.isEmpty { lines.append(trimmed(line)) }
          (line, used) = (index..<index, 0)
        }
        line = (line.isEmpty ? index : line.lowerBound)..<index + 1
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return withCompany(lines)
  }

  /// The lines as texts; the last ideograph of the line before the last goes along when the last would
  /// have one alone.
  private func withCompany(_ lines: [Range<Int>]) -> [String] {
    var texts = lines.map(string)
    guard lines.count > 1, width > 4, let last = lines.last else { return texts }
    let alone = pieces(of: last)
    let before = lines[lines.count - 2]
    let companions = pieces(of: before)
    guard alone.count == 1, holdsIdeograph(alone[0]), companions.count > 1,
      let moved = companions.last, holdsIdeograph(moved), moved.columns + alone[0].columns <= width
    else { return texts }
    texts[lines.count - 2] = string(trimmed(before.lowerBound..<moved.units.lowerBound))
    texts[lines.count - 1] = string(moved.units) + string(last)
    return texts
  }

  private func holdsIdeograph(_ piece: Piece) -> Bool {
    piece.units.contains { units[$0].manner == .ideograph }
  }

  private func isBlank(_ piece: Piece) -> Bool {
    piece.units.count == 1 && units[piece.units.lowerBound].manner == .blank
  }

  /// The pieces of a stretch: words, single ideographs, and punctuation tied to its neighbour.
  private func pieces(of stretch: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(stretch.count)
    // A word or opening punctuation that may go on.
    var open: Piece?
    var isOpening = false
    func end() {
      if let open { pieces.append(open) }
      open = nil
      isOpening = false
    }
    for index in stretch {
      let columns = units[index].columns
      let this = Piece(units: index..<index + 1, columns: columns)
      switch units[index].manner {
      case .blank:
        end()
        pieces.append(this)
      case .staysWithPrevious:
        if open != nil {
          open?.add(columns)
        } else if let last = pieces.last, !isBlank(last) {
          pieces[pieces.count - 1].add(columns)
        } else {
          open = this
        }
      case .staysWithNext:
        if isOpening {
          open?.add(columns)
        } else {
          end()
          (open, isOpening) = (this, true)
        }
      case .ideograph:
        if isOpening {
          open?.add(columns)
          end()
        } else {
          end()
          pieces.append(this)
        }
      case .letter:
        if open != nil {
          open?.add(columns)
          isOpening = false
        } else {
          open = this
        }
      }
    }
    end()
    return pieces
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, units[end - 1].manner == .blank { end -= 1 }
    return line.lowerBound..<end
  }

  private func string(_ stretch: Range<Int>) -> String {
    if stretch.isEmpty { return "" }
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: units[stretch.lowerBound].offset)
    let to =
      stretch.upperBound == units.count
      ? bytes.endIndex
      : bytes.index(bytes.startIndex, offsetBy: units[stretch.upperBound].offset)
    return String(text[from..<to])
  }
}
