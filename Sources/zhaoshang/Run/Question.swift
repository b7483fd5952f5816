internal import Wording

/// A question on the terminal, for what a person may mean and a script has to say by an option.
enum Question {
  /// Asks, and reads one line; anything but a yes is a no.
  static func isAnsweredYes(_ question: String) -> Bool {
    Output.say(question)
    guard let line = readLine() else { return false }
    return ["y", "yes", "是", "好"].contains(line.lowercased())
  }
}
