package import Pipeline
package import Vocabulary
internal import Wording

/// What has to be answered before a file can be taken: its place, what may be answered, and the option
/// that answers it.
package struct ImportQuestion: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// Several worksheets hold a table.
    case sheet([String])
    /// No column tells how far projects have come; whether any core column is there at all.
    case stage(isAnyCore: Bool)
    /// Numbers without a unit, in a column.
    case unit(column: Int, heading: String, example: String)
    /// A column whose numbers are no amounts of projects under the unit of its heading.
    case wrongUnit(column: Int, ImplausibleAmount)
    /// New projects without a firm, in a table of which no column is known to name firms.
    case firms
    /// Days without a year.
    case year(heading: String, example: String)
    case word(heading: String, word: String)
    /// Rows that are struck through.
    case struck
    /// Journeys or receptions: neither title nor headings say which.
    case activityKind
    /// Rows whose unit is blank under another row's.
    case blankUnit(heading: String, above: String)
    /// Two columns mean one thing that has one value.
    case columnTwice(heading: String, column: Int, other: Int)
    /// A column whose heading is not known, and whose cells are days or sums of money.
    case unknownColumn(heading: String, column: Int, example: String)
    /// Rows that are signed and do not say when.
    case signing
    /// Rows that are on hold and do not say until when.
    case review(word: String)
    case sum(Reconciled)
    /// One row, by what is open about it.
    case row(name: String, LedgerError)
  }

  package let subject: Subject
  /// The rows it is about, from 1: the first of them.
  package let rows: [Int]
  /// How many rows it is about.
  package let count: Int
  /// Answers to choose from, the likeliest first.
  package let choices: [ImportAnswer]

  init(_ subject: Subject, rows: [Int], count: Int? = nil, choices: [ImportAnswer]) {
    self.subject = subject
    self.rows = Array(rows.prefix(ImportQuestion.shownRows))
    self.count = count ?? rows.count
    self.choices = choices
  }

  static let shownRows = 10
}

/// One answer to a question, as an option says it.
package enum ImportAnswer: Hashable, Sendable {
  case sheet(String)
  case unit(AmountScale, name: String)
  case column(Int, meaning: String)
  case year(Int)
  case stage(Stage)
  case word(String, meaning: String)
  case same(row: Int, ProjectID?)
  case cell(CellPlace, String)
  case leaveOut(row: Int)
  case despiteSums
  case signed(BusinessDate)
  case review(Day)
  case struck(isTaken: Bool)
  case blankUnit(isAbove: Bool)
  case activityKind(ActivityKind)

  /// The option that says it, and its value; nil for an option without one.
  package var option: (name: String, value: String?) {
    switch self {
    case .sheet(let name): ("--sheet", name)
    case .unit(_, let name): ("--unit", name)
    case .column(let place, let meaning): ("--column", "\(place + 1)=\(meaning)")
    case .year(let year): ("--year", "\(year)")
    case .stage(let stage): ("--stage", stage.term.zh)
    case .word(let word, let meaning): ("--means", "\(word)=\(meaning)")
    case .same(let row, let id): ("--same", "\(row)=" + (id.map { "\($0.number)" } ?? "new"))
    case .cell(let place, let text): ("--cell", "\(place.row),\(place.column)=\(text)")
    case .leaveOut(let row): ("--leave-out", "\(row)")
    case .despiteSums: ("--despite-sums", nil)
    case .signed(let date): ("--signed", date.description)
    case .review(let day): ("--review", day.description)
    case .struck(let isTaken): ("--struck", isTaken ? "take" : "leave")
    case .blankUnit(let isAbove): ("--blank-unit", isAbove ? "above" : "none")
    case .activityKind(let kind): ("--activity", kind.term.zh)
    }
  }
}

extension ImportAnswers {
  /// Adds an answer.
  package mutating func take(_ answer: ImportAnswer) {
    switch answer {
    case .sheet(let name): sheet = name
    case .unit(let unit, _): self.unit = unit
    case .column(let place, let meaning): columns[place] = meaning
    case .year(let year): self.year = year
    case .stage(let stage): self.stage = stage
    case .word(let word, let meaning): words[word] = meaning
    case .same(let row, let id): same[row] = .some(id)
    case .cell(let place, let text): cells[place] = text
    case .leaveOut(let row): leftOut.insert(row)
    case .despiteSums: acceptsSums = true
    case .signed(let date): signed = date
    case .review(let day): review = day
    case .struck(let isTaken): takesStruck = isTaken
    case .blankUnit(let isAbove): repeatsUnit = isAbove
    case .activityKind(let kind): activityKind = kind
    }
  }
}
