package import Insight
package import Pipeline
internal import Vocabulary
internal import Wording

/// What an import of a ledger would do, row by row, before anything is done: a value, made anew with
/// every answer.
package struct LedgerPlan: Sendable {
  /// One row that is no blank.
  package struct Line: Hashable, Sendable {
    /// From 1, as a spreadsheet counts.
    package let row: Int
    package let kind: RowKind
    package let verdict: Verdict
    /// What was taken from elsewhere than its cells.
    package var taken: [TakenFrom] = []
  }

  /// What becomes of a row.
  package enum Verdict: Hashable, Sendable {
    /// No record: a title, headings, a section, a sum, a note; with its first words.
    case noRecord(String)
    /// It goes on with the row before, from 1.
    case continues(row: Int)
    /// The same project as an earlier row, in all its cells.
    case repeats(row: Int, name: String)
    case creates(name: String, Stage, resembles: [Likeness], rowsAlike: [Int])
    /// Fields of a project that is there already; with what the row says of its stage or status and an
    /// import leaves alone.
    case changes(ProjectID, [CellChange], leftAlone: [CellChange])
    /// A project off the register, which an import leaves there; with what the row says otherwise.
    case leaves(ProjectID, [CellChange])
    case createsActivity(String)
    case keepsActivity(String)
    case createsRecord(LedgerKind, String)
    case changesRecord(LedgerKind, String, [CellChange])
    case keepsRecord(LedgerKind, String)
    // Boxed, as what a rule refused is large and few rows are: a hundred thousand lines are held.
    indirect case asks(name: String, LedgerError)
    indirect case wrong(name: String, LedgerError)
    /// Left out because somebody said so; with what was wrong with it, if anything was.
    indirect case leftOut(name: String, LedgerError?)
  }

  package struct CellChange: Hashable, Sendable {
    package let heading: String
    package let old: String
    package let new: String
    /// Why what the row says is not taken, where that is not plain.
    package var reason: Reason?

    package enum Reason: Hashable, Sendable { case scientific, lostZero }

    package init(heading: String, old: String, new: String, reason: Reason? = nil) {
      self.heading = heading
      self.old = old
      self.new = new
      self.reason = reason
    }
  }

  /// The worksheet's name, when it has one.
  package internal(set) var sheet: String?
  package internal(set) var block = TableBlock()
  /// Each table that was found, by its headings; nearly always one.
  package internal(set) var layouts: [TableLayout] = []
  package internal(set) var lines: [Line] = []
  package internal(set) var reconciliation: [Reconciled] = []
  package internal(set) var questions: [ImportQuestion] = []
  /// Columns whose cells are not taken, each with how many said something.
  package internal(set) var unread: [UnreadColumn] = []
  /// Rows and columns that the file hides and that were read all the same.
  package internal(set) var hiddenRows = 0
  package internal(set) var hiddenColumns: [String] = []

  package struct UnreadColumn: Hashable, Sendable {
    package let heading: String
    /// From 1.
    package let column: Int
    package let cells: Int
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
      /// No field is known for it, and its words are kept as notes.
      case kept
      /// The same, where they are not kept: a program's own columns.
      case unknown
      case computed, notNeeded
    }
  }

  /// New projects, in one intake.
  var intake = Intake()
  var edits: [Command] = []

  package init() {}

  /// One step: all of it or nothing; nil when nothing changes.
  package var command: Command? {
    let commands = (intake.isEmpty ? [] : [.take(intake)]) + edits
    return commands.isEmpty ? nil : .together(commands)
  }

  /// Lets go of the step, once what it comes to is decided: the lines are enough to tell of it.
  package mutating func releaseStep() { (intake, edits) = (Intake(), []) }

  /// The first row that is wrong or asked about.
  package var firstError: LedgerError? {
    for line in lines {
      switch line.verdict {
      case .wrong(_, let error), .asks(_, let error): return error
      default: continue
      }
    }
    return nil
  }

  /// Whether everything is settled: nothing is wrong, and no question is open.
  package var isReady: Bool { questions.isEmpty && !lines.contains { $0.verdict.isWrong } }

  package var wrong: [Line] { lines.filter { $0.verdict.isWrong } }
  package var asked: [Line] {
    lines.filter { if case .asks = $0.verdict { true } else { false } }
  }
  /// The rows that are not taken though they are records: left out, repeated, off the register.
  package var leftOut: [Line] {
    lines.filter {
      switch $0.verdict {
      case .leftOut, .repeats, .leaves: true
      default: false
      }
    }
  }
  /// The rows of projects that were archived or merged.
  package var left: [Line] {
    lines.filter { if case .leaves = $0.verdict { true } else { false } }
  }

  package var created: Int {
    lines.count {
      switch $0.verdict {
      case .creates, .createsActivity, .createsRecord: true
      default: false
      }
    }
  }
  package var changed: Int {
    lines.count {
      switch $0.verdict {
      case .changes(_, let changes, _): !changes.isEmpty
      case .changesRecord: true
      default: false
      }
    }
  }
  package var unchanged: Int {
    lines.count {
      switch $0.verdict {
      case .changes(_, let changes, _): changes.isEmpty
      case .keepsActivity, .keepsRecord: true
      default: false
      }
    }
  }
  /// How many rows are records: projects, journeys, milestones, requests or targets.
  package var records: Int {
    lines.count { [.project, .activity, .record].contains($0.kind) }
  }
}

extension LedgerPlan.Verdict {
  var isWrong: Bool { if case .wrong = self { true } else { false } }
}

extension Intake {
  var isEmpty: Bool {
    projects.isEmpty && activities.isEmpty && milestones.isEmpty && directory.isEmpty
      && registers.isEmpty
  }
}

extension LedgerPlan {
  /// What each heading means here, as it could be written into a map: 项目名称 and name, 领导批示 and -.
  package var map: [(heading: String, meaning: String)] {
    guard let layout = layouts.first else { return [] }
    var seen: Set<String> = []
    return layout.columns.compactMap { column in
      guard seen.insert(column.heading).inserted else { return nil }
      guard let meaning = column.meaning, !column.isComputed else { return (column.heading, "-") }
      let unit = column.unitSource == .table ? nil : column.unit
      let name = meaning.isAmount ? unit.map { Words(.zh).scale($0) } : nil
      return (column.heading, meaning.code + (name.map { " (\($0))" } ?? ""))
    }
  }
}
