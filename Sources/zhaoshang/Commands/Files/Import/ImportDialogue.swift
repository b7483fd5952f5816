internal import Exchange
internal import Glibc
internal import Pipeline
internal import Vocabulary
internal import Wording

/// Asks on the terminal what a file leaves open, one question at a time.
enum ImportDialogue {
  /// Whether somebody sits there to answer.
  static var isPossible: Bool { Surroundings.isInputTerminal && isatty(STDERR_FILENO) == 1 }

  /// Puts a question until it is answered; nil when the person gives up with an empty line.
  static func ask(_ question: ImportQuestion, _ ledger: LedgerImport, today: Day, _ words: Words)
    -> ImportAnswer?
  {
    Output.say(words.question(question))
    let choices = question.choices.filter { $0.option.value?.hasSuffix("…") != true }
    for (index, choice) in choices.enumerated() {
      Output.say("  \(index + 1)  " + words.choice(choice))
    }
    while true {
      Output.ask(words.answerPrompt(choices: choices.count))
      guard let line = readLine(), !line.isEmpty else { return nil }
      if let number = Int(line), choices.indices.contains(number - 1) { return choices[number - 1] }
      if let answer = question.answer(line, ledger.vocabulary, today: today) { return answer }
      Output.say(words.answerUnreadable(line))
    }
  }
}

extension BusinessDate {
  /// When something was signed, as an answer says it: 2026 is a year here, and a time of day nowhere.
  init?(signed text: String, today: Day) {
    let isYear = text.utf8.count == 4 && (Int(text).map { (1950...2100).contains($0) } ?? false)
    self.init(spoken: isYear ? text + "年" : text, today: today, tense: .happened)
  }
}

extension ImportQuestion {
  /// What somebody types instead of choosing; nil when it is no answer.
  func answer(_ text: String, _ vocabulary: LedgerVocabulary, today: Day) -> ImportAnswer? {
    switch subject {
    case .unknownColumn(_, let column, _):
      vocabulary.heading(meaning: text) == nil ? nil : .column(column - 1, meaning: text)
    case .signing:
      BusinessDate(signed: text, today: today).map { .signed($0) }
    case .review: Day(spoken: text, today: today, tense: .due).map { .review($0) }
    case .sheet(let names): names.contains(text) ? .sheet(text) : nil
    case .unit: vocabulary.unit(text).map { .unit($0, name: text) }
    case .firms:
      Int(text).flatMap { $0 > 0 ? .column($0 - 1, meaning: "investors") : nil }
    case .wrongUnit(let column, _):
      rows.first.map { .cell(CellPlace(row: $0, column: column), text) }
    case .year: Int(text).flatMap { (1950...2100).contains($0) ? .year($0) : nil }
    case .stage: Stage(spoken: text).map { .stage($0) }
    case .word(_, let word): WordMeaning(text) != nil ? .word(word, meaning: text) : nil
    case .row(_, let error):
      error.column.map { .cell(CellPlace(row: error.row, column: $0), text) }
    case .activityKind: ActivityKind(spoken: text).map { .activityKind($0) }
    case .columnTwice, .sum, .struck, .blankUnit: nil
    }
  }
}
