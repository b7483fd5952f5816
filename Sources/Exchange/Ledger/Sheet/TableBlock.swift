internal import Pipeline
internal import SafeText
package import Vocabulary

/// What stands above the headings: title, year, the table's unit, who filed it, what it counts.
package struct TableBlock: Hashable, Sendable {
  /// The lines, each with its row from 1.
  package var lines: [Line] = []
  /// The year of the title or period, and the row that says it.
  package var year: (value: Int, row: Int)? { yearValue.map { ($0, yearRow) } }
  package private(set) var unit: AmountScale?
  /// What land is counted in: 亩.
  package private(set) var landUnit: String?
  /// 共上报在谈项目5个: how many projects a line states.
  package private(set) var statedCounts: [Stated] = []

  private var yearValue: Int?
  private var yearRow = 0

  package struct Line: Hashable, Sendable {
    package let row: Int
    package let text: String
  }

  package struct Stated: Hashable, Sendable {
    package let row: Int
    package let count: Int
    /// What comes beside them: 另有已签约 2 个.
    package let more: Int
  }

  init() {}

  init(_ table: LedgerTable, above heading: Int, _ units: UnitGrammar) {
    for row in 0..<heading {
      let texts = table.rows[row].map(\.trimmingBlanks).filter { !$0.isEmpty }
      if texts.isEmpty { continue }
      lines.append(Line(row: row + 1, text: texts.joined(separator: " ")))
      for text in texts { look(at: text, row: row + 1, units) }
    }
  }

  private mutating func look(at raw: String, row: Int, _ units: UnitGrammar) {
    let text = FullWidth.folded(raw)
    if yearValue == nil, let year = Self.year(in: text) {
      (yearValue, yearRow) = (year, row)
    }
    if let found = text.firstRange(of: "单位:") {
      let piece = text[found.upperBound...].prefix { !")]】 \t".contains($0) }
      for part in piece.split(whereSeparator: { "、,/;".contains($0) }) {
        if unit == nil, let said = units.unit(part) { unit = said }
        if part == "亩" || part == "公顷" || part == "平方米" { landUnit = String(part) }
      }
    }
    if let stated = Self.stated(in: text) {
      statedCounts.append(Stated(row: row, count: stated.count, more: stated.more))
    }
  }

  /// The first year of a text: 2023年, 2026-03-01.
  static func year(in text: String) -> Int? {
    let scalars = ChineseNumerals.digits(Array(text.unicodeScalars)[...]).map(\.self)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    var index = 0
    while index + 4 < scalars.count {
      let isYear =
        !isDigit(index - 1) && (0..<4).allSatisfy { isDigit(index + $0) } && !isDigit(index + 4)
      if isYear, "年-/.".unicodeScalars.contains(scalars[index + 4]) {
        let value = scalars[index..<index + 4].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
        if (1950...2100).contains(value) { return value }
      }
      index += 1
    }
    return nil
  }

  /// 共上报在谈项目 5 个, and what it adds: 另有已签约 2 个.
  private static func stated(in text: String) -> (count: Int, more: Int)? {
    let text = text.filter { !$0.isWhitespace }
    guard let start = text.firstRange(of: "共") else { return nil }
    let rest = text[start.upperBound...]
    let words = rest.prefix { !($0 >= "0" && $0 <= "9") }
    let behind = rest.dropFirst(words.count)
    let digits = behind.prefix { $0 >= "0" && $0 <= "9" }
    let isOfProjects =
      words.contains("项目") || behind.dropFirst(digits.count).dropFirst().hasPrefix("项目")
    guard isOfProjects, words.count <= 12, !words.contains(where: { "，。；,;".contains($0) }),
      digits.utf8.count < 8, let count = Int(digits),
      let counter = behind.dropFirst(digits.count).first, "个项家".contains(counter)
    else { return nil }
    var more = 0
    if let other = text.firstRange(of: "另有") {
      let number = text[other.upperBound...].drop { !($0 >= "0" && $0 <= "9") }
        .prefix { $0 >= "0" && $0 <= "9" }
      if number.utf8.count < 8 { more = Int(number) ?? 0 }
    }
    return (count, more)
  }
}
