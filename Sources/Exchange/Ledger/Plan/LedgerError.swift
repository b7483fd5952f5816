package import Pipeline
package import Vocabulary

/// Why a row of a ledger, or the whole of it, is not taken: row, column and value, no sentence.
package struct LedgerError: Error, Hashable, Sendable {
  /// From 1, as a spreadsheet counts; 0 for the file as a whole.
  package let row: Int
  /// From 1; nil when the row as a whole is meant.
  package let column: Int?
  package let problem: Problem

  package init(row: Int, column: Int? = nil, problem: Problem) {
    self.row = row
    self.column = column
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    case notATable(CSVError.Problem)
    case noHeadings
    case missingColumns([LedgerColumn])
    case columnTwice(heading: String)
    case nameMissing
    /// A cell without which the row says nothing.
    case missingCell(heading: String)
    /// A milestone of a project that is not here.
    case projectUnknown(name: String)
    case severalProjects(name: String, [ProjectID], more: Int)
    /// A cell that is not what its column holds.
    case unreadable(heading: String, value: String, Expectation)
    case refused(heading: String?, value: String, Refusal)
    /// A cell that the readers of typed text refuse.
    case typed(heading: String, TypedFault)
    /// The heading names two units, and nothing says which is meant.
    case unitOpen(heading: String, value: String, [AmountScale])
    /// A number that is no amount of a project under the unit of its heading.
    case implausible(ImplausibleAmount)
    /// Two columns say two amounts.
    case columnsDiffer(heading: String, value: String, other: String, otherValue: String)
    /// A word that means no stage and no state.
    case unknownWord(heading: String, value: String)
    /// ①② or several lines: more projects than one.
    case severalInOne(heading: String, value: String)
    case noOrganisation
    case noStage
    /// A later stage has a date, and the row says an earlier one.
    case stageBehind(heading: String, value: String, Stage)
    /// The number is another project's: neither name nor firms are alike.
    case numberDisagrees(ProjectID, name: String)
    /// An earlier row is the same project, and says otherwise here.
    case repeatDiffers(row: Int, heading: String, value: String, earlier: String)
    case struckThrough(name: String)
    /// Signed, and nothing says when.
    case signingUndated
    /// On hold by this word, and nothing says until when.
    case reviewMissing(word: String)
  }

  package enum Expectation: Hashable, Sendable {
    case form(Field.Form)
    case day, stage, status, lossReason
    /// A value where a formula failed, or was never worked out.
    case value
    case number
    case milestone
  }
}

extension LedgerError.Problem {
  var isProjectUnknown: Bool { if case .projectUnknown = self { true } else { false } }

  /// Whether an answer of a person can settle it; the others are wrong whoever looks.
  package var isQuestion: Bool {
    switch self {
    case .typed(_, let fault): fault.isQuestion
    case .severalProjects, .unitOpen, .implausible, .columnsDiffer, .unknownWord, .noOrganisation,
      .noStage,
      .stageBehind, .numberDisagrees, .repeatDiffers,
      .struckThrough, .signingUndated, .reviewMissing, .projectUnknown:
      true
    case .refused(_, _, .missing): true
    default: false
    }
  }
}

extension TypedFault {
  /// Whether it can be read in several ways, and is wrong in none of them.
  fileprivate var isQuestion: Bool {
    switch problem {
    case .unitMissing, .unitDoubtful, .negative, .yearMissing, .eitherDay, .severalAmounts: true
    default: false
    }
  }
}
