package import Pipeline

/// What an import of a ledger would do, row by row, before anything is done.
package struct LedgerPlan: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// From 1, as a spreadsheet counts.
    package let row: Int
    package let outcome: Outcome
  }

  package enum Outcome: Hashable, Sendable {
    /// Above the headings, a sum, or a note at the foot.
    case title(String)
    /// The same project as an earlier row.
    case repeats(row: Int, name: String)
    case creates(name: String, Stage)
    /// Fields of a project that is there already; with what the row says of its stage or status and an
    /// import leaves alone.
    case changes(ProjectID, [CellChange], leftAlone: [CellChange])
    /// A project off the register, which an import leaves there; with what the row says otherwise.
    case leaves(ProjectID, [CellChange])
    case wrong(LedgerError)
  }

  package struct CellChange: Hashable, Sendable {
    package let heading: String
    package let old: String
    package let new: String
  }

  /// A plan that does nothing.
  package init() {}

  package internal(set) var lines: [Line] = []
  /// New projects, in one intake.
  var intake = Intake()
  var edits: [Command] = []

  /// One step: all of it or nothing; nil when nothing changes.
  package var command: Command? {
    let commands = (intake.projects.isEmpty ? [] : [.take(intake)]) + edits
    return commands.isEmpty ? nil : .together(commands)
  }

  /// The first row that is wrong.
  package var firstError: LedgerError? {
    for line in lines { if case .wrong(let error) = line.outcome { return error } }
    return nil
  }

  package var wrongRows: [Int] {
    lines.compactMap { if case .wrong = $0.outcome { $0.row } else { nil } }
  }

  package var created: Int { intake.projects.count }
  package var changed: Int {
    lines.count {
      if case .changes(_, let changes, _) = $0.outcome { !changes.isEmpty } else { false }
    }
  }
  package var unchanged: Int {
    lines.count {
      if case .changes(_, let changes, _) = $0.outcome { changes.isEmpty } else { false }
    }
  }
  /// The rows of projects that were archived or merged.
  package var left: [Line] {
    lines.filter { if case .leaves = $0.outcome { true } else { false } }
  }
  package var skipped: Int {
    lines.count {
      switch $0.outcome {
      case .title, .repeats: true
      case .creates, .changes, .leaves, .wrong: false
      }
    }
  }
}

extension LedgerSheet {
  /// Works out what an import would do to a pipeline, without changing anything.
  ///
  /// Rows that are wrong are lines of the plan too; the rest of it holds without them.
  ///
  /// - Parameter progress: Told now and then how many rows are done.
  /// - Complexity: O(rows × columns) and one pass over the projects.
  package func plan(for pipeline: Pipeline, today: Day, progress: (Int) -> Void = { _ in })
    -> LedgerPlan
  {
    var planner = LedgerPlanner(sheet: self, pipeline: pipeline, today: today)
    for row in rows.indices {
      planner.take(row)
      if row % 256 == 255 { progress(row + 1) }
    }
    return planner.plan
  }
}
