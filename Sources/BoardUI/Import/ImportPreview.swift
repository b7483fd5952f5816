/// What an import would do, in words: the table as it was understood, each row, the sums, the questions.
///
/// Made anew with every answer; the board only shows it.
package struct ImportPreview: Hashable, Sendable {
  /// A column of the file, and what it was taken for.
  package struct Column: Hashable, Sendable {
    package let heading: String
    /// The first text that stands in it.
    package let example: String
    /// Its place among ``meanings``; nil when nobody knows what it is.
    package let meaning: Int?
    /// Its place among ``units``; nil where no unit is meant or known.
    package let unit: Int?
    package let isAmount: Bool

    package init(heading: String, example: String, meaning: Int?, unit: Int?, isAmount: Bool) {
      self.heading = heading
      self.example = example
      self.meaning = meaning
      self.unit = unit
      self.isAmount = isAmount
    }
  }

  package enum Verdict: CaseIterable, Hashable, Sendable {
    case new, changed, unchanged, asked, wrong, leftOut
    /// A title, a heading, a section, a sum or a note.
    case noRecord
  }

  package struct Row: Hashable, Sendable {
    /// From 1, as a spreadsheet counts.
    package let number: Int
    package let verdict: Verdict
    package let text: String

    package init(number: Int, verdict: Verdict, text: String) {
      self.number = number
      self.verdict = verdict
      self.text = text
    }
  }

  package struct Sum: Hashable, Sendable {
    package let text: String
    package let agrees: Bool

    package init(text: String, agrees: Bool) {
      self.text = text
      self.agrees = agrees
    }
  }

  package struct Question: Hashable, Sendable {
    package let text: String
    package let choices: [String]
    /// Whether something else than a choice may be typed.
    package let takesText: Bool

    package init(text: String, choices: [String], takesText: Bool) {
      self.text = text
      self.choices = choices
      self.takesText = takesText
    }
  }

  package var path: String
  /// How the file was read: encoding, separator, sheet, what it hides.
  package var reading: String
  package var columns: [Column] = []
  /// What a column can be taken for, and what an amount can count.
  package var meanings: [String] = []
  package var units: [String] = []
  package var rows: [Row] = []
  package var sums: [Sum] = []
  package var questions: [Question] = []
  /// How many rows have something wrong that no answer settles.
  package var wrong: Int { rows.count { $0.verdict == .wrong } }
  /// Whether it can be taken as it is.
  package var isReady = false

  package init(path: String, reading: String) {
    self.path = path
    self.reading = reading
  }
}

/// What a person wants of an import.
package enum ImportAct: Hashable, Sendable {
  case open(String)
  /// A choice of a question.
  case choose(question: Int, choice: Int)
  /// What was typed instead.
  case type(question: Int, String)
  case column(Int, meaning: Int)
  case unit(Int, unit: Int)
  /// Leaves a row out, or takes it after all.
  case leaveOut(row: Int)
  /// Takes everything as one step.
  case take
  case close
}

/// What came of it.
package enum ImportNews: Hashable, Sendable {
  /// The file is being read; 0 of 0 while nobody can tell how far.
  case reading(done: Int, of: Int)
  case shown(ImportPreview)
  /// It is about to be written, which takes a while.
  case writing(rows: Int)
  /// The sentence that says why it is not so; what was shown stays.
  case failed(String)
}
