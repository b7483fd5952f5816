extension Frame {
  /// The scalars drawn in a cell, base first; empty for the second half of a wide character.
  package func scalars(x: Int, y: Int) -> [UInt32] {
    let cell = self[x, y]
    if cell.width == 0 { return [] }
    return cell.marks == 0 ? [cell.base] : [cell.base] + marks[Int(cell.marks) - 1]
  }

  /// One row as text, without trailing blanks.
  package func line(_ y: Int) -> String {
    var width = size.width
    while width > 0, isBlank(x: width - 1, y: y) { width -= 1 }
    var text = String.UnicodeScalarView()
    for x in 0..<width {
      for value in scalars(x: x, y: y) {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
    }
    return String(text)
  }

  private func isBlank(x: Int, y: Int) -> Bool {
    let cell = self[x, y]
    return cell.base == 0x20 && cell.marks == 0
  }

  /// The whole frame as text: what `capture-pane -p` would show.
  package var text: String { (0..<size.height).map(line).joined(separator: "\n") }
}
