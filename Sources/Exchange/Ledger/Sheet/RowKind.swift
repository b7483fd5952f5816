internal import Pipeline
internal import Workbook

/// What a row of a table was taken for.
package enum RowKind: Hashable, Sendable {
  case blank
  /// Above the headings.
  case title
  case heading
  /// The headings once more, on a new page.
  case repeatedHeading
  /// The head of a section, with its name.
  case section(String)
  case sum
  case note
  /// More of the row before it: a further firm, a longer remark.
  case continuation
  case project
  case activity
  /// A milestone, a request, or what a unit is to reach.
  case record
  /// A unit that reports that it did nothing: 未外出.
  case nothingDone
}

/// Tells rows apart by what their cells are.
struct RowClassifier {
  let layout: TableLayout
  let table: LedgerTable
  private let marks = RowMarks()
  private let namePlace: Int?
  private let nameHeading: String
  private let serialPlace: Int?
  private let investorsPlace: Int?
  /// Whether projects are numbered 1, 2, 3, so that 一 numbers something else.
  private let countsPlainly: Bool
  /// The columns in which a further row may say more.
  private let joinable: Set<Int>
  private let lastLead: Int

  init(layout: TableLayout, table: LedgerTable) {
    self.layout = layout
    self.table = table
    let name = layout.nameColumn
    namePlace = name?.place
    nameHeading = HeadingText.bare(name?.heading ?? "项目名称")
    serialPlace = layout.column(.ledger(.serial))?.place
    countsPlainly =
      layout.column(.ledger(.serial)).map { column in
        (layout.headingRows.upperBound..<table.rows.count).prefix(LayoutFinder.above).contains {
          DecimalText.plain(table.text(row: $0, column: column.place)) != nil
        }
      } ?? false
    investorsPlace = layout.column(.ledger(.field(.investors)))?.place
    joinable = Set(
      layout.columns.filter { column in
        guard let meaning = column.meaning else { return true }
        switch meaning {
        case .activity(.firms), .activity(.met), .activity(.metTitle), .activity(.team),
          .activity(.place), .activity(.note), .datedNotes, .history, .nothing:
          return true
        case .ledger(.serial): return false
        default: return meaning.mayRepeat && !meaning.isAmount && !meaning.isDate
        }
      }.map(\.place))
    lastLead = name?.place ?? layout.columns.first?.place ?? 0
  }

  /// - Parameters:
  ///   - texts: The row's cells without blanks at their ends.
  ///   - hasProject: Whether a project's row stands before it, in the same section.
  func kind(_ texts: [String], row: Int, after hasProject: Bool) -> RowKind {
    if layout.headingRows.contains(row) { return .heading }
    if row < layout.headingRows.lowerBound {
      return texts.contains { !$0.isEmpty } ? .title : .blank
    }
    guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return .blank }
    let name = namePlace.map { texts.indices.contains($0) ? texts[$0] : "" } ?? ""
    if layout.kind == .activities { return activityKind(texts, first, row, after: hasProject) }
    let head = texts[first]
    if sumCell(in: texts) != nil { return .sum }
    if layout.kind.isOfRecords { return recordKind(texts, first) }
    if isHeading(name) { return .repeatedHeading }
    if let title = section(texts, first, name) { return .section(title) }
    if name.isEmpty || RowMarks.isBlankWord(name) {
      if marks.isNote(head) { return .note }
      // What a merged cell spreads over the row is another row's word.
      let filled = texts.indices.filter {
        !texts[$0].isEmpty && !table.marks.spread.contains(.init(row: row, column: $0))
      }
      if filled.isEmpty { return .blank }
      let serial = serialPlace.map { texts.indices.contains($0) ? texts[$0] : "" } ?? ""
      // A firm without a name is a project whose name was lost, unless numbers tell the rows.
      let hasFirm = investorsPlace.map { filled.contains($0) } ?? false
      if hasProject, DecimalText.plain(serial) == nil, filled.allSatisfy(joinable.contains),
        filled.allSatisfy({ $0 > lastLead }), serialPlace != nil || !hasFirm
      {
        return .continuation
      }
      // One cell before the names, and no number: who signs, or a section without an ordinal.
      if filled == [first], first < lastLead, DecimalText.plain(head) == nil {
        return isUnit(head) ? .section(head) : .note
      }
      return .project
    }
    if let place = namePlace, table.marks.spread.contains(.init(row: row, column: place)),
      hasProject
    {
      return .continuation
    }
    // 制表人：苏禾 … 审核人：方棣: labels with what stands behind them, and no project beside.
    if marks.isNote(head),
      texts.indices.allSatisfy({ place in
        texts[place].isEmpty || place == first || marks.isNote(texts[place])
          || place != namePlace && texts[place].first?.isDigit ?? false
      }) || first == namePlace && isAlone(texts, but: first)
    {
      return .note
    }
    return .project
  }

  /// A row of milestones, requests or targets: each stands for itself, whatever is missing in it.
  private func recordKind(_ texts: [String], _ first: Int) -> RowKind {
    if repeatsHeadings(texts) { return .repeatedHeading }
    let head = texts[first]
    if marks.isNote(head) { return .note }
    let filled = texts.count { !$0.isEmpty }
    if filled == 1 || filled == 2 && marks.isOrdinal(head), DecimalText.plain(head) == nil {
      return .section(marks.sectionTitle(head) ?? head)
    }
    return .record
  }

  private func repeatsHeadings(_ texts: [String]) -> Bool {
    layout.columns.count { column in
      texts.indices.contains(column.place) && !column.heading.isEmpty
        && HeadingText.bare(texts[column.place]) == HeadingText.bare(column.heading)
    } >= 2
  }

  private func activityKind(_ texts: [String], _ first: Int, _ row: Int, after hasRow: Bool)
    -> RowKind
  {
    if sumCell(in: texts) != nil { return .sum }
    let head = texts[first]
    if repeatsHeadings(texts) { return .repeatedHeading }
    if texts.contains(where: { ["未外出", "无外出", "未开展", "没有外出", "未外出招商"].contains($0) }) {
      return .nothingDone
    }
    if marks.isNote(head) { return .note }
    func has(_ part: ColumnMeaning.ActivityPart) -> Bool {
      guard let place = layout.column(.activity(part))?.place else { return false }
      return texts.indices.contains(place) && !texts[place].isEmpty
    }
    let serial = serialPlace.map { texts.indices.contains($0) ? texts[$0] : "" } ?? ""
    if hasRow, serial.isEmpty, !has(.person), !has(.from) { return .continuation }
    if marks.isSection(head), !has(.from), !has(.person) {
      return .section(marks.sectionTitle(head) ?? head)
    }
    if texts.count(where: { !$0.isEmpty }) == 1, !has(.from) {
      return isUnit(head) ? .section(head) : .note
    }
    return .activity
  }

  /// The cell that is the word of a sum; nil when there is none: looked for up to the names.
  func sumCell(in texts: [String]) -> Int? {
    let last = namePlace ?? min(2, texts.count - 1)
    for place in texts.indices.prefix(last + 1) where !texts[place].isEmpty {
      if mayBeSum(texts[place]), marks.isSum(texts[place]) { return place }
    }
    if let first = texts.firstIndex(where: { !$0.isEmpty }), first > last, mayBeSum(texts[first]),
      marks.isSum(texts[first])
    {
      return first
    }
    return nil
  }

  /// Nearly every cell is none by its first sign.
  private func mayBeSum(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return first.isWhitespace || "小合总共累汇本全以tTsSgG".contains(first)
  }

  private func isHeading(_ name: String) -> Bool {
    // Names that begin with another ideograph are told at once.
    guard !name.isEmpty, name.first == nameHeading.first || !(name.first?.isIdeograph ?? false)
    else {
      return false
    }
    return HeadingText.bare(name) == nameHeading
  }

  private func section(_ texts: [String], _ first: Int, _ name: String) -> String? {
    guard let title = marks.sectionTitle(texts[first]) else { return nil }
    if title.isEmpty, first == serialPlace, countsPlainly, !name.isEmpty,
      isAlone(texts, but: first, and: namePlace)
    {
      // 一 | 工业项目（2个） | | 3000, where projects are numbered 1, 2, 3.
      return name
    }
    if title.isEmpty {
      // 一 in the column of numbers, and no project beside it.
      guard first < lastLead, name.isEmpty || first == serialPlace && isAlone(texts, but: first)
      else { return nil }
      return texts.dropFirst(first + 1).first { !$0.isEmpty } ?? ""
    }
    return isAlone(texts, but: first) ? title : nil
  }

  /// Whether a row tells nothing of a project beside one cell: sums and counts at most.
  private func isAlone(_ texts: [String], but first: Int, and name: Int? = nil) -> Bool {
    for column in layout.columns where column.place != first && column.place != name {
      guard texts.indices.contains(column.place) else { continue }
      let text = texts[column.place]
      if text.isEmpty || text == texts[first] || marks.count(text) != nil { continue }
      if column.meaning?.isAmount ?? false { continue }
      if column.meaning == .ledger(.field(.lead)), column.place < lastLead { continue }
      if DecimalText.plain(text) != nil { continue }
      return false
    }
    return true
  }

  private static let unitEndings = [
    "街道", "镇", "乡", "局", "办", "委", "中心", "园区", "开发区", "组", "公司", "集团", "区", "县", "市", "部门", "单位",
  ]

  /// Whether a text names one of our units: 东湾街道.
  private func isUnit(_ text: String) -> Bool {
    text.count <= 20 && Self.unitEndings.contains { text.hasSuffix($0) }
  }

  static func isUnitName(_ text: String) -> Bool {
    text.count <= 20 && unitEndings.contains { text.hasSuffix($0) }
  }
}

extension Character {
  /// 0 to 9; 亿 is a number to Unicode.
  var isDigit: Bool { self >= "0" && self <= "9" }

  var isIdeograph: Bool {
    unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }
}
