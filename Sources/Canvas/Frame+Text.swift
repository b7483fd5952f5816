extension Frame {
  /// The scalars drawn in a cell, base first; empty for the second half of a wide character.
  package func scalars(x: Int, y: Int) -> [UInt32] {
    let cell = self[x, y]
    if cell.width == 0 { return [] }
    return cell.marks == 0 ? [cell.base] : [cell.base] + marks[Int(cell.marks) - 1]
  }

  /// One row as text, without trailing blanks.
  package func line(_ y: Int) -> String {
    var text = String.UnicodeScalarView()
    for x in 0..<size.width {
      for value in scalars(x: x, y: y) {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The whole frame as text: what `capture-pane -p` would show.
  package var text: String { (0..<size.height).map(line).joined(separator: "\n") }
}
