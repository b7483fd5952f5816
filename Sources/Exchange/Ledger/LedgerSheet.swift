internal import Pipeline
internal import Wording

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
  package let rows: [[String]]
  /// The row of the headings, from 0.
  package let headingRow: Int
  let columns: [Column]
  /// Columns that are not read: no field of ours, or worked out here.
  package let leftOut: [LeftOut]

  package struct LeftOut: Hashable, Sendable {
    package let heading: String
    package let isComputed: Bool
  }

  /// Finds the headings.
  ///
  /// - Parameter profile: The columns it has to have; nil when any that name the project will do.
  package init(_ bytes: [UInt8], profile: LedgerProfile? = nil) throws(LedgerError) {
    do throws(CSVError) {
      rows = try CSVReader.rows(bytes)
    } catch {
      throw LedgerError(row: error.row, column: error.column, problem: .notATable(error.problem))
    }
    var found: (row: Int, columns: [Column], leftOut: [LeftOut])?
    for (index, row) in rows.prefix(40).enumerated() {
      let (columns, leftOut) = Self.recognise(row)
      let hasName = columns.contains { $0.column == .field(.name) }
      if hasName, columns.count >= 2 {
        found = (index, columns, leftOut)
        break
      }
    }
    guard let found else { throw LedgerError(row: 0, column: nil, problem: .noHeadings) }
    (headingRow, columns, leftOut) = found
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

  private static func recognise(_ row: [String]) -> ([Column], [LeftOut]) {
    var columns: [Column] = []
    var leftOut: [LeftOut] = []
    for (place, heading) in row.enumerated() {
      let name = bare(heading)
      if name.isEmpty { continue }
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
  private static func column(named name: String) -> LedgerColumn? {
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

  private static func unit(in heading: String) -> Money.Unit? {
    if heading.contains("亿") || heading.contains("¥100m") { return .yi }
    if heading.contains("万") { return .wan }
    return heading.contains("元") ? .one : nil
  }
}
