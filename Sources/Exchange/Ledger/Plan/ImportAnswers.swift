package import Pipeline
package import Vocabulary

/// What a person has answered so far: by options, on a terminal, or in the preview.
///
/// A plan is made anew with them; the same answers to the same file give the same plan.
package struct ImportAnswers: Hashable, Sendable {
  /// `--sheet`: the worksheet to read.
  package var sheet: String?
  /// `--unit`: what a bare number counts where no cell, heading or table says it.
  package var unit: AmountScale?
  /// The same for one column, by its place from 0.
  package var units: [Int: AmountScale] = [:]
  /// `--column`: what a column means, by its place from 0, as a map writes it.
  package var columns: [Int: String] = [:]
  /// `--year`: the year of days without one.
  package var year: Int?
  /// `--stage`: where projects stand whose row tells no stage.
  package var stage: Stage?
  /// `--signed`: when rows were signed that say that they are, and not when.
  package var signed: BusinessDate?
  /// `--review`: when rows on hold are looked at again that do not say it.
  package var review: Day?
  /// `--means`: words of stages and states, and headings, as a map writes them.
  package var words: [String: String] = [:]
  /// The project that a row is about, by rows from 1; nil when it is a new one (`--same`).
  package var same: [Int: ProjectID?] = [:]
  /// What a cell is to be read as (`--cell`).
  package var cells: [CellPlace: String] = [:]
  /// `--leave-out`: rows that are not to be taken, from 1.
  package var leftOut: Set<Int> = []
  /// `--skip-bad`: whether rows that are wrong or asked about are left out.
  package var leavesBad = false
  /// `--despite-sums`: whether sums that the file states may differ from what was read.
  package var acceptsSums = false
  /// `--as`: what the rows are; nil when the headings tell.
  package var kind: LedgerKind?
  /// What the journeys of a table are whose title does not say it.
  package var activityKind: ActivityKind?
  /// Whether a blank unit means the one above it, as where merged cells were lost; nil while nobody has
  /// said.
  package var repeatsUnit: Bool?
  /// Whether rows that are struck through are taken; nil while nobody has said.
  package var takesStruck: Bool?

  package init() {}

  /// Whether somebody has said that a column counts by just this unit.
  func settlesUnit(of column: TableColumn, as scale: AmountScale) -> Bool {
    // Of what is too small a few may be meant otherwise than the column that was answered for.
    guard let unit = scale.unit, unit.exponent > 0 else { return false }
    return units[column.place]?.unit == unit
      || columns[column.place]?.contains("(") ?? false && column.unit?.unit == unit
  }
}

/// A cell by its row and column, both from 1 as a spreadsheet counts.
package struct CellPlace: Hashable, Sendable {
  package let row: Int
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// What the rows of a table are.
package enum LedgerKind: String, CaseIterable, Hashable, Sendable {
  case projects, activities, milestones, requests, targets
}
