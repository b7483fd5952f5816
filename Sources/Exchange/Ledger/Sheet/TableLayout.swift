internal import Pipeline
internal import Workbook

/// Where the headings of a table stand, and what its columns are.
package struct TableLayout: Hashable, Sendable {
  /// From 0: one to three rows.
  package let headingRows: Range<Int>
  /// Every column with a heading, in order.
  package var columns: [TableColumn]
  package let kind: LedgerKind

  /// The column of the projects' names; nil in a table of activities.
  var nameColumn: TableColumn? { columns.first { $0.meaning == .ledger(.field(.name)) } }

  func column(_ meaning: ColumnMeaning) -> TableColumn? {
    columns.first { $0.meaning == meaning }
  }

  /// How many columns are known, by which one way to read a table is better than another.
  var known: Int { columns.count { $0.meaning != nil } }

  /// How many columns say what they count.
  var counted: Int { columns.count { $0.unit != nil } }
}

/// Finds the headings of a table.
struct LayoutFinder {
  let table: LedgerTable
  let vocabulary: LedgerVocabulary
  let answers: ImportAnswers

  /// How many rows may stand above the headings.
  static let above = 40
  private static let tallest = 3

  /// The first heading rows from a row on that name the project or the journey, and one more column;
  /// of those that begin close together, those that say most.
  func layout(from first: Int = 0, upTo last: Int? = nil) -> TableLayout? {
    var best: TableLayout?
    var end = min(table.rows.count, last ?? first + Self.above)
    let kinds = recordKinds(in: first..<end)
    var row = first
    while row < end {
      for height in 1...Self.tallest where row + height <= table.rows.count {
        guard let found = layout(at: row..<row + height, among: kinds) else { continue }
        // A row of units alone, （万元） under each sum, says no more of columns, but what they count.
        if best.map({ (found.known, found.counted) > ($0.known, $0.counted) }) ?? true {
          best = found
        }
        // The rows of one heading begin close together.
        end = min(end, (best?.headingRows.lowerBound ?? row) + Self.tallest)
      }
      row += 1
    }
    return best
  }

  /// The layout that some rows are as headings; nil when they are none.
  func layout(at rows: Range<Int>) -> TableLayout? {
    layout(at: rows, among: recordKinds(in: rows))
  }

  /// - Parameter kinds: The tables of records that it may be.
  private func layout(at rows: Range<Int>, among kinds: [LedgerKind]) -> TableLayout? {
    let plain = layout(at: rows, as: nil)
    // A ledger with stages and a column of requests beside them is one of projects.
    if let plain, plain.column(.ledger(.stage)) != nil || plain.column(.ledger(.status)) != nil {
      return plain
    }
    for kind in kinds where answers.kind == nil || answers.kind == kind {
      if kind == .targets, answers.kind == nil, !saysTarget(above: rows) { continue }
      guard let found = layout(at: rows, as: kind) else { continue }
      let isAnyAmount = plain?.columns.contains { $0.meaning?.isAmount ?? false } ?? false
      if kind == .requests, answers.kind == nil, plain?.kind == .projects, isAnyAmount { continue }
      return found
    }
    return plain
  }

  /// The tables of records that some rows may hold the headings of: nearly always none.
  private func recordKinds(in rows: Range<Int>) -> [LedgerKind] {
    if !answers.columns.isEmpty { return LedgerKind.ofRecords }
    var found: Set<LedgerKind> = []
    for row in rows {
      for text in table.rows[row] where !text.isEmpty && text.utf8.count <= 90 {
        found.formUnion(vocabulary.kinds(toldBy: HeadingText(text)))
      }
    }
    return LedgerKind.ofRecords.filter(found.contains)
  }

  /// Whether a title or a heading names targets: 目标任务分解表.
  private func saysTarget(above rows: Range<Int>) -> Bool {
    (0..<rows.upperBound).contains { row in
      table.rows[row].contains { text in
        ["目标", "任务", "指标"].contains { text.contains($0) } && text.count <= 60
      }
    }
  }

  private func layout(at rows: Range<Int>, as kind: LedgerKind?) -> TableLayout? {
    let vocabulary = kind.map { self.vocabulary.reading($0) } ?? self.vocabulary
    let texts = rows.map { row in table.rows[row].map(\.trimmingBlanks) }
    // A title and the line of who filed it stand above the headings and over none of them.
    if rows.count > 1,
      !texts[0].allSatisfy(Self.isHeadingLike) || texts[0].count(where: { !$0.isEmpty }) < 2
    {
      return nil
    }
    let width = texts.map(\.count).max() ?? 0
    let reader = HeadingReader(vocabulary: vocabulary)
    var columns: [TableColumn] = []
    let spread = texts.enumerated().map { index, row in
      across(row, at: rows.lowerBound + index, below: Array(texts.dropFirst(index + 1)), width)
    }
    for place in 0..<width {
      var path: [String] = []
      for row in spread where !row[place].isEmpty && row[place] != path.last {
        path.append(row[place])
      }
      if path.isEmpty { continue }
      var column = reader.column(path, at: place)
      column.isHidden = table.marks.hiddenColumns.contains(place)
      if let answer = answers.columns[place], let said = vocabulary.heading(meaning: answer) {
        column.meaning = said.meaning
        column.alternatives = []
        if let unit = said.unit { (column.unit, column.unitSource) = (unit, .answer) }
      }
      if let unit = answers.units[place] {
        (column.unit, column.unitSource, column.alternatives) = (unit, .answer, [])
      }
      columns.append(column)
    }
    guard let kind = self.kind(of: columns, as: kind) else { return nil }
    for place in columns.indices {
      // What is known of another kind of table is unknown here, and told.
      if let meaning = columns[place].meaning, !meaning.isRead(in: kind) {
        columns[place].meaning = nil
      }
      if columns[place].meaning == nil || columns[place].meaning == .ledger(.field(.lead)),
        answers.columns[columns[place].place] == nil, !kind.isOfRecords,
        holdsUnits(columns[place].place, below: rows.upperBound)
      {
        columns[place].meaning = .amountUnit
      }
    }
    let layout = TableLayout(headingRows: rows, columns: columns, kind: kind)
    for (index, row) in texts.enumerated().dropFirst() {
      let uppers = Array(texts[..<index])
      guard isLower(row, in: layout, uppers: uppers, namesAbove: names(uppers, reader)) else {
        return nil
      }
    }
    return layout
  }

  /// Whether a cell may be a heading, and is no title, no label with its value, no unit of the table.
  private static func isHeadingLike(_ text: String) -> Bool {
    if text.isEmpty { return true }
    let marks = RowMarks()
    return text.count <= 30 && !marks.isNote(text) && TableBlock.year(in: text) == nil
      && !HeadingText(text).whole.hasPrefix("单位:")
  }

  /// Whether the first cells of a column are units, all of them: 万元, 亿元.
  private func holdsUnits(_ place: Int, below first: Int) -> Bool {
    var count = 0
    for row in first..<min(table.rows.count, first + Self.above) {
      let text = table.text(row: row, column: place)
      if text.isEmpty { continue }
      guard vocabulary.units.unit(text) != nil else { return false }
      count += 1
    }
    return count > 0
  }

  private func kind(of columns: [TableColumn], as wanted: LedgerKind?) -> LedgerKind? {
    let known = Set(columns.compactMap(\.meaning))
    if let wanted { return wanted.fits(known) ? wanted : nil }
    guard columns.count(where: { $0.meaning != nil }) >= 2 else { return nil }
    let isJourney =
      (known.contains(.activity(.from)) || known.contains(.activity(.days)))
      && (known.contains(.activity(.person)) || known.contains(.activity(.firms)))
    switch answers.kind {
    case .projects: return known.contains(.ledger(.field(.name))) ? .projects : nil
    case .activities: return isJourney ? .activities : nil
    case .milestones, .requests, .targets: return nil
    case nil:
      if known.contains(.ledger(.field(.name))) { return .projects }
      return isJourney ? .activities : nil
    }
  }

  /// A row of headings with those that are merged across standing over each of their columns.
  private func across(_ row: [String], at index: Int, below: [[String]], _ width: Int) -> [String] {
    var out = row + Array(repeating: "", count: width - row.count)
    if below.isEmpty { return out }
    let isMerged = table.marks.widths.keys.contains { $0.row == index }
    var covered = 0
    for place in out.indices {
      if !out[place].isEmpty {
        covered = table.marks.widths[SheetTable.Place(row: index, column: place)] ?? 1
      } else if place > 0, !out[place - 1].isEmpty {
        covered -= 1
        let hasLower = below.contains { $0.indices.contains(place) && !$0[place].isEmpty }
        // A file without merged cells shows them by what stands below the blank.
        if hasLower, covered > 0 || !isMerged { out[place] = out[place - 1] }
      }
    }
    return out
  }

  /// The columns that some rows of headings call the projects' names without what stands below.
  private func names(_ uppers: [[String]], _ reader: HeadingReader) -> Set<Int> {
    var names: Set<Int> = []
    for place in 0..<(uppers.map(\.count).max() ?? 0) {
      let path = uppers.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        .filter { !$0.isEmpty }
      if path.isEmpty { continue }
      if reader.column(path, at: place).meaning == .ledger(.field(.name)) { names.insert(place) }
    }
    return names
  }

  /// Whether a row is a further row of headings and no row of the table.
  ///
  /// - Parameter namesAbove: The columns that the headings above it call the names: what stands below
  ///   them is a name.
  private func isLower(
    _ row: [String], in layout: TableLayout, uppers: [[String]], namesAbove: Set<Int>
  ) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    if filled.isEmpty { return false }
    let marks = RowMarks()
    if let first = filled.first, marks.isSum(row[first]) || marks.isSection(row[first]) {
      return false
    }
    var known = 0
    for place in filled {
      let isSpread = uppers.contains { $0.indices.contains(place) && $0[place] == row[place] }
      if isSpread {
        known += 1
        continue
      }
      // A day or an amount is no heading.
      if row[place].utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false { return false }
      if layout.columns.first(where: { $0.place == place })?.meaning != nil { known += 1 }
      if namesAbove.contains(place) { return false }
    }
    return known * 2 >= filled.count
  }
}
