/// The choices offered for a line that is typed, and the one that the line shows now.
package struct Offer: Hashable, Sendable {
  package let choices: [String]
  package var row: Int
  /// The line as it was typed: what a choice is put into, and what Esc brings back.
  let before: LineEditor
  private let head: String
  private let tail: String

  /// Offers choices for a part of a line, in scalars; nil when there are none.
  init?(_ choices: [String], for range: Range<Int>, of editor: LineEditor) {
    guard !choices.isEmpty else { return nil }
    let scalars = Array(editor.text.unicodeScalars)
    guard range.upperBound <= scalars.count else { return nil }
    self.choices = choices
    row = 0
    before = editor
    head = Offer.text(scalars[..<range.lowerBound])
    tail = Offer.text(scalars[range.upperBound...])
  }

  /// Offers whole lines in place of one.
  init?(_ lines: [String], inPlaceOf editor: LineEditor) {
    self.init(lines, for: 0..<editor.text.unicodeScalars.count, of: editor)
  }

  /// The line with the choice in it.
  var line: LineEditor {
    var line = before
    line.set(head + choices[row], tail)
    return line
  }

  mutating func step(by step: Int) { row = (row + step + choices.count) % choices.count }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Lines that were typed before, the newest first.
package struct LineHistory: Hashable, Sendable {
  package static let limit = 100
  /// Longer lines are not kept.
  package static let longestLine = 400

  package private(set) var lines: [String] = []

  /// Takes lines in, the newest first.
  package init(_ lines: [String] = []) {
    for line in lines.prefix(LineHistory.limit * 2).reversed() { note(line) }
  }

  /// Puts a line on top; an older one that is the same goes.
  package mutating func note(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }), line.utf8.count <= LineHistory.longestLine,
      !line.contains(where: \.isNewline)
    else { return }
    lines.removeAll { $0 == line }
    lines.insert(line, at: 0)
    if lines.count > LineHistory.limit { lines.removeLast() }
  }
}
