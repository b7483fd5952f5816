internal import ArgumentParser
internal import Exchange
internal import Pipeline
internal import Vocabulary
internal import Wording

/// Answers to what an import may ask, given before it asks.
struct ImportAnswerOptions: ParsableArguments {
  @Option(help: .of(.sheet)) var sheet: String?
  @Option(help: .of(.importUnit)) var unit: String?
  @Option(help: .of(.importYear)) var year: String?
  @Option(help: .of(.importStage), completion: .codes(of: Stage.self)) var stage: String?
  @Option(help: .of(.importSigned)) var signed: String?
  @Option(help: .of(.importReview)) var review: String?
  @Option(parsing: .singleValue, help: .of(.same)) var same: [String] = []
  @Option(parsing: .singleValue, help: .of(.means)) var means: [String] = []
  @Option(parsing: .singleValue, help: .of(.columnMeaning)) var column: [String] = []
  @Option(parsing: .singleValue, help: .of(.cellValue)) var cell: [String] = []
  @Option(name: .customLong("leave-out"), parsing: .singleValue, help: .of(.leaveOut))
  var leaveOut: [String] = []
  @Flag(name: .customLong("despite-sums"), help: .of(.despiteSums)) var despiteSums = false
  @Option(name: .customLong("as"), help: .of(.importKind), completion: .words(of: LedgerKind.self))
  var kind: String?
  @Option(help: .of(.struck)) var struck: String?
  @Option(help: .of(.importActivity), completion: .codes(of: ActivityKind.self)) var activity:
    String?
  @Option(name: .customLong("blank-unit"), help: .of(.blankUnit)) var blankUnit: String?

  /// The options that were given, for files that ask nothing.
  var given: [String] {
    var names: [String] = []
    for (name, isGiven) in [
      ("--sheet", sheet != nil), ("--unit", unit != nil), ("--year", year != nil),
      ("--stage", stage != nil), ("--signed", signed != nil), ("--review", review != nil),
      ("--same", !same.isEmpty), ("--means", !means.isEmpty),
      ("--column", !column.isEmpty), ("--cell", !cell.isEmpty), ("--leave-out", !leaveOut.isEmpty),
      ("--despite-sums", despiteSums), ("--as", kind != nil), ("--struck", struck != nil),
      ("--blank-unit", blankUnit != nil), ("--activity", activity != nil),
    ] where isGiven { names.append(name) }
    return names
  }

  /// What they answer.
  ///
  /// - Throws: The option whose value is none.
  func answers(_ workplace: Workplace) throws(Failure) -> ImportAnswers {
    var answers = ImportAnswers()
    answers.sheet = sheet
    answers.acceptsSums = despiteSums
    answers.kind = try kind.map { text throws(Failure) in try workplace.choice(text, "--as") }
    if let unit { answers.unit = try self.unit(unit, workplace.words) }
    if let year {
      guard let number = Int(year), (1950...2100).contains(number) else {
        throw wrong("--year", year, "2023", workplace.words)
      }
      answers.year = number
    }
    if let stage {
      guard let known = Stage(spoken: stage) else {
        throw Failure(
          .wrongCommandLine,
          workplace.words.unknownChoice(stage, "--stage", choices: Stage.allCases.map(\.code)))
      }
      answers.stage = known
    }
    if let signed {
      guard let date = BusinessDate(signed: signed, today: workplace.today) else {
        throw wrong("--signed", signed, "2023-07-19", workplace.words)
      }
      answers.signed = date
    }
    if let review {
      guard let day = Day(spoken: review, today: workplace.today, tense: .due) else {
        throw wrong("--review", review, "2027-03-01", workplace.words)
      }
      answers.review = day
    }
    switch struck {
    case nil: break
    case "take": answers.takesStruck = true
    case "leave": answers.takesStruck = false
    case let text?: throw wrong("--struck", text, "take, leave", workplace.words)
    }
    if let activity {
      guard let known = ActivityKind(spoken: activity) else {
        throw Failure(
          .wrongCommandLine,
          workplace.words.unknownChoice(
            activity, "--activity", choices: ActivityKind.allCases.map(\.code)))
      }
      answers.activityKind = known
    }
    switch blankUnit {
    case nil: break
    case "above": answers.repeatsUnit = true
    case "none": answers.repeatsUnit = false
    case let text?: throw wrong("--blank-unit", text, "above, none", workplace.words)
    }
    try addRows(to: &answers, workplace.words)
    return answers
  }

  private func addRows(to answers: inout ImportAnswers, _ words: Words) throws(Failure) {
    for text in same {
      guard let (row, value) = pair(text), let row = Int(row), row > 0 else {
        throw wrong("--same", text, "12=27", words)
      }
      let digits = value.hasPrefix("#") ? value.dropFirst() : value[...]
      if value == "new" || value == "新" {
        answers.same[row] = .some(nil)
      } else if let number = UInt32(digits) {
        answers.same[row] = ProjectID(number)
      } else {
        throw wrong("--same", text, "12=27", words)
      }
    }
    let vocabulary = LedgerVocabulary.shipped
    for text in means {
      guard let (word, meaning) = pair(text), !word.isEmpty,
        WordMeaning(meaning) != nil || vocabulary.heading(meaning: meaning) != nil
      else { throw wrong("--means", text, "签约前谈判=意向", words) }
      answers.words[word] = meaning
    }
    for text in column {
      guard let (place, meaning) = pair(text), let place = Int(place), place > 0,
        vocabulary.heading(meaning: meaning) != nil
      else { throw wrong("--column", text, "5=amount (万元)", words) }
      answers.columns[place - 1] = meaning
    }
    for text in cell {
      guard let (place, value) = pair(text) else { throw wrong("--cell", text, "12,5=4500", words) }
      let numbers = place.split(separator: ",").compactMap { Int($0) }
      guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 && $0 < 1 << 30 }), numbers[1] <= 1024
      else { throw wrong("--cell", text, "12,5=4500", words) }
      answers.cells[CellPlace(row: numbers[0], column: numbers[1])] = value
    }
    for text in leaveOut {
      guard let row = Int(text), row > 0 else { throw wrong("--leave-out", text, "12", words) }
      answers.leftOut.insert(row)
    }
  }

  private func pair(_ text: String) -> (String, String)? {
    guard let mark = text.firstIndex(of: "=") else { return nil }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }

  private func unit(_ text: String, _ words: Words) throws(Failure) -> AmountScale {
    guard let unit = LedgerVocabulary.shipped.unit(text) else {
      throw wrong("--unit", text, "万元", words)
    }
    return unit
  }

  private func wrong(_ option: String, _ value: String, _ example: String, _ words: Words)
    -> Failure
  {
    Failure(.wrongCommandLine, words.optionUnreadable(option, value, example: example))
  }
}
