internal import Pipeline
internal import Vocabulary
internal import Wording
package import Workbook

/// A ledger as it was read: its headings recognised by name, whatever their order.
package struct LedgerSheet: Sendable {
  /// A column of the file that is read.
  struct Column: Sendable {
    /// From 0.
    let place: Int
    let heading: String
    let column: LedgerColumn
    /// What a bare number counts, when the heading says: 总投资(亿元).
    let unit: Money.Unit?
  }

  /// Each row of the file as it stood, the headings and what is above them too.
  package let rows: LedgerRows
  /// The row of the headings, from 0.
  package let headingRow: Int
  let columns: [Column]
  /// What stands over the projects' names, bare.
  private let nameHeading: String
  /// Columns that are not read: no field of ours, or worked out here.
  package let leftOut: [LeftOut]

  package struct LeftOut: Hashable, Sendable {
    package let heading: String
    package let isComputed: Bool
  }

  /// The worksheet's name; nil for a file that is one table.
  package let name: String?
  /// Cells without a value, of a workbook: a formula that failed.
  let faults: [SheetTable.Place: String]

  /// Finds the headings of a table in CSV.
  ///
  /// - Parameter profile: The columns it has to have; nil when any that name the project will do.
  package init(_ bytes: [UInt8], profile: LedgerProfile? = nil, map: LedgerMap = LedgerMap())
    throws(LedgerError)
  {
    let table: CSVTable
    do throws(CSVError) {
      table = try CSVTable(bytes)
    } catch {
      throw LedgerError(row: error.row, column: error.column, problem: .notATable(error.problem))
    }
    try self.init(rows: LedgerRows(table), profile: profile, map: map)
  }

  /// Finds the headings of a worksheet.
  package init(_ table: SheetTable, profile: LedgerProfile? = nil, map: LedgerMap = LedgerMap())
    throws(LedgerError)
  {
    try self.init(
      rows: LedgerRows(table.rows), name: table.name, faults: table.faults, profile: profile,
      map: map)
  }

  /// Whether a table has a row of headings at all.
  package static func hasHeadings(_ table: SheetTable, map: LedgerMap = LedgerMap()) -> Bool {
    headings(in: LedgerRows(table.rows), map) != nil
  }

  private init(
    rows: LedgerRows, name: String? = nil, faults: [SheetTable.Place: String] = [:],
    profile: LedgerProfile?, map: LedgerMap
  ) throws(LedgerError) {
    self.rows = rows
    self.name = name
    self.faults = faults
    let found = Self.headings(in: rows, map)
    guard let found else { throw LedgerError(row: 0, column: nil, problem: .noHeadings) }
    (headingRow, columns, leftOut) = found
    let name = LedgerColumn.field(.name)
    nameHeading = Self.bare(
      columns.first { $0.column == name }?.heading ?? name.heading(in: Words(.zh)))
    var seen: Set<LedgerColumn> = []
    for column in columns where !seen.insert(column.column).inserted {
      throw LedgerError(
        row: headingRow + 1, column: column.place + 1,
        problem: .columnTwice(heading: column.heading))
    }
    if let profile {
      let headings = Set(rows[headingRow].map(Self.bare))
      let missing = profile.columns.filter { column in
        !Language.allCases.contains { headings.contains(Self.bare(column.heading(in: Words($0)))) }
      }
      if !missing.isEmpty {
        throw LedgerError(row: headingRow + 1, column: nil, problem: .missingColumns(missing))
      }
    }
  }

  /// What each heading means here, as it could be written into a map: 项目名称 and name, 领导批示 and -.
  package var map: [(heading: String, meaning: String)] {
    let words = Words(.zh)
    func unit(_ unit: Money.Unit) -> String {
      switch unit {
      case .yi: "亿元"
      case .wan: "万元"
      case .one: "元"
      }
    }
    return rows[headingRow].enumerated().compactMap { place, heading in
      if heading.isBlank { return nil }
      guard let column = columns.first(where: { $0.place == place }) else { return (heading, "-") }
      guard case .field(let field) = column.column else {
        return (heading, column.column.heading(in: words))
      }
      let counts = field.form == .amount ? column.unit : nil
      return (heading, field.rawValue + (counts.map { " (\(unit($0)))" } ?? ""))
    }
  }

  private typealias Headings = (row: Int, columns: [Column], leftOut: [LeftOut])

  /// The first row that names the project and one more column; where headings take two rows, the one
  /// that says more.
  private static func headings(in rows: LedgerRows, _ map: LedgerMap) -> Headings? {
    var found: Headings?
    for (index, row) in rows.prefix(40).enumerated() {
      let (columns, leftOut) = recognise(row, map)
      let isHeading = columns.count >= 2 && columns.contains { $0.column == .field(.name) }
      if let found {
        return isHeading && columns.count > found.columns.count ? (index, columns, leftOut) : found
      }
      if isHeading { found = (index, columns, leftOut) }
    }
    return found
  }

  private static func recognise(_ row: [String], _ map: LedgerMap) -> ([Column], [LeftOut]) {
    var columns: [Column] = []
    var leftOut: [LeftOut] = []
    for (place, heading) in row.enumerated() {
      let name = bare(heading)
      if name.isEmpty { continue }
      switch map[name] {
      case .nothing:
        leftOut.append(LeftOut(heading: heading, isComputed: false))
        continue
      case .column(let column, let unit):
        columns.append(
          Column(
            place: place, heading: heading, column: column, unit: unit ?? Self.unit(in: heading)))
        continue
      case nil: break
      }
      guard let column = column(named: name) else {
        leftOut.append(LeftOut(heading: heading, isComputed: false))
        continue
      }
      if column.isComputed {
        leftOut.append(LeftOut(heading: heading, isComputed: true))
      } else {
        columns.append(
          Column(place: place, heading: heading, column: column, unit: unit(in: heading)))
      }
    }
    return (columns, leftOut)
  }

  /// Our own headings in either language first, then what else people call a field.
  static func column(named name: String) -> LedgerColumn? {
    if let column = known[name] { return column }
    return Field(spoken: name).flatMap { field in
      Field.editable.contains(field) ? (field == .next ? .nextText : .field(field)) : nil
    }
  }

  private static let known: [String: LedgerColumn] = {
    var known: [String: LedgerColumn] = [:]
    for profile in LedgerProfile.allCases {
      for column in profile.columns {
        for language in Language.allCases {
          let name = bare(column.heading(in: Words(language)))
          // A county's name for a field reads as the field.
          if case .named(let field, _) = column {
            known[name] = .field(field)
          } else {
            known[name] = column == .amountInYi ? .field(.amount) : column
          }
        }
      }
    }
    for (name, column) in [
      ("进展", LedgerColumn.progress), ("进度", .progress), ("项目进展", .progress), ("备注说明", .remark),
      ("阶段", .stage), ("项目阶段", .stage), ("完成时限", .nextDue), ("期限", .nextDue),
      ("企业简介", .investorProfile), ("招商组", .field(.lead)), ("招商片区", .field(.lead)),
      ("跟进人员", .field(.owner)), ("项目状态", .status), ("项目编号", .number),
    ] {
      known[bare(name)] = column
    }
    return known
  }()

  /// A heading without blanks, case, width, and what stands in brackets.
  static func bare(_ heading: String) -> String {
    var bare = ""
    var depth = 0
    for character in heading.lowercased() where !character.isWhitespace && character != "*" {
      switch character {
      case "(", "（": depth += 1
      case ")", "）": depth -= 1
      default: if depth <= 0 { bare.append(character) }
      }
    }
    return bare
  }

  /// Whether a name is the heading of the names, on a further page of the table.
  func isNameHeading(_ name: String) -> Bool {
    // Beyond these two brackets an ideograph stays as it is: names that begin with another are told
    // at once.
    if let first = name.unicodeScalars.first, (0x4E00...0x9FFF).contains(first.value),
      first != nameHeading.unicodeScalars.first
    {
      return false
    }
    return Self.bare(name) == nameHeading
  }

  static func unit(in heading: String) -> Money.Unit? {
    if heading.contains("亿") || heading.contains("¥100m") { return .yi }
    if heading.contains("万") { return .wan }
    return heading.contains("元") ? .one : nil
  }
}
