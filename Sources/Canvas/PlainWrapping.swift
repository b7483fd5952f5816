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

  /// Units from one to another: a piece that must not be broken, or a line.
  ///
  /// Not a `Range`: lists of those would cost the runtime a search at the first one.
  private struct Stretch {
    var start: Int
    var end: Int
    var columns = 0

    var isEmpty: Bool { start == end }

    /// Takes the next unit in.
    mutating func add(_ columns: Int) {
      end += 1
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

  /// The lines, the blanks at their ends left out.
  func lines() -> [String] {
    var lines: [Stretch] = []
    var line = Stretch(start: 0, end: 0)
    for piece in pieces(from: 0, to: units.count) {
      if line.columns + piece.columns <= width {
        if line.isEmpty { line.start = piece.start }
        line.end = piece.end
        line.columns += piece.columns
        continue
      }
      if isBlank(piece) { continue }
      if piece.columns <= width {
        let full = trimmed(line)
        if !full.isEmpty { lines.append(full) }
        line = piece
        continue
      }
      // A piece wider than the line (a long Latin word, or a bracketed run): cut where it must be.
      for index in piece.start..<piece.end {
        let columns = units[index].columns
        if line.columns + columns > width {
          if !line.isEmpty { lines.append(trimmed(line)) }
          line = Stretch(start: index, end: index)
        }
        if line.isEmpty { (line.start, line.end) = (index, index) }
        line.add(columns)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return withCompany(lines)
  }

  /// The lines as texts; the last ideograph of the line before the last goes along when the last would
  /// have one alone.
  private func withCompany(_ lines: [Stretch]) -> [String] {
    var texts = lines.map(string)
    guard lines.count > 1, width > 4, let last = lines.last else { return texts }
    let alone = pieces(from: last.start, to: last.end)
    guard alone.count == 1, holdsIdeograph(alone[0]) else { return texts }
    let before = lines[lines.count - 2]
    let companions = pieces(from: before.start, to: before.end)
    guard companions.count > 1, let moved = companions.last, holdsIdeograph(moved),
      moved.columns + alone[0].columns <= width
    else { return texts }
    texts[lines.count - 2] = string(trimmed(Stretch(start: before.start, end: moved.start)))
    texts[lines.count - 1] = string(moved) + string(last)
    return texts
  }

  private func holdsIdeograph(_ piece: Stretch) -> Bool {
    for index in piece.start..<piece.end where units[index].manner == .ideograph { return true }
    return false
  }

  private func isBlank(_ piece: Stretch) -> Bool {
    piece.end - piece.start == 1 && units[piece.start].manner == .blank
  }

  /// The pieces of a stretch: words, single ideographs, and punctuation tied to its neighbour.
  private func pieces(from start: Int, to end: Int) -> [Stretch] {
    var pieces: [Stretch] = []
    pieces.reserveCapacity(end - start)
    // A word or opening punctuation that may go on.
    var open: Stretch?
    var isOpening = false
    func close() {
      if let open { pieces.append(open) }
      open = nil
      isOpening = false
    }
    for index in start..<end {
      let columns = units[index].columns
      let this = Stretch(start: index, end: index + 1, columns: columns)
      switch units[index].manner {
      case .blank:
        close()
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
          close()
          (open, isOpening) = (this, true)
        }
      case .ideograph:
        if isOpening {
          open?.add(columns)
          close()
        } else {
          close()
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
    close()
    return pieces
  }

  private func trimmed(_ line: Stretch) -> Stretch {
    var line = line
    while line.end > line.start, units[line.end - 1].manner == .blank { line.end -= 1 }
    return line
  }

  private func string(_ stretch: Stretch) -> String {
    if stretch.isEmpty { return "" }
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: units[stretch.start].offset)
    let to =
      stretch.end == units.count
      ? bytes.endIndex : bytes.index(bytes.startIndex, offsetBy: units[stretch.end].offset)
    return String(text[from..<to])
  }
}
