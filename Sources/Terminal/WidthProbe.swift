/// Asks a terminal how many columns a character of ambiguous width takes: draws one and asks where
/// the cursor is.
///
/// A value without a terminal: it finds the answer among bytes that may be keys as well, and keeps
/// those.
package struct WidthProbe: Sendable {
  /// Draws `…` at the start of the second row and asks for the cursor.
  ///
  /// Of the first row the answer could be taken for Shift-F3 when it comes too late.
  package static let question = "\u{1B}[2;1H\u{2026}\u{1B}[6n"

  /// What came and was no answer: somebody's keys.
  package private(set) var others: [UInt8] = []

  package init() {}

  /// Takes bytes in; returns the columns once the answer is among them.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> Int? {
    others += bytes
    var start = others.startIndex
    while let escape = others[start...].firstIndex(of: 0x1B) {
      if let answer = answer(from: escape) {
        others.removeSubrange(escape..<answer.end)
        return answer.columns
      }
      start = escape + 1
    }
    return nil
  }

  /// Reads `ESC [ 2 ; column R`.
  private func answer(from start: Int) -> (columns: Int, end: Int)? {
    let head: [UInt8] = [0x1B, 0x5B, 0x32, 0x3B]
    guard others[start...].starts(with: head) else { return nil }
    let digits = others[(start + head.count)...].prefix { (0x30...0x39).contains($0) }
    let end = start + head.count + digits.count
    guard (1...4).contains(digits.count), end < others.count, others[end] == 0x52 else {
      return nil
    }
    return (digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } - 1, end + 1)
  }
}
