package import Insight
package import Pipeline
package import Wording

/// The reports view: which report, of which days, and its text as it would be filed.
package struct ReportState: Hashable, Sendable {
  package var kind: ReportQuestion.Kind = .week
  package var span: Span = .back(0)
  /// Whether the report lists the projects that each figure counts.
  package var hasSources = false
  package internal(set) var lines: [String] = []
  /// The figures of the leader's page; nil for other reports.
  package internal(set) var leader: LeaderFigures?
  /// The first line and the first column shown.
  package internal(set) var top = 0
  package internal(set) var left = 0
  /// What was asked for last, so that nothing is asked for twice.
  package internal(set) var asked: Asked?

  /// The days of a report.
  package enum Span: Hashable, Sendable {
    /// The period that the day looked at lies in, or one of those before it.
    case back(Int)
    case chosen(Period)
  }

  package struct Asked: Hashable, Sendable {
    package let order: ReportOrder
    package let language: Language
    package let version: SequenceNumber
  }
}

/// A report that is asked for: its question, and whether its figures are to be explained.
package struct ReportOrder: Hashable, Sendable {
  package var question: ReportQuestion
  package var hasSources: Bool

  package init(_ question: ReportQuestion, hasSources: Bool) {
    self.question = question
    self.hasSources = hasSources
  }
}

/// The window that asks where a report shall be written.
package struct Filing: Hashable, Sendable {
  package var editor: LineEditor
  /// Why nothing was written, as a sentence.
  package var failure: String?
  /// Whether a file has that name already; only the answer y replaces it.
  package var isTaken = false

  package enum Button: Hashable, Sendable { case write, cancel }

  package init(path: String) { editor = LineEditor(path) }
}

/// What came of writing a report.
package enum FilingResult: Hashable, Sendable {
  /// The sentence that says where it is.
  case written(String)
  /// A file of that name is there; nothing was written.
  case taken
  /// The sentence that names the file and what is wrong.
  case failed(String)
}
