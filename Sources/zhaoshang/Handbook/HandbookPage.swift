internal import Canvas

/// A section of the handbook, printed as plain text: its pictures and the signs of its format left out.
struct HandbookPage {
  let title: String
  private let lines: [Substring]

  /// - Parameter section: From its heading on, without `## `.
  init(_ section: some StringProtocol) {
    let all = Substring(section).split(separator: "\n", omittingEmptySubsequences: false)
    title = all.first.map(String.init) ?? ""
    lines = all.dropFirst().filter { !$0.hasPrefix("![") }
  }

  /// The page folded to so many columns; nil for as wide as it is.
  func text(columns: Int?) -> String {
    var printed = [title, ""]
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("```") {
        let block = lines[(index + 1)...].prefix { !$0.hasPrefix("```") }
        printed += block.map { "    " + $0 }
        index += block.count + 2
      } else if line.hasPrefix("|") {
        let rows = lines[index...].prefix { $0.hasPrefix("|") }
        printed += HandbookPage.table(rows, columns: columns)
        index += rows.count
      } else {
        // A paragraph, or a point, goes on over the lines behind it.
        var whole = HandbookPage.plain(line)
        index += 1
        while index < lines.count, !whole.isEmpty, HandbookPage.goesOn(lines[index]) {
          let next = HandbookPage.plain(lines[index].drop { $0 == " " })
          whole += (HandbookPage.isWide(whole.last) ? "" : " ") + next
          index += 1
        }
        let indent = whole.hasPrefix("- ") ? "  " : ""
        let width = columns.map { max(20, $0 - indent.count) }
        let folded = width.map { Wrapping.lines(of: whole, width: $0) } ?? [whole]
        printed += folded.enumerated().map { $0 == 0 ? $1 : indent + $1 }
      }
    }
    // Where a picture was, two blank lines are one.
    return printed.enumerated().filter { index, line in
      !line.isEmpty || index > 0 && !printed[index - 1].isEmpty
    }.map(\.element).joined(separator: "\n").trimmingTrailingBlanks
  }

  private static func goesOn(_ line: Substring) -> Bool {
    !line.isEmpty && !["- ", "|", "```"].contains { line.hasPrefix($0) }
  }

  /// Chinese lines are joined without a blank.
  private static func isWide(_ character: Character?) -> Bool {
    character?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
  }

  private static func table(_ rows: some Sequence<Substring>, columns: Int?) -> [String] {
    let cells = rows.map { row in
      row.split(separator: "|").map { plain($0.trimmingPrefix(" ")).trimmingTrailingBlanks }
    }.filter { !($0.first?.hasPrefix("---") ?? true) }
    guard let heading = cells.first else { return [] }
    let table = Table(
      heading.map { .text($0, isFlexible: $0 == heading.first) }, rows: Array(cells.dropFirst()))
    return table.lines(headings: true, columns: columns)
  }

  /// A line without the signs of code, and a link as its words.
  private static func plain(_ line: some StringProtocol) -> String {
    var text = String(line).replacing("`", with: "").replacing("**", with: "")
    while let open = text.firstIndex(of: "["),
      let middle = text[open...].firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    {
      let words = text[text.index(after: open)..<middle.lowerBound]
      text.replaceSubrange(open...end, with: words)
    }
    return text
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while let last = text.last, last == " " || last == "\n" { text.removeLast() }
    return text
  }
}
