internal import Wording

/// A page of the handbook by `zhaoshang help TASK`; the help of a subcommand is the parser's.
struct HandbookCall {
  private let task: String

  /// Nil when it is not the handbook that is asked for.
  ///
  /// - Parameter isSubcommand: Whether a word is one; those come first.
  init?(_ arguments: [String], isSubcommand: (String) -> Bool) {
    var arguments = arguments
    // Which language is read elsewhere.
    arguments.removeAll { $0.hasPrefix("--lang=") }
    if let option = arguments.firstIndex(of: "--lang") {
      arguments.removeSubrange(option..<min(option + 2, arguments.count))
    }
    guard arguments.first == "help", arguments.count == 2, !arguments[1].hasPrefix("-"),
      !isSubcommand(arguments[1])
    else { return nil }
    task = arguments[1]
  }

  func run(in words: Words) throws {
    if ["tasks", "任务", "handbook", "手册"].contains(task.lowercased()) {
      return try Output.result(words.handbookTasks)
    }
    guard let task = HandbookTask(spoken: task) else {
      throw Failure(.wrongCommandLine, words.noSuchTask(task))
    }
    try Output.result(words.handbook(task).text(columns: Surroundings.columns))
  }
}
