internal import Pipeline
internal import Vocabulary

/// What one row says of a project, with what each value was taken from where that is not plain.
struct ProjectFacts {
  var name = ""
  var fields: [Field: FieldValue] = [:]
  var nextText: String?
  var nextDue: Day?
  var nextWho: String?
  /// The heading of a deadline that no step goes with.
  var stepHeading: String?
  var stage: Stage?
  var entered: BusinessDate?
  /// Days on which stages were entered, by columns of their own or a history.
  var reached: [Intake.Step] = []
  /// Whether the first talk's column is the one that our own ledgers have for the first stage.
  var isContactDated = false
  var statusKind: Status.Kind?
  var statusWord: String?
  var statusReason: String?
  var statusDate: BusinessDate?
  var review: Day?
  var lostTo: String?
  var investorProfile: String?
  /// Whether its unit is blank under another row's, and nobody has said what that means.
  var hasBlankUnit = false
  var milestones: [Milestone.Facts] = []
  var notes: [Intake.Remark] = []
  var keys: [String] = []
  var number: ProjectID?
  /// The amount that each column says, for the sums.
  var amounts: [Int: AmountReading] = [:]
  /// Cells whose text an existing project keeps rather than take: 1.38E+10.
  var spoiled: [SpoiledCell] = []
  /// What was taken from elsewhere than the cell.
  var taken: [TakenFrom] = []
  /// The cells that this row has, by column, for the comparison with what is stored.
  var texts: [(column: TableColumn, text: String)] = []

  var investors: [String] {
    if case .list(let names) = fields[.investors] { names } else { [] }
  }

  struct SpoiledCell {
    let column: TableColumn
    let text: String
    let field: Field
  }
}

/// What a day was taken from, beside the cell.
package enum DateSource: Hashable, Sendable {
  case cell
  /// Excel's number for the day.
  case serial(Int)
  /// A time with its zone.
  case zone
  /// The year stands in this row of the file, from 1.
  case title(year: Int, row: Int)
  /// The year is another date's of the same row.
  case neighbour(year: Int)
  case answer(year: Int)
}

/// A value that does not stand in its cell as it was taken.
package struct TakenFrom: Hashable, Sendable {
  package let column: Int
  package let heading: String
  package let text: String
  package let value: String
  package let source: Source

  package enum Source: Hashable, Sendable {
    case date(DateSource)
    /// That it has happened, and no day.
    case undated
    /// The unit is the letter that people type for it.
    case shorthand
    /// The words were kept as a note.
    case words
    /// A deadline without a step: its heading stands for it.
    case noStep
    case section
    /// The unit of a row above, from 1.
    case above(row: Int)
    case answer
    /// Another column told the unit.
    case otherColumn(String)
  }
}
