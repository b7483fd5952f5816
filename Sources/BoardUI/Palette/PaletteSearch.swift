internal import Insight

/// What is looked for among the palette's lines.
struct PaletteSearch {
  let typed: String
  let folded: String
  let query: TextQuery?

  init(_ text: String) {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    typed = String(text)
    folded = typed.lowercased()
    query = TextQuery(typed)
  }

  /// The lines that fit: one whose command is typed in full, then those that can be done, then the
  /// others; in the order of the table otherwise.
  func best(of rows: [PaletteRow]) -> [PaletteRow] {
    if typed.isEmpty { return best(rows.map { ($0, .other) }) }
    return best(rows.compactMap { row in fit(row).map { (row, $0) } })
  }

  func isExact(_ row: PaletteRow) -> Bool { fit(row) == .exact }

  private enum Fit: Int, CaseIterable { case exact, beginning, other }

  private func best(_ rows: [(row: PaletteRow, fit: Fit)]) -> [PaletteRow] {
    rows.filter { $0.fit == .exact }.map(\.row)
      + [true, false].flatMap { isPossible in
        [Fit.beginning, .other].flatMap { fit in
          rows.filter { $0.fit == fit && ($0.row.unavailable == nil) == isPossible }.map(\.row)
        }
      }
  }

  /// By the command words, the key, the title, or its pinyin; nil when it does not fit.
  private func fit(_ row: PaletteRow) -> Fit? {
    let titles = row.titles.map { $0.lowercased() }
    if row.commands.contains(folded) || titles.contains(folded) { return .exact }
    if row.keys.split(separator: " ").contains(Substring(typed)) { return .beginning }
    if (row.commands + titles).contains(where: { $0.hasPrefix(folded) }) {
      return .beginning
    }
    let isFound = row.titles.contains { query?.matches($0) ?? false }
    return isFound || row.commands.contains { $0.contains(folded) } ? .other : nil
  }
}
