/// A command of the bureau's own on the board: `[commands.NAME]`.
package struct OwnCommand: Equatable, Sendable {
  /// Where what it prints goes.
  package enum Output: String, CaseIterable, Equatable, Sendable {
    /// A pane over the board.
    case pane
    /// The first line, into the line of messages.
    case line
    /// The terminal itself, which is the program's while it runs.
    case screen
  }

  package let name: String
  package var key: String?
  package var chinese: String?
  package var english: String?
  /// The program and its arguments, with ``placeholders`` in them.
  package var program: [String] = []
  package var output = Output.pane
  /// What is asked before, each answer `{1}`, `{2}` ….
  package var questions: [String] = []

  /// What may stand in an argument: of the card that is selected, and of the store.
  package static let placeholders = ["number", "name", "owner", "stage", "store"]
  package static let questionLimit = 5

  init(name: String) { self.name = name }

  /// What keeps it from being used: a program that is missing, or a placeholder that is not known.
  var problem: (name: String, key: String, value: String, expected: SettingsProblem.Expectation)? {
    if program.isEmpty { return (name, "run", "", .texts) }
    if questions.count > OwnCommand.questionLimit {
      return (name, "ask", "\(questions.count)", .wholeNumber(0...OwnCommand.questionLimit))
    }
    let known = OwnCommand.placeholders + (0..<questions.count).map { "\($0 + 1)" }
    for word in program {
      for found in Placeholders.names(in: word) where !known.contains(found) {
        return (name, "run", "{\(found)}", .oneOf(known.map { "{\($0)}" }))
      }
    }
    return nil
  }

  /// Whether it is about a card.
  package var wantsCard: Bool {
    program.contains { word in
      Placeholders.names(in: word).contains { ["number", "name", "owner", "stage"].contains($0) }
    }
  }

  /// The words with what stands for each placeholder put in; a word stays one word.
  package func words(filling values: [String: String]) -> [String] {
    program.map { Placeholders.fill($0, with: values) }
  }
}
